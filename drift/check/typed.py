"""Looks through a finished site for numerals that were typed: pages, drawings, style sheets.

What can't be looked through, such as a picture of pixels, can't be shown.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from drift.check import numerals, places, style
from drift.check.numerals import Allowed
from drift.generators.pages import SEARCHED

# The kinds of files that the guard reads, or that hold no text, or that tests in a browser try.
READ = {".md", ".ipynb", ".svg", ".css", ".mplstyle", ".js", ".woff2"}
LICENCE = "licence.txt"
CONFIGURATION = "mkdocs.yml"
HIDING = re.compile(r"<(image|foreignObject|script|use\s[^>]*href=\"[^#])", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")
FORMULA = re.compile(r'<math class="formula".*?</math>', re.DOTALL)
# The tags that the search keeps; all others it drops, with no space in their place.
BLOCK = re.compile(r"</?(?:p|pre|[uo]l|li)\b[^>]*>")


@dataclass
class Typed:
    """The typed numerals of a site, and of what it is made of.

    `sources` tells of which file below the project's docs a page was made, by the page's file.
    """

    project: Path
    docs: Path
    permitted: Allowed
    sources: dict[Path, Path]

    def on_page(self, page: Path, html: str, given: set[str]) -> Iterator[str]:
        """Yield a message for each typed numeral of a finished page; `given` are texts known.

        The page's drawings are compared as a whole, and are to be left out.
        """
        found = list(numerals.typed(html, self.permitted, given))
        if not found:
            return
        source = self.sources.get(page)
        own = places.passages(source, self._shown(source)) if source else []
        text = places.Search([part for part in own if part.in_text], self.permitted)
        frame = [
            places.Search([part for part in own if part.in_frame], self.permitted),
            self._frame.again(),
        ]
        otherwise = self._shown(source) if source else f"the theme's page {page.name}"
        for numeral in found:
            place = numeral.is_own and text.place(numeral)
            if not place:
                place = max(frame, key=lambda search: search.agreement(numeral)).place(numeral)
            yield self.permitted.told(place or otherwise, numeral.text)

    @cached_property
    def _frame(self) -> places.Search:
        """What the frame of any page may show: the configuration, and the titles of all pages."""
        configuration = self.project / CONFIGURATION
        passages = places.passages(configuration, CONFIGURATION) if configuration.exists() else []
        for source in dict.fromkeys(self.sources.values()):
            told = places.passages(source, self._shown(source))
            passages += [passage for passage in told if passage.in_frame]
        return places.Search(passages, self.permitted)

    def in_files(self) -> Iterator[str]:
        """Yield a message for each file of docs that holds a typed numeral, or could hide one."""
        for path in sorted(self.docs.rglob("*")):
            hidden = any(part.startswith(".") for part in path.relative_to(self.docs).parts)
            if hidden or not path.is_file():
                continue
            shown = self._shown(path)
            if path.suffix == ".svg":
                yield from self._in_drawing(path.read_text("utf-8"), shown)
            elif path.suffix == ".css":
                yield from self._in_style(path.read_text("utf-8"), shown)
            elif path.suffix not in READ and not path.name.endswith(LICENCE):
                yield (
                    f"{shown}: a typed number could hide in it, since no check reads a "
                    f"{path.suffix or 'nameless'} file. Let a snippet draw it, or draw it as .svg "
                    "whose text is text."
                )

    def _in_drawing(self, svg: str, shown: str) -> Iterator[str]:
        search = places.Search(places.numbered(svg, shown), self.permitted)
        for numeral in numerals.typed(svg, self.permitted):
            yield self.permitted.told(search.place(numeral) or shown, numeral.text)
        if hiding := HIDING.search(svg):
            line = svg.count("\n", 0, hiding.start()) + 1
            yield (
                f"{shown}, line {line}: <{hiding[1].split()[0]}> can hide a typed number. Draw "
                "with paths and text."
            )

    def _in_style(self, css: str, shown: str) -> Iterator[str]:
        for line, text in style.said(css):
            for word in numerals.tokens(self.permitted.taken_out(text)):
                if numerals.has_numeral(word):
                    yield self.permitted.told(f"{shown}, line {line}", word)
        for line, name in style.borrowed(css):
            yield (
                f"{shown}, line {line}: {name} shows what no check reads. Write it on the page, "
                "or in a file of the site."
            )

    def in_search(self, site: Path, pages: dict[Path, str]) -> Iterator[str]:
        """Yield a message for each entry of the search index with a numeral its page has not."""
        known: dict[str, str] = {}
        for name, entry in _found_by_search(site):
            page = entry["location"].partition("#")[0]
            if page not in known:
                place = site / page / "index.html" if page[-5:] != ".html" else site / page
                known[page] = _words(pages.get(place, ""))
            if found := _not_on_page(entry, known[page]):
                yield (
                    f"{name}: at {entry['location'] or 'its start'}, "
                    f"the search finds what does not stand there: {found[:80]}"
                )

    def _shown(self, file: Path) -> str:
        return file.relative_to(self.project).as_posix()


def _found_by_search(site: Path) -> Iterator[tuple[str, dict[str, str]]]:
    for name, held in SEARCHED.items():
        file = site / name
        for entry in json.loads(file.read_text("utf-8"))[held] if file.exists() else []:
            yield name, entry


def _words(markup: str) -> str:
    """Return the words of some HTML, each between spaces, but for formulas: nobody finds those."""
    read = BLOCK.sub(" ", FORMULA.sub("", markup))
    words = numerals.tokens(html.unescape(TAG.sub("", read)))
    return " ".join(["", *words, ""])


def _not_on_page(entry: dict[str, str], page: str) -> str:
    """Return the first part of an entry with numerals that a page does not hold; '' for none.

    `page` holds the words of the page, and the parts of an entry stand on it in their order.
    """
    for title in (entry["title"], *entry.get("tags", ())):
        if numerals.has_numeral(title) and _words(title) not in page:
            return title
    at = 0
    for part in filter(numerals.has_numeral, BLOCK.split(entry["text"])):
        words = _words(part)
        at = page.find(words, at)
        if at < 0:
            return words.strip()
    return ""
