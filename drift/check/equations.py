"""Equations of numbers: each side of a formula is computed, and its sides must agree.

What a part of a formula comes to is an interval, by mpmath, of its finished MathML. It is written
as an expression of Python, which knows what binds more than what. Beside ≈ a number that was
rounded is the interval of all that its digits may stand for; elsewhere it is what it shows.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from itertools import chain, pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

from mpmath.ctx_iv import MPIntervalContext
from mpmath.libmp import ComplexResult
from selectolax.lexbor import LexborNode

from drift.check.document import BETWEEN, CLOSING, Document, in_words
from drift.fault import Fault, FaultsFound
from drift.project.project import Project

XMLNS = re.compile(r' xmlns="[^"]*"')
ARROWS = "→⇒⇔↦"  # between two numbers they say nothing that could be false
PARTS = "∣|∞±∓∑∏∫∂∇√∘∪∩"  # signs of mathematics that, as operators, stand in a part of a formula
# As Python writes them.
OPERATORS = dict(zip("·×⋅∗*/÷+−-", "*****//+--"))
OPENING = {"(": "(", "[": "(", "|": "abs("}
DRESS = {"mover", "munder", "munderover"}
LINES = {"math", "mtable", "mtr", "mtd", "mstyle"}
SYMBOLIC = "it holds more than numbers"  # and is compared with nothing
ROWS = LINES | {"mrow", "msqrt"}

INTERVALS = MPIntervalContext()
INTERVALS.dps = 50
Interval = INTERVALS.mpf
CONSTANTS = {"e": INTERVALS.e + 0, "π": INTERVALS.pi + 0, "%": Interval(1) / 100}
FUNCTIONS = {"ln": INTERVALS.log, "log": INTERVALS.log, "exp": lambda it: CONSTANTS["e"] ** it}


def _power(base: Interval, exponent: Interval, power=Interval.__pow__) -> Interval:
    """Return a power; raise OverflowError for one of so many digits that it would take for ever."""
    if (size := abs(base).b) != 0 and abs(INTERVALS.log(size) * exponent).b > 10_000:
        raise OverflowError
    return power(base, exponent)


Interval.__pow__ = _power  # a class of this context alone


class NotComputed(Exception):
    """A part of a formula is no number; it says why not."""


class Part(NamedTuple):
    """A part of a formula: its elements, the relation before it, and why it is no number."""

    row: list[Element]
    relation: str
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
    for at, behind in pairwise(at for at, part in enumerate(parts) if not part.problem):
        left, right = parts[at].row, parts[behind].row
        relations = [part.relation for part in parts[at + 1 : behind + 1]]
        if not _agree(left, right, relations):
            equation = f"{in_words(left)} {' … '.join(relations)} {in_words(right)}"
            advice = "Mend the numbers; where a side was rounded, write ≈ (of = ≡ ≈ ≠ < > ≤ ≥)."
            yield f"the equation {equation} does not hold. {advice}"


def formulas(document: Document) -> Iterator[tuple[LexborNode, list[list[Part]]]]:
    """Yield the parts of each formula in chains, such as a = b < c, with its element."""
    for node in document.tree.css("math"):
        try:
            math = fromstring(XMLNS.sub("", node.html or "").replace("&nbsp;", "\u00a0"))
        except ParseError:
            message = "a formula holds HTML that is no MathML, such as <br>. Take it out."
            raise FaultsFound(document.fault(node, message)) from None
        if math.get("display") == "block" and len(math):
            # Its first row holds lines (formula.py), and no groups.
            math[0][:] = [part for line in math[0] for part in line]
        for row in (each for each in math.iter() if each.tag in ROWS):
            for before, each in pairwise(each for each in row if each.tag != "mspace"):
                is_behind = before.tag != "mo" or before.text in CLOSING.values()
                words = "".join(["a", *(each.text or "").split()]).strip(".,")
                if each.tag == "mtext" and is_behind and words.isalpha():
                    each.tag = "mspace"  # a unit behind a number, or nothing
        # What is set apart, as in a fraction or an index, has sides of its own.
        apart = [each[each.tag in DRESS :] for each in math.iter() if each.tag in BETWEEN]
        inner = chain.from_iterable((*apart, math.iter("msqrt")))
        below = chain.from_iterable(map(_chains, inner))
        yield node, [*_chains(math), *(parts for parts in below if len(parts) > 1)]


def _chains(element: Element) -> Iterator[list[Part]]:
    """Yield the parts of what an element holds in one line, in chains."""
    rows: list[tuple[list[Element], str]] = [([], "")]
    for each in _in_line(element):
        if sign := _relation(each):
            rows.append(([], sign))
        else:
            rows[-1][0].append(each)
    parts = [Part(row, relation, _problem(row)) for row, relation in rows if row]
    starts = [at for at, part in enumerate(parts) if not at or part.relation in ARROWS]
    yield from (parts[at:end] for at, end in zip(starts, [*starts[1:], len(parts)]))


def _problem(row: list[Element]) -> str:
    try:
        _interval(row, False)
    except NotComputed as problem:
        return str(problem)
    return ""


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


def _interval(part: list[Element], is_rounded: bool) -> Interval:
    """Return what a part comes to, without words around it; raise NotComputed."""
    while len(part) > 1 and "mtext" in (part[0].tag, part[-1].tag):
        part = part[1:] if part[0].tag == "mtext" else part[:-1]
    inner = [element for whole in part for element in whole.iter()]
    if {each.tag for each in inner} <= {"mo", "mrow"} or any(map(_is_symbol, inner)):
        raise NotComputed(SYMBOLIC)
    expression = _Expression(is_rounded)
    names = {"__builtins__": {}, "abs": abs, "sqrt": INTERVALS.sqrt, "v": expression.values}
    try:
        value = eval(expression.row(part), names)
        if isinstance(value, Interval) and value.a > -INTERVALS.inf and value.b < INTERVALS.inf:
            return value
    except (SyntaxError, TypeError, LookupError):
        raise NotComputed("a part of it is missing, or is not known") from None
    except (ComplexResult, ValueError, OverflowError):
        pass
    message = "it divides by zero, has a root or logarithm of a negative number, or no end"
    raise NotComputed(f"it is no real number: {message}")


def _alters(row: list[Element]) -> bool | None:
    """Whether a part changes its one value, by a sign, a root and the like; None for symbols."""
    inner = [each for whole in row if whole.tag != "mtext" for each in whole.iter()]
    tags = [each.tag for each in inner]
    if not inner or any(map(_is_symbol, inner)):
        return None
    said = "".join(each.text or "" for each in row if each.tag == "mtext").split()
    is_more = {*tags} - {"mn", "data", "mrow"} or tags.count("mn") > 1
    return tags.count("data") == 1 and bool(is_more or not "".join(["a", *said]).isalpha())


def _is_symbol(element: Element) -> bool:
    text = (element.text or "").strip()
    if element.tag in DRESS | {"msup"} and len(element):  # with an accent or a prime, e is a name
        over = {each.text or "" for part in element[1:] for each in part.iter() if each.tag != "mo"}
        return "".join(element[0].itertext()) in ("e", "π") and over <= {*"′″‴†", ""}
    if element.tag == "mi":
        # Longer is the name of a function; a colon is none, and would make := of =.
        return len(text) == 1 and text not in CONSTANTS and (text.isalpha() or text in f",…{PARTS}")
    return element.tag == "mtext"


class _Function(NamedTuple):
    """A function, which takes what stands behind it as a power does: `ln ** (3)`."""

    of: Callable[[Interval], Interval]

    def __pow__(self, given: Interval) -> Interval:
        return self.of(given)


class _Expression:
    """Writes rows as Python, with v[0], v[1] for numbers and functions: no text of the page is."""

    def __init__(self, is_rounded: bool):
        self.values: list[Interval | _Function] = []
        self._is_rounded = is_rounded

    def row(self, row: Iterable[Element]) -> str:
        """Return the expression for a row; all in it that is a whole ends with a bracket."""
        written: list[str] = []
        opened: list[str] = []
        for element in row:
            last, power = element, ""
            if element.tag == "msup" and element[0].text in CLOSING.values():
                last, power = element[0], f" ** ({self._of(element[1])})"
            sign = last.text if last.tag == "mo" else ""
            is_behind = bool(written) and written[-1].endswith(")")
            if sign in OPERATORS:
                written.append(OPERATORS[sign])
            elif opened and is_behind and sign == CLOSING[opened[-1]]:
                opened.pop()
                written.append(f"){power}")
            else:  # two numbers side by side are one product: 2(3 + 4)
                opened += [sign] if sign in OPENING else []
                written.append("* " * is_behind + self._of(element))
        if opened:
            raise NotComputed(f"{opened[-1]} is not closed")
        return " ".join(written)

    def _of(self, element: Element) -> str:
        text = (element.text or "").strip()
        match element.tag, [*element]:
            case "mn", _:
                return self._named(_number(element, self._is_rounded))
            case "mi", _:
                return self._named(CONSTANTS.get(text) or _Function(FUNCTIONS[text]))
            case "mo", _ if text in OPENING:
                return OPENING[text]
            case "msub", [name, below] if (name.text or "").strip() == "log":
                base = _interval([below], False)
                log = _Function(lambda given: INTERVALS.log(given) / INTERVALS.log(base))
                return self._named(log)
            case "mrow", _:
                return f"({self.row(_in_line(element))})"
            case "mfrac", [above, below] if "linethickness" not in element.attrib:
                return f"({self._of(above)} / {self._of(below)})"
            case "msup", [base, exponent]:
                return f"({self._of(base)} ** {self._of(exponent)})"
            case "msqrt", _:
                return f"(sqrt({self.row(_in_line(element))}))"
            case "mroot", [base, degree]:
                return f"({self._of(base)} ** (1 / {self._of(degree)}))"
        raise NotComputed(f"<{element.tag}> {''.join(element.itertext()).strip()} is not known")

    def _named(self, value: Interval | _Function) -> str:
        self.values.append(value)
        name = f"v[{len(self.values) - 1}]"
        return f"({name})" if isinstance(value, Interval) else f"{name} **"


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


def _relation(element: Element) -> str:
    """Return the sign between two sides, = and also ≡ or →, in whatever dress; '' for none."""
    sign = (_base(element).text or "").strip() if element.tag != "mn" else ""
    is_sign = len(sign) == 1 and unicodedata.category(sign) == "Sm"
    return sign if is_sign and sign not in OPERATORS and sign not in PARTS else ""


def _base(element: Element) -> Element:
    """Return what something is set above or below of; any other element itself."""
    return _base(element[0]) if element.tag in DRESS and len(element) else element


def _in_line(element: Element) -> Iterator[Element]:
    """Yield the parts of a formula in one line; a row with a relation in it is no group."""
    for child in element:
        base = _base(child)
        is_row = base.tag == "mrow" and any(
            each.tag == "mtable" or _relation(each) for each in base.iter()
        )
        if child.tag in LINES or is_row:
            yield from _in_line(base)
        elif child.tag != "mspace" and not (child.tag == "mi" and not child.text):
            yield child
