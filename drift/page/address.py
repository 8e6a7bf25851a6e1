"""Where a page lies: MkDocs and Zensical say it to a Markdown instance each in its own way."""

from pathlib import PurePosixPath
from typing import NamedTuple

from markdown import Markdown

UNSEARCHED = "data-search-exclude"
"""The attribute of what no search reads. Both generators take it off again, if it has a value."""


class Page(NamedTuple):
    """A page: its path below docs/, its address below the site, its name in the navigation."""

    path: str
    url: str
    title: str


def page_of(md: Markdown) -> tuple[str, str, str]:
    """Return the path and the address of the page that is rendered, and what leads to the root.

    MkDocs leaves the links of our HTML as they are. Zensical takes each from where the page's
    source lies, and writes it anew for where the page will. Raises LookupError without a page.
    """
    if "relpath" in md.treeprocessors:
        file = md.treeprocessors["relpath"].file
        url = file.url.removeprefix("./")
        return file.src_uri, url, "../" * url.count("/")
    for processor in md.preprocessors:
        if page := getattr(processor, "page", None):
            # An anchor alone would stay on the page.
            return page.path, page.url, "../" * page.path.count("/") or "./"
    raise LookupError("the generator does not say which page it renders")


def in_a_folder(path: str, title: str = "") -> Page:
    """Return a page with a folder of its own, named by its path below docs/ if by nothing else."""
    place = PurePosixPath(path).with_suffix("")
    folder = place.parent if place.name == "index" else place
    return Page(path, f"{folder}/" if folder.name else "", title or path)
