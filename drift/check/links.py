"""Whether the links of a finished site lead somewhere, and what a page loads lies in the site."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from drift.check.document import Document, Site, data_of
from drift.fault import Fault
from drift.page import provenance
from drift.project.project import Project

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
LEADING = ("href", "src", provenance.ADDRESS)
ADDRESSES = ("base", "search")  # for the theme's script: where the site begins, and its search


def broken(site: Site) -> Iterator[Fault]:
    """Yield a fault for each link of a site's pages that leads to no file or no anchor of it."""
    home = site.documents.get("index.html")
    base = urlsplit(home.address).path or "/" if home else "/"
    for document in site.documents.values():
        for element in document.elements:
            targets = [element.attributes.get(name) for name in LEADING]
            if element.tag == "script" and element.attributes.get("id") == "__config":
                data = data_of(element)
                targets = [data.get(key) for key in ADDRESSES] if isinstance(data, dict) else []
                if away := [each for each in targets if each and SCHEME.match(each)]:
                    yield document.fault(element.node, f"the search would ask for {away[0]!r}.")
            for target in targets:
                if target is not None and (problem := _problem(target, document.path, base, site)):
                    # In the frame it stands on each page, and once in the settings.
                    name = target if element.is_own else target.removeprefix(base).lstrip("./")
                    message = f"the link {name or target} {problem}"
                    yield document.fault(element.node, message, site.project, name)


def _problem(link: str, page: str, base: str, site: Site) -> str:
    """Return what is wrong with a link on a page below the site, served below `base`; or ''."""
    if SCHEME.match(link):
        return ""
    parts, root = urlsplit(link), f"/site{base}"
    place = unquote(parts.path) or posixpath.basename(page)
    folder = "" if place.startswith("/") else f"{base}{posixpath.dirname(page)}/"
    whole = f"{posixpath.normpath(f'/site{folder}{place}')}/"
    if not whole.startswith(root):
        return "leaves the site."
    target = whole.removeprefix(root).rstrip("/")
    if target not in site.files:
        target = posixpath.join(target, "index.html")
    if target not in site.files:
        return "leads nowhere. Mend its name, or put there what it names."
    anchor = unquote(parts.fragment)
    if anchor and target in site.documents and anchor not in site.documents[target].anchors:
        return "leads to an anchor that is not there. Mend its name."
    return ""


def repeated(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault for each name of a place that stands twice on a page."""
    met = set[str | None]()
    for node in document.tree.css("[id]"):
        if node.id in met:
            message = f"the id {node.id!r} stands twice on the page. Name one otherwise."
            yield document.fault(node, message, project, f"#{node.id} ")
        met.add(node.id)
