"""Lets each work of the page of references name the pages that cite it, from the pages themselves.

A page cites a work by a link to it, `[Huber](references.md#huber-1964)`; a work is an item of a
list in `<div class="references" markdown="1">`.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Mapping
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from drift.fault import seam
from drift.generators import pages as generator
from drift.project.page_source import PageSource

LINK = re.compile(r"\]\((?P<page>[^()\s#]+)#(?P<work>[\w-]+)\)")


def citing(references: str, sources: Mapping[str, PageSource]) -> dict[str, set[str]]:
    """Return the paths of the pages that cite each work, by the work's anchor."""
    cited = defaultdict(set)
    for path, source in sources.items():
        for link in LINK.finditer(source.text):
            if posixpath.normpath(posixpath.join(path, "..", link["page"])) == references:
                cited[link["work"]].add(path)
    return cited


class CitedIn(Treeprocessor):
    """Ends each work with links to the pages that cite it; a work without one is a fault."""

    def __init__(self, md: Markdown, references: str):
        """Keep the path of the page of references below docs/."""
        super().__init__(md)
        self._references = references

    @seam
    def run(self, root: ElementTree.Element) -> None:
        """Look through the lists of the page of references; any other page is left alone."""
        if generator.page_of(self.md).path != self._references:
            return
        page = self.md.drift
        cited = citing(self._references, page.work.pages)
        lists = [div for div in root.iter("div") if "references" in div.get("class", "").split()]
        for work in (item for div in lists for item in div.iter("li")):
            anchor = work.get("id", "")
            if pages := generator.pages_at(cited.get(anchor, ()), self.md):
                self._name(pages, work)
            else:
                page.stop(
                    f"no page cites the work {anchor!r}. Lead to it, "
                    f"`[name]({self._references}#{anchor})`, or take it out.",
                    page.line_of(f"#{anchor} }}"),
                )

    def _name(self, pages: list[generator.Page], work: ElementTree.Element) -> None:
        told = ElementTree.SubElement(work, "span", {"class": "cited-in"})
        told.text = " Cited in "
        for page in pages:
            to = posixpath.relpath(page.path, posixpath.dirname(self._references) or ".")
            link = ElementTree.SubElement(told, "a", {"href": to})
            link.text = AtomicString(page.title)
            link.tail = ", " if page is not pages[-1] else ""


class CitationsExtension(Extension):
    """Registers the pages that cite a work with one Markdown instance."""

    def __init__(self, **options):
        """Take the option `references`: the path of their page below docs/."""
        self.config = {"references": ["references.md", "the page of references, below docs/"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, the library's name
        """Look once items have their ids (8), before links to pages become addresses (0)."""
        md.treeprocessors.register(CitedIn(md, self.getConfig("references")), "drift_cited", 4)


def makeExtension(**options) -> CitationsExtension:  # noqa: N802, the library's name
    """Return the extension; Python-Markdown calls this for `drift.page.citations`."""
    return CitationsExtension(**options)
