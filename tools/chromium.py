"""Finds a Chrome or Chromium, or installs one. As a script: prints its path."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

SHELL = "chromium-headless-shell"  # without the windows that nobody sees, it opens pages faster
NAMES = [SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
PATHS = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
]
# It shows pages of this project alone, so it needs no sandbox, which a container often forbids.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
# Else the shell rounds the width of each letter to pixels, which no other browser does.
FLAGS += ["--font-render-hinting=none"]
NOTHING_WORKS = (
    "No Chrome or Chromium was found or could be installed. Install Chromium (on Debian: "
    f"apt-get install {SHELL}), or name one: CHROME_PATH=/path/to/chrome make test"
)


def candidates() -> Iterator[str | None]:
    """Yield paths at which a browser may be, the best first; None for what is not there."""
    if named := os.environ.get("CHROME_PATH"):
        yield named
        return  # another browser than the one asked for would be a silent surprise
    yield from map(shutil.which, NAMES)
    yield from PATHS
    try:
        with sync_playwright() as playwright:
            yield playwright.chromium.executable_path
    except Error:
        return


def find() -> str | None:
    """Return the path of a browser that starts, or None; CHROME_PATH, if set, alone counts."""
    for path in candidates():
        # On Windows, Chrome answers --version by opening a window.
        if path and Path(path).is_file() and (os.name == "nt" or succeeds([path, "--version"])):
            return path
    return None


def succeeds(command: list[str]) -> bool:
    """Run a command in silence, for ten minutes at most; return whether it succeeded."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        return not subprocess.run(
            command, timeout=600, env=environment, capture_output=True
        ).returncode
    except (OSError, subprocess.TimeoutExpired):
        return False


def find_or_install() -> str:
    """Return the path of a browser; raise SystemExit with one line where there is none."""
    if path := find():
        return path
    if named := os.environ.get("CHROME_PATH"):
        raise SystemExit(
            f"CHROME_PATH names {named}, which does not start. Correct it or unset it."
        )
    print("No Chrome or Chromium was found; installing one ...", file=sys.stderr, flush=True)
    if succeeds([sys.executable, "-m", "playwright", "install", "chromium"]) and (path := find()):
        return path
    install = ["apt-get", "install", "--yes", "--no-install-recommends", SHELL]
    if succeeds(["apt-get", "update"]) and succeeds(install) and (path := find()):
        return path
    raise SystemExit(NOTHING_WORKS)


@contextmanager
def launched() -> Iterator[Browser]:
    """Give a browser, until it is not needed any more; raise SystemExit where there is none."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=find_or_install(), args=FLAGS)


if __name__ == "__main__":
    print(find_or_install())
