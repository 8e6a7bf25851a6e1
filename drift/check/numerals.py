"""Finds every numeral on a finished page that was typed: neither a value nor what a program gave.

A numeral is any character with a numeric value (digits, ², ½, Ⅻ) in what a reader can read or hear.
Names such as L1, and what else has to be typed, are phrases of one file, each with its reason.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from drift.check import reader
from drift.check.reader import Text
from drift.fault import Drift

# Pictures of numerals, to which Unicode gives no value: dates and hours in a square, 🔟, 💯.
DRAWN = "\U0001f51f\U0001f4af" + "".join(
    character
    for character in map(chr, (*range(0x3200, 0x3400), *range(0x1F100, 0x1F200)))
    if not character.isnumeric()
    and any(map(str.isdecimal, unicodedata.normalize("NFKC", character)))
)
TOKEN = re.compile(
    rf"{reader.VALUE_STANDS_HERE}|[\w{DRAWN}](?:[\w{DRAWN}.,'’]*[\w{DRAWN}])?", re.UNICODE
)
CONTEXT = 6
YEAR = r"(?:1[5-9]|20)\d\d[a-z]?"
RANGE = r"\d+\s*[-–]\s*\d+"
ANY = rf"(?:{RANGE}|\d+)"
# The numbers that a reference is found by; what it says of its subject is no such number.
OF_A_REFERENCE = re.compile(
    rf"""(?<!\w)(?:
        (?:https?://(?:dx\.)?doi\.org/|doi:\s*)?10\.\d{{4,9}}/\S+
      | arXiv:\s*\d{{4}}\.\d{{4,5}}
      | ISBN[:\s]*[\d-]+[\dX]
      | \d{{1,4}}\s*(?:\({ANY}\))?\s*[:,]\s*(?:pp?\.\s*{ANY}|{RANGE})
      | \d{{1,4}}\s*\({ANY}\)
      | (?:pp?|[Vv]ol|[Nn]o|[Cc]h|[Ss]ec|§)\.?\s*{ANY}
      | \d{{1,2}}(?:st|nd|rd|th)\s+ed(?:ition|\.)
      | {YEAR}
    )(?![\w%])(?![.,]\d)""",
    re.VERBOSE,
)

DIGIT = re.compile("[0-9]")


@dataclass(frozen=True)
class Numeral:
    """A typed numeral, the words before it and behind it, and where it was read."""

    text: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    is_own: bool = True


@dataclass
class Allowed:
    """The phrases that may be typed, and which of them were met."""

    file: str
    phrases: dict[str, re.Pattern]
    met: set[str] = field(default_factory=set)

    def taken_out(self, text: str) -> str:
        """Return `text` with each allowed phrase blanked, and count the phrase as met."""
        for phrase, pattern in self.phrases.items():
            text, count = pattern.subn(_blank, text)
            if count:
                self.met.add(phrase)
        return text

    def unmet(self) -> Iterator[str]:
        """Yield a fault for each phrase that stands on no page."""
        for phrase in self.phrases.keys() - self.met:
            yield f"{self.file}: {phrase!r} stands on no page any more. Take it out."

    def told(self, place: str, numeral: str) -> str:
        """Return the message about a typed numeral: where, what, and what to write instead."""
        return (
            f"{place}: the numeral {numeral!r} was typed. Compute it in a snippet and write "
            "`#!value folder/name.variable`; if no program can give it, put its phrase into "
            f"{self.file}, with the reason."
        )


def allowed(file: Path) -> Allowed:
    """Read the table of phrases and reasons; a project without the file allows none.

    Raises Drift for a phrase without a numeral or without a reason, and for a bare number: that
    would allow it everywhere.
    """
    table = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
    for phrase, reason in table.items():
        if not isinstance(reason, str) or not reason.strip():
            raise Drift(f"{phrase!r} has no reason. Say why no program can give it.", file.name)
        if not has_numeral(phrase):
            raise Drift(f"{phrase!r} holds no numeral. Take it out.", file.name)
        if not any(character.isalpha() or character in "*^" for character in phrase):
            raise Drift(
                f"{phrase!r} is a bare number, and would be allowed everywhere. Give the words "
                "beside it too.",
                file.name,
            )
    longest_first = sorted(table, key=len, reverse=True)
    return Allowed(file.name, {phrase: _pattern(phrase) for phrase in longest_first})


def _pattern(phrase: str) -> re.Pattern:
    """Return what finds the phrase where it is not a part of a longer word or number."""
    words = r"\s+".join(map(re.escape, phrase.split()))
    before = r"(?<!\w)(?<!\w[.,])" if phrase[0].isalnum() else ""
    after = r"(?!\w|[.,]\d)" if phrase[-1].isalnum() else ""
    return re.compile(before + words + after)


def _blank(found: re.Match) -> str:
    return " " * len(found[0])


def has_numeral(text: str) -> bool:
    """Whether any character of a text has a numeric value."""
    if text.isascii():  # most texts are, and need not be looked at one character at a time
        return bool(DIGIT.search(text))
    return any(character.isnumeric() or character in DRAWN for character in text)


def tokens(text: str) -> list[str]:
    """Return the words of a text, without the marks around them; a value is one word."""
    return [word.strip("_") for word in TOKEN.findall(text)]


def typed(html: str, permitted: Allowed, given: Container[str] = ()) -> Iterator[Numeral]:
    """Yield each numeral of a page, as HTML, that no program gave; `given` are texts known."""
    for text in reader.texts(html):
        if " ".join(text.words.split()) not in given:
            yield from _in(text, permitted)


def _in(text: Text, permitted: Allowed) -> Iterator[Numeral]:
    if not has_numeral(text.words):
        return
    rest = OF_A_REFERENCE.sub(_blank, text.words) if text.is_reference else text.words
    words = tokens(permitted.taken_out(rest))
    for at, word in enumerate(words):
        if has_numeral(word):
            before = tuple(words[max(0, at - CONTEXT) : at])
            yield Numeral(word, before, tuple(words[at + 1 : at + 1 + CONTEXT]), text.is_own)
