"""A planted fault, and what became of it."""

import os
import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

CAUGHT, EQUIVALENT, THROUGH = "caught", "equivalent", "got through"
PLACE = re.compile(r"\d|\bTrue\b")


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


def changes(text: str, start: int = 0, end: int | None = None) -> Iterator[Change]:
    """Yield each digit of a text changed, and each True made false.

    L1 becomes L6: a name that may be typed can be exchanged for another, and is no result.
    """
    for found in PLACE.finditer(text, start, len(text) if end is None else end):
        after = "False" if found[0] == "True" else str((int(found[0]) + 5) % 10)
        yield Change(*found.span(), after)


def change_to(before: str, after: str) -> Change:
    """Return the change that makes a text another."""
    start = len(os.path.commonprefix([before, after]))
    same = len(os.path.commonprefix([before[start:][::-1], after[start:][::-1]]))
    return Change(start, len(before) - same, after[start : len(after) - same])


def some(things: Iterable, most: int) -> list:
    """Return so many things at most, chosen by the seed."""
    things = [*things]
    return random.sample(things, min(most, len(things)))


class Found(NamedTuple):
    """What the guard finds; and whether all that pages show is as it was."""

    messages: Iterable[object]
    is_same: bool = False


@dataclass(frozen=True, eq=False)
class Mutant:
    """A planted fault: its kind, its file below the project, the file's text, and the change.

    A message about it must hold one of the texts in `named`, by which an author finds the place; …
    in one is any text.
    `found` asks the guard.
    """

    kind: str
    file: str
    before: str
    change: Change
    named: tuple[str, ...]
    found: Callable[[], Found]

    @property
    def text(self) -> str:
        """The text of the file, with the fault."""
        return self.change.of(self.before)

    def __str__(self) -> str:
        """Return its place, and what becomes what."""
        line = self.change.line(self.before)
        return f"{self.file}, line {line}: {self.change.words(self.before)}"

    def fate(self) -> tuple[str, str]:
        """Return what becomes of it, and the messages, if all of them name another place."""
        found, others = self.found(), []
        for message in map(str, found.messages):
            if any(all(map(message.__contains__, name.split("…"))) for name in self.named):
                return CAUGHT, ""
            others.append(message)
        return EQUIVALENT if found.is_same and not others else THROUGH, "\n".join(others)
