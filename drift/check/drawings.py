"""Drawings and lists of pages that are files: a browser opens each as a document of its own.

What may stand in one is a closed list, as on a page (allowed.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from drift.check import numerals
from drift.check.document import Site
from drift.check.given import MAP
from drift.fault import Fault

SVG = "http://www.w3.org/2000/svg "
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9 "
SHAPES = "svg g defs title desc path rect circle ellipse line polyline polygon text tspan clipPath"
SHAPES = {SVG + name for name in f"{SHAPES} linearGradient radialGradient stop".split()}
LIST = {SITEMAP + name for name in ("urlset", "url", "loc", "lastmod", "changefreq", "priority")}
GEOMETRY = {
    "class", "clip-path", "clip-rule", "cx", "cy", "d", "dx", "dy", "fill", "fill-opacity",
    "fill-rule", "font-family", "font-size", "font-weight", "gradientUnits", "height", "id",
    "offset", "opacity", "points", "r", "role", "rx", "ry", "stop-color", "stroke",
    "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity", "stroke-width",
    "text-anchor", "transform", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2", "aria-label",
}  # fmt: skip
LOADS = re.compile(r"url\((?!#)|:", re.IGNORECASE)
WHAT_MAY = (
    "What may stand in a drawing is a closed list (drift/check/drawings.py): draw with paths."
)


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
        self.faults.append(Fault(self.file, line, f"{what} may not stand here. {WHAT_MAY}"))

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name not in self._allowed:
            self._refuse(f"<{name.rpartition(' ')[2]}>")
            return
        for key, value in attributes.items():
            if key not in GEOMETRY or LOADS.search(value):
                self._refuse(f"{key.rpartition(' ')[2]}={value[:80]!r}")
            elif key == "aria-label":
                self._text(value)

    def _text(self, text: str) -> None:
        self.texts.append((self._parser.CurrentLineNumber, text))
