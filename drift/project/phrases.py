"""The phrases with numerals that may be typed on a page, each with the reason why."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping

from drift.fault import Fault, FaultsFound

DIGIT = re.compile("[0-9]")
# Pictures of numerals, to which Unicode gives no value: dates and hours in a square, 🔟, 💯.
DRAWN = "\U0001f51f\U0001f4af" + "".join(
    character
    for character in map(chr, (*range(0x3200, 0x3400), *range(0x1F100, 0x1F200)))
    if not character.isnumeric()
    and any(map(str.isdecimal, unicodedata.normalize("NFKC", character)))
)


def has_numeral(text: str) -> bool:
    """Whether any character of a text has a numeric value (a digit, ², ½, Ⅻ)."""
    if text.isascii():  # most texts are, and need not be looked at one character at a time
        return bool(DIGIT.search(text))
    return any(character.isnumeric() or character in DRAWN for character in text)


def read(file: str, text: str) -> Mapping[str, re.Pattern]:
    """Return what finds each phrase of a file, given as its text, the longest phrase first.

    Raises FaultsFound for a phrase without a numeral or without a reason, and for a bare number:
    that would be allowed everywhere.
    """
    table = tomllib.loads(text)
    for phrase, reason in table.items():
        problem = ""
        if not isinstance(reason, str) or not reason.strip():
            problem = "has no reason. Say why no program can give it."
        elif not has_numeral(phrase):
            problem = "holds no numeral. Take it out."
        elif not any(character.isalpha() or character in "*^" for character in phrase):
            problem = (
                "is a bare number, and would be allowed everywhere. Give the words beside it too."
            )
        if problem:
            raise FaultsFound(Fault(file, 0, f"{phrase!r} {problem}"))
    return {phrase: _pattern(phrase) for phrase in sorted(table, key=len, reverse=True)}


def _pattern(phrase: str) -> re.Pattern:
    """Return what finds the phrase where it is not a part of a longer word or number."""
    words = r"\s+".join(map(re.escape, phrase.split()))
    before = r"(?<!\w)(?<!\w[.,])" if phrase[0].isalnum() else ""
    after = r"(?!\w|[.,]\d)" if phrase[-1].isalnum() else ""
    return re.compile(before + words + after)
