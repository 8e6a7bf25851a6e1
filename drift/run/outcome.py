"""What a run of a snippet gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Number(NamedTuple):
    """A number or a boolean that a program names, and the line of the statement that does."""

    value: int | float | bool
    line: int

    @property
    def text(self) -> str:
        """The exact number, as Python writes it."""
        return repr(self.value)


@dataclass(frozen=True)
class Outcome:
    """What a run gave: text printed, SVG drawn ('' for none), numbers by name, or a problem.

    `standard_error` is what a program wrote there that is meant to warn or fail; `confined` tells
    whether it could read no file of the project but those of its folder.
    """

    printed: str = ""
    drawn: str = ""
    numbers: Mapping[str, Number] = field(default_factory=dict)
    problem: str = ""
    standard_error: str = ""
    confined: bool = field(default=False, compare=False)
