"""Lets a page lead to the glossary where it first uses a term; a tooltip tells the definition.

The glossary is a page with a definition list. A term is a line such as `Mean squared error (MSE)
{ #mean-squared-error }`; the line below it, which begins with a colon, is its definition. Longer
phrases that hold a term and mean something else stand in its front matter, as `no_terms: half
precision, mean deviation`. `<span class="no-term">precision</span>` is left alone on a page.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from drift import build as workshop
from drift.fault import Drift, seam
from drift.generators import pages as generator

ENTRY = re.compile(
    r"^(?P<name>[^\s:(#][^({\n]*?)(?: \((?P<short>\w+)\))? \{ #(?P<anchor>[\w-]+) \}\n"
    r":   (?P<definition>\S.*)$",
    re.MULTILINE,
)
DEFINITION = re.compile(r"^:   ", re.MULTILINE)
NO_TERMS = re.compile(r"\A---\n(?:.+\n)*?no_terms: (?P<phrases>.+)\n")
NO_TERM = r'<span class="no-term">(.+?)</span>'
# What is a link already, or code, or names something; what opens when it is clicked; and classes.
NO_PLACE = {"a", "abbr", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "label", "math", "pre"}
NO_PLACE |= {"summary", "th", "admonition-title", "references", "playground", "no-term"}


@dataclass(frozen=True)
class Entry:
    """A term: the anchor of its definition, and what a tooltip says for the word itself."""

    anchor: str
    tooltip: str
    is_short: bool


class Terms:
    """The terms of one glossary, found in text by the words that name them."""

    def __init__(self, text: str, shown: str):
        """Read the Markdown of a glossary; raise Drift for a definition without a plain term."""
        self._entries: dict[str, Entry] = {}
        found = [*ENTRY.finditer(text)]
        if len(found) != len(DEFINITION.findall(text)):
            known = {each.start("definition") for each in found}
            astray = next(at for at in DEFINITION.finditer(text) if at.end() not in known)
            raise Drift(
                "this definition has no term. Write `Term (SHORT) { #anchor }` on the line above.",
                shown,
                text.count("\n", 0, astray.start()) + 1,
            )
        no_terms = NO_TERMS.match(text)
        names = [each.strip() for each in no_terms["phrases"].split(",")] if no_terms else []
        shorts = []
        for each in found:
            name, short, anchor = each["name"], each["short"], each["anchor"]
            self._entries[_plain(name)] = Entry(anchor, each["definition"], False)
            names.append(name)
            if short:
                self._entries[short] = Entry(anchor, f"{name}: {each['definition']}", True)
                shorts.append(short)
        words = [rf"(?i:{_spaced(name)})(?:e?s)?" for name in sorted(names, key=len, reverse=True)]
        words += [re.escape(short) for short in shorts]
        self._words = re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])") if words else None

    def found(self, text: str) -> list[tuple[re.Match, Entry]]:
        """Return the terms of a text, in its order; of two that overlap, the longer."""
        terms, at = [], 0
        while self._words and (match := self._words.search(text, at)):
            inner = self._words.search(text, match.start() + 1)
            if inner and inner.start() < match.end() < inner.end():
                match = inner
            if entry := self._entry(match[0]):
                terms.append((match, entry))
            at = match.end()
        return terms

    def _entry(self, word: str) -> Entry | None:
        """Return the entry of a word that was found; none for a phrase that is no term."""
        plain = _plain(word)
        names = (word, plain, plain[:-1], plain[:-2])
        return next((self._entries[each] for each in names if each in self._entries), None)


def _plain(word: str) -> str:
    return " ".join(word.lower().split())


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


@lru_cache(maxsize=1)
def _read(path: Path, shown: str, changed: int) -> Terms:
    return Terms(path.read_text("utf-8"), shown)


class FirstUses(Treeprocessor):
    """Turns the first use of each term on a page into a link to its definition."""

    def __init__(self, md: Markdown, glossary: str):
        """Keep the glossary's path below docs/."""
        super().__init__(md)
        self._glossary = glossary

    @seam
    def run(self, root: ElementTree.Element) -> None:
        """Link what the page says in running text; the glossary itself is left alone."""
        docs, page = workshop.present().docs, generator.page_of(self.md).path
        file = docs / self._glossary
        is_notebook = not (docs / page).exists()  # Zensical is given it as Markdown
        if page == self._glossary or is_notebook or not file.exists():
            return
        self._terms = _read(file, f"{docs.name}/{self._glossary}", file.stat().st_mtime_ns)
        self._address = posixpath.relpath(self._glossary, posixpath.dirname(page) or ".")
        self._met: set[str] = set()
        self._look_in(root)

    def _look_in(self, element: ElementTree.Element) -> None:
        if element.tag in NO_PLACE or NO_PLACE & {*element.get("class", "").split()}:
            return
        children = list(element)
        element.text, links = self._linked(element.text)
        for at, link in enumerate(links):
            element.insert(at, link)
        for child in children:
            self._look_in(child)
            child.tail, links = self._linked(child.tail)
            place = list(element).index(child) + 1
            for at, link in enumerate(links):
                element.insert(place + at, link)

    def _linked(self, text: str | None) -> tuple[str | None, list[ElementTree.Element]]:
        """Return the text up to the first new term, and a link for each with what follows it."""
        if not text or isinstance(text, AtomicString):
            return text, []
        links: list[ElementTree.Element] = []
        begin, end = text, 0
        for match, entry in self._terms.found(text):
            if entry.anchor in self._met:
                continue
            self._met.add(entry.anchor)
            if links:
                links[-1].tail = text[end : match.start()]
            else:
                begin = text[: match.start()]
            end = match.end()
            links.append(self._link(match[0], entry))
            links[-1].tail = text[end:]
        return begin, links

    def _link(self, word: str, entry: Entry) -> ElementTree.Element:
        link = ElementTree.Element(
            "a", {"class": "term", "href": f"{self._address}#{entry.anchor}"}
        )
        telling = ElementTree.SubElement(link, "abbr") if entry.is_short else link
        telling.set("title", entry.tooltip)
        telling.text = AtomicString(word)
        return link


class NoTerm(InlineProcessor):
    """Marks words that a page asks to leave alone."""

    def handleMatch(self, found: re.Match, data: str):  # noqa: N802, the library's name
        """Return the words in their span, and where it begins and ends."""
        span = ElementTree.Element("span", {"class": "no-term"})
        span.text = found[1]
        return span, found.start(), found.end()


class TermsExtension(Extension):
    """Registers the links to the glossary with one Markdown instance."""

    def __init__(self, **options):
        """Take the option `glossary`: the path of its page below docs/."""
        self.config = {"glossary": ["glossary.md", "the page of the glossary, below docs/"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, the library's name
        """Look once headings have their ids (5), before links to pages become addresses (0)."""
        md.inlinePatterns.register(NoTerm(NO_TERM, md), "drift_no_term", 91)  # before raw HTML
        md.treeprocessors.register(FirstUses(md, self.getConfig("glossary")), "drift_terms", 4)


def makeExtension(**options) -> TermsExtension:  # noqa: N802, the library's name
    """Return the extension; Python-Markdown calls this for `drift.page.glossary`."""
    return TermsExtension(**options)
