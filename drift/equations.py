"""Equations of numbers: a formula is computed from its finished MathML, and its sides must agree.

Numbers are intervals of fractions. A number is the interval of all that would be shown by its
digits where it stands beside ≈ and was rounded; elsewhere it is what it shows. What is irrational
is enclosed far below any digit shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Context, Decimal, InvalidOperation
from fractions import Fraction
from itertools import product
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

MATH = re.compile(r"<math\b.*?</math>", re.DOTALL)
RELATIONS = {"=", "≈", "≤", "≥", "<", ">", "≠"}
TIMES, SIGNS = {"·", "×", "⋅", "∗", "*"}, {"+": 1, "−": -1, "-": -1}
CLOSING = {"(": ")", "[": "]", "|": "|"}
UNSEEN = {"mspace", "mphantom"}
LINES = {"math", "mtable", "mtr", "mtd", "mstyle"}
PRECISE = Context(prec=50)
BEYOND = Fraction(1, 10**40)
PI = Fraction("3.14159265358979323846264338327950288419716939937510")


class Symbolic(Exception):
    """A part of a formula holds more than numbers."""


class NotComputed(Exception):
    """A part of a formula holds only numbers, in a form that is not known here; it says which."""


class Interval(NamedTuple):
    """All numbers from `low` to `high`."""

    low: Fraction
    high: Fraction

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def times(self, other: Interval) -> Interval:
        """Return all products."""
        ends = [a * b for a, b in product(self, other)]
        return Interval(min(ends), max(ends))

    def over(self, other: Interval) -> Interval:
        """Return all quotients."""
        if other.low <= 0 <= other.high:
            raise NotComputed("it divides by zero")
        return self.times(Interval(1 / other.high, 1 / other.low))

    def magnitude(self) -> Interval:
        """Return all absolute values."""
        if self.low <= 0 <= self.high:
            return Interval(Fraction(0), max(-self.low, self.high))
        return self if self.low > 0 else Interval(-self.high, -self.low)

    def meets(self, other: Interval) -> bool:
        """Whether the two have a number in common."""
        return self.low <= other.high and other.low <= self.high


def exactly(number: Fraction | int) -> Interval:
    """Return one number as an interval."""
    return Interval(Fraction(number), Fraction(number))


class Fault(NamedTuple):
    """What is wrong with a formula, at which place of the page's HTML; or why it is not computed."""

    start: int
    message: str


def faults(html: str) -> Iterator[Fault]:
    """Yield a fault for each equation of numbers on a page whose sides do not agree."""
    for start, parts in _formulas(html):
        yield from (Fault(start, each) for each in _disagreements(parts))


def not_computed(html: str) -> Iterator[Fault]:
    """Yield each formula of a page with a part of numbers that is not computed, and why."""
    for start, parts in _formulas(html):
        for part, _ in parts:
            try:
                _value(part, False)
            except NotComputed as reason:
                yield Fault(start, f"{_words(part)}: {reason}")
            except Symbolic:
                pass


def is_computed(formula: str) -> bool:
    """Whether a formula, as MathML, holds an equation of numbers."""
    computed = 0
    for _, parts in _formulas(formula):
        for part, _ in parts:
            try:
                _value(part, False)
                computed += 1
            except (Symbolic, NotComputed):
                pass
    return computed > 1


def _formulas(html: str) -> Iterator[tuple[int, list[tuple[list[Element], str]]]]:
    """Yield where each formula begins, and its parts, each with the relation before it."""
    for found in MATH.finditer(html):
        math = ElementTree.fromstring(re.sub(r' xmlns="[^"]*"', "", found[0], count=1))
        parts: list[tuple[list[Element], str]] = [([], "")]
        for element in _in_line(math):
            if element.tag == "mo" and (element.text or "") in RELATIONS:
                parts.append(([], element.text))
            else:
                parts[-1][0].append(element)
        yield found.start(), [part for part in parts if part[0]]


