import pytest

from tests.guard.small_site import Site


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path)
