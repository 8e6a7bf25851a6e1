"""Where pages lie, as the generator tells a Markdown instance: MkDocs and Zensical do it each way.

What the search of either must not read is marked by an attribute, which has its name here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from markdown import Markdown

UNSEARCHED = "data-search-exclude"
"""The attribute of what the search of either generator does not read. Both take it off again, where
it has a value."""


class Page(NamedTuple):
    """A page: its path below docs/, its address below the site, its name in the navigation."""

    path: str
    url: str
    title: str = ""


def page_of(md: Markdown) -> Page:
    """Return the page that a Markdown instance is rendering.

    Raises LookupError where the generator does not say; the build stops then, because a message
    without a page helps nobody.
    """
    if "relpath" in md.treeprocessors:
        file = md.treeprocessors["relpath"].file
        return Page(file.src_uri, file.url.removeprefix("./"))
    for processor in md.preprocessors:
        page = getattr(processor, "page", None)
        if page is not None:
            return Page(page.path, page.url)
    raise LookupError("the generator does not say which page it renders")


def up(md: Markdown) -> str:
    """Return what leads from the page to the site's root, in the links of our HTML.

    MkDocs leaves such links as they are. Zensical takes each from where the page's source lies, and
    writes it anew for where the page will.
    """
    page = page_of(md)
    if "relpath" in md.treeprocessors:
        return "../" * page.url.count("/")
    return "../" * page.path.count("/") or "./"  # an anchor alone would stay on the page


def pages_at(paths: Iterable[str], md: Markdown) -> list[Page]:
    """Return the pages at paths below docs/, in the order of the navigation, as far as it is known.

    The others follow in the order of their paths, with the path as title, each in a folder of its
    own; the check of the finished site tells where that is wrong.
    """
    wanted = set(paths)
    known = {page.path: page for page in _known(md) if page.path in wanted}
    return [*known.values(), *map(_alone, sorted(wanted - known.keys()))]


def in_navigation(entries: list[dict]) -> Iterator[Page]:
    """Yield the pages of a navigation as Zensical holds it."""
    for entry in entries:
        if path := entry["url"]:
            yield _alone(path)._replace(title=entry["title"] or path)
        yield from in_navigation(entry["children"])


def _known(md: Markdown) -> Iterator[Page]:
    """Yield the generator's pages, from the first of the navigation on."""
    if "relpath" not in md.treeprocessors:
        for processor in md.preprocessors:
            yield from in_navigation(getattr(processor, "config", {}).get("nav", []))
        return
    for file in md.treeprocessors["relpath"].files.documentation_pages():
        page = file.page if file.page and not file.page.previous_page else None
        while page:
            title = page.title or page.file.src_uri
            yield Page(page.file.src_uri, page.file.url.removeprefix("./"), title)
            page = page.next_page


def _alone(path: str) -> Page:
    place = PurePosixPath(path).with_suffix("")
    folder = place.parent if place.name == "index" else place
    return Page(path, "" if folder.name == "" else f"{folder}/", path)
