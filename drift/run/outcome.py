"""What a run of a snippet gave."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Outcome:
    """Text printed, SVG drawn ('' for none), numbers by name; or a problem, that is no sound run.

    Booleans are numbers; `others` gives the type of each other name. `standard_error` is what a
    program wrote there that is meant to warn or fail; `confined` says whether it could read no file
    of the project but those of its folder.
    """

    printed: str = ""
    drawn: str = ""
    numbers: Mapping[str, float] = field(default_factory=dict)
    problem: str = ""
    standard_error: str = ""
    others: Mapping[str, str] = field(default_factory=dict)
    confined: bool = field(default=False, compare=False)
