import os
import sys

import pytest

from tests.guard.small_site import ENVIRONMENT, Site
from tests.guard.warm import Python

# Confinement is made of parts of Linux (README): elsewhere a snippet is a plain process, and there
# is nothing to test. Nor is there a warm Python, which forks safely on Linux alone. Windows has no
# pipes among its files, and lets not everybody make links.
collect_ignore = [] if sys.platform == "linux" else ["test_confinement.py", "test_warm.py"]
collect_ignore += ["test_odd_files.py"] if os.name == "nt" else []


@pytest.fixture(scope="session")
def python():
    """A warm Python for all sites, where there can be one; elsewhere each starts its own."""
    warm = Python(os.environ | ENVIRONMENT) if sys.platform == "linux" else None
    yield warm
    if warm:
        warm.close()


@pytest.fixture
def site(tmp_path, python):
    return Site(tmp_path, python)
