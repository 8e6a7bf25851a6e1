"""Equations of numbers: each side of a formula is computed, and its sides must agree.

What a part of a formula comes to is an interval, by mpmath, of its finished MathML. It is written
as an expression of Python, which knows what binds more than what. Beside ≈ a number that was
rounded is the interval of all that its digits may stand for; elsewhere it is what it shows.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from functools import partial
from itertools import chain, dropwhile, pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from mpmath.ctx_iv import MPIntervalContext
from mpmath.libmp import ComplexResult
from selectolax.lexbor import LexborNode

from drift.check import notation
from drift.check.document import Document
from drift.fault import Fault
from drift.project.project import Project

APART = {*"→⇒⇔↦", *notation.SEPARATORS}  # between two numbers they say nothing that could be false
OPENING = {"(": "(", "[": "(", "|": "abs("}  # as Python writes them
SYMBOLIC = "it holds more than numbers"  # and is compared with nothing
SEVERAL = "it is several numbers: a point, a set or a matrix"  # and may stand beside symbols

INTERVALS = MPIntervalContext()
INTERVALS.dps = 50
Interval = INTERVALS.mpf
WRITTEN = {"e": "(e)", "π": "(pi)", "%": "(I('0.01'))", "ln": "ln", "log": "ln", "exp": "exp"}
NAMES = {
    "__builtins__": {}, "I": Interval, "abs": abs, "sqrt": INTERVALS.sqrt, "ln": INTERVALS.log,
    "e": INTERVALS.e + 0, "pi": INTERVALS.pi + 0, "exp": lambda given: NAMES["e"] ** given,
    "log": lambda base: lambda given: INTERVALS.log(given) / INTERVALS.log(base),
}  # fmt: skip


def _power(base: Interval, exponent: Interval, power=Interval.__pow__) -> Interval:
    """Return a power; raise OverflowError for one of so many digits that it would take for ever."""
    if (size := abs(base).b) != 0 and abs(INTERVALS.log(size) * exponent).b > 10_000:
        raise OverflowError
    return power(base, exponent)


Interval.__pow__ = _power  # a class of this context alone


class NotComputed(Exception):
    """A part of a formula is no number; it says why not."""


class Part(NamedTuple):
    """A part of a formula: its elements, the relation before it, and why it is no number.

    `number` are its elements up to its unit, which is all symbols behind it.
    """

    row: list[Element]
    relation: str
    number: list[Element]
    unit: str
    problem: str


def disagreements(document: Document, project: Project | None) -> Iterator[Fault]:
    """Yield a fault for each equation of numbers whose sides do not agree, or are not computed."""
    for node, chains in formulas(document):
        for message in chain.from_iterable(map(_wrong, chains)):
            yield document.fault(node, message, project)


def _wrong(parts: list[Part]) -> Iterator[str]:
    kinds = [*map(_alters, parts)]
    words = [notation.in_words(part.row) for part in parts]
    if True in kinds and False not in kinds:
        message = "reads as one number, which no program gave: let a program compute it."
        yield f"{words[kinds.index(True)]} {message}"
        return
    is_only = sum(part.problem != SYMBOLIC for part in parts) == 1
    for part, each in zip(parts, words):
        if part.problem not in ("", SYMBOLIC) and not (is_only and part.problem == SEVERAL):
            yield f"{each} is not computed: {part.problem}. Write it otherwise."
    numbers = sorted((part.unit, at) for at, part in enumerate(parts) if not part.problem)
    for (unit, at), (other, behind) in pairwise(numbers):
        relations = [part.relation for part in parts[at + 1 : behind + 1]]
        if unit == other and not _agree(parts[at].number, parts[behind].number, relations):
            equation = f"{words[at]} {' … '.join(relations)} {words[behind]}"
            advice = "Mend the numbers; where a side was rounded, write ≈ (of = ≡ ≈ ≠ < > ≤ ≥)."
            yield f"the equation {equation} does not hold. {advice}"


def formulas(document: Document) -> Iterator[tuple[LexborNode, list[list[Part]]]]:
    """Yield the parts of each formula in chains, such as a = b < c, with its element."""
    for node, (whole, *apart) in notation.read(document):
        below = ([*_chains(line)] for line in apart)
        several = (chains for chains in below if sum(map(len, chains)) > 1)
        yield node, [*_chains(whole), *chain.from_iterable(several)]


def _chains(line: Iterable[Element]) -> Iterator[list[Part]]:
    """Yield the parts of one line, in chains."""
    rows: list[tuple[list[Element], str]] = [([], "")]
    for each in line:
        sign = notation.relation(each)
        if not sign:
            rows[-1][0].append(each)
        elif rows[-1][0] or sign not in notation.SEPARATORS:  # beside a sign a blank says nothing
            rows.append(([each] if each.find(".//mn") is not None else [], sign))
    parts = [_part(row, sign) for row, sign in rows if row]
    starts = [at for at, part in enumerate(parts) if not at or part.relation in APART]
    yield from (parts[at:end] for at, end in zip(starts, [*starts[1:], len(parts)]))


def _part(row: list[Element], sign: str) -> Part:
    """Return a part, the last of whose elements are its unit: symbols, and what divides them."""
    number = [*dropwhile(lambda each: each.tag == "mtext" and notation.is_symbol(each), row)]
    size = len(number)
    while size and (
        any(map(notation.is_symbol, notation.elements(number[size - 1 : size])))
        or (size < len(number) and notation.OPERATORS.get(number[size - 1].text) in ("*", "/"))
    ):
        size -= 1
    unit = notation.in_words(each for each in number[size:] if each.tag != "mtext")
    problem = "a number stands above or below a sign" if notation.relation(row[0]) else ""
    try:
        _interval(number[:size], False)
    except NotComputed as why:
        problem = problem or (SYMBOLIC if unit else str(why))
    return Part(row, sign, number[:size], unit, problem)


def _agree(left: list[Element], right: list[Element], relations: list[str]) -> bool:
    """Whether two parts are related as the signs between them say."""
    is_rounded = "≈" in relations
    a, b = _interval(left, is_rounded), _interval(right, is_rounded)
    meets = a.a <= b.b and b.a <= a.b
    signs = {*relations} - {*"=≡≈"}
    if signs and signs <= {"≤", "<"}:
        return a.b < b.a if "<" in signs else a.a <= b.b
    if signs and signs <= {"≥", ">"}:
        return a.a > b.b if ">" in signs else a.b >= b.a
    # Other signs are known of no two numbers, and say nothing of ends with symbols between them.
    return len(relations) > 1 if signs - {"≠"} else meets != ("≠" in signs)


def _interval(row: list[Element], is_rounded: bool) -> Interval:
    """Return what a row comes to; raise NotComputed."""
    shown = "".join(text for each in row for text in each.itertext())
    if not any(map(str.isalnum, shown)) or any(map(notation.is_symbol, notation.elements(row))):
        raise NotComputed(SYMBOLIC)
    try:
        value = eval(_written(row, is_rounded), NAMES)  # no text of the page is in it
        if isinstance(value, Interval) and value.a > -INTERVALS.inf and value.b < INTERVALS.inf:
            return value
    except (SyntaxError, TypeError, LookupError, NotImplementedError):  # the last of a function
        raise NotComputed("a part of it is missing, or is not known") from None
    except (ComplexResult, ValueError, OverflowError):
        pass
    message = "it divides by zero, has a root or logarithm of a negative number, or no end"
    raise NotComputed(f"it is no real number: {message}")


def _alters(part: Part) -> bool | None:
    """Whether a part changes its one value, by a sign, a root and the like; None for symbols."""
    inner = [*notation.elements(part.number)]
    if not inner or part.unit or any(map(notation.is_symbol, inner)):
        return None
    tags = [each.tag for each in inner]
    is_more = {*tags} - {"mn", "data", "mrow"} or tags.count("mn") > 1
    return tags.count("data") == 1 and bool(is_more)


def _written(row: Iterable[Element], is_rounded: bool) -> str:
    """Return a row as an expression of Python; all in it that is a whole ends with a bracket."""
    parts: list[str] = []
    for element in row:
        is_behind = bool(parts) and parts[-1].endswith(")")
        if element.tag == "mo" and element.text in notation.OPERATORS:
            parts.append(notation.OPERATORS[element.text])
        elif element.text in notation.DOTS and parts and not is_behind:
            raise NotComputed(SYMBOLIC)  # behind a number they are of its digits
        else:  # two numbers side by side are one product: 2(3 + 4)
            parts.append("* " * is_behind + _part_written(element, is_rounded))
    return " ".join(parts)


def _part_written(element: Element, is_rounded: bool) -> str:
    of, text = partial(_part_written, is_rounded=is_rounded), (element.text or "").strip()
    match element.tag, [*element]:
        case "mn", _:
            return f"(I({_number(element, is_rounded)}))"
        case "mi", _ if notation.is_symbol(element):
            raise NotComputed(SYMBOLIC)
        case "mi", _:
            return WRITTEN[text]
        case "mo", _ if text in notation.ENDS:
            raise NotComputed(f"{text} is not closed")
        case ("group", [_, *inner, _]) if any(map(notation.relation, inner[1:])):
            raise NotComputed(SEVERAL)
        case "group", [opening, *inner, closing] if closing.text == notation.ENDS[opening.text][0]:
            return f"{OPENING[opening.text]}{_written(inner, is_rounded)})"
        case "msub", [name, below] if (name.text or "").strip() == "log":
            return f"[log({of(below)})][0]"  # which is no whole
        case "mrow", _:
            return f"({_written(element, is_rounded)})"
        case "mfrac", [above, below] if "linethickness" not in element.attrib:
            return f"({of(above)} / {of(below)})"
        case "msup", [base, exponent]:
            return f"({of(base)} ** {of(exponent)})"
        case "msqrt", _:
            return f"(sqrt({_written(element, is_rounded)}))"
        case "mroot", [base, degree]:
            return f"({of(base)} ** (1 / {of(degree)}))"
    raise NotComputed(f"<{element.tag}> {''.join(element.itertext()).strip()} is not known")


def _number(element: Element, is_rounded: bool) -> str:
    """Return a number; one that was rounded is all that its digits may stand for, if asked for."""
    data = element.find("data")
    shown = "".join(element.itertext()).strip().replace(",", "").replace("−", "-")
    try:
        digits = Decimal(shown)
        exact = Decimal(data.get("value", shown)) if data is not None else digits
        half = Decimal(5).scaleb(digits.as_tuple().exponent - 1)
    except (InvalidOperation, TypeError):
        raise NotComputed(f"{shown} is no number, or is not finite") from None
    if not is_rounded or exact == digits:
        return repr(str(digits))
    return repr([str(digits - half), str(digits + half)])
