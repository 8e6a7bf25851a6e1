"""What a part of a formula comes to, from its finished MathML: an interval, by mpmath.

Beside ≈ a number that was rounded is the interval of all that its digits may stand for; elsewhere
it is what it shows, enclosed far below any digit shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

from mpmath.ctx_iv import MPIntervalContext
from mpmath.libmp import ComplexResult

RELATIONS = {"=", "≈", "≤", "≥", "<", ">", "≠"}
TIMES, SIGNS = {"·", "×", "⋅", "∗", "*"}, {"+": 1, "−": -1, "-": -1}
CLOSING = {"(": ")", "[": "]", "|": "|"}
HIDDEN = {"mspace", "mphantom"}
LINES = {"math", "mtable", "mtr", "mtd", "mstyle"}

INTERVALS = MPIntervalContext()
INTERVALS.dps = 50
Interval = INTERVALS.mpf
FUNCTIONS = {"ln": INTERVALS.log, "log": INTERVALS.log, "exp": INTERVALS.exp}
CONSTANTS = {"e": INTERVALS.e, "π": INTERVALS.pi}


class Symbolic(Exception):
    """A part of a formula holds more than numbers."""


class NotComputed(Exception):
    """A part of a formula holds only numbers, in a form that is not known here; it says which."""


def interval(part: list[Element], is_rounded: bool) -> Interval:
    """Return what a part comes to; raise Symbolic or NotComputed."""
    if any(_is_symbol(element) for whole in part for element in whole.iter()):
        raise Symbolic
    try:
        value = _Reader(part, is_rounded).whole()
    except (ComplexResult, ValueError):
        raise NotComputed("it takes a root or logarithm of a negative number") from None
    except (IndexError, KeyError):
        raise NotComputed("a part of it is missing, or is not known") from None
    if not isinstance(value, Interval):
        raise NotComputed("it is no real number")
    if not (value.a > -INTERVALS.inf and value.b < INTERVALS.inf):
        raise NotComputed("it divides by zero")
    return value


def _is_symbol(element: Element) -> bool:
    text = (element.text or "").strip()
    if element.tag == "mi":
        return bool(text) and text not in FUNCTIONS and text not in CONSTANTS
    return element.tag == "mtext" or text == "∑" or element.tag in ("mover", "munder")


class _Reader:
    """Reads a row of elements as a sum of products of powers."""

    def __init__(self, row: list[Element], is_rounded: bool):
        self.rest = [*row]
        self._is_rounded = is_rounded

    def whole(self) -> Interval:
        """Return what the row comes to."""
        value = self._sum()
        if self.rest:
            raise NotComputed(f"<{self.rest[0].tag}> stands where it is not expected")
        return value

    def _sum(self) -> Interval:
        total, sign = Interval(0), self._sign() or 1
        while sign:
            total += sign * self._product()
            sign = self._sign()
        return total

    def _sign(self) -> int | None:
        return SIGNS[self.rest.pop(0).text] if self._next() in SIGNS else None

    def _product(self) -> Interval:
        value = self._factor()
        while self.rest:
            sign = self._next()
            if sign in TIMES:
                self.rest.pop(0)
                value *= self._factor()
            elif sign in ("/", "÷"):
                self.rest.pop(0)
                value /= self._factor()
            elif sign == "%":
                self.rest.pop(0)
                value /= 100
            elif sign in SIGNS or self._closes():
                break
            else:  # two numbers side by side are one product: 2(3 + 4)
                value *= self._factor()
        return value

    def _factor(self) -> Interval:
        sign = self._sign() or 1
        if not self.rest:
            raise NotComputed("a number is missing")
        element = self.rest.pop(0)
        if function := _function(element):
            return sign * function(self._factor())
        if element.tag == "mo" and element.text in CLOSING:
            value = self._bracketed(element.text)
        else:
            value = self._of(element)
        return sign * value

    def _bracketed(self, opening: str) -> Interval:
        """Return what stands behind an opening bracket; a power may hang on the closing one."""
        value = self._sum()
        closing = self.rest.pop(0) if self.rest else Element("")
        bracket = closing[0] if closing.tag == "msup" else closing
        if bracket.text != CLOSING[opening]:
            raise NotComputed(f"{opening} is not closed")
        value = abs(value) if opening == "|" else value
        return value if bracket is closing else value ** self._of(closing[1])

    def _closes(self) -> bool:
        """Whether a closing bracket is next; a power may hang on it."""
        first = self.rest[0]
        return (first[0] if first.tag == "msup" else first).text in CLOSING.values()

    def _next(self) -> str:
        return (self.rest[0].text or "") if self.rest and self.rest[0].tag == "mo" else ""

    def _of(self, element: Element) -> Interval:
        """Return what one element comes to."""
        match element.tag, [*element]:
            case "mn", _:
                return _number(element, self._is_rounded)
            case "mi", _:
                return CONSTANTS[element.text.strip()]
            case "mrow", _:
                return _Reader([*in_line(element)], self._is_rounded).whole()
            case "mfrac", [above, below] if "linethickness" not in element.attrib:
                return self._of(above) / self._of(below)
            case "msup", [base, exponent]:
                return self._of(base) ** self._of(exponent)
            case "msqrt", _:
                return INTERVALS.sqrt(_Reader([*in_line(element)], self._is_rounded).whole())
            case "mroot", [base, degree]:
                return self._of(base) ** (1 / self._of(degree))
        raise NotComputed(f"<{element.tag}> {''.join(element.itertext()).strip()} is not known")


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


def _function(element: Element) -> Callable[[Interval], Interval] | None:
    """Return the function that an element names; a logarithm may say its base."""
    if element.tag == "mi":
        return FUNCTIONS.get((element.text or "").strip())
    if element.tag == "msub" and (element[0].text or "").strip() == "log":
        base = interval([element[1]], False)
        return lambda given: INTERVALS.log(given) / INTERVALS.log(base)
    return None


def in_line(element: Element) -> Iterator[Element]:
    """Yield the parts of a formula in one line; a row with a relation in it is no group."""
    for child in element:
        is_row = child.tag == "mrow" and any(
            each.tag == "mtable" or (each.tag == "mo" and each.text in RELATIONS)
            for each in child.iter()
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
