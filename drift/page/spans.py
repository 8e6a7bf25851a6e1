"""Values, claims, formulas and facts of the build in a sentence; code spans that are none."""

from __future__ import annotations

from xml.etree import ElementTree

from markdown.util import AtomicString

from drift.fault import seam
from drift.generators.pages import UNSEARCHED
from drift.page import claims
from drift.page import formula as formulas
from drift.page import provenance as origin
from drift.page.extension import PageState
from drift.project.page_source import HOW_SPANS_STAND, Use


@seam
def show(source, language, class_name, md) -> ElementTree.Element:
    """Return the element for a code span: a value, a claim, a formula, a fact, or plain code."""
    page: PageState = md.drift
    kinds = {
        "value": (page.uses, value),
        "holds": (page.uses, claim),
        "math": (page.formulas, lambda latex, page: formula(latex, False, page)),
        "build": (page.facts, fact),
    }
    if language in kinds:
        waiting, make = kinds[language]
        is_claim = language == "holds"
        line = page.place(waiting, lambda use: (use.text, use.is_claim) == (source, is_claim))
        try:
            element = make(source, page)
        except (LookupError, ValueError) as fault:
            return _stopped(str(fault), line, page)
        for data in element.iter("data"):
            if told := data.get(origin.LINE):  # Markdown would take "&lt;" for what is escaped
                data.set(origin.LINE, told.replace("&", "&amp;"))
        if element.tag == "data":
            page.values.append((element, line))
        return element
    if language:
        line = page.line_of(f"#!{language}")
        return _stopped(f"`#!{language}` {HOW_SPANS_STAND}", line, page)
    code = ElementTree.Element("code")
    code.text = AtomicString(source)
    return code


def value(text: str, page: PageState) -> ElementTree.Element:
    """Return a value as `<data>`: its exact number, its approved text, and where it comes from.

    Raises LookupError or ValueError, whose message tells what is wrong with it.
    """
    element, shown = _data("value", Use(0, text), page)
    element.text = AtomicString(shown)
    return element


def claim(text: str, page: PageState) -> ElementTree.Element:
    """Return the mark of a claim as `<data>`; raise LookupError or ValueError where it fails."""
    element, _ = _data(claims.CLASS, Use(0, text, is_claim=True), page)
    mark = ElementTree.SubElement(element, "span", {"role": "img", "aria-label": claims.LABEL})
    mark.set(UNSEARCHED, "true")
    mark.text = AtomicString(claims.MARK)
    return element


def _data(kind: str, use: Use, page: PageState) -> tuple[ElementTree.Element, str]:
    """Return an empty `<data>` that says where what is used comes from, and its approved text."""
    snippet, outcome, shown = page.work.checked_value(use)
    element = ElementTree.Element("data")
    element.set("class", kind)
    element.set("value", outcome.numbers[use.name].text)
    block = page.address_of(snippet)
    for name, told in origin.told(snippet, use.name, outcome.numbers[use.name].line, block).items():
        element.set(name, told)
    return element, shown


def fact(name: str, page: PageState) -> ElementTree.Element:
    """Return a fact of the build as `<data>`; raise LookupError or ValueError where none is."""
    element = page.work.facts.element(name)
    element.text = AtomicString(element.text)
    return element


def formula(latex: str, display: bool, page: PageState) -> ElementTree.Element:
    """Return a formula as MathML with its values; raise ValueError where it does not parse."""

    def value_in_formula(text: str) -> ElementTree.Element:
        page.place(page.uses, lambda use: use.text == text)
        return value(text, page)

    try:
        math = formulas.mathml(latex, display, value_in_formula)
    except ValueError as fault:
        raise ValueError(f"the formula {latex.strip()!r} does not parse: {fault}") from fault
    for element in math.iter():
        if element.text:
            element.text = AtomicString(element.text)
    return math


def _stopped(message: str, line: int, page: PageState) -> ElementTree.Element:
    page.stop(message, line)
    element = ElementTree.Element("span")
    element.text = AtomicString(page.problems[-1])
    element.set("class", "drift-problem")
    return element
