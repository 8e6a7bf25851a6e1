"""Two builds of one commit are the same, byte for byte, wherever and whenever they are made."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
# What is committed is copied whole, with its history: a page may tell the commit.
NOT_COPIED = shutil.ignore_patterns(".venv", ".build", ".cache", ".*_cache", "__pycache__", "site")
# Moves this process, and what Python tells of the time in it, on by some days.
LATER = """
import datetime, runpy, sys, time

days = int(sys.argv.pop(1))
real_time, real = time.time, datetime.datetime

class Later(real):
    @classmethod
    def now(cls, zone=None):
        return real.now(zone) + datetime.timedelta(days)

datetime.datetime = Later
time.time = lambda: real_time() + days * 86_400
runpy.run_module("mkdocs", run_name="__main__")
"""


def built(project: Path, site: Path, days: int, **environment: str) -> dict[str, bytes]:
    """Build a project some days from now; return the bytes of each file of its site."""
    made = subprocess.run(
        [sys.executable, "-c", LATER, str(days), "build", "--strict", "--site-dir", str(site)],
        cwd=project,
        env=os.environ
        | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://pages.example/apples/"}
        | environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert made.returncode == 0, made.stderr
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


def test_a_build_in_another_folder_on_another_day_gives_the_same_bytes(tmp_path):
    elsewhere = tmp_path / "another" / "folder"
    shutil.copytree(PROJECT, elsewhere, ignore=NOT_COPIED)
    here = built(PROJECT, tmp_path / "here", 0, TZ="Asia/Tokyo", PYTHONHASHSEED="1")
    there = built(elsewhere, tmp_path / "there", 40, TZ="America/New_York", PYTHONHASHSEED="2")
    warm = built(elsewhere, tmp_path / "warm", 0, TZ="UTC", PYTHONHASHSEED="3")
    assert here.keys() == there.keys() == warm.keys()
    assert [name for name in here if not here[name] == there[name] == warm[name]] == []
    assert "sitemap.xml.gz" in here
