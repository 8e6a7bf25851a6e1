import os
import sys

import pytest

from tests.guard.small_site import Site

# Confinement is made of parts of Linux (README): elsewhere a snippet is a plain process, and there
# is nothing to test. Windows has no pipes among its files, and lets not everybody make links.
collect_ignore = [] if sys.platform == "linux" else ["test_confinement.py"]
collect_ignore += ["test_odd_files.py"] if os.name == "nt" else []


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path)
