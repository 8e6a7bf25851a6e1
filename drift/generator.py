"""What the guard knows of the site generator: how to stop it, which pages it has and renders.

Works under MkDocs and under Zensical; nothing else in the guard names either of them, but for
mkdocs_edge, which holds the hooks of MkDocs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from markdown import Markdown

try:
    from mkdocs.exceptions import PluginError as BuildStopped
except ImportError:  # another generator: any exception of ours stops it

    class BuildStopped(Exception):
        """Stands in for the exception with which MkDocs stops a build."""


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


def pages_at(paths: Iterable[str], md: Markdown) -> list[Page]:
    """Return the pages at paths below docs/, in the order of the navigation, as far as it is known.

    The others follow in the order of their paths, with the path as title, each in a folder of its
    own; the check of the finished site tells where that is wrong.
    """
    wanted = set(paths)
    known = {page.path: page for page in _known(md) if page.path in wanted}
    return [*known.values(), *map(_alone, sorted(wanted - known.keys()))]


def _known(md: Markdown) -> Iterator[Page]:
    """Yield MkDocs's pages, from the first of the navigation on."""
    if "relpath" not in md.treeprocessors:
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
