"""`python release.py v1.2.3 NOTES`: may this tag be released? Writes what its release says.

The version stands in pyproject.toml, in CHANGELOG.md with its day, and in CITATION.cff. What they
say has to agree, or a reader would look for a version that is not the one at hand.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import yaml

PROJECT = Path(__file__).resolve().parent
CHANGELOG, CITATION, SETTINGS = "CHANGELOG.md", "CITATION.cff", "pyproject.toml"
UNRELEASED = "Unreleased"
KINDS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")
HEADING = re.compile(r"## \[(?P<version>\d+\.\d+\.\d+|Unreleased)\](?: - (?P<day>\S+))?")


class Section(NamedTuple):
    """A version of the changelog: its name, its day as it is written, its line, and its text."""

    version: str
    day: str
    line: int
    text: str


def sections(changelog: str) -> list[Section]:
    """Return the sections of a changelog, in its order.

    Raises ValueError, which tells the line, for a heading that is not in the form of a changelog.
    """
    found: list[Section] = []
    for line, text in enumerate(changelog.splitlines(), start=1):
        if text.startswith("## "):
            heading = HEADING.fullmatch(text)
            if not heading:
                raise ValueError(
                    f"{CHANGELOG}, line {line}: {text!r} is no version. Write ## [1.2.3] - "
                    f"2026-11-25, or ## [{UNRELEASED}]"
                )
            found.append(Section(heading["version"], heading["day"] or "", line, ""))
        elif text.startswith("### ") and text[4:] not in KINDS:
            raise ValueError(
                f"{CHANGELOG}, line {line}: {text!r} is no kind of change. There are "
                f"{', '.join(KINDS)}."
            )
        elif found:
            found[-1] = found[-1]._replace(text=f"{found[-1].text}{text}\n")
    return [section._replace(text=section.text.strip()) for section in found]


def problems(project: Path, tag: str = "") -> Iterator[str]:
    """Yield what the places of a version in a project do not agree on; with `tag`, on that too.

    Raises ValueError for a changelog that can't be read.
    """
    version = tomllib.loads((project / SETTINGS).read_text("utf-8"))["project"]["version"]
    told = sections((project / CHANGELOG).read_text("utf-8"))
    released = [section for section in told if section.version != UNRELEASED]
    for section in released:
        yield from _of_day(section)
    for newer, older in pairwise(released):
        if (newer.day, _numbers(newer)) <= (older.day, _numbers(older)):
            yield (
                f"{CHANGELOG}, line {older.line}: {older.version} is not older than "
                f"{newer.version}, which stands above it."
            )
    for section in told[1:]:
        if section.version == UNRELEASED:
            yield f"{CHANGELOG}, line {section.line}: {UNRELEASED} stands first, and once."
    newest = released[0] if released else Section("nothing", "", 1, "")
    if newest.version != version:
        yield (
            f"{CHANGELOG}, line {newest.line}: the newest version is {newest.version}, and "
            f"{SETTINGS} has {version}."
        )
    cited = yaml.safe_load((project / CITATION).read_text("utf-8"))
    if (cited["version"], cited["date-released"]) != (newest.version, newest.day):
        yield (
            f"{CITATION} has {cited['version']} of {cited['date-released']}, and {CHANGELOG} "
            f"{newest.version} of {newest.day}."
        )
    if not tag:
        return
    if tag != f"v{version}":
        yield f"the tag {tag} is not v{version}, the version in {SETTINGS}."
    if told[0].version == UNRELEASED and told[0].text:
        yield (
            f"{CHANGELOG}, line {told[0].line}: what stands under {UNRELEASED} is in this tag too. "
            "Move it below the version."
        )
    if not newest.text:
        yield f"{CHANGELOG}, line {newest.line}: nothing is told of {newest.version}."


def notes(project: Path) -> str:
    """Return what the changelog tells of its newest version."""
    told = sections((project / CHANGELOG).read_text("utf-8"))
    return next(section.text for section in told if section.version != UNRELEASED) + "\n"


def _of_day(section: Section) -> Iterator[str]:
    try:
        is_day = date.fromisoformat(section.day).isoformat() == section.day
    except ValueError:
        is_day = False
    if not is_day:
        yield (
            f"{CHANGELOG}, line {section.line}: {section.version} has no day. Write ## "
            f"[{section.version}] - 2026-11-25, with the day of its release."
        )


def _numbers(section: Section) -> tuple[int, ...]:
    return tuple(map(int, section.version.split(".")))


def main() -> int:
    """Read the command line, and write the notes where all agrees. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python release.py", description=__doc__)
    parser.add_argument("tag", help="the tag to release, as in v1.2.3")
    parser.add_argument("notes", type=Path, help="where to write what the release says")
    options = parser.parse_args()
    try:
        found = [*problems(PROJECT, options.tag)]
    except ValueError as fault:
        found = [str(fault)]
    for problem in found:
        print(f"release: {problem}", file=sys.stderr)
    if found:
        print("release: nothing is released.", file=sys.stderr)
        return 1
    options.notes.parent.mkdir(parents=True, exist_ok=True)
    options.notes.write_text(notes(PROJECT), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