def _in_line(element: Element) -> Iterator[Element]:
    """Yield the parts of a formula in one line; a row with a relation in it is no group."""
    for child in element:
        is_row = child.tag == "mrow" and any(
            each.tag == "mtable" or (each.tag == "mo" and each.text in RELATIONS)
            for each in child.iter()
        )
        if child.tag in LINES or is_row:
            yield from _in_line(child)
        elif child.tag not in UNSEEN and not (child.tag == "mi" and not child.text):
            yield child


def _disagreements(parts: list[tuple[list[Element], str]]) -> Iterator[str]:
    known: list[Element] | None = None
    relations: list[str] = []
    for part, relation in parts:
        relations.append(relation)
        try:
            _value(part, False)
        except (Symbolic, NotComputed):
            continue
        if known is not None and not _agree(known, part, relations):
            signs = " … ".join(relations)
            if "≈" in signs or "=" not in signs:
                advice = "Mend the numbers."
            else:
                advice = "Mend the numbers; where a side was rounded, write ≈."
            yield f"the equation {_words(known)} {signs} {_words(part)} does not hold. {advice}"
        known, relations = part, []


def _agree(left: list[Element], right: list[Element], relations: list[str]) -> bool:
    """Whether two parts are related as the signs between them say."""
    is_rounded = "≈" in relations
    a, b = _value(left, is_rounded), _value(right, is_rounded)
    signs = {*relations} - {"=", "≈"}
    if not signs:
        return a.meets(b)
    match [*signs]:
        case ["≤"]:
            return a.low <= b.high
        case ["≥"]:
            return a.high >= b.low
        case ["<"]:
            return a.high < b.low
        case [">"]:
            return a.low > b.high
        case ["≠"]:
            return not a.meets(b)
    return True  # signs of several kinds, with symbols between them, say nothing of the ends


def _value(part: list[Element], is_rounded: bool) -> Interval:
    """Return what a part comes to; raise Symbolic or NotComputed."""
    if any(_is_symbol(element) for whole in part for element in whole.iter()):
        raise Symbolic
    reader = _Reader(part, is_rounded)
    value = reader.sum()
    if reader.rest:
        raise NotComputed(f"<{reader.rest[0].tag}> stands where it is not expected")
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

    def sum(self) -> Interval:
        """Return the sum with which the rest begins."""
        total = exactly(0)
        sign = self._sign() or 1
        while True:
            total += self._product().times(exactly(sign))
            sign = self._sign()
            if sign is None:
                return total

    def _sign(self) -> int | None:
        return SIGNS[self.rest.pop(0).text] if self._next() in SIGNS else None

    def _product(self) -> Interval:
        value = self._factor()
        while self.rest:
            sign = self._next()
            if sign in TIMES:
                self.rest.pop(0)
                value = value.times(self._factor())
            elif sign in ("/", "÷"):
                self.rest.pop(0)
                value = value.over(self._factor())
            elif sign == "%":
                self.rest.pop(0)
                value = value.over(exactly(100))
            elif sign in SIGNS or sign in CLOSING.values():
                break
            elif self.rest[0].tag == "msup" and self.rest[0][0].text in CLOSING.values():
                break
            else:  # two numbers side by side are one product: 2(3 + 4)
                value = value.times(self._factor())
        return value

    def _factor(self) -> Interval:
        sign = self._sign() or 1
        if not self.rest:
            raise NotComputed("a number is missing")
        element = self.rest.pop(0)
        if function := _function(element):
            return function(self._factor()).times(exactly(sign))
        if element.tag == "mo" and element.text in CLOSING:
            value = self._bracketed(element.text)
        else:
            value = self._of(element)
        return value.times(exactly(sign))

    def _bracketed(self, opening: str) -> Interval:
        """Return what stands behind an opening bracket; a power may hang on the closing one."""
        value = self.sum()
        closing = self.rest.pop(0) if self.rest else Element("")
        bracket = closing[0] if closing.tag == "msup" else closing
        if bracket.text != CLOSING[opening]:
            raise NotComputed(f"{opening} is not closed")
        value = value.magnitude() if opening == "|" else value
        return value if bracket is closing else _power(value, self._whole([closing[1]]))

    def _next(self) -> str:
        return (self.rest[0].text or "") if self.rest and self.rest[0].tag == "mo" else ""

    def _of(self, element: Element) -> Interval:
        """Return what one element comes to."""
        inner = [self._whole([child]) for child in element] if element.tag in TAKING else []
        match element.tag:
            case "mn":
                return _number(element, self._is_rounded)
            case "mi":
                return CONSTANTS[element.text.strip()]
            case "mrow":
                return self._whole([*_in_line(element)])
            case "mfrac" if "linethickness" not in element.attrib:  # or it is no fraction
                return inner[0].over(inner[1])
            case "msup":
                return _power(*inner)
            case "msqrt":
                return _power(self._whole([*_in_line(element)]), exactly(Fraction(1, 2)))
            case "mroot":
                return _power(inner[0], exactly(1).over(inner[1]))
        raise NotComputed(f"<{element.tag}> {''.join(element.itertext()).strip()} is not known")

    def _whole(self, row: list[Element]) -> Interval:
        reader = _Reader(row, self._is_rounded)
        value = reader.sum()
        if reader.rest:
            raise NotComputed(f"<{reader.rest[0].tag}> stands where it is not expected")
        return value


