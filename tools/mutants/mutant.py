"""A planted fault, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from drift.project.snippet import PROGRAM, Snippet

CAUGHT, EQUIVALENT, THROUGH = "caught", "equivalent", "got through"


class Change(NamedTuple):
    """A place in a text, from `start` to `end` in characters, and what stands there instead."""

    start: int
    end: int
    after: str

    def of(self, text: str) -> str:
        """Return the text with the change in it."""
        return text[: self.start] + self.after + text[self.end :]

    def line(self, text: str) -> int:
        """Return the line of a text (from 1) on which the change begins."""
        return text.count("\n", 0, self.start) + 1

    def words(self, text: str) -> str:
        """Return in words what becomes what; a digit alone says little."""
        around = " ".join(text[max(self.start - 12, 0) : self.end + 12].split())[:80]
        return f"{text[self.start : self.end][:80]!r} becomes {self.after[:80]!r} in {around!r}"


def digits(text: str, start: int = 0, end: int | None = None) -> Iterator[Change]:
    """Yield a change of each digit of a text to the next one."""
    for digit in re.compile(r"\d").finditer(text, start, len(text) if end is None else end):
        yield Change(*digit.span(), str((int(digit[0]) + 1) % 10))


def denied(text: str, start: int = 0, end: int | None = None) -> Iterator[Change]:
    """Yield each claim of an approved file, or of a value on a finished page, made false."""
    for true in re.compile(r"\bTrue\b").finditer(text, start, len(text) if end is None else end):
        yield Change(*true.span(), "False")


@dataclass(frozen=True, eq=False)
class Mutant:
    """A planted fault: its kind, its file below the project, the file's text, and the change.

    `words` say what was changed, `place` where. A message about it must hold one of the texts in
    `named`, by which an author finds the place. `subject` is what was changed, in the object that
    the guard reads.
    """

    kind: str
    file: str
    before: str
    change: Change
    words: str
    place: str
    named: tuple[str, ...]
    subject: Any = None

    @property
    def text(self) -> str:
        """The text of the file, with the fault."""
        return self.change.of(self.before)


class Verdict(NamedTuple):
    """What became of a mutant, and what the guard found, if that did not catch it."""

    mutant: Mutant
    fate: str
    found: str = ""


def verdict(mutant: Mutant, messages: Iterable[object], is_same: bool = False) -> Verdict:
    """Return what became of a mutant of which the guard finds something, or nothing.

    A message that does not name the place catches nothing: nobody would find the fault. If it
    `is_same`, all that pages show is what it was.
    """
    found = []
    for message in map(str, messages):
        if any(name in message for name in mutant.named):
            return Verdict(mutant, CAUGHT)
        found.append(message)
    return Verdict(mutant, THROUGH if found or not is_same else EQUIVALENT, "\n".join(found))


def names(snippet: Snippet) -> tuple[str, ...]:
    """Return how messages name a snippet: its file, and what comes before a value's name."""
    return snippet.shown_path, f"{snippet.name.removesuffix(PROGRAM)}."
