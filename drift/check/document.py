"""A finished site, each page of it parsed once into the tree that a browser builds of it.

In one walk through that tree all is found that a page holds: its elements, and what it says, one
text for each block or attribute.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from drift.fault import Fault, reading
from drift.page import block, provenance
from drift.page.address import UNSEARCHED
from drift.project.files import line_of
from drift.project.page_source import FORMULA, PageSource
from drift.project.project import CONFIGURATION, Project

WORDS = ("title", "alt", "aria-label", "placeholder", "content", "value")
"""The attributes whose text a browser shows or reads out."""
# For machines: how wide the page is, what made it, and addresses.
UNREAD_META = {"viewport", "generator", "og:url", "og:image"}
INLINE = {
    "a", "abbr", "b", "br", "button", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "s",
    "small", "span", "strong", "sub", "sup", "u",
}  # fmt: skip
BETWEEN = {
    "mfrac": "/", "msup": "^", "msub": "_", "mover": "^", "munder": "_", "msubsup": "_^",
    "munderover": "_^", "mroot": "√",
}  # fmt: skip
KINDS = {provenance.VALUE, provenance.CLAIM, provenance.FACT}
REFERENCES = ":is(h1, h2, h3, h4, h5, h6) + div.references > :is(ul, ol) > li"
VALUE, IN_FORMULA, OTHER = "\ue000\ue001\ue002"
"""Stand in a text for a value, one in a formula, and all else that is compared elsewhere.
Nobody may type them: they are for private use."""


class Element(NamedTuple):
    """An element of a page; `is_own` is true of those in <article>, and not of the frame."""

    node: LexborNode
    tag: str
    attributes: dict[str, str | None]
    is_own: bool


class Text(NamedTuple):
    """What one block or attribute says; `is_reference` for an item of a list of references.

    `values` are the elements of its values, in their order.
    """

    words: str
    is_reference: bool = False
    node: LexborNode | None = None
    values: tuple[LexborNode, ...] = ()


@dataclass(frozen=True)
class Document:
    """A page of a site: its path there, its HTML, and the source below docs that it was made of.

    `source` is '' for a page of the theme, such as that for what is not found. `notebook` is the
    source, as messages name it, where that is one.
    """

    path: str
    text: str
    source: str = ""
    notebook: str = ""

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The page as a browser parses it, without the marks that a search takes off."""
        tree = LexborHTMLParser(self.text)
        for node in tree.css(f"[{UNSEARCHED}=true]"):
            del node.attrs[UNSEARCHED]
        return tree

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The names to which a link can lead."""
        return frozenset(filter(None, (node.id for node in self.tree.css("[id]"))))

    @cached_property
    def _walk(self) -> "_Walk":
        with reading(self.source or self.path):
            return _Walk(self.tree)

    @property
    def elements(self) -> list[Element]:
        """Its elements in their order; of what results.py compares as a whole, the outermost."""
        return self._walk.elements

    @property
    def texts(self) -> list[Text]:
        """What it says, in its order, without what is compared as a whole."""
        return self._walk.texts

    def named(self, tag: str) -> Iterator[Element]:
        """Yield its elements of one name, those in a <template> too."""
        return (element for element in self.elements if element.tag == tag)

    @cached_property
    def address(self) -> str:
        """Where it is published, as it says; '' where that is not known."""
        link = self.tree.css_first("link[rel=canonical]")
        address = (link.attributes.get("href") if link else "") or ""
        return address if "://" in address else ""

    def line_of(self, node: LexborNode) -> int:
        """Return the line (from 1) on which an element begins.

        The parser does not say: as many of its name stand before it in the text as in the tree.
        """
        same = [each.mem_id for each in self.tree.css(node.tag)]
        if node.mem_id in same:
            before = same.index(node.mem_id)
            tags = re.finditer(rf"<{re.escape(node.tag)}(?=[\s/>])", self.text, re.IGNORECASE)
            starts = [tag.start() for tag in tags] or [0]
            at = starts[min(before, len(starts) - 1)]
        else:  # in a <template>
            at = max(self.text.find(node.html or ""), 0)
        return self.text.count("\n", 0, at) + 1

    def shown(self, tag: str) -> list[LexborNode]:
        """Return its values, claims and facts (data) or formulas (math), as its source asks."""
        listed = {node.mem_id for node in self.tree.css(f".ledger {tag}")}
        own = (each.node for each in self.named(tag) if each.is_own)
        return [node for node in own if node.mem_id not in listed]

    def fault(
        self, node: LexborNode, message: str, project: Project | None = None, *texts: str
    ) -> Fault:
        """Return a fault at an element, by what asks for it: its cell, or a line of its source.

        A value or a formula has its number on the page; another element one of the texts, which may
        stand in the settings.
        """
        for at, cell in enumerate(self.tree.css(".jp-Notebook > .jp-Cell"), start=1):
            if node.mem_id in {each.mem_id for each in cell.css("*")}:
                return Fault(f"{self.notebook}, cell {at}", 0, message)
        places = [
            (CONFIGURATION, line_of(text, project.configuration)) for text in texts if project
        ]
        if source := project.pages.get(self.source) if project else None:
            lines = (self._line_in(source, node), *map(source.line_of, texts))
            places = [*((source.file, line) for line in lines), *places]
        place = next((each for each in places if each[1]), (self.path, self.line_of(node)))
        return Fault(*place, message)

    def _line_in(self, source: PageSource, node: LexborNode) -> int:
        tag = node.tag or ""
        uses = [use for use in source.uses if tag == ("math" if use.kind == FORMULA else "data")]
        fences = [fence for fence in source.fences if fence.language == tag]
        lines = sorted(each.line for each in (*uses, *fences))
        same = [each.mem_id for each in self.shown(tag)] if lines else []
        return dict(zip(same, lines)).get(node.mem_id, 0) if len(same) == len(lines) else 0


@dataclass(frozen=True)
class Site:
    """A built site: its project, what built it, its files, its pages; offline it has no server."""

    project: Project
    generator: str
    files: Mapping[str, bytes]
    documents: Mapping[str, Document]
    is_offline: bool = False


class _Walk:
    def __init__(self, tree: LexborHTMLParser):
        self.elements: list[Element] = []
        self.texts: list[Text] = []
        self._now: list[str] = []
        self._values: list[LexborNode] = []
        self._node: LexborNode | None = None
        self._is_reference = False
        self._references = {item.mem_id for item in tree.css(REFERENCES)}
        self._read(tree.root, False)
        self._end()

    def _end(self, node: LexborNode | None = None) -> None:
        """End a text; the next is that of another element."""
        words = "".join(self._now)
        self._now.clear()
        if words and not words.isspace():
            self._say(words, self._node)
        self._values.clear()
        self._node = node

    def _say(self, words: str, node: LexborNode | None) -> None:
        # No eye sees soft hyphens, joiners, marks of direction.
        if not words.isascii():
            words = "".join(each for each in words if unicodedata.category(each) != "Cf")
        self.texts.append(Text(words, self._is_reference, node, (*self._values,)))

    def _read(self, node: LexborNode, is_own: bool, level: int = 0) -> None:
        """Read an element, whose end ends its text if it is a block.

        The level is 1 in a formula, and 2 where it is set apart there: below a line, as a power.
        """
        tag, attributes = node.tag or "", node.attributes
        element = Element(node, tag, attributes, is_own)
        self.elements.append(element)
        kinds = {*(attributes.get("class") or "").split()}
        is_whole = tag == "pre" or (tag == "figure" and attributes.get("class") == block.FIGURE)
        is_whole |= tag == "data" and not KINDS.isdisjoint(kinds)
        is_block = not is_whole and not level and tag not in INLINE
        is_block &= tag != "math" or attributes.get("display") == "block"
        level = level or int(tag == "math")
        was_reference = self._is_reference
        if is_block:
            self._end(node)
            self._is_reference |= node.mem_id in self._references
        self._read_attributes(element)
        if is_whole:
            is_value = tag == "data" and provenance.CLAIM not in kinds
            sign = (VALUE, IN_FORMULA, OTHER)[level] if is_value else OTHER
            self._values += [node] * (sign != OTHER)
            self._now.append(sign)
        elif tag == "br":
            self._now.append(" ")
        elif tag == "script":
            self._read_script(element)
        elif tag == "template":  # whose content stands aside until a script shows it
            for fragment in node.template_fragments()[:1]:
                self._read_inside(fragment, is_own)
        else:
            self._read_inside(node, is_own or tag == "article", level)
        if is_block:
            self._end(node)
            self._is_reference = was_reference

    def _read_inside(self, node: LexborNode, is_own: bool, level: int = 0) -> None:
        """Read what an element holds; a formula in one line, as a reader would say it: 1/n, ^2."""
        marks = iter(BETWEEN.get(node.tag or "", "") if level else "")
        is_first = True
        for inner in node.iter(include_text=True):
            tag = inner.tag or ""
            if tag == "-text":
                text = (inner.text_content or "").strip(None if level else "")
                self._now.append(f" {text} " if node.tag == "mtext" else text)
            elif not tag.startswith("-"):
                self._now.append("" if is_first else next(marks, ""))
                is_apart = level and not is_first and node.tag in BETWEEN
                self._read(inner, is_own, 2 if is_apart else level)
                is_first = False

    def _read_attributes(self, element: Element) -> None:
        node, tag, attributes, _ = element
        for name, words in attributes.items():
            if name not in WORDS or not words or (tag == "data" and name in ("title", "value")):
                continue
            kinds = {attributes.get("name"), attributes.get("property")} - {None}
            if name == "content" and kinds <= UNREAD_META:
                continue
            self._say(words, node)

    def _read_script(self, element: Element) -> None:
        """Read the words that the theme's script shows: data that no browser runs."""
        if element.attributes.get("type") == "application/json":
            data = data_of(element)
            shown = data.get("translations") or {} if isinstance(data, dict) else {"": data}
            for key, words in shown.items():
                # What the search says of one result has a count of one in it.
                words = str(words).replace("1", OTHER, key.endswith(".one"))
                self._say(words, element.node)


def data_of(script: Element) -> object:
    """Return the data that an element holds for the theme's script; its text if that is no JSON."""
    try:
        return json.loads(script.node.text())
    except json.JSONDecodeError:
        return script.node.text()
