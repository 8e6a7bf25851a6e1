"""Formulas: LaTeX in the page's source becomes MathML, with values in it."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

from markdown.util import AtomicString

from drift.page.address import UNSEARCHED
from drift.project.page_source import VALUE_IN_FORMULA
from drift.run.shapes import listed

MATHML = "{http://www.w3.org/1998/Math/MathML}"
# What a formula is made of, here and in the check of the finished page.
MARKUP = listed("""
math mfrac mi mn mo mover mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr \
munder munderover: accent accentunder display displaystyle fence form linethickness mathvariant \
stretchy width xmlns
""")
MATRIX = re.compile(r"\\begin\{([pbvBV]?matrix)\}.*?\\end\{\1\}", re.DOTALL)
ROWS = re.compile(r"\\begin\{[^}]*\}|\\\\|(?<!\\)&")
HOW_ROWS_STAND = (
    r"is for rows, which only a matrix has, from \begin{pmatrix} to \end{pmatrix}. Write each row "
    "as a formula of its own, in a ```math fence."
)
HOW_COMMANDS_STAND = r"Give each command its parts in braces: \frac{a}{b}. Words are \text{so}."
COMMAND = re.compile(r"\\[a-zA-Z]+|\\.")
# latex2mathml turns what it can't read into less than was written, and says nothing.
CHILDREN = {
    "mfrac": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "mroot": 2,
    "msubsup": 3, "munderover": 3,
}  # fmt: skip
BREAKS_BEFORE = {*"=≈≤≥<>+"}
FIRST_SENTINEL = 7_310_000


def mathml(latex: str, display: bool, value: Callable[[str], ElementTree.Element]):
    r"""Return a formula as a MathML element.

    `value` returns the element for what stands in each \value{...}; what it raises goes through.
    Raises ValueError where the LaTeX is not known in full, or gives what may not stand on a page.
    """
    values = [value(use.strip()) for use in VALUE_IN_FORMULA.findall(latex)]
    try:
        return _parsed(latex, display, values)
    except ValueError as problem:
        written = " ".join(latex.split())
        raise ValueError(f"the formula {written} can't be shown: {problem}") from problem


def _parsed(latex: str, display: bool, values: list[ElementTree.Element]) -> ElementTree.Element:
    import latex2mathml.converter  # a site without formulas needs not wait for it

    numbers = iter(range(FIRST_SENTINEL, FIRST_SENTINEL + len(values)))
    plain = VALUE_IN_FORMULA.sub(lambda _: f" {next(numbers)} ", latex)
    if plain.count("{") != plain.count("}"):
        raise ValueError("its braces do not match. Close each { with a }.")
    if rows := ROWS.search(MATRIX.sub("", plain)):
        raise ValueError(f"{rows[0]} {HOW_ROWS_STAND}")
    try:
        written = latex2mathml.converter.convert(plain, display="block" if display else "inline")
        math = ElementTree.fromstring(written)
    except Exception as error:
        said = re.sub("(?<=[a-z])(?=[A-Z])", " ", type(error).__name__).lower()
        raise ValueError(f"{said}. {HOW_COMMANDS_STAND}") from error
    found = 0
    for element in [*math.iter()]:
        element.tag = element.tag.removeprefix(MATHML)
        expected = CHILDREN.get(element.tag)
        if expected is not None and len(element) != expected:
            raise ValueError(f"a part is missing. {HOW_COMMANDS_STAND}")
        if "\\" in (element.text or ""):
            raise ValueError(f"{element.text} is no command. {HOW_COMMANDS_STAND}")
        if element.tag not in MARKUP or {*element.attrib} - MARKUP[element.tag] - {"class"}:
            commands = " or ".join(dict.fromkeys(COMMAND.findall(plain)))
            raise ValueError(f"{commands} makes what may not stand on a page. Leave it out.")
        sentinel = re.fullmatch(r"\d+", element.text or "")
        if sentinel and 0 <= int(element.text) - FIRST_SENTINEL < len(values):
            element.append(values[int(element.text) - FIRST_SENTINEL])
            element.text = None
            found += 1
        if element.text:
            element.text = AtomicString(element.text)
    if found != len(values):
        raise ValueError("a value stands where a number can't")
    math.set("xmlns", "http://www.w3.org/1998/Math/MathML")
    math.set("class", "formula")
    if sum(bool(element.text) for element in math.iter()) == 1:
        math.set("class", "formula sign")
    else:  # its signs in a row say something else: 25 over 3 becomes 253
        math.set(UNSEARCHED, "true")
    if display:
        _let_break(math[0])
    return math


def _let_break(row: ElementTree.Element) -> None:
    """Group the parts of a row, so that one that is too long ends before a relation or a plus."""
    parts = list(row)
    row[:] = [ElementTree.Element("mrow")]
    for part in parts:
        if part.tag == "mo" and part.text in BREAKS_BEFORE and len(row[-1]):
            ElementTree.SubElement(row, "mrow")
            part.set("form", "infix")  # or, as the first of its row, it would be taken for a sign
        row[-1].append(part)
