"""What a part of a formula comes to, from its finished MathML: an interval, by mpmath.

It is written as an expression of Python, which knows what binds more than what. Beside ≈ a number
that was rounded is the interval of all that its digits may stand for; elsewhere it is what it
shows, enclosed far below any digit shown.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import NamedTuple
from xml.etree.ElementTree import Element

from mpmath.ctx_iv import MPIntervalContext
from mpmath.libmp import ComplexResult

RELATIONS = {"=", "≈", "≤", "≥", "<", ">", "≠"}
PARTS = "∣|∞±∓∑∏∫∂∇√∘∪∩"  # signs of mathematics that, as operators, stand in a part of a formula
# As Python writes them.
OPERATORS = dict(zip("·×⋅∗*/÷+−-", "*****//+--"))
OPENING = {"(": "(", "[": "(", "|": "abs("}
CLOSING = {"(": ")", "[": "]", "|": "|"}
HIDDEN = {"mspace", "mphantom"}
LINES = {"math", "mtable", "mtr", "mtd", "mstyle"}

INTERVALS = MPIntervalContext()
INTERVALS.dps = 50
Interval = INTERVALS.mpf
FUNCTIONS = {"ln": INTERVALS.log, "log": INTERVALS.log, "exp": INTERVALS.exp}
CONSTANTS = {"e": INTERVALS.e + 0, "π": INTERVALS.pi + 0, "%": Interval(1) / 100}


class Symbolic(Exception):
    """A part of a formula holds more than numbers."""


class NotComputed(Exception):
    """A part of a formula holds only numbers, in a form that is not known here; it says which."""


def interval(part: list[Element], is_rounded: bool) -> Interval:
    """Return what a part comes to; raise Symbolic or NotComputed."""
    if any(_is_symbol(element) for whole in part for element in whole.iter()):
        raise Symbolic
    expression = _Expression(is_rounded)
    names = {"__builtins__": {}, "abs": abs, "sqrt": INTERVALS.sqrt, "v": expression.values}
    try:
        value = eval(expression.row(part), names)
    except (ComplexResult, ValueError):
        raise NotComputed("it takes a root or logarithm of a negative number") from None
    except (SyntaxError, TypeError, LookupError):
        raise NotComputed("a part of it is missing, or is not known") from None
    if not isinstance(value, Interval):
        raise NotComputed("it is no real number")
    if not (value.a > -INTERVALS.inf and value.b < INTERVALS.inf):
        raise NotComputed("it divides by zero")
    return value


def alters(row: list[Element]) -> bool | None:
    """Whether a part changes its one value, by a sign, a root and the like; None for symbols."""
    inner = [each for whole in row if whole.tag != "mtext" for each in whole.iter()]
    tags = [each.tag for each in inner]
    # What is set above a value, a dot or a line, makes no symbol of it.
    if not inner or any(_is_symbol(each) for each in inner if each.tag not in ("mover", "munder")):
        return None
    said = "".join(each.text or "" for each in row if each.tag == "mtext").split()
    is_more = {*tags} - {"mn", "data", "mrow"} or tags.count("mn") > 1
    return tags.count("data") == 1 and bool(is_more or not "".join(["a", *said]).isalpha())


def _is_symbol(element: Element) -> bool:
    text = (element.text or "").strip()
    if element.tag == "mi":
        return len(text) == 1 and text not in CONSTANTS  # longer is the name of a function
    return element.tag == "mtext" or text == "∑" or element.tag in ("mover", "munder")


class _Function(NamedTuple):
    """A function, which takes what stands behind it as a power does: `ln ** (3)`."""

    of: Callable[[Interval], Interval]

    def __pow__(self, given: Interval) -> Interval:
        return self.of(given)


class _Expression:
    """Writes rows of elements as Python does, with v[0], v[1] for the numbers and functions.

    So nothing that stands on a page is ever read as Python.
    """

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
                return f"({self._named(_number(element, self._is_rounded))})"
            case "mi", _ if text in CONSTANTS:
                return f"({self._named(CONSTANTS[text])})"
            case "mi", _:
                return f"{self._named(_Function(FUNCTIONS[text]))} **"
            case "mo", _ if text in OPENING:
                return OPENING[text]
            case "msub", [name, below] if (name.text or "").strip() == "log":
                base = interval([below], False)
                log = _Function(lambda given: INTERVALS.log(given) / INTERVALS.log(base))
                return f"{self._named(log)} **"
            case "mrow", _:
                return f"({self.row(in_line(element))})"
            case "mfrac", [above, below] if "linethickness" not in element.attrib:
                return f"({self._of(above)} / {self._of(below)})"
            case "msup", [base, exponent]:
                return f"({self._of(base)} ** {self._of(exponent)})"
            case "msqrt", _:
                return f"(sqrt({self.row(in_line(element))}))"
            case "mroot", [base, degree]:
                return f"({self._of(base)} ** (1 / {self._of(degree)}))"
        raise NotComputed(f"<{element.tag}> {''.join(element.itertext()).strip()} is not known")

    def _named(self, value: Interval | _Function) -> str:
        self.values.append(value)
        return f"v[{len(self.values) - 1}]"


def _number(element: Element, is_rounded: bool) -> Interval:
    """Return a number; one that was rounded is all that its digits may stand for, if asked for."""
    data = element.find("data")
    shown = "".join(element.itertext()).strip().replace(",", "").replace("−", "-")
    try:
        digits = Decimal(shown)
        exact = Decimal(data.get("value", shown)) if data is not None else digits
    except InvalidOperation:
        raise NotComputed(f"{shown} is no number") from None
    if not digits.is_finite():
        raise NotComputed(f"{shown} is not finite")
    if not is_rounded or exact == digits:
        return Interval(str(digits))
    half = Decimal(5).scaleb(digits.as_tuple().exponent - 1)
    return Interval([str(digits - half), str(digits + half)])


def is_relation(element: Element) -> bool:
    """Whether an element is a sign that parts one side from the next: =, and also ≡ or →."""
    sign = element.text or "" if element.tag in ("mi", "mo") else ""
    is_sign = len(sign) == 1 and unicodedata.category(sign) == "Sm"
    return is_sign and sign not in OPERATORS and sign not in PARTS


def in_line(element: Element) -> Iterator[Element]:
    """Yield the parts of a formula in one line; a row with a relation in it is no group."""
    for child in element:
        is_row = child.tag == "mrow" and any(
            each.tag == "mtable" or is_relation(each) for each in child.iter()
        )
        if child.tag in LINES or is_row:
            yield from in_line(child)
        elif child.tag not in HIDDEN and not (child.tag == "mi" and not child.text):
            yield child


def words(part: list[Element]) -> str:
    """Return a part of a formula in one line, as a message shows it."""
    between = {"mfrac": "/", "msup": "^", "msub": "_", "mroot": "√"}

    def of(element: Element, is_inner: bool = True) -> str:
        if not len(element) or element.tag == "mn":
            return "".join(element.itertext()).strip()
        words = between.get(element.tag, " ").join(map(of, element))
        if element.tag == "msqrt":
            return f"√({words})"
        is_bracketed = CLOSING.get(element[0].text or "", "none") == element[-1].text
        return f"({words})" if is_inner and " " in words and not is_bracketed else words

    return " ".join(of(element, is_inner=False) for element in part)
