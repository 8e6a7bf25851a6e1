"""Lets a page lead to the glossary where it first uses a term; a link's title is the definition.

The glossary is a page with a definition list. A term is a line such as `Mean squared error (MSE)
{ #mean-squared-error }`; the line below it, which begins with a colon, is its definition. Longer
phrases that hold a term and mean something else stand in its front matter, as `no_terms: half
precision, mean deviation`.
"""

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from markdown.util import AtomicString

from drift.fault import Fault, FaultsFound
from drift.page.rendering import Rendering
from drift.project.page_source import PageSource

GLOSSARY = "glossary.md"
"""The path of its page below docs/."""

# A definition, with the term above it where that is plain.
ENTRY = re.compile(
    r"^(?:(?P<name>[^\s:(#][^({\n]*?)(?: \((?P<short>\w+)\))? \{ #(?P<anchor>[\w-]+) \}\n"
    r"(?=:   \S))?:   (?P<definition>.*(?:\n {4}.*\S.*)*)$",
    re.MULTILINE,
)
NO_TERMS = re.compile(r"\A---\n(?:.+\n)*?no_terms: (?P<phrases>.+)\n")
# What is a link already, or code, or names something; what opens when it is clicked; and classes.
NO_PLACE = {"a", "abbr", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "label", "math", "pre"}
NO_PLACE |= {"summary", "th", "admonition-title", "references", "playground"}


class Entry(NamedTuple):
    """A term: the anchor of its definition, and the title of a link for the word itself."""

    anchor: str
    title: str


class Terms:
    """The terms of a glossary, found by the words that name them, and not met yet on a page."""

    def __init__(self, glossary: PageSource, address: str):
        """Read the glossary at an address; raise FaultsFound for a definition without a term."""
        self._address, self._met = address, set[str]()
        self._entries: dict[str, Entry] = {}
        no_terms = NO_TERMS.match(glossary.text)
        names = [each.strip() for each in no_terms["phrases"].split(",")] if no_terms else []
        shorts = []
        for found in ENTRY.finditer(glossary.text):
            name, short, anchor, definition = found.groups()
            definition = " ".join(definition.split())
            if not name or "#!" in definition:
                line = glossary.text.count("\n", 0, found.start()) + 1
                message = "holds a value, which no link's title can show. Say it in words."
                if not name:
                    message = "has no term. Write `Term (SHORT) { #anchor }` on the line above."
                raise FaultsFound(Fault(glossary.file, line, f"this definition {message}"))
            names.append(name)
            self._entries[_plain(name)] = Entry(anchor, definition)
            if short:
                shorts.append(short)
                self._entries[short] = Entry(anchor, f"{name}: {definition}")
        longest = sorted((re.escape(name) for name in names), key=len, reverse=True)
        words = [rf"(?i:{name})(?:e?s)?".replace(r"\ ", r"\s+") for name in longest]
        words += map(re.escape, shorts)
        # Without any, a pattern that nothing matches.
        self._words = re.compile(rf"(?<![\w-])(?:{'|'.join(words) or '(?!)'})(?![\w-])")

    def found(self, text: str) -> Iterator[tuple[re.Match, Entry]]:
        """Yield the terms of a text, in its order; of two that overlap, the longer."""
        at = 0
        while match := self._words.search(text, at):
            inner = self._words.search(text, match.start() + 1)
            if inner and inner.start() < match.end() < inner.end():
                match = inner
            plain = _plain(match[0])
            ways = map(self._entries.get, (match[0], plain, plain[:-1], plain[:-2]))
            if entry := next(filter(None, ways), None):  # else the phrase is no term
                yield match, entry
            at = match.end()

    def link_in(self, element: ElementTree.Element) -> None:
        """Link what an element holds of terms that were not met yet."""
        if element.tag in NO_PLACE or NO_PLACE & {*element.get("class", "").split()}:
            return
        parts = [*element]
        element.text, element[:] = self._linked(element.text)
        for part in parts:
            self.link_in(part)
            part.tail, links = self._linked(part.tail)
            element.extend([part, *links])

    def _linked(self, text: str | None) -> tuple[str | None, list[ElementTree.Element]]:
        """Return the text up to the first new term, and a link for each with what follows it."""
        new, links = [], list[ElementTree.Element]()
        is_prose = text and not isinstance(text, AtomicString)
        for match, entry in self.found(text) if is_prose else ():
            if entry.anchor not in self._met:
                self._met.add(entry.anchor)
                new.append((match, entry))
        for match, (anchor, title) in reversed(new):
            address = f"{self._address}#{anchor}"
            link = ElementTree.Element("a", {"class": "term", "href": address, "title": title})
            link.text, link.tail = AtomicString(match[0]), text[match.end() :]
            links.insert(0, link)
            text = text[: match.start()]
        return text, links


def _plain(word: str) -> str:
    return " ".join(word.lower().split())


def link_first_uses(page: Rendering, root: ElementTree.Element) -> None:
    """Link the first use of each term on a page, except the glossary, to its definition."""
    pages = page.build.project.pages
    if GLOSSARY in pages and page.path in pages and page.path != GLOSSARY:
        address = posixpath.relpath(GLOSSARY, posixpath.dirname(page.path) or ".")
        Terms(pages[GLOSSARY], address).link_in(root)
