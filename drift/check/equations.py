"""Equations of numbers: each side of a formula is computed, and its sides must agree.

What a part of a formula comes to is an interval, by mpmath, of its finished MathML. It is written
as an expression of Python, which knows what binds more than what. Beside ≈ a number that was
rounded is the interval of all that its digits may stand for; elsewhere it is what it shows.
"""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from itertools import chain, pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from mpmath.ctx_iv import MPIntervalContext
from mpmath.libmp import ComplexResult
from selectolax.lexbor import LexborNode

from drift.check.document import CLOSING, Document, in_words
from drift.check.formulas import OPERATORS, SEPARATORS, elements, is_symbol, read, relation
from drift.fault import Fault
from drift.project.project import Project

APART = {*"→⇒⇔↦", *SEPARATORS}  # between two numbers they say nothing that could be false
OPENING = {"(": "(", "[": "(", "|": "abs("}  # as Python writes them
DOTS = ("…", "⋯")
SYMBOLIC = "it holds more than numbers"  # and is compared with nothing

INTERVALS = MPIntervalContext()
INTERVALS.dps = 50
Interval = INTERVALS.mpf
KNOWN = {
    "e": INTERVALS.e + 0, "π": INTERVALS.pi + 0, "%": Interval(1) / 100,
    "ln": INTERVALS.log, "log": INTERVALS.log, "exp": lambda it: KNOWN["e"] ** it,
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
    kinds = [_alters(part.row) for part in parts]
    if True in kinds and False not in kinds:
        words = in_words(parts[kinds.index(True)].row)
        yield f"{words} reads as one number, which no program gave: let a program compute it."
        return
    for part in parts:
        if part.problem not in ("", SYMBOLIC):
            yield f"{in_words(part.row)} is not computed: {part.problem}. Write it otherwise."
    numbers = sorted((part.unit, at) for at, part in enumerate(parts) if not part.problem)
    for (unit, at), (other, behind) in pairwise(numbers):
        left, right = parts[at], parts[behind]
        relations = [part.relation for part in parts[at + 1 : behind + 1]]
        if unit == other and not _agree(left.number, right.number, relations):
            equation = f"{in_words(left.row)} {' … '.join(relations)} {in_words(right.row)}"
            advice = "Mend the numbers; where a side was rounded, write ≈ (of = ≡ ≈ ≠ < > ≤ ≥)."
            yield f"the equation {equation} does not hold. {advice}"


def formulas(document: Document) -> Iterator[tuple[LexborNode, list[list[Part]]]]:
    """Yield the parts of each formula in chains, such as a = b < c, with its element."""
    for node, (whole, *apart) in read(document):
        below = ([*_chains(line)] for line in apart)
        several = (chains for chains in below if sum(map(len, chains)) > 1)
        yield node, [*_chains(whole), *chain.from_iterable(several)]


def _chains(line: Iterable[Element]) -> Iterator[list[Part]]:
    """Yield the parts of one line, in chains."""
    rows: list[tuple[list[Element], str]] = [([], "")]
    for each in line:
        if sign := relation(each):
            rows.append(([each] if each.find(".//mn") is not None else [], sign))
        else:
            rows[-1][0].append(each)
    parts = [_part(row, sign) for row, sign in rows if row]
    starts = [at for at, part in enumerate(parts) if not at or part.relation in APART]
    yield from (parts[at:end] for at, end in zip(starts, [*starts[1:], len(parts)]))


def _part(row: list[Element], sign: str) -> Part:
    """Return a part, the last of whose elements are its unit: symbols, and what divides them."""
    number = row
    while len(number) > 1 and "mtext" in (number[0].tag, number[-1].tag):
        number = number[1:] if number[0].tag == "mtext" else number[:-1]
    size = len(number)
    while size and (
        any(map(is_symbol, elements(number[size - 1 : size])))
        or (size < len(number) and OPERATORS.get(number[size - 1].text) in ("*", "/"))
    ):
        size -= 1
    problem = "a number stands above or below a sign" if relation(row[0]) else ""
    try:
        _interval(number[:size], False)
    except NotComputed as why:
        problem = problem or (SYMBOLIC if size < len(number) else str(why))
    return Part(row, sign, number[:size], in_words(number[size:]), problem)


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
    if not any(map(str.isalnum, shown)) or any(map(is_symbol, elements(row))):
        raise NotComputed(SYMBOLIC)
    expression = _Expression(is_rounded)
    names = {"__builtins__": {}, "abs": abs, "sqrt": INTERVALS.sqrt, "v": expression.values}
    try:
        value = eval(expression.row(row), names)
        if isinstance(value, Interval) and value.a > -INTERVALS.inf and value.b < INTERVALS.inf:
            return value
    except (SyntaxError, TypeError, LookupError, NotImplementedError):
        raise NotComputed("a part of it is missing, or is not known") from None
    except (ComplexResult, ValueError, OverflowError):
        pass
    message = "it divides by zero, has a root or logarithm of a negative number, or no end"
    raise NotComputed(f"it is no real number: {message}")


def _alters(row: list[Element]) -> bool | None:
    """Whether a part changes its one value, by a sign, a root and the like; None for symbols."""
    inner = [*elements(each for each in row if each.tag != "mtext")]
    tags = [each.tag for each in inner]
    if not inner or any(map(is_symbol, inner)):
        return None
    said = "".join(each.text or "" for each in row if each.tag == "mtext").split()
    is_more = {*tags} - {"mn", "data", "mrow"} or tags.count("mn") > 1
    return tags.count("data") == 1 and bool(is_more or not "".join(["a", *said]).isalpha())


class _Expression:
    """Writes rows as Python, with v[0], v[1] for numbers and functions: no text of the page is."""

    def __init__(self, is_rounded: bool):
        self.values: list[Interval | Callable] = []
        self._is_rounded = is_rounded

    def row(self, row: Iterable[Element]) -> str:
        """Return the expression for a row; all in it that is a whole ends with a bracket."""
        written: list[str] = []
        for element in row:
            is_behind = bool(written) and written[-1].endswith(")")
            if element.tag == "mo" and element.text in OPERATORS:
                written.append(OPERATORS[element.text])
            elif element.text in DOTS and written and not is_behind:
                raise NotComputed(SYMBOLIC)  # behind a number they are of its digits
            else:  # two numbers side by side are one product: 2(3 + 4)
                written.append("* " * is_behind + self._of(element))
        return " ".join(written)

    def _of(self, element: Element) -> str:
        text = (element.text or "").strip()
        match element.tag, [*element]:
            case "mn", _:
                return self._named(_number(element, self._is_rounded))
            case "mi", _:
                return self._named(KNOWN[text])
            case "mo", _ if text in CLOSING:
                raise NotComputed(f"{text} is not closed")
            case "group", [_, *inner, _] if any(map(relation, inner)):
                raise NotComputed(SYMBOLIC)  # a point, an interval, a set
            case "group", [opening, *inner, closing] if closing.text == CLOSING[opening.text]:
                return f"{OPENING[opening.text]}{self.row(inner)})"
            case "msub", [name, below] if (name.text or "").strip() == "log":
                base = _interval([below], False)
                return self._named(lambda given: INTERVALS.log(given) / INTERVALS.log(base))
            case "mrow", _:
                return f"({self.row(element)})"
            case "mfrac", [above, below] if "linethickness" not in element.attrib:
                return f"({self._of(above)} / {self._of(below)})"
            case "msup", [base, exponent]:
                return f"({self._of(base)} ** {self._of(exponent)})"
            case "msqrt", _:
                return f"(sqrt({self.row(element)}))"
            case "mroot", [base, degree]:
                return f"({self._of(base)} ** (1 / {self._of(degree)}))"
        raise NotComputed(f"<{element.tag}> {''.join(element.itertext()).strip()} is not known")

    def _named(self, value: Interval | Callable) -> str:
        self.values.append(value)
        name = f"v[{len(self.values) - 1}]"
        return f"({name})" if isinstance(value, Interval) else name  # and what is behind is given


def _number(element: Element, is_rounded: bool) -> Interval:
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
        return Interval(str(digits))
    return Interval([str(digits - half), str(digits + half)])
