"""Whether the links of a finished site lead somewhere, and what a page loads lies in the site."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from drift.check.document import Document
from drift.fault import Fault
from drift.page import provenance

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
LEADING = ("href", "src", provenance.ADDRESS)


def broken(documents: Mapping[str, Document], files: Mapping[str, bytes]) -> Iterator[Fault]:
    """Yield a fault for each link of a site's pages that leads to no file or no anchor of it."""
    home = documents.get("index.html")
    link = home.tree.css_first("link[rel=canonical]") if home else None
    address = (link.attributes.get("href") if link else "") or ""
    base = urlsplit(address).path if "://" in address else "/"
    for document in documents.values():
        for name in LEADING:
            for node in document.tree.css(f"[{name}]"):
                target = node.attributes.get(name)  # none of a part of a drawing: xlink:href
                if target is not None and (
                    problem := _problem(target, document.path, base, documents, files)
                ):
                    yield document.fault(node, problem)
        for worker in _workers(document):
            if problem := _problem(worker, document.path, base, documents, files):
                yield Fault(document.path, 0, problem)


def _workers(document: Document) -> Iterator[str]:
    """Yield the address of the script that a page's own asks for when a reader searches."""
    for node in document.tree.css("script#__config"):
        yield json.loads(node.text()).get("search") or ""


def _problem(
    link: str,
    page: str,
    base: str,
    documents: Mapping[str, Document],
    files: Mapping[str, bytes],
) -> str:
    """Return what is wrong with a link on a page below the site, served below `base`; or ''."""
    if SCHEME.match(link):
        return ""
    parts = urlsplit(link)
    place = unquote(parts.path)
    if place.startswith("/"):
        if not place.startswith(base):
            return f"the link {link} leaves the site."
        target = posixpath.normpath(place.removeprefix(base))
    else:
        folder = posixpath.dirname(page)
        target = posixpath.normpath(posixpath.join(folder, place)) if place else page
    if f"{target}/".startswith("../"):
        return f"the link {link} leaves the site."
    if target not in files:
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    if target not in files:
        return f"the link {link} leads nowhere."
    anchor = unquote(parts.fragment)
    if anchor and target in documents and anchor not in documents[target].anchors:
        return f"the link {link} leads to an anchor that is not there."
    return ""


def repeated(document: Document, project: object) -> Iterator[Fault]:
    """Yield a fault for each name of a place that stands twice on a page."""
    met: set[str] = set()
    for node in document.tree.css("[id]"):
        anchor = node.attributes["id"] or ""
        if anchor in met:
            yield document.fault(node, f"the id {anchor!r} stands twice on the page.")
        met.add(anchor)
