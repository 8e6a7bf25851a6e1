"""The phrases and kinds of writing with numerals that may be typed, each with the reason why."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import filterfalse

from drift.fault import Fault, FaultsFound
from drift.project.files import parsed, typed

BARE = ("7", "6.67 apples", "x = 7", "1,000", "50 %", "10²", "½", "in 1964", "-7")
# Pictures of numerals, to which Unicode gives no value: dates and hours in a square, 🔟, 💯, dice,
# the pieces of games, clocks.
DRAWN = "🔟💯⚀-⚅🀀-🃵🕐-🕧" + "".join(
    character
    for character in map(chr, (*range(0x3200, 0x3400), *range(0x1F100, 0x1F200)))
    if not character.isnumeric()
    and any(map(str.isdecimal, unicodedata.normalize("NFKC", character)))
)
# Letters with a point between them could be naughts and ones.
DIGIT = re.compile(rf"[0-9{DRAWN}]|(?<!\w)(?<!\w[.,])[OlΟο]+[.,][OlΟο]+(?!\w|[.,]\w)")
SCRIPTS = ("LATIN", "GREEK", "MODIFIER")


def has_numeral(text: str) -> bool:
    """Whether any character of a text has a numeric value (a digit, ², ½, Ⅻ), or could seem to.

    That is a letter of another script than those of this site: б could be a six.
    """
    return bool(DIGIT.search(text)) or any(map(_is_numeral, filterfalse(str.isascii, text)))


def _is_numeral(character: str) -> bool:
    plain = unicodedata.normalize("NFKC", character)[0]
    is_foreign = plain.isalpha() and not unicodedata.name(plain, "").startswith(SCRIPTS)
    return is_foreign or character.isnumeric()


@dataclass(frozen=True)
class References:
    """The table of the numbers by which a work is found: the page on which, and their kinds."""

    page: str = ""
    kinds: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Allowed:
    """What may be typed: each phrase with what finds it, the longest first, and by their place.

    `anywhere` finds phrases and kinds of writing, `in_references` the numbers by which a work is
    found, on the one page of `references`; `in_programs` what strings and comments may hold.
    """

    phrases: Mapping[str, re.Pattern]
    anywhere: re.Pattern
    references: str
    in_references: re.Pattern
    in_programs: re.Pattern


def read(file: str, text: str) -> Allowed:
    """Return what a file allows, given as its text; raise FaultsFound where that is too much."""
    written = parsed(file, text)
    forms = {"kinds": dict[str, str], "programs": dict[str, str], "references": References}
    kinds, programs, references = (
        typed(file, written.pop(name, {}), forms[name], name) for name in forms
    )
    reasons = typed(file, written, dict[str, str])
    for phrase, reason in reasons.items():
        problem = ""
        if not reason.strip():
            problem = "has no reason. Say why no program can give it."
        elif not has_numeral(phrase):
            problem = "holds no numeral. Take it out."
        elif not any(character.isalpha() or character in "*^" for character in phrase):
            problem = (
                "is a bare number, and would be allowed everywhere. Give the words beside it too."
            )
        if problem:
            raise FaultsFound(Fault(file, 0, f"{phrase!r} {problem}"))
    phrases = {phrase: _pattern(phrase) for phrase in sorted(reasons, key=len, reverse=True)}
    for table, bare in ((kinds, BARE), (programs, BARE), (references.kinds, ())):
        for kind, expression in table.items():
            if problem := _too_wide(expression, bare):
                raise FaultsFound(Fault(file, 0, f"the kind {kind!r} {problem}"))
    known = [each.pattern for each in phrases.values()]
    known += map(_kind, kinds.values())
    return Allowed(
        phrases,
        _any(known),
        references.page,
        _any(map(_kind, references.kinds.values())),
        _any([*map(_kind, programs.values()), *known]),
    )


def _too_wide(expression: str, bare: Iterable[str]) -> str:
    """Return what is wrong with the regular expression of a kind; '' for nothing."""
    try:
        pattern = _any([_kind(expression)])
    except re.error as error:
        return f"is no regular expression: {error}."
    passed = next(filter(pattern.search, bare), "")
    return f"lets {passed!r} pass. Let it match names alone." if passed else ""


def _any(patterns: Iterable[str]) -> re.Pattern:
    return re.compile("|".join(patterns) or r"(?!)")


def _kind(expression: str) -> str:
    """Return what finds a kind of writing where it is not a part of a longer word or number."""
    expression = expression.replace("\\ ", r"\s+")  # where a line may end
    return rf"(?<!\w)(?<!\d[.,])(?x:{expression})(?![\w%])(?![.,]\d)"


def _pattern(phrase: str) -> re.Pattern:
    words = r"\s+".join(map(re.escape, phrase.split()))
    before = r"(?<!\w)(?<!\w[.,])" if phrase[0].isalnum() else ""
    after = r"(?!\w|[.,]\d)" if phrase[-1].isalnum() else ""
    return re.compile(before + words + after)
