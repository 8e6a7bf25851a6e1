"""What is true of a build: the Python it ran in, the versions of its libraries, its commit."""

import difflib
import platform
import subprocess
from dataclasses import dataclass
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

PYTHON, COMMIT = "python", "commit"
CHANGED = ", and changes since"
SHORT = 10


class Fact(NamedTuple):
    """A fact as a page shows it, and in full."""

    text: str
    exact: str


NO_COMMIT = Fact("no commit", "no commit")


@dataclass(frozen=True)
class Facts:
    """The facts of one build of the project in a folder, whose git knows the commit."""

    folder: Path

    def fact(self, name: str) -> Fact:
        """Return a fact: `python`, `commit`, or the version of an installed distribution.

        Raises LookupError for any other name, and ValueError where git knows the commit and does
        not know it; both say what to do.
        """
        if name == COMMIT:
            return self._commit
        try:
            version = platform.python_version() if name == PYTHON else metadata.version(name)
            return Fact(version, version)
        except (metadata.PackageNotFoundError, ValueError):
            names = {PYTHON, COMMIT, *(each.name for each in metadata.distributions())}
            nearest = difflib.get_close_matches(name, sorted(names), n=3, cutoff=0)
            raise LookupError(
                f"{name!r} is no fact of the build. Name an installed package, or {PYTHON}, or "
                f"{COMMIT}. The nearest names: {', '.join(nearest)}."
            ) from None

    @cached_property
    def _commit(self) -> Fact:
        """The commit that is checked out, and whether files differ from it.

        A page that named the commit alone would be wrong about a build of changed files.
        """
        # What the environment names, or a folder around this one has, is another repository.
        command = ["git", "--git-dir=.git", "--work-tree=.", "--no-optional-locks", "status"]
        command += ["--porcelain=v2", "--branch", "--untracked-files=normal", "--", "."]
        try:
            status = subprocess.run(
                command, cwd=self.folder, capture_output=True, text=True, errors="replace"
            )
        except FileNotFoundError:  # where there is no git, the files came without their history
            return NO_COMMIT
        if status.returncode:
            if (self.folder / ".git").exists():
                said = status.stderr.strip()
                raise ValueError(f"git does not name the commit. It says: {said}")
            return NO_COMMIT
        lines = status.stdout.splitlines()
        oid = next(line for line in lines if line.startswith("# branch.oid ")).split()[2]
        if oid == "(initial)":
            return NO_COMMIT
        changed = "" if all(line.startswith("#") for line in lines) else CHANGED
        return Fact(oid[:SHORT] + changed, oid + changed)
