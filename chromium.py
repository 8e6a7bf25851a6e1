"""Finds a Chrome or Chromium, or installs one. As a script: prints its path."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
PLACES = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
]
# It shows pages of this project alone, so it needs no sandbox, which a container often forbids.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
NOTHING_WORKS = (
    "No Chrome or Chromium was found or could be installed. Install Chromium (on Debian: "
    "apt-get install chromium), or name one: CHROME_PATH=/path/to/chrome make test"
)


def candidates() -> Iterator[str]:
    """Yield paths at which a browser may be, the best first."""
    if named := os.environ.get("CHROME_PATH"):
        yield named
        return  # another browser than the one asked for would be a silent surprise
    yield from filter(None, map(shutil.which, NAMES))
    yield from PLACES
    yield from filter(None, [playwrights_own()])


def playwrights_own() -> str | None:
    """Return where Playwright's own browser is, or would be; None where it can't tell."""
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as playwright:
            return playwright.chromium.executable_path
    except Error:
        return None


def starts(path: str) -> bool:
    """Return whether the program at `path` starts and tells its version."""
    if os.name == "nt":  # there, Chrome answers --version by opening a window
        return Path(path).is_file()
    return Path(path).is_file() and attempt([path, "--version"], seconds=60)


def find() -> str | None:
    """Return the path of a browser on this machine, or None; CHROME_PATH, if set, alone counts."""
    return next(filter(starts, candidates()), None)


def install() -> None:
    """Try to install a browser: Playwright's own, else, as root, the system's package."""
    attempt([sys.executable, "-m", "playwright", "install", "chromium"], seconds=300)
    if find() or not shutil.which("apt-get") or os.geteuid() != 0:
        return
    attempt(["apt-get", "update"], seconds=300)
    attempt(["apt-get", "install", "--yes", "--no-install-recommends", "chromium"], seconds=600)


def attempt(command: list[str], seconds: float) -> bool:
    """Run a command in silence, for so many seconds at most; return whether it succeeded."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, timeout=seconds, env=environment, capture_output=True)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def find_or_install() -> str:
    """Return the path of a browser; raise SystemExit with one line where there is none."""
    path = find()
    if path is None and (named := os.environ.get("CHROME_PATH")):
        raise SystemExit(
            f"CHROME_PATH names {named}, which does not start. Correct it or unset it."
        )
    if path is None:
        print("No Chrome or Chromium was found; installing one ...", flush=True)
        install()
        path = find()
    if path is None:
        raise SystemExit(NOTHING_WORKS)
    return path


if __name__ == "__main__":
    print(f"The browser is {find_or_install()}")
