"""What ran: each block, figure, value, claim and fact of a page is what was approved."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from drift.check.document import Document
from drift.fault import Fault
from drift.page import block, provenance
from drift.page.address import UNSEARCHED
from drift.page.block import FIGURE
from drift.project.facts import Fact
from drift.project.project import Project
from drift.project.snippet import DRAWN, PRINTED, STANDARD_ERROR, Snippet
from drift.run.approval import TRUE

AGAIN = "Build the site again: make build"
OF_A_NUMBER = re.compile(r"^(?P<name>\w+), line (?P<line>\d+) of (?P<snippet>\S+)$")
OF_A_FACT = re.compile(r"^(?P<name>\S+) of this build$")


def blocks(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault for each block that is not a whole snippet with what was approved of it."""
    known: set[int] = set()
    for box in document.tree.css("div.snippet"):
        begin = box.css_first("span.snippet-begin")
        snippet = project.by_anchor.get(begin.id or "") if begin else None
        parts = box.css("pre")
        known.update(part.mem_id for part in parts)
        expected = _texts(snippet) if snippet else []
        for part in parts:
            if _text(part) not in expected:
                yield _not_approved(document, part)
        if snippet and [*map(_text, parts)] != expected:
            message = f"below {snippet.name} stands what it did not give, or its output is missing."
            yield document.fault(parts[0] if parts else box, f"{message} {AGAIN}")
        elif snippet:
            yield from _of_figures(document, box, snippet)
    yield from _of_lines(document, project)
    listed = {
        text
        for entry in document.tree.css("[data-snippet]")
        if (snippet := project.snippets.get(entry.attributes["data-snippet"] or ""))
        for text in _texts(snippet)
    }
    cells = _cells(project.notebooks.get(document.source, ""))
    parts = [part for part in document.tree.css("pre") if part.mem_id not in known]
    if cells and [*map(_text, parts)] != cells:
        part = next((part for part in parts if _text(part) not in cells), document.tree.body)
        yield _not_approved(document, part)
    for part in parts if not cells else ():
        if _text(part) not in listed:
            yield _not_approved(document, part)
    boxes = document.tree.css(f"div.snippet figure.{FIGURE}")
    for figure in document.tree.css(f"figure.{FIGURE}"):
        if figure.mem_id not in {each.mem_id for each in boxes}:
            yield document.fault(figure, "a figure that nothing approved gives.")


def _not_approved(document: Document, part: LexborNode) -> Fault:
    first = _text(part).strip().partition("\n")[0][:80]
    return document.fault(part, f"a block that nothing approved gives: {first}")


def _text(part: LexborNode) -> str:
    return part.text().strip("\n")


def _texts(snippet: Snippet) -> list[str]:
    approved = (snippet.approved.get(PRINTED, ""), snippet.approved.get(STANDARD_ERROR, ""))
    return [text.strip("\n") for _, text in block.texts(snippet, *approved)]


def _cells(notebook: str) -> list[str]:
    """Return the texts of the cells of a notebook, and of what they gave, in their order."""
    texts = []
    for cell in json.loads(notebook or '{"cells": []}')["cells"]:
        if cell["cell_type"] == "code":
            texts.append("".join(cell["source"]))
            for output in cell["outputs"]:
                texts.append("".join(output.get("text") or output["data"]["text/plain"]))
    return [text.strip("\n") for text in texts]


def _of_figures(document: Document, box: LexborNode, snippet: Snippet) -> Iterator[Fault]:
    drawn = snippet.approved.get(DRAWN, "")
    expected = [block.figure(snippet, drawn, snippet.approved.get(PRINTED, ""))] if drawn else []
    found = [figure.html for figure in box.css(f"figure.{FIGURE}")]
    wanted = [LexborHTMLParser(svg).body.child.html for svg in expected]
    # The search takes the attribute off that it reads; a site without a search keeps it.
    marked = f' {UNSEARCHED}="true"'
    if [svg.replace(marked, "") for svg in found] != [svg.replace(marked, "") for svg in wanted]:
        yield document.fault(box, f"its figure is not what {snippet.shown_path} draws. {AGAIN}")


