"""Lets each work of the page of references name the pages that cite it, from the pages themselves.

A page cites a work by a link to it, `[Huber](references.md#huber-1964)`; a work is an item of a
list in `<div class="references" markdown="1">`.
"""

import posixpath
import re
from collections import defaultdict
from xml.etree import ElementTree

from markdown.util import AtomicString

from drift.page.address import Page
from drift.page.rendering import Rendering

LINK = re.compile(r"\]\((?P<page>[^()\s#]+)#(?P<work>[\w-]+)\)")


def name_the_citing(page: Rendering, root: ElementTree.Element) -> None:
    """End each work of a page of references with the pages that cite it; stop if none does."""
    lists = [div for div in root.iter("div") if "references" in div.get("class", "").split()]
    works = [item for div in lists for item in div.iter("li")]
    citing = _citing(page) if works else {}
    for work in works:
        anchor = work.get("id", "")
        if pages := citing.get(anchor):
            _name(pages, work, page.path)
        else:
            page.stop(
                f"no page cites the work {anchor!r}. Lead to it, "
                f"`[name]({page.path}#{anchor})`, or take it out.",
                page.source.line_of(f"#{anchor} }}"),
            )


def _citing(references: Rendering) -> dict[str, list[Page]]:
    """Return the pages that cite each work, by the work's anchor, in the navigation's order."""
    citing: dict[str, dict[Page, None]] = defaultdict(dict)
    for page in references.pages:
        for link in LINK.finditer(references.build.project.pages[page.path].text):
            if posixpath.normpath(posixpath.join(page.path, "..", link["page"])) == references.path:
                citing[link["work"]][page] = None
    return {work: list(pages) for work, pages in citing.items()}


def _name(pages: list[Page], work: ElementTree.Element, references: str) -> None:
    span = ElementTree.SubElement(work, "span", {"class": "cited-in"})
    span.text = " Cited in "
    for page in pages:
        to = posixpath.relpath(page.path, posixpath.dirname(references) or ".")
        link = ElementTree.SubElement(span, "a", {"href": to})
        link.text = AtomicString(page.title)
        link.tail = ", " if page is not pages[-1] else ""
