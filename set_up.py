"""Makes .venv from the lock, once. Every make command runs this first; it needs only Python.

It must parse under Pythons too old for the project, to be able to say so.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys

OLDEST, NEWEST = (3, 11), (3, 14)
HERE = os.path.dirname(os.path.realpath(__file__))
ENVIRONMENT = os.path.join(HERE, ".venv")
STAMP = os.path.join(ENVIRONMENT, "set-up-from")
PYTHON = os.path.join(
    ENVIRONMENT, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python"))
)

# What a failed step prints, and what to do then. The first that fits is told.
REASONS = (
    (
        "No space left|not enough space",
        "The disk is full. Make room, then run this again.",
    ),
    (
        "No module named '?venv|ensurepip",
        "Python's venv module does not work here. Install it (on Debian: apt-get install "
        "python3-venv), then run this again.",
    ),
    (
        "DO NOT MATCH THE HASHES",
        "A package is not the one that was locked (its hash differs), so nothing of it was "
        "installed. Run this again; if it stays so, do not trust the package index you use.",
    ),
    (
        "connection broken by|Max retries|timed out|IncompleteRead",
        "The package index could not be reached. Check the network (proxy and certificates too), "
        "then run this again.",
    ),
)


class CannotSetUp(Exception):
    """Holds one line that says what is wrong and what to do."""


def works(program):
    """Return whether a program starts: a version manager leaves names that lead nowhere."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        return subprocess.call([program, "--version"], **quiet) == 0
    except OSError:
        return False


def problem_with_python(version, works=works):
    """Return what is wrong with a Python version (major, minor) in one line; "" if nothing is.

    `works` tells of a program's name whether it starts.
    """
    if OLDEST <= version <= NEWEST:
        return ""
    names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    found = next(filter(works, names), None)
    way = f"Name another, as in: make PYTHON={found} serve" if found else "Install one of them."
    return "Python {}.{} is too {}: this project needs 3.{} to 3.{}. {}".format(
        version[0], version[1], "old" if version < OLDEST else "new", OLDEST[1], NEWEST[1], way
    )


def fingerprint():
    """Return a hash of all that the environment is made from; raise OSError if a file is absent."""
    digest = hashlib.sha256(sys.version.encode())
    digest.update(HERE.encode())
    for name in ("requirements.txt", "pyproject.toml", "set_up.py"):
        with open(os.path.join(HERE, name), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def is_set_up():
    """Return whether .venv was made, to its end, from the files as they are now."""
    try:
        with open(STAMP) as file:
            return file.read() == fingerprint() and os.path.exists(PYTHON)
    except OSError:
        return False


def make_environment():
    """Make .venv anew; raise CannotSetUp, or OSError, where a step fails."""
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    step([sys.executable, "-m", "venv", ENVIRONMENT])
    install = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    step(install + ["--require-hashes", "--only-binary", ":all:", "-r", "requirements.txt"])
    step(install + ["--no-deps", "--no-build-isolation", "--no-index", "-e", "."])
    with open(STAMP, "w") as file:
        file.write(fingerprint())


def step(command):
    """Run a command in the project's folder, in silence; raise CannotSetUp where it fails."""
    done = subprocess.run(
        command,
        cwd=HERE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode:
        # venv hides why its own steps fail, so a full disk is looked for and not only read of.
        full = shutil.disk_usage(HERE).free < 2**20
        raise CannotSetUp(reason("No space left" if full else done.stdout))


def reason(output):
    """Return in one line why a step that printed `output` failed, and what to do."""
    for sign, line in REASONS:
        if re.search(sign, output):
            return line
    lines = output.strip().splitlines() or ["nothing"]
    errors = [line for line in lines if line.lower().startswith("error:")]
    return "A step failed, saying: {} (To see it all, run this again with PIP_LOG=pip.log)".format(
        (errors or lines)[-1]
    )


def main():
    """Set up if need be. Returns the exit code."""
    wrong = problem_with_python(sys.version_info[:2])
    if not wrong and not is_set_up():
        print("Setting up .venv (once; about a minute) ...", flush=True)
        try:
            make_environment()
        except (CannotSetUp, OSError) as error:
            wrong = str(error)
        except KeyboardInterrupt:
            wrong = "Stopped. Run this again to set up."
        if wrong:
            shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    if wrong:
        print("set-up: " + wrong, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
