"""What ran: each block, figure, value, claim and fact of a page is what was approved.

And each stands where the page's source asks for it: a number that is sound, in the place of
another, would make a sentence false.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from posixpath import commonprefix
from xml.etree import ElementTree

from selectolax.lexbor import LexborNode

from drift.check.document import Document, Element, Text
from drift.check.files import AGAIN
from drift.fault import Fault
from drift.page import block, provenance
from drift.project import page_source
from drift.project.project import Project
from drift.project.snippet import DRAWN, PRINTED, STANDARD_ERROR, Snippet
from drift.run.approval import MINUS, TRUE

OF_A_NUMBER = re.compile(r"^(?P<name>\w+), line (?P<line>\d+) of (?P<snippet>\S+)$")
OF_A_FACT = re.compile(r"^(?P<name>\S+) of this build$")
# What a reader would take for the mark of a claim.
MARKS = re.compile(r"[✓✔✅☑🗸🗹]|√(?!\s*[\w(])")
# Where a block begins; or a part of one that stands in none, as one that was typed does.
IN_BLOCK = ":has(.snippet-begin), .snippet-begin ~ *, .snippet-begin ~ * *"
BEGIN = f"article :is(.snippet-begin, [class*=snippet]:not({IN_BLOCK}))"
MOST = 120  # characters of a line that a message shows


def blocks(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault for each block that is not a whole snippet with what was approved of it."""
    known: set[int] = set()
    for box in document.tree.css("div.snippet"):
        begin = box.css_first("span.snippet-begin")
        snippet = project.by_anchor.get(begin.id or "") if begin else None
        parts = [part for part in box.css("figure, pre") if part.mem_id not in known]
        known.update(part.mem_id for part in parts)
        yield from _otherwise(document, parts, _texts(snippet) if snippet else [], box)
    yield from _of_lines(document, project)
    parts = document.tree.css(f"figure.{block.FIGURE}, pre")
    rest = [part for part in parts if part.mem_id not in known]
    cells = _cells(project.cells.get(document.source, ()))
    yield from _otherwise(document, rest, cells, document.tree.body)


def _text(part: LexborNode) -> str:
    return (part.html or "") if part.tag == "figure" else part.text().strip("\n")


def _texts(snippet: Snippet) -> list[str]:
    """Return what the parts of a block hold: the HTML of a figure, and the text of all others."""
    printed, drawn, errors = map(snippet.approved.get, (PRINTED, DRAWN, STANDARD_ERROR))
    texts = [text.strip("\n") for _, text in block.texts(snippet, printed or "", errors or "")]
    if drawn:
        figure = block.figure(snippet, drawn, printed or "")
        texts.insert(0, Document("", figure).tree.body.child.html)
    return texts


def _cells(notebook: Iterable[dict]) -> list[str]:
    """Return the texts of the cells of a notebook, and of what they gave, in their order."""
    texts = []
    for cell in notebook:
        if cell["cell_type"] == "code":
            texts.append("".join(cell["source"]))
            for output in cell["outputs"]:
                texts.append("".join(output.get("text") or output["data"]["text/plain"]))
    return [text.strip("\n") for text in texts]


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


