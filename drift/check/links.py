"""Whether the links of a finished site lead somewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Set
from urllib.parse import unquote, urlsplit

NOT_OURS = ("http:", "https:", "mailto:", "data:", "javascript:", "//")


class Links:
    """The files of a site and the anchors on its pages, looked up once and asked for many links."""

    def __init__(self, files: Iterable[str], base: str, anchors: dict[str, Set[str]]):
        """Take the paths of a site's files, which are served below the path `base`.

        `anchors` are those of each page, by its path.
        """
        self._base, self._anchors = base, anchors
        self._files = frozenset(files)

    def problem(self, link: str, page: str) -> str:
        """Return what is wrong with a link on a page, which is a path below the site; or ''."""
        if link.startswith(NOT_OURS):
            return ""
        parts = urlsplit(link)
        place = unquote(parts.path)
        if place.startswith("/"):
            if not place.startswith(self._base):
                return f"the link {link} leaves the site."
            target = posixpath.normpath(place.removeprefix(self._base))
        else:
            folder = posixpath.dirname(page)
            target = posixpath.normpath(posixpath.join(folder, place)) if place else page
        if f"{target}/".startswith("../"):
            return f"the link {link} leaves the site."
        if target not in self._files:
            target = posixpath.normpath(posixpath.join(target, "index.html"))
        if target not in self._files:
            return f"the link {link} leads nowhere."
        anchor = unquote(parts.fragment)
        if anchor and target in self._anchors and anchor not in self._anchors[target]:
            return f"the link {link} leads to an anchor that is not there."
        return ""
