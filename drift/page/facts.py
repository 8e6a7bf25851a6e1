"""What is true of a build: the Python it ran in, the versions of its libraries, its commit."""

from __future__ import annotations

import difflib
import platform
import re
import subprocess
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

PYTHON, COMMIT = "python", "commit"
NO_COMMIT = "no commit"
CHANGED = ", and changes since"
SHORT = 10
CLASS = "build"
TITLE = re.compile(r"^(?P<name>\S+) of this build$")


class Fact(NamedTuple):
    """A fact as a page shows it, and in full."""

    text: str
    exact: str


def title(name: str) -> str:
    """Return the words by which an element says which fact it shows, as TITLE reads them."""
    return f"{name} of this build"


class BuildFacts:
    """The facts of one build of the project in a folder."""

    def __init__(self, folder: Path):
        """Take the project's folder, whose git knows the commit."""
        self._folder = folder

    def fact(self, name: str) -> Fact:
        """Return a fact: `python`, `commit`, or the version of an installed distribution.

        Raises LookupError for any other name, and ValueError where git knows the commit and does
        not tell it; both say what to do.
        """
        if name == PYTHON:
            return Fact(platform.python_version(), platform.python_version())
        if name == COMMIT:
            return self._commit
        try:
            return Fact(metadata.version(name), metadata.version(name))
        except (metadata.PackageNotFoundError, ValueError):
            raise LookupError(
                f"`#!build {name}` is no fact of the build. Write `#!build {PYTHON}`, "
                f"`#!build {COMMIT}`, or `#!build` with the name of an installed distribution. "
                f"The nearest names: {', '.join(_nearest(name))}."
            ) from None

    def element(self, name: str) -> ElementTree.Element:
        """Return a fact as the `<data>` that shows it; raise as `fact` does."""
        shown = self.fact(name)
        element = ElementTree.Element("data")
        element.set("class", CLASS)
        element.set("value", shown.exact)
        element.set("title", title(name))
        element.text = shown.text
        return element

    def html(self, name: str) -> str:
        """Return a fact as HTML; raise as `fact` does."""
        return ElementTree.tostring(self.element(name), encoding="unicode", method="html")

    @cached_property
    def _commit(self) -> Fact:
        """The commit that is checked out, and whether files differ from it.

        A page that named the commit alone would be wrong about a build of changed files.
        """
        status = ["status", "--porcelain=v2", "--branch", "--untracked-files=normal", "--", "."]
        try:
            told = subprocess.run(
                ["git", "--no-optional-locks", *status],
                cwd=self._folder,
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
            )
        except FileNotFoundError:  # where there is no git, the files came without their history
            return Fact(NO_COMMIT, NO_COMMIT)
        if told.returncode:
            if not any((folder / ".git").exists() for folder in _upwards(self._folder)):
                return Fact(NO_COMMIT, NO_COMMIT)
            raise ValueError(f"git does not tell the commit. It says: {told.stderr.strip()}")
        lines = told.stdout.splitlines()
        oid = next(line for line in lines if line.startswith("# branch.oid ")).split()[2]
        if oid == "(initial)":
            return Fact(NO_COMMIT, NO_COMMIT)
        changed = "" if all(line.startswith("#") for line in lines) else CHANGED
        return Fact(oid[:SHORT] + changed, oid + changed)


def _upwards(folder: Path) -> list[Path]:
    return [folder.resolve(), *folder.resolve().parents]


def _nearest(name: str) -> list[str]:
    names = {PYTHON, COMMIT, *(installed.name for installed in metadata.distributions())}
    return difflib.get_close_matches(name, sorted(names), n=3, cutoff=0)