def asked(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault where programs, values and facts stand otherwise than a source asks."""
    source = project.pages.get(document.source)
    programs, uses = (source.programs, source.uses) if source else ((), ())
    known = [project.snippets[name] for name in programs if name in project.snippets]
    anchors = [snippet.anchor for snippet in known]
    begins, body = document.tree.css(BEGIN), document.tree.body
    yield from _otherwise(document, begins, anchors, body, lambda each: each.id or each.text())
    wanted = filter(None, (_wanted(use, project) for use in uses))
    yield from _otherwise(document, document.shown("data"), wanted, body, _shown)


def _otherwise(
    document: Document, parts: list[LexborNode], wanted: Iterable[str], box: LexborNode, say=_text
) -> Iterator[Fault]:
    """Yield a fault for the first part of a box that does not `say` what is wanted there."""
    for part, text, expected in zip_longest(parts, map(say, parts), wanted):
        if text != expected:
            both = (text or "nothing", expected or "nothing")
            lines = zip_longest(*map(str.splitlines, both), fillvalue="nothing")
            was, right = next((pair for pair in lines if pair[0] != pair[1]), both)
            at = max(0, len(commonprefix([was, right])) - MOST // 2)
            was, right = was[at:][:MOST], right[at:][:MOST]
            message = f"{was!r} stands where the source asks for {right!r}. {AGAIN}"
            yield document.fault(part or box, message)
            return


def _shown(data: LexborNode) -> str:
    title = data.attributes.get("title") or ""
    return title if OF_A_FACT.match(title) else f"{title}: {data.text()}"


def _wanted(use: page_source.Use, project: Project) -> str:
    """Return how the element for a use names its source, and what it shows; '' for no element."""
    if use.kind == page_source.FACT:
        return f"{use.text} of this build"
    if use.kind == page_source.FORMULA or use.snippet not in project.snippets:
        return ""
    snippet = project.snippets[use.snippet]
    is_claim = use.kind == page_source.CLAIM
    text = provenance.MARK if is_claim else snippet.approved_values.get(use.key, "")
    return f"{use.name}, line {snippet.names.get(use.name)} of {use.snippet}: {text}"


def values(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault for each value, claim and fact that is not what was approved, or true now."""
    for data in document.named("data"):
        is_fact = data.attributes.get("class") == provenance.FACT
        problem = _of_fact(data) if is_fact else _of_value(data, project)
        if problem:
            yield document.fault(data.node, f"{problem} {AGAIN}")


def marks(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault for each mark of a claim that was typed."""
    shown = (Text(node.text(), node=node) for node in document.tree.css("article pre"))
    for each in (*document.texts, *shown):
        if MARKS.search(each.words):
            message = "is the mark of a claim. Write `#!holds folder/name.variable`."
            words = f"{each.words.strip()[-60:]!r}: {provenance.MARK} {message}"
            yield document.fault(each.node, words)


def _of_fact(data: Element) -> str:
    title = OF_A_FACT.match(data.attributes.get("title") or "")
    if title is None:
        return f"the fact {data.node.text()} does not say which one of the build it is."
    try:
        now = provenance.of_build(title["name"])
    except LookupError as problem:
        return str(problem)
    return "" if _is(data, now) else f"the {title[0]} is {now.text}, and not {data.node.html}."


def _of_value(data: Element, project: Project) -> str:
    attributes = {key: value or "" for key, value in data.attributes.items()}
    text, exact = data.node.text(), attributes.get("value", "")
    title = OF_A_NUMBER.match(attributes.get("title", ""))
    snippet = project.snippets.get(title["snippet"]) if title else None
    if snippet is None:
        return f"the value {text} does not say which snippet it comes from."
    name, line = title["name"], int(title["line"])
    # A mark of a page, such as { .l1 }, may follow.
    is_claim = attributes.get("class", "").partition(" ")[0] == provenance.CLAIM
    approved = TRUE if is_claim else text
    uses = [use.partition(":") for use, each in snippet.approved_values.items() if each == approved]
    specs = [spec for variable, _, spec in uses if variable == name]
    is_same = any(approved in (exact, _formatted(exact, spec)) for spec in specs)
    if is_same and snippet.names.get(name) == line:
        page = attributes.get(provenance.ADDRESS, "").partition("#")[0]
        origin = provenance.attributes(snippet, name, line, f"{page}#{snippet.anchor}")
        claim, value = provenance.claim, provenance.value
        if _is(data, claim(exact, origin) if is_claim else value(exact, text, origin)):
            return ""
    return (
        f"the value {text} ({title[0]}: {exact}) is not what was approved, or does not lead to "
        f"line {line} of {snippet.name}, or names another line."
    )


def _is(data: Element, made: ElementTree.Element) -> bool:
    """Whether a result is one as the guard makes it, but for classes that a page adds."""
    added = (data.attributes.get("class") or "").split()[1:]
    made.set("class", " ".join([made.get("class", ""), *added]))
    whole = Document("", ElementTree.tostring(made, "unicode", "html")).tree.body.child
    return _parts(data.node) == _parts(whole)


def _parts(node: LexborNode) -> tuple[str, list]:
    return node.text(), [(part.tag, part.attributes) for part in node.css("*")]


def _formatted(exact: str, spec: str) -> str:
    for kind in (int, float, complex):
        try:
            return format(kind(exact), spec).replace("-", MINUS)
        except (ValueError, OverflowError):
            continue
    return ""  # no number at all, or several
