"""Equations of numbers: each side of a formula is computed, and its sides must agree."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from xml.etree.ElementTree import Element

from selectolax.lexbor import LexborNode

from drift.check.arithmetic import (
    RELATIONS,
    Interval,
    NotComputed,
    Symbolic,
    in_line,
    interval,
    words,
)
from drift.check.document import Document
from drift.fault import Fault


def disagreements(document: Document, project: object) -> Iterator[Fault]:
    """Yield a fault for each equation of numbers on a page whose sides do not agree."""
    for node, parts in _formulas(document):
        yield from (document.fault(node, each) for each in _disagreements(parts))


def not_computed(document: Document) -> Iterator[Fault]:
    """Yield each formula of a page with a part of numbers that is not computed, and why."""
    for node, parts in _formulas(document):
        for part, _ in parts:
            try:
                interval(part, False)
            except NotComputed as reason:
                yield document.fault(node, f"{words(part)}: {reason}")
            except Symbolic:
                pass


def computed(document: Document) -> list[bool]:
    """Return of each formula of a page whether it holds an equation of numbers."""
    return [len([*_numbers(parts)]) > 1 for _, parts in _formulas(document)]


def _numbers(parts: list[tuple[list[Element], str]]) -> Iterator[Interval]:
    for part, _ in parts:
        with suppress(Symbolic, NotComputed):
            yield interval(part, False)


def _formulas(document: Document) -> Iterator[tuple[LexborNode, list[tuple[list[Element], str]]]]:
    """Yield each formula, and its parts, each with the relation before it."""
    for node in document.tree.css("math"):
        math = _element(node)
        if math.get("display") == "block" and len(
            math
        ):  # its first row holds lines (formula.py), and no groups
            math[0][:] = [part for line in math[0] for part in line]
        parts: list[tuple[list[Element], str]] = [([], "")]
        for element in in_line(math):
            if element.tag == "mo" and (element.text or "") in RELATIONS:
                parts.append(([], element.text))
            else:
                parts[-1][0].append(element)
        yield node, [part for part in parts if part[0]]


def _element(node: LexborNode) -> Element:
    """Return an element of a page with all in it, as the standard library holds one."""
    element = Element(node.tag, {key: text or "" for key, text in node.attributes.items()})
    for inner in node.iter(include_text=True):
        if inner.is_element_node:
            element.append(_element(inner))
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + inner.text_content
        else:
            element.text = (element.text or "") + inner.text_content
    return element


def _disagreements(parts: list[tuple[list[Element], str]]) -> Iterator[str]:
    known: list[Element] | None = None
    relations: list[str] = []
    for part, relation in parts:
        relations.append(relation)
        try:
            interval(part, False)
        except (Symbolic, NotComputed):
            continue
        if known is not None and not _agree(known, part, relations):
            signs = " … ".join(relations)
            if "≈" in signs or "=" not in signs:
                advice = "Mend the numbers."
            else:
                advice = "Mend the numbers; where a side was rounded, write ≈."
            yield f"the equation {words(known)} {signs} {words(part)} does not hold. {advice}"
        known, relations = part, []


def _agree(left: list[Element], right: list[Element], relations: list[str]) -> bool:
    """Whether two parts are related as the signs between them say."""
    is_rounded = "≈" in relations
    a, b = interval(left, is_rounded), interval(right, is_rounded)
    meets = a.a <= b.b and b.a <= a.b
    holds = {"≤": a.a <= b.b, "≥": a.b >= b.a, "<": a.b < b.a, ">": a.a > b.b, "≠": not meets}
    signs = {*relations} - {"=", "≈"}
    # Signs of several kinds, with symbols between them, say nothing of the ends.
    return meets if not signs else len(signs) > 1 or holds[signs.pop()]
