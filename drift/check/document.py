"""A finished site, each page of it parsed once into the tree that a browser builds of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from drift.check import text as reading
from drift.check.text import Element, Text
from drift.fault import Fault
from drift.project.project import Project


@dataclass(frozen=True)
class Document:
    """A page of a site: its path there, its HTML, and the source below docs that it was made of.

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
        return frozenset(filter(None, (node.id for node in self.tree.css("[id]"))))

    @cached_property
    def _read(self) -> tuple[list[Element], list[Text]]:
        return reading.read(self.tree)

    @property
    def elements(self) -> list[Element]:
        """Its elements in their order; of what is compared as a whole, the outermost."""
        return self._read[0]

    @property
    def texts(self) -> list[Text]:
        """What it says, in its order, without what is compared as a whole."""
        return self._read[1]

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

        The parser does not say; so that is where as many elements of its name stand before it in
        the text as in the tree.
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

    def fault(self, node: LexborNode, message: str) -> Fault:
        """Return a fault at an element of the page."""
        return Fault(self.path, self.line_of(node), message)


@dataclass(frozen=True)
class Site:
    """A built site: the project that it is of, what built it, its files, and its pages parsed.

    One that `is_offline` is opened as files, without a server.
    """

    project: Project
    generator: str
    files: Mapping[str, bytes]
    documents: Mapping[str, Document]
    is_offline: bool = False
