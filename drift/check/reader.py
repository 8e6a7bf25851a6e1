"""Reads a finished page as a person does: what it says, one text for each block and attribute."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html.parser import HTMLParser

from drift.check import style
from drift.page import claims
from drift.page import provenance as origin

# Attributes whose text a browser shows or reads out (of HTML's list of translatable attributes);
# to them come those of ARIA that hold no reference, and data-*, which style sheets can show.
SPOKEN = {
    "abbr", "alt", "content", "download", "label", "placeholder", "srcdoc", "start", "summary",
    "title", "value",
}  # fmt: skip
REFERRING = {
    "aria-activedescendant", "aria-controls", "aria-describedby", "aria-details",
    "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns",
}  # fmt: skip
OF_THE_THEME = "data-md-"
# For machines: how wide the page is, what made it, and addresses.
UNREAD_META = {"viewport", "generator", "og:url", "og:image"}
INLINE = {"a", "abbr", "b", "code", "em", "i", "kbd", "s", "small", "span", "strong", "sub", "sup"}
EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
BETWEEN = {
    "mfrac": "/", "msup": "^", "msub": "_", "mover": "^", "munder": "_", "msubsup": "_^",
    "munderover": "_^", "mroot": "√",
}  # fmt: skip
# drift.check.site compares the whole text of blocks and values with what was approved; nobody reads
# a script, but for the data by which a page describes itself to search engines.
LEFT_OUT = {"pre", "script", "style"}
LEFT_OUT_CLASSES = {"data": {"value", claims.CLASS, "build"}}
OF_A_VALUE = {"title", "value", origin.ADDRESS, origin.LINE}
COMPARED = {"value": OF_A_VALUE, claims.CLASS: OF_A_VALUE, "build": {"title", "value"}}
SPOKEN_SCRIPT = "application/ld+json"
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
VALUE_STANDS_HERE = "\ufffc"
FOOTNOTE_ITEM = re.compile(r'<li id="(fn:[^"]+)"')
FOOTNOTE_LINK = re.compile(r"#fn(?:ref)?\d*(:.+)")


@dataclass(frozen=True)
class Text:
    """What one block or attribute says.

    `is_own` tells the text of the page itself, in <article>, from the frame around it; and
    `is_reference` an item of a list of references.
    """

    words: str
    is_own: bool = True
    is_reference: bool = False


def texts(html: str) -> list[Text]:
    """Return what a page says, in its order; blocks and values that ran are left out."""
    return _Reader(html).texts


class _Reader(HTMLParser):
    """Collects what a page says, one text for each block."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.texts: list[Text] = []
        self._now = ""
        self._open: list[str] = []
        self._children: list[int] = []
        self._silent_from = 0
        self._css: list[str] | None = None
        self._last_block = ""
        self._references = -1
        self._footnotes = {
            identifier.removeprefix("fn"): str(number)
            for number, identifier in enumerate(FOOTNOTE_ITEM.findall(html), start=1)
        }
        self._footnote: tuple[int, str] | None = None
        self.feed(html)
        self.close()
        self._break()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Begin an element: a block ends the text before it."""
        named = {name: value or "" for name, value in attributes}
        self._next_child()
        is_left_out = _is_left_out(tag, named)
        if tag not in INLINE and not is_left_out and not self._is_in("math"):
            self._break()
        for name, value in named.items():
            self._listen(tag, name, value, named)
        if tag in EMPTY:
            return
        is_list = tag == "div" and "references" in named.get("class", "").split()
        if is_list and self._last_block in HEADINGS:
            self._references = len(self._open)
        self._open.append(tag)
        self._children.append(0)
        if tag == "a" and "footnote-ref" in named.get("class", "").split():
            self._footnote = (len(self._now), self._footnote_number(named))
        if is_left_out and not self._silent_from:
            self._now += VALUE_STANDS_HERE
            self._silent_from = len(self._open)
            self._css = [] if tag == "style" else None

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take an element that closes itself, as those of SVG do."""
        self.handle_starttag(tag, attributes)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """End an element, and with it all that was left open inside it."""
        if tag not in self._open:
            return
        if tag == "a" and self._footnote:
            start, number = self._footnote
            if number and self._now[start:].strip() == number:
                self._now = self._now[:start] + VALUE_STANDS_HERE
            self._footnote = None
        while self._open:
            if self._open[-1] == tag and tag not in INLINE and not self._is_in("math", but=tag):
                self._break()
                self._last_block = tag
            closed = self._open.pop()
            self._children.pop()
            if len(self._open) < self._silent_from:
                self._silent_from = 0
                self._read_style("".join(self._css or []))
                self._css = None
            if len(self._open) <= self._references:
                self._references = -1
            if closed == tag:
                break

    def handle_data(self, data: str) -> None:
        """Take the text of an element; in a formula without its white space."""
        if self._css is not None:
            self._css.append(data)
        if not self._silent_from:
            self._now += _seen(data.strip() if self._is_in("math") else data)

    def _listen(self, tag: str, name: str, value: str, named: dict[str, str]) -> None:
        is_spoken = name in SPOKEN or name.startswith("data-") or name.startswith("aria-")
        if name == "style":
            self._read_style(value)
        if not is_spoken or name in REFERRING or name.startswith(OF_THE_THEME):
            return
        if name == "content" and (
            tag != "meta"
            or named.get("name") in UNREAD_META
            or named.get("property") in UNREAD_META
            or "http-equiv" in named
        ):
            return
        if tag == "data" and name in COMPARED.get(named.get("class", ""), ()):
            return
        if "footnote-backref" in named.get("class", "").split() and name == "title":
            value = value.replace(self._footnote_number(named) or " ", VALUE_STANDS_HERE)
        if value.strip():
            self.texts.append(Text(_seen(value), self._is_in("article"), self._is_reference))

    def _read_style(self, css: str) -> None:
        self.texts += [Text(_seen(said), self._is_in("article")) for _, said in style.said(css)]

    def _footnote_number(self, named: dict[str, str]) -> str:
        """Return the number that the footnote behind a link has in its list; '' for none."""
        link = FOOTNOTE_LINK.fullmatch(named.get("href", ""))
        return self._footnotes.get(link[1], "") if link else ""

    def _next_child(self) -> None:
        """Write a formula in one line: 1/n, i=1, ^2 stand between the parts of an element."""
        if not self._open:
            return
        marks = BETWEEN.get(self._open[-1], "")
        count = self._children[-1]
        if 0 < count <= len(marks) and not self._silent_from:
            self._now += marks[count - 1]
        self._children[-1] += 1

    def _is_in(self, tag: str, but: str = "") -> bool:
        return tag != but and tag in self._open

    @property
    def _is_reference(self) -> bool:
        """Whether we are in an item of a list that stands right in a <div> of references."""
        inner = self._open[self._references + 1 :][:2]
        return self._references >= 0 and inner in (["ul", "li"], ["ol", "li"])

    def _break(self) -> None:
        if self._now.strip():
            self.texts.append(Text(self._now, self._is_in("article"), self._is_reference))
            self._last_block = ""
        self._now = ""


def _is_left_out(tag: str, named: dict[str, str]) -> bool:
    if tag == "script" and named.get("type") == SPOKEN_SCRIPT:
        return False
    classes = LEFT_OUT_CLASSES.get(tag, set())
    return tag in LEFT_OUT or not classes.isdisjoint(named.get("class", "").split())


def _seen(text: str) -> str:
    """Return text without what no eye sees: soft hyphens, joiners, marks of direction."""
    if text.isascii():
        return text
    return "".join(c for c in text if unicodedata.category(c) != "Cf")
