"""What the guard knows of the site generator: how to stop it, and which page it is rendering.

Works under MkDocs and under Zensical; nothing else in the guard names either of them, but for
mkdocs_edge, which holds the hooks of MkDocs.
"""

from __future__ import annotations

from typing import NamedTuple

from markdown import Markdown

try:
    from mkdocs.exceptions import PluginError as BuildStopped
except ImportError:  # another generator: any exception of ours stops it

    class BuildStopped(Exception):
        """Stands in for the exception with which MkDocs stops a build."""


class Page(NamedTuple):
    """The page that is being rendered: its path below docs/, and its address below the site."""

    path: str
    url: str


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
