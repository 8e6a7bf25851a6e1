"""A finished page, parsed once into the tree that a browser builds of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from drift.check import text as reading
from drift.check.text import Text, inside
from drift.fault import Fault
from drift.page.block import FIGURE


@dataclass(frozen=True)
class Document:
    """A page of a site: its path there, its HTML, and of which source below docs it was made.

    `source` is '' for a page of the theme, such as that for what is not found.
    """

    path: str
    text: str
    source: str = ""

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The page as a browser parses it."""
        return LexborHTMLParser(self.text)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The names to which a link can lead."""
        named = [node.attributes["id"] for node in self.tree.css("[id]")]
        named += [node.attributes["name"] for node in self.tree.css("a[name]")]
        return frozenset(filter(None, named))

    @cached_property
    def elements(self) -> list[tuple[LexborNode, bool]]:
        """Its elements, without those of snippets' drawings, each with whether it is its own."""
        return [*_elements(self.tree.root)]

    @cached_property
    def texts(self) -> list[Text]:
        """What it says, in its order; blocks, values and drawings that ran are left out."""
        return reading.texts(self.tree)

    def line_of(self, node: LexborNode) -> int:
        """Return the line (from 1) on which an element begins.

        The parser does not tell; so that is where as many elements of its name stand before it in
        the text as in the tree.
        """
        same = [each.mem_id for each in self.tree.css(node.tag)]
        before = same.index(node.mem_id) if node.mem_id in same else 0
        tags = re.finditer(rf"<{re.escape(node.tag)}(?=[\s/>])", self.text, re.IGNORECASE)
        starts = [tag.start() for tag in tags] or [0]
        return self.text.count("\n", 0, starts[min(before, len(starts) - 1)]) + 1

    def fault(self, node: LexborNode, message: str) -> Fault:
        """Return a fault at an element of the page."""
        return Fault(self.path, self.line_of(node), message)


def _elements(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    waiting = [(root, False)]
    while waiting:
        node, is_own = waiting.pop()
        yield node, is_own
        tag = node.tag
        is_own = is_own or tag == "article"
        # Of a figure of a snippet the drawing is compared as a whole (results.py).
        if tag != "figure" or node.attributes.get("class") != FIGURE:
            inner = inside(node).iter() if tag == "template" else node.iter()
            waiting += [(each, is_own) for each in [*inner][::-1]]
