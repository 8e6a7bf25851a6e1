"""Makes .venv from the lock, once. Every make command runs this first; it needs only Python.

It must parse under Pythons too old for the project, to be able to say so.
"""

import hashlib
import os
import shutil
import subprocess
import sys

OLDEST, NEWEST = (3, 11), (3, 14)
HERE = os.path.dirname(os.path.abspath(__file__))
ENVIRONMENT = os.path.join(HERE, ".venv")
STAMP = os.path.join(ENVIRONMENT, "set-up-from")
PYTHON = os.path.join(
    ENVIRONMENT, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python"))
)


class CannotSetUp(Exception):
    """Holds one line that says what is wrong and what to do."""


def problem_with_python(version, find=shutil.which):
    """Return what is wrong with a Python version (major, minor) in one line; "" if nothing is.

    `find` returns the path of a program, or None.
    """
    if OLDEST <= version <= NEWEST:
        return ""
    names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    found = [name for name in names if find(name)]
    way = f"Run: make PYTHON={found[0]} …" if found else "Install one of them."
    return "Python {}.{} is too {}: this project needs 3.{} to 3.{}. {}".format(
        version[0], version[1], "old" if version < OLDEST else "new", OLDEST[1], NEWEST[1], way
    )


def fingerprint():
    """Return a hash of all that the environment is made from."""
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
    """Make .venv; raise CannotSetUp where a step fails."""
    made = run([sys.executable, "-m", "venv", ENVIRONMENT])
    if made.returncode:
        raise CannotSetUp(
            "Python's venv module does not work here. Install it (on Debian: apt-get install "
            "python3-venv), then run this again."
        )
    for arguments in (
        ["--require-hashes", "--only-binary", ":all:", "-r", "requirements.txt"],
        ["--no-deps", "--no-build-isolation", "--no-index", "-e", "."],
    ):
        installed = run(
            [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--quiet"] + arguments
        )
        if installed.returncode:
            raise CannotSetUp(reason(installed.stdout))


def run(command):
    """Run a command in the project's folder; return the finished process with its output."""
    return subprocess.run(
        command,
        cwd=HERE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def reason(output):
    """Return in one line why pip failed, and what to do."""
    if "DO NOT MATCH THE HASHES" in output:
        return (
            "A package is not the one that was locked (its hash does not match). Do not use it; "
            "try again later, or renew the lock with make lock and review the change."
        )
    if "NewConnectionError" in output or "ConnectTimeout" in output or "Max retries" in output:
        return "The package index could not be reached. Check the network, then run this again."
    if "No space left" in output:
        return "The disk is full. Make room, then run this again."
    errors = [line for line in output.splitlines() if line.startswith("ERROR:")]
    return "pip could not install the lock: {}".format((errors or output.splitlines() or ["?"])[-1])


def main():
    """Set up if need be. Returns the exit code."""
    wrong = problem_with_python(sys.version_info[:2])
    if not wrong and not is_set_up():
        print("Setting up .venv (once; about a minute) ...", flush=True)
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        try:
            make_environment()
            with open(STAMP, "w") as file:
                file.write(fingerprint())
        except CannotSetUp as error:
            wrong = str(error)
        finally:
            if not is_set_up():
                shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    if wrong:
        print("set-up: " + wrong, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
