"""A formula as it is read: in lines, in which a bracket with all that it holds is one element."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain
from xml.etree.ElementTree import Element, ParseError, fromstring

from selectolax.lexbor import LexborNode

from drift.check.document import BETWEEN, Document
from drift.fault import FaultsFound

XMLNS = re.compile(r' xmlns="[^"]*"')
SEPARATORS = (",", ";")
OPERATORS = dict(zip("·×⋅∗*/÷+−-", "*****//+--"))  # as Python writes them
PARTS = "∣|∞±∓∑∏∫∂∇√∘∪∩⋯"  # signs of mathematics that, as operators, stand in a part of a formula
DOTS = ("…", "⋯")
GROUP = "group"  # an element of ours: a bracket, what it holds, and what closes it
ENDS = {"(": (")", "]"), "[": ("]", ")"), "{": ("}",), "|": ("|",), "‖": ("‖",)}
DRESS = {"mover", "munder", "munderover"}
INDEXED = DRESS | {"msub", "msubsup"}
LINES = {"math", "mtable", "mtr", "mtd", "mstyle"}
ROWS = LINES | {"mrow", "msqrt"}
BREAK = fromstring("<mo>;</mo>")


def read(document: Document) -> Iterator[tuple[LexborNode, list[Iterable[Element]]]]:
    """Yield each formula of a page with its lines: its own, and those of what is set apart in it.

    Raises FaultsFound for one that is no XML.
    """
    for node in document.tree.css("math"):
        try:
            math = fromstring(XMLNS.sub("", node.html or "").replace("&nbsp;", "\u00a0"))
        except ParseError:
            message = "a formula holds HTML that is no MathML, such as <br>. Take it out."
            raise FaultsFound(document.fault(node, message)) from None
        _arrange(math)
        sets = (each[each.tag in DRESS :] for each in math.iter() if each.tag in BETWEEN)
        groups = (each[1:-1] for each in math.iter(GROUP))
        yield node, [math, *chain.from_iterable(sets), *math.iter("msqrt"), *groups]


def _arrange(element: Element) -> None:
    """Make one line of each row of a formula, and a group of each bracket that is closed in it."""
    for each in element:
        _arrange(each)
    if element.tag in ROWS:
        line = _grouped(_in_line(element))
        is_list = any(each.text in DOTS for each in line)
        for before, each, after in zip(line, line[1:], [*line[2:], BREAK]):
            words = "".join((each.text or "").split())
            is_unit = not words or words.rstrip(".,").isalpha()
            if each.tag == "mtext" and before.tag != "mo" and is_unit:
                each.tag = "mspace"  # a unit behind a number, or nothing
            elif words == "," and before.tag == after.tag == "mn" and not is_list:
                each.tag = "mtext"  # 2, 500 could be one number
        element[:] = [each for each in line if each.tag != "mspace"]


def _in_line(element: Element) -> Iterator[Element]:
    """Yield the parts of a formula in one line, with a sign between what stands far apart."""
    for child in element:
        base = _base(child)
        is_row = base.tag == "mrow" and (base is child or any(map(relation, base)))
        is_cell = child.tag == "mtd" and len(child) and child[0].text not in ("+", "·", "×")
        if is_cell or child.get("width") in ("1em", "2em"):
            yield BREAK
        if child.tag in LINES or is_row:
            yield from base
        elif child.tag != "mspace" and not (child.tag == "mi" and not child.text):
            yield child


def _grouped(line: Iterable[Element]) -> list[Element]:
    rows: list[list[Element]] = [[]]
    for each in line:
        sign = each[0] if each.tag in BETWEEN and len(each) else each  # of (3 + 4)^2 it is )^2
        begun = [at for at, row in enumerate(rows) if at and sign.text in ENDS[row[0].text]]
        if begun and not (sign.text in ENDS and rows[-1][-1].tag == "mo"):  # which a bar opens
            group = Element(GROUP)
            group[:] = [*chain.from_iterable(rows[begun[-1] :]), sign]
            del rows[begun[-1] :]
            if sign is each:
                each = group
            else:
                each[0] = group
        elif each.text in ENDS:
            rows.append([])
        rows[-1].append(each)
    return [*chain.from_iterable(rows)]


def relation(element: Element) -> str:
    """Return the sign between two sides, = and also ≡ or →, in whatever dress; '' for none."""
    text = (_base(element).text or "").strip() if element.tag != "mn" else ""
    if text in SEPARATORS:
        return text if element.tag == "mo" else ""  # 2{,}500 is one number
    signs = (each for each in text if unicodedata.category(each) == "Sm")
    return next((each for each in signs if each not in OPERATORS and each not in PARTS), "")


def _base(element: Element) -> Element:
    """Return what something is set above or below of; of a sign in braces the sign."""
    is_around = element.tag in DRESS or (element.tag == "mrow" and len(element) == 1)
    return _base(element[0]) if is_around and len(element) else element


def elements(row: Iterable[Element]) -> Iterator[Element]:
    """Yield the elements of a row, and those in them, but for what is set at a number."""
    for element in row:
        yield element
        inner = {each.tag for base in element[:1] for each in base.iter()}
        is_number = element.tag in INDEXED and inner & {"mn", GROUP}
        yield from elements(element[:1] if is_number else element)


def is_symbol(element: Element) -> bool:
    """Whether an element is a letter, a name with an accent, or words."""
    text = (element.text or "").strip()
    if element.tag in DRESS | {"msup"} and len(element):  # with an accent or a prime, e is a name
        over = {each.text or "" for part in element[1:] for each in part.iter() if each.tag != "mo"}
        return "".join(element[0].itertext()) in ("e", "π") and over <= {*"′″‴†", ""}
    if element.tag == "mi":
        # Longer is the name of a function; a colon is none, and would make := of =.
        return len(text) == 1 and (text.isalpha() and text not in "eπ" or text in "±∓∞")
    return element.tag == "mtext" and (not text or any(map(str.isalpha, text)))


def in_words(row: Iterable[Element]) -> str:
    """Return a row in one line, as a message shows it."""

    def of(element: Element, is_inner: bool = True) -> str:
        if not len(element) or element.tag == "mn":
            return "".join(element.itertext()).strip()
        words = BETWEEN.get(element.tag, " ").join(map(of, element))
        if element.tag == "msqrt":
            return f"√({words})"
        return f"({words})" if is_inner and " " in words and element.tag != GROUP else words

    return " ".join(of(element, is_inner=False) for element in row)
