"""What the guard knows of the site generator: how to stop it, its pages, and the files it makes.

Works under MkDocs and under Zensical; nothing else in the guard names either of them, but for
mkdocs_edge, which holds the hooks of MkDocs.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from markdown import Markdown

MKDOCS, ZENSICAL = GENERATORS = ("mkdocs", "zensical")

try:
    from mkdocs.exceptions import PluginError as BuildStopped
except ImportError:  # another generator: any exception of ours stops it

    class BuildStopped(Exception):
        """Stands in for the exception with which MkDocs stops a build."""


UNSEARCHED = "data-search-exclude"
"""The attribute of what the search of either generator does not read. Both take it off again, where
it has a value."""

SEARCHED = {"search/search_index.json": "docs", "search.json": "items"}
"""The file of a site in which its search looks, and the entry that holds what it finds."""

# The package of each generator whose templates/assets/ it copies to every site.
PACKAGES = {MKDOCS: "material", ZENSICAL: "zensical"}
# What a generator makes that is no page of docs: other checks read it.
RENDERED = {"404.html", "sitemap.xml", *SEARCHED}


def _is_packed(packed: bytes, original: bytes) -> bool:
    try:
        with gzip.open(io.BytesIO(packed)) as file:  # which may hold far more than it should
            return file.read(len(original) + 1) == original
    except (OSError, EOFError, zlib.error):
        return False


# What it makes of a file of the site: of which one, and whether a content is that.
DERIVED = {
    "sitemap.xml.gz": ("sitemap.xml", _is_packed),
    "search/search_index.js": (
        "search/search_index.json",
        lambda script, index: script == b"var __index = " + index,
    ),
}


# What a page tells the theme's script: the worker that it asks for when a reader searches.
WORKER = re.compile(r'<script id="__config" type="application/json">[^<]*?"search":\s*"([^"]+)"')


def asked_later(html: str) -> list[tuple[int, str]]:
    """Return the line (from 1) and the address of each file that a page's script asks for later."""
    return [(html.count("\n", 0, told.end()) + 1, told[1]) for told in WORKER.finditer(html)]


def packages(generator: str) -> list[Path]:
    """Return the folders of the packages that give a generator's sites their files."""
    found = find_spec(PACKAGES[generator])
    return [Path(found.origin).parent] if found and found.origin else []


def own_files(folders: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Yield the files that the packages in `folders` give a site: name on the site, and file."""
    for folder in folders:
        for path in folder.joinpath("templates", "assets").rglob("*"):
            if path.is_file():
                yield path.relative_to(folder / "templates").as_posix(), path


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


def in_navigation(entries: list[dict]) -> Iterator[Page]:
    """Yield the pages of a navigation as Zensical holds it."""
    for entry in entries:
        if path := entry["url"]:
            yield _alone(path)._replace(title=entry["title"] or path)
        yield from in_navigation(entry["children"])


def _alone(path: str) -> Page:
    place = PurePosixPath(path).with_suffix("")
    folder = place.parent if place.name == "index" else place
    return Page(path, "" if folder.name == "" else f"{folder}/", path)
