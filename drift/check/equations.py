"""Equations of numbers: each side of a formula is computed, and its sides must agree."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

from selectolax.lexbor import LexborNode

from drift.check import arithmetic
from drift.check.arithmetic import RELATIONS, NotComputed, Symbolic, in_line, interval, words
from drift.check.document import Document
from drift.fault import Fault

XMLNS = re.compile(r' xmlns="[^"]*"')


class Part(NamedTuple):
    """A part of a formula: its elements, the relation before it, and why it is no number."""

    row: list[Element]
    relation: str
    problem: Symbolic | NotComputed | None


def disagreements(document: Document, project: object) -> Iterator[Fault]:
    """Yield a fault for each equation of numbers whose sides do not agree, or are not computed."""
    for node, parts in _formulas(document):
        kinds = [arithmetic.alters(part.row) for part in parts]
        if True in kinds and False not in kinds:
            message = "reads as one number, which no program gave: let a program compute it."
            yield document.fault(node, f"{words(parts[kinds.index(True)].row)} {message}")
        known, relations = None, []
        for part in parts:
            if part.relation not in RELATIONS:
                known = None
            relations.append(part.relation)
            if isinstance(part.problem, NotComputed):
                message = f"{words(part.row)} is not computed: {part.problem}. Write it otherwise."
                yield document.fault(node, message)
            if part.problem:
                continue
            if known and not _agree(known.row, part.row, relations):
                signs = " … ".join(relations)
                advice = "Mend the numbers; where a side was rounded, write ≈."
                equation = f"{words(known.row)} {signs} {words(part.row)}"
                yield document.fault(node, f"the equation {equation} does not hold. {advice}")
            known, relations = part, []


def computed(document: Document) -> list[bool]:
    """Return of each formula of a page whether it holds an equation of numbers."""
    return [sum(not part.problem for part in parts) > 1 for _, parts in _formulas(document)]


def _formulas(document: Document) -> Iterator[tuple[LexborNode, list[Part]]]:
    for node in document.tree.css("math"):
        markup = XMLNS.sub("", node.html or "").replace("&nbsp;", "\u00a0")
        try:
            math = fromstring(markup)
        except ParseError:  # it holds what may not stand there (allowed.py)
            continue
        if math.get("display") == "block" and len(math):
            # Its first row holds lines (formula.py), and no groups.
            math[0][:] = [part for line in math[0] for part in line]
        rows: list[tuple[list[Element], str]] = [([], "")]
        for element in in_line(math):
            if arithmetic.is_relation(element):
                rows.append(([], element.text or ""))
            else:
                rows[-1][0].append(element)
        yield node, [Part(row, relation, _problem(row)) for row, relation in rows if row]


def _problem(row: list[Element]) -> Symbolic | NotComputed | None:
    try:
        interval(row, False)
    except (Symbolic, NotComputed) as problem:
        return problem
    return None


def _agree(left: list[Element], right: list[Element], relations: list[str]) -> bool:
    """Whether two parts are related as the signs between them say."""
    is_rounded = "≈" in relations
    a, b = interval(left, is_rounded), interval(right, is_rounded)
    meets = a.a <= b.b and b.a <= a.b
    holds = {"≤": a.a <= b.b, "≥": a.b >= b.a, "<": a.b < b.a, ">": a.a > b.b, "≠": not meets}
    signs = {*relations} - {"=", "≈"}
    # Signs of several kinds, with symbols between them, say nothing of the ends.
    return meets if not signs else len(signs) > 1 or holds[signs.pop()]
