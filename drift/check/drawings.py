"""Drawings and lists of pages that are files: a browser opens each as a document of its own.

What may stand in one is a closed list, as in what a snippet draws (shapes.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from drift.check import numerals
from drift.check.document import Site
from drift.check.given import MAP
from drift.fault import Fault
from drift.run import shapes

SVG = "http://www.w3.org/2000/svg "
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9 "
SHAPES = {SVG + name for name in shapes.DRAWN}
LIST = {SITEMAP + name for name in ("urlset", "url", "loc", "lastmod", "changefreq", "priority")}


def faults(site: Site) -> Iterator[Fault]:
    """Yield what is wrong with the drawings of docs, and with the list of pages."""
    project = site.project
    for path, content in project.assets.items():
        if path.endswith(".svg"):
            drawing = _Reading(f"{project.docs.name}/{path}", content, SHAPES)
            yield from drawing.faults
            for line, text in drawing.texts:
                yield from numerals.of_text(text, project, drawing.file, line)
    if MAP in site.files:
        yield from _Reading(MAP, site.files[MAP], LIST).faults


class _Reading:
    """One reading of a file of XML: the texts in it, and what may not stand there."""

    def __init__(self, file: str, content: bytes, allowed: set[str]):
        self.file, self._allowed = file, allowed
        self.faults: list[Fault] = []
        self.texts: list[tuple[int, str]] = []
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.CharacterDataHandler = self._text
        parser.EndElementHandler = lambda _: None  # a text ends there, and has that line
        parser.ProcessingInstructionHandler = lambda name, _: self._refuse(f"<?{name}>")
        parser.StartDoctypeDeclHandler = lambda *_: self._refuse("<!DOCTYPE>")
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            message = expat.errors.messages[error.code]
            self.faults.append(Fault(file, error.lineno, f"no XML: {message}."))

    def _refuse(self, what: str) -> None:
        line = self._parser.CurrentLineNumber
        message = f"{what} may not stand here. {shapes.HOW_TO_DRAW}"
        self.faults.append(Fault(self.file, line, message))

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name not in self._allowed:
            self._refuse(f"<{name.rpartition(' ')[2]}>")
            return
        for key, value in attributes.items():
            if not shapes.is_drawn(name.rpartition(" ")[2], key, value):
                self._refuse(f"{key.rpartition(' ')[2]}={value[:80]!r}")
            elif key == "aria-label":
                self._text(value)

    def _text(self, text: str) -> None:
        self.texts.append((self._parser.CurrentLineNumber, text))
