"""Looks through a finished site for numerals that were typed: pages, drawings, style sheets.

What can't be looked through, such as a picture of pixels, can't be shown.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from drift import numerals, places, style
from drift.numerals import Allowed, Numeral

# The kinds of files that the guard reads, or that hold no text, or that tests in a browser try.
READ = {".md", ".ipynb", ".svg", ".css", ".mplstyle", ".js", ".woff2"}
LICENCE = "licence.txt"
CONFIGURATION = "mkdocs.yml"
HIDING = re.compile(r"<(image|foreignObject|script|use\s[^>]*href=\"[^#])", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")


@dataclass
class Typed:
    """The typed numerals of a site, and of what it is made of.

    `sources` tells of which file below the project's docs a page was made, by the page's file.
    """

    project: Path
    docs: Path
    permitted: Allowed
    sources: dict[Path, Path]
    _frame: list[places.Passage] = field(default_factory=list)

    def on_page(self, page: Path, html: str, given: set[str]) -> Iterator[str]:
        """Yield a message for each typed numeral of a finished page; `given` are texts known.

        The page's drawings are compared as a whole, and are to be left out.
        """
        found = list(numerals.typed(html, self.permitted, given))
        if not found:
            return
        source = self.sources.get(page)
        own = places.passages(source, self._shown(source)) if source else []
        text = places.Search([passage for passage in own if passage.in_text], self.permitted)
        titles = [passage for passage in own if passage.in_frame]
        frame = places.Search([*titles, *self._frame_of_all()], self.permitted)
        otherwise = self._shown(source) if source else f"the theme's page {page.name}"
        for numeral in found:
            yield self._message(numeral, (text, frame) if numeral.is_own else (frame,), otherwise)

    def _message(self, numeral: Numeral, searches: tuple[places.Search, ...], page: str) -> str:
        place = next(filter(None, (search.place(numeral) for search in searches)), page)
        return self.permitted.told(place, numeral.text)

    def _frame_of_all(self) -> list[places.Passage]:
        """Return what the frame of any page may show: the configuration, and the pages' titles."""
        configuration = self.project / CONFIGURATION
        if not self._frame and configuration.exists():
            self._frame += places.passages(configuration, CONFIGURATION)
            for source in dict.fromkeys(self.sources.values()):
                told = places.passages(source, self._shown(source))
                self._frame += [passage for passage in told if passage.in_frame]
        return self._frame

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
            yield self._message(numeral, (search,), shown)
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
        file = site / "search" / "search_index.json"
        entries = json.loads(file.read_text("utf-8"))["docs"] if file.exists() else []
        known: dict[str, set[str]] = {}
        for entry in entries:
            page = entry["location"].partition("#")[0]
            if page not in known:
                place = site / page / "index.html" if page[-5:] != ".html" else site / page
                known[page] = _numerals(pages.get(place, ""))
            for numeral in sorted(_numerals(f"{entry['title']} {entry['text']}") - known[page]):
                yield (
                    f"{file.relative_to(site).as_posix()}: the search finds {numeral!r} at "
                    f"{entry['location'] or 'the first page'}, which does not hold it."
                )

    def _shown(self, file: Path) -> str:
        return file.relative_to(self.project).as_posix()


def _numerals(markup: str) -> set[str]:
    """Return every word with a numeral, whether or not a tag inside it divides it."""
    texts = (html.unescape(TAG.sub(between, markup)) for between in ("", " "))
    return {word for text in texts for word in numerals.tokens(text) if numerals.has_numeral(word)}
