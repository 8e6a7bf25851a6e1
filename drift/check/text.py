"""What a finished page says: one text for each block, and one for each attribute that is read."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from drift.page import provenance
from drift.page.block import FIGURE

# Attributes whose text a browser shows or reads out; what else the allow-list has of these is
# compared with what was approved (results.py).
READ = ("title", "alt", "aria-label", "placeholder", "content", "value", "name")
# For machines: how wide the page is, what made it, and addresses.
UNREAD_META = {"viewport", "generator", "og:url", "og:image"}
INLINE = {"a", "abbr", "b", "code", "em", "i", "kbd", "s", "small", "span", "strong", "sub", "sup"}
BETWEEN = {
    "mfrac": "/", "msup": "^", "msub": "_", "mover": "^", "munder": "_", "msubsup": "_^",
    "munderover": "_^", "mroot": "√",
}  # fmt: skip
KINDS = {provenance.VALUE, provenance.CLAIM, provenance.FACT}
LEFT_OUT = {"pre", "script", "style", "data"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
VALUE = "\ufffc"
"""Stands in a text for a value, which is compared with what was approved."""


class Text(NamedTuple):
    """What one block or attribute says.

    `is_own` tells the text of the page itself, in <article>, from the frame around it; and
    `is_reference` an item of a list of references.
    """

    words: str
    is_own: bool = True
    is_reference: bool = False


def texts(tree: LexborHTMLParser) -> list[Text]:
    """Return what a page says, in its order; blocks, values and drawings that ran are left out."""
    reading = _Reading(tree)
    reading.read(tree.root)
    reading.end()
    return reading.texts


class _Reading:
    """Collects what a page says while its tree is gone through."""

    def __init__(self, tree: LexborHTMLParser):
        self.texts: list[Text] = []
        self._now: list[str] = []
        self._is_own = self._is_reference = False
        self._last = ""  # the block that ended last, if no text followed
        items = tree.css("li[id^='fn:']")
        self._footnotes = {node.id: str(at) for at, node in enumerate(items, start=1)}

    def end(self) -> None:
        """End a text."""
        words = "".join(self._now)
        self._now.clear()
        if words.strip():
            self.texts.append(Text(_visible(words), self._is_own, self._is_reference))
            self._last = ""

    def read(self, node: LexborNode) -> None:
        """Read an element, whose end ends its text if it is a block."""
        tag, attributes = node.tag, node.attributes
        is_block = tag not in INLINE and not _is_left_out(tag, attributes)
        if is_block:
            self.end()
        before = self._is_own, self._is_reference
        self._is_own = self._is_own or tag == "article"
        self._read_attributes(tag, attributes)
        if _is_left_out(tag, attributes):
            self._now.append(VALUE)
        elif tag == "math":
            self._now.append(formula(node))
        elif tag == "a" and _has(attributes, "footnote-ref"):
            number = self._footnotes.get((attributes.get("href") or "").removeprefix("#"), "")
            shown = node.text().strip()
            self._now.append(VALUE if shown == number else shown)
        elif tag == "div" and _has(attributes, "references") and self._last in HEADINGS:
            self._read_references(node)
        else:
            self._read_inside(inside(node) if tag == "template" else node)
        if is_block:
            self.end()
            self._last = tag
        self._is_own, self._is_reference = before

    def _read_inside(self, node: LexborNode) -> None:
        for inner in node.iter(include_text=True):
            if inner.is_text_node:
                self._now.append(inner.text_content)
            elif inner.is_element_node:
                self.read(inner)

    def _read_references(self, node: LexborNode) -> None:
        """Read a list of references: only its own items are that."""
        for inner in node.iter(include_text=True):
            for item in inner.iter(include_text=True) if inner.tag in ("ul", "ol") else ():
                self.end()
                self._is_reference = item.tag == "li"
                if item.is_element_node:
                    self.read(item)
                else:
                    self._now.append(item.text_content)
                self.end()
                self._is_reference = False
            if inner.tag not in ("ul", "ol") and inner.is_element_node:
                self.read(inner)
            elif inner.is_text_node:
                self._now.append(inner.text_content)

    def _read_attributes(self, tag: str, attributes: dict[str, str | None]) -> None:
        for name in READ:
            words = attributes.get(name)
            if not words or (tag == "data" and name in ("title", "value")):
                continue
            if name == "name" and tag != "a":
                continue
            kind = attributes.get("name") or attributes.get("property")
            if name == "content" and (kind in UNREAD_META or "http-equiv" in attributes):
                continue
            if name == "title" and _has(attributes, "footnote-backref"):
                anchor = (attributes.get("href") or "").replace("#fnref", "fn")
                words = words.replace(self._footnotes.get(anchor, " "), VALUE)
            self.texts.append(Text(_visible(words), self._is_own, self._is_reference))


def formula(math: LexborNode) -> str:
    """Return a formula in one line, as a reader would say it: 1/n, i=1, ^2."""
    if _is_left_out(math.tag or "", math.attributes):
        return VALUE
    marks = BETWEEN.get(math.tag, "")
    words, count = "", 0
    for inner in math.iter(include_text=True):
        if inner.is_text_node:
            words += inner.text_content.strip()
        else:
            words += (marks[count - 1] if 0 < count <= len(marks) else "") + formula(inner)
            count += 1
    return words


def _is_left_out(tag: str, attributes: dict[str, str | None]) -> bool:
    if tag == "data":
        return bool(KINDS & {*(attributes.get("class") or "").split()})
    return tag in LEFT_OUT or (tag == "figure" and _has(attributes, FIGURE))


def _has(attributes: dict[str, str | None], name: str) -> bool:
    return name in (attributes.get("class") or "").split()


def _visible(text: str) -> str:
    """Return text without what no eye sees: soft hyphens, joiners, marks of direction."""
    if text.isascii():
        return text
    return re.sub(".", lambda found: _seen(found[0]), text, flags=re.DOTALL)


def _seen(character: str) -> str:
    return "" if unicodedata.category(character) == "Cf" else character


def inside(template: LexborNode) -> LexborNode:
    """Return what a <template> holds: a parser leaves it aside till a script shows it."""
    fragments = template.template_fragments()
    return LexborHTMLParser("".join(each.html or "" for each in fragments)).body
