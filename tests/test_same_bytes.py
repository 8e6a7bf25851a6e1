"""Two builds of one commit are the same, byte for byte, wherever and whenever they are made."""

import shutil

import pytest

from tests.conftest import ADDRESS, PROJECT, REPOSITORY, TURN, python

# What is committed is copied whole, with its history: a page may tell the commit.
NOT_COPIED = shutil.ignore_patterns(".venv", ".build", ".*_cache", "__pycache__", "site")
# Moves this process, and what Python tells of the time in it, on by some days. Each program runs
# once: that two runs give the same was seen where the site was built first.
LATER = """
import datetime, runpy, sys, time
from drift.run import runs

days = int(sys.argv.pop(1))
real_time, real = time.time, datetime.datetime

class Later(real):
    @classmethod
    def now(cls, zone=None):
        return real.now(zone) + datetime.timedelta(days)

datetime.datetime = Later
time.time = lambda: real_time() + days * 86_400
runs.SEEDS = runs.SEEDS[:1]
runpy.run_module("mkdocs", run_name="__main__")
"""


# Two runs a day apart and a plain one show what programs give: here they run in `make test-all`.
@pytest.mark.parametrize("cache", ["on", pytest.param("off", marks=pytest.mark.exhaustive)])
def test_a_build_elsewhere_on_another_day_gives_the_same_bytes(published_site, tmp_path, cache):
    elsewhere, site = tmp_path / "another" / "folder", tmp_path / "site"
    with TURN:
        shutil.copytree(PROJECT, elsewhere, ignore=NOT_COPIED)
    surroundings = {"TZ": "America/New_York", "PYTHONHASHSEED": "3", "DRIFT_CACHE": cache}
    address = {"SITE_URL": ADDRESS, "REPO_URL": REPOSITORY}
    command = ["-c", LATER, "40", "build", "--strict", "--site-dir", site]
    made = python(*command, folder=elsewhere, **surroundings, **address)
    assert made.returncode == 0, made.stderr
    here, there = contents(published_site), contents(site)
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []


def contents(site):
    """Return the bytes of each file of a site by its path."""
    files = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}