TAKING = {"mfrac", "msup", "mroot"}


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
    middle = Fraction(digits)
    half = Fraction(0)
    if is_rounded and exact != digits:
        half = Fraction(Decimal(5).scaleb(digits.as_tuple().exponent - 1))
    return Interval(middle - half, middle + half)


def _enclosed(function: Callable[[Decimal], Decimal]) -> Callable[[Interval], Interval]:
    """Return a growing function of intervals, from one of decimals."""

    def of(given: Interval) -> Interval:
        try:
            low, high = (Fraction(function(_decimal(end))) for end in given)
        except InvalidOperation:
            raise NotComputed("it takes a root or logarithm of a negative number") from None
        return Interval(low - BEYOND, high + BEYOND)

    return of


def _decimal(number: Fraction) -> Decimal:
    return PRECISE.divide(Decimal(number.numerator), Decimal(number.denominator))


_exp, _ln = _enclosed(PRECISE.exp), _enclosed(PRECISE.ln)
CONSTANTS = {"e": _exp(exactly(1)), "π": Interval(PI - BEYOND, PI + BEYOND)}
FUNCTIONS = {"ln": _ln, "log": _ln, "exp": _exp}


def _function(element: Element) -> Callable[[Interval], Interval] | None:
    """Return the function that an element names; a logarithm may say its base."""
    if element.tag == "mi":
        return FUNCTIONS.get((element.text or "").strip())
    if element.tag == "msub" and (element[0].text or "").strip() == "log":
        base = _value([element[1]], False)
        return lambda given: _ln(given).over(_ln(base))
    return None


def _power(base: Interval, exponent: Interval) -> Interval:
    if exponent.low == exponent.high and exponent.low.denominator == 1:
        times, whole = abs(int(exponent.low)), exactly(1)
        if times > 1000:
            raise NotComputed(f"a power of {times} is too high")
        for _ in range(times):
            whole = whole.times(base)
        if times % 2 == 0:  # a square is not negative, whatever the base
            ends = base.magnitude()
            whole = Interval(ends.low**times, ends.high**times)
        return whole if exponent.low >= 0 else exactly(1).over(whole)
    if base.low <= 0:
        if base == exactly(0) and exponent.low > 0:
            return base
        raise NotComputed("it takes a root or power of what may be negative")
    return _exp(_ln(base).times(exponent))


def _words(part: list[Element]) -> str:
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
