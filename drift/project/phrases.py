"""The phrases and kinds of writing with numerals that may be typed, each with the reason why."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import filterfalse
from re import _parser as syntax
from typing import Any

from drift.fault import Fault, FaultsFound
from drift.project.files import parsed, typed

BARE = ["7", "6.67 apples", "x = 7", "1,000", "50 %", "10²", "½", "in 1964", "-7"]
BARE += [" ".join(map(str, range(10_000))), " ".join(f"{n / 100:.2f}" for n in range(1_000))]
# Signs beside Latin and Greek that are no digits, while ⁊ could be a seven; and pictures that are.
MARKS = "·×÷–—‘’‚“”„‹›…•†‡′″€™←→↑↓⇒⇔≈≠≡≤≥±−√∞∑∏∂∇∫∀∃∈⊂⊆∝⋅∣‖⌊⌋⌈⌉⟨⟩✓✗"
FOREIGN = rf"[^\x00-ſ\u02b0-\u036fΑ-ω\u20d0-\u20ff\ue000-\ue002\ufe0f\s{MARKS}]"
SHOWN = re.compile(
    r"\b(?:BILLIARDS|BLOCK|CALENDAR|CIRCLED?|CLOCK|DIE|DIGIT|DOMINO|EIGHTEEN|HUNDRED|KEYCAP|MAHJONG|"
    r"MEDAL|NUMBERS|PLAYING|SLOT|SQUARED|SYMBOL FOR TYPE)\b"
)
# Letters, with a point between them too, could be naughts and ones; and those of Rome are numbers.
DIGIT = re.compile(
    r"[0-9]|\|+[.,]\|+|(?<!\w)(?<!\w[.,])(?:[IOlıØø○◯Α-ω]+[.,][IOlıØø○◯Α-ω]+|[lıΙι][OıΙΟιο]|"
    r"(?!III|Ill)[IOlıΙΟιοØø○◯]{3,}|"
    r"(?=[IVXL]{3})(?!III)(?:XL|L?X{0,3})(?:I[VX]|V?I{0,3}))(?!\w|[.,]\w)"
)


def has_numeral(text: str) -> bool:
    """Whether any character of a text has a numeric value (a digit, ², ½, Ⅻ), or could seem to.

    So could each letter but those of Latin and Greek, and each sign that is not on a short list.
    """
    plain = unicodedata.normalize("NFKD", text)
    is_one = DIGIT.search(plain) or any(map(str.isnumeric, filterfalse(str.isascii, text)))
    return bool(is_one) or any(map(_is_like_one, filterfalse(str.isascii, plain)))


def _is_like_one(character: str) -> bool:
    is_picture = character > "\uffff" and not character.isalpha()
    is_one = not is_picture or SHOWN.search(unicodedata.name(character, ""))
    return bool(is_one and re.match(FOREIGN, character))


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

    def has_number(self, name: str) -> bool:
        """Whether the name of a page or a program says a number."""
        words = re.sub("[/_-]", " ", name)
        return has_numeral(words) and has_numeral(self.in_programs.sub(" ", words))


@cache  # while a site is served, it is the same in nearly every build
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
        re.compile(expression, re.VERBOSE)  # by itself: a bracket would close behind it
        pattern = _any([_kind(expression)])
    except (re.error, OverflowError) as error:
        return f"is no regular expression: {error}."
    if pattern.groups:  # which would get its name or number twice, beside other kinds
        return "holds a group that keeps what it finds. Write (?:…)."
    if _is_endless(syntax.parse(pattern.pattern)):
        return "repeats what has no end itself, which may take for ever. Say how often: {1,9}."
    passed = next(filter(None, map(pattern.search, bare)), None)
    return f"lets {passed[0]!r} pass. Let it match names alone." if passed else ""


def _is_endless(part: Any, is_repeated: bool = False) -> bool:
    """Whether a repetition, in a parsed regular expression, holds one without an end."""
    match part:
        case (_, (int(), int(most), inner)):  # a repetition
            is_one = is_repeated and most == syntax.MAXREPEAT
            return is_one or _is_endless(inner, is_repeated or most > 1)
        case list() | tuple() | syntax.SubPattern():
            return any(_is_endless(each, is_repeated) for each in part)
    return False


def _any(patterns: Iterable[str]) -> re.Pattern:
    return re.compile("|".join(patterns) or r"(?!)")


def _kind(expression: str) -> str:
    """Return what finds a kind of writing where it is not a part of a longer word or number."""
    expression = expression.replace("\\ ", r"(?:\s+)")  # where a line may end
    return rf"(?<!\w)(?<!\d[.,])(?x:{expression})(?![\w%])(?![.,]\d)"


def _pattern(phrase: str) -> re.Pattern:
    words = r"\s+".join(map(re.escape, phrase.split()))
    before = r"(?<!\w)(?<!\w[.,])" if phrase[0].isalnum() else ""
    after = r"(?!\w|[.,]\d)" if phrase[-1].isalnum() else ""
    return re.compile(before + words + after)