def _of_lines(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault for each line with a name, to which values lead, that is not that line."""
    for line in document.tree.css("pre span[id]"):
        anchor, _, number = (line.id or "").rpartition("-")
        snippet = project.by_anchor.get(anchor)
        text = line.text().partition("\n")[0]
        lines = snippet.lines if snippet else []
        if not number.isdecimal() or lines[int(number) - 1 : int(number)] != [text]:
            message = f"{line.id} stands at the line {text!r}, and is not that. {AGAIN}"
            yield document.fault(line, message)


class _Data(NamedTuple):
    """What a `<data>` says."""

    text: str
    attributes: dict[str, str]


def values(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault for each value, claim and fact that is not what was approved, or true now."""
    for node in document.tree.css("data"):
        data = _Data(node.text(), {key: text or "" for key, text in node.attributes.items()})
        is_fact = data.attributes.get("class") == provenance.FACT
        problem = _of_fact(data, project) if is_fact else _of_value(data, project)
        if not problem and not _is_as_made(node, data):
            problem = f"in the value {data.text} stands what is not its text or its mark."
        if problem:
            yield document.fault(node, f"{problem} {AGAIN}")


def _is_as_made(node: LexborNode, data: _Data) -> bool:
    """Whether a value or a fact holds text alone, and a claim its mark alone."""
    inner = [*node.iter()]
    if data.attributes.get("class") != provenance.CLAIM:
        return not inner
    attributes = [{**each.attributes, UNSEARCHED: "true"} for each in inner]
    return attributes == [provenance.OF_A_MARK | {UNSEARCHED: "true"}] and not [*inner[0].iter()]


def marks(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault for each mark of a claim that was typed."""
    if document.text.count(provenance.MARK) + document.text.count("&#") == len(
        document.tree.css(f"data.{provenance.CLAIM}")
    ):
        return
    for node in document.tree.root.traverse(include_text=True):
        if not node.is_text_node or provenance.MARK not in node.text_content:
            continue
        inner = node.parent.parent
        if inner.tag != "data" and not _is_in_block(node):
            near = " ".join(node.text_content.split())[-60:]
            message = (
                f"{near!r}: {provenance.MARK} is the mark of a claim that a program holds. Write "
                "`#!holds folder/name.variable`."
            )
            yield document.fault(node.parent, message)


def _is_in_block(node: LexborNode) -> bool:
    while node := node.parent:
        if node.tag == "pre":
            return True
    return False


def _of_fact(data: _Data, project: Project) -> str:
    title = OF_A_FACT.match(data.attributes.get("title", ""))
    if title is None:
        return f"the fact {data.text} does not say what of the build it tells."
    try:
        now = project.facts.fact(title["name"])
    except (LookupError, ValueError) as problem:
        return str(problem)
    if (shown := Fact(data.text, data.attributes.get("value", ""))) != now:
        return (
            f"the {title[0]} is not {shown.text} (in full: {shown.exact}) but {now.text} (in full: "
            f"{now.exact})."
        )
    return ""


def _of_value(data: _Data, project: Project) -> str:
    title = OF_A_NUMBER.match(data.attributes.get("title", ""))
    snippet = project.snippets.get(title["snippet"]) if title else None
    if snippet is None:
        return f"the value {data.text} does not say which snippet it comes from."
    name, line = title["name"], int(title["line"])
    kind, exact = data.attributes.get("class", ""), data.attributes.get("value", "")
    shown = f"the value {data.text} ({title[0]}: {exact})"
    is_claim = kind == provenance.CLAIM
    if is_claim and data.text != provenance.MARK:
        return f"{shown} is not what was approved."
    expected = TRUE if is_claim else data.text
    specs = [
        key.partition(":")[2]
        for key, text in snippet.approved_values.items()
        if key.partition(":")[0] == name and text == expected
    ]
    is_same = exact == expected or any(_formatted(exact, spec) == expected for spec in specs)
    if not specs or not is_same or snippet.names.get(name) != line:
        return f"{shown} is not what was approved."
    address = data.attributes.get(provenance.ADDRESS, "").partition("#")
    wanted = provenance.attributes(snippet, name, line, f"{address[0]}#{snippet.anchor}")
    wanted |= {"class": kind, "value": exact}
    if data.attributes != wanted or kind not in (provenance.VALUE, provenance.CLAIM):
        return f"{shown} does not lead to line {line} of {snippet.name}, or names another line."
    return ""


def _formatted(exact: str, spec: str) -> str:
    try:
        return format(ast.literal_eval(exact), spec)
    except (SyntaxError, TypeError, ValueError):  # no number at all, or several
        return ""
