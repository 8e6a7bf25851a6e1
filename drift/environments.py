"""Throw-away environments in which snippets meet other versions of the libraries they import.

uv resolves and installs them from the package index. None is the environment of the project.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path


class CannotInstall(Exception):
    """Holds the reason, in one line."""


@dataclass(frozen=True)
class Environment:
    """An interpreter, and the folder of the libraries that it finds; '' for those of this one."""

    interpreter: str
    libraries: str = ""

    def version(self, library: str) -> str:
        """Return the version of a library in it; '' where it is not installed."""
        place = {"path": [self.libraries]} if self.libraries else {}
        found = next(iter(distributions(name=library, **place)), None)
        return found.version if found else ""


def resolved(requirement: str, *options: str) -> str:
    """Return the version that uv chooses for a requirement such as "numpy>=1.23", with options.

    Only versions with a wheel for this Python and system count: none is compiled. Raises
    CannotInstall.
    """
    command = ["pip", "compile", "-", "--no-deps", "--no-header", "--no-annotate"]
    command += ["--python", sys.executable, "--only-binary", ":all:", "--quiet"]
    return _uv([*command, *options], requirement).strip().partition("==")[2]


def made(folder: Path, requirements: list[str]) -> Environment:
    """Make an environment with this Python in a folder that is not there yet.

    It holds what is required and the guard, of which a running snippet needs two modules, without
    what the rest of the guard needs. Raises CannotInstall.
    """
    _uv(["venv", "--no-project", "--python", sys.executable, "--quiet", str(folder)])
    places = {"base": str(folder), "platbase": str(folder)}
    name = "python.exe" if os.name == "nt" else "python"
    interpreter = Path(sysconfig.get_path("scripts", "venv", places), name)
    libraries = Path(sysconfig.get_path("purelib", "venv", places))
    command = ["pip", "install", "--python", str(interpreter), "--quiet"]
    # Snippets write no byte code, so that without any each of them would compile every library.
    command += ["--only-binary", ":all:", "--compile-bytecode"]
    _uv([*command, *requirements])
    guard = Path(__file__).parent
    shutil.copytree(guard, libraries / guard.name, ignore=shutil.ignore_patterns("__pycache__"))
    return Environment(str(interpreter), str(libraries))


def _uv(command: list[str], given: str = "") -> str:
    """Run uv; return what it prints; raise CannotInstall with what it complains of."""
    done = subprocess.run(
        [sys.executable, "-m", "uv", *command],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        told = " ".join(done.stderr.split()).removeprefix("error: ")
        raise CannotInstall(told or f"uv ended with exit code {done.returncode}")
    return done.stdout
