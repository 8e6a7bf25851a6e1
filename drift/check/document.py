"""A finished page, parsed once into the tree that a browser builds of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from drift.fault import Fault


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


def elements(node: LexborNode, is_own: bool = False) -> Iterator[tuple[LexborNode, bool]]:
    """Yield an element and all in it, and whether each is the page's own, in <article>."""
    yield node, is_own
    is_own = is_own or node.tag == "article"
    for inner in node.iter():
        yield from elements(inner, is_own)
    if node.tag == "template":
        yield from elements(inside(node), is_own)


def inside(template: LexborNode) -> LexborNode:
    """Return what a <template> holds: a parser leaves it aside till a script shows it."""
    fragments = template.template_fragments()
    return LexborHTMLParser("".join(each.html or "" for each in fragments)).body
