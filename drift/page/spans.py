"""Values, claims, formulas and facts of the build in a sentence; code spans that are none."""

from xml.etree import ElementTree

from markdown.util import AtomicString

from drift.fault import never_swallowed
from drift.page import formula as formulas
from drift.page import provenance
from drift.page.rendering import Rendering
from drift.project.page_source import CLAIM, FACT, FORMULA, HOW_SPANS_STAND, VALUE, Use


@never_swallowed
def show(source, language, class_name, md) -> ElementTree.Element:
    """Return the element for a code span: a value, a claim, a formula, a fact, or plain code."""
    page: Rendering = md.drift
    if not language:
        code = ElementTree.Element("code")
        code.text = AtomicString(source)
        return code
    line = page.answered(language, source)
    try:
        element = _element(language, source, page)
    except (LookupError, ValueError) as problem:
        page.stop(str(problem), line or page.source.line_of(f"#!{language}"))
        element = ElementTree.Element("span", {"class": "drift-problem"})
        element.text = AtomicString(source)
        return element
    for data in element.iter("data"):
        if statement := data.get(provenance.LINE):  # or "&lt;" in it would pass for escaped
            data.set(provenance.LINE, statement.replace("&", "&amp;"))
    page.values.append((element, {**element.attrib}, line))
    return element


def _element(kind: str, text: str, page: Rendering) -> ElementTree.Element:
    """Return the element for a span; raise LookupError or ValueError where it can't be shown."""
    if kind == FORMULA:
        return formula(text, False, page)
    if kind == FACT:
        return provenance.of_build(text)
    if kind not in (VALUE, CLAIM):
        raise LookupError(f"`#!{kind}` {HOW_SPANS_STAND}")
    use = Use(0, kind, text)
    snippet, number, approved = page.build.checked_value(use)
    block = page.address_of(snippet)
    origin = provenance.attributes(snippet, use.name, snippet.names[use.name], block)
    if kind == CLAIM:
        return provenance.claim(repr(number), origin)
    return provenance.value(repr(number), approved, origin)


def formula(latex: str, display: bool, page: Rendering) -> ElementTree.Element:
    """Return a formula as MathML with its values; raise ValueError where it does not parse."""

    def value(text: str) -> ElementTree.Element:
        page.answered(VALUE, text)
        return _element(VALUE, text, page)

    return formulas.mathml(latex, display, value)
