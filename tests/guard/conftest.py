import sys

import pytest

from tests.guard.small_site import Site

# Confinement is made of parts of Linux (README): elsewhere a snippet is a plain process, and there
# is nothing to test.
collect_ignore = [] if sys.platform == "linux" else ["test_confinement.py"]


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path)
