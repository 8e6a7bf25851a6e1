"""The pages of an article, in their order, as a built site holds them."""

import posixpath
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

NAME = "index.html"


@dataclass
class Page:
    """A page of a site: its address below the site's own ("article/l1/"), and its document."""

    address: str
    document: BeautifulSoup

    @property
    def article(self) -> Tag:
        """What the page says, without the frame around it."""
        return self.document.article

    @property
    def name(self) -> str:
        """A name for the page that can stand in an id."""
        return self.address.strip("/").replace("/", "-") or "home"

    def get(self, selector: str, attribute: str) -> str:
        """Return an attribute of the first element that a selector finds, or ''."""
        found = self.document.select_one(selector)
        return found.get(attribute, "") if found else ""

    def leads(self, link: str) -> str:
        """Return the address below the site, and the anchor, to which a link of this page leads."""
        parts = urlsplit(link)
        if not parts.path:
            return self.address + (f"#{parts.fragment}" if parts.fragment else "")
        path = posixpath.normpath(posixpath.join("/", self.address, unquote(parts.path)))
        folder = "/" if parts.path.endswith("/") else ""
        return urljoin(path + folder, f"#{parts.fragment}").lstrip("/")


def read(site: Path, first: str) -> list[Page]:
    """Return the pages of the article of which `first` is the first address below the site.

    The others lie below it and follow each other as their links to the next page say. Raises
    SystemExit where there is no such page, or one without a heading.
    """
    pages: list[Page] = []
    address = first
    while address.startswith(first) and address not in [page.address for page in pages]:
        file = site / address / NAME
        if not file.exists():
            raise SystemExit(f"press: {file} is not there. Build the site first: make build")
        page = Page(address, BeautifulSoup(file.read_text("utf-8"), "html.parser"))
        if not page.article or not page.article.h1:
            raise SystemExit(f"press: {file} has no article with a heading to print.")
        pages.append(page)
        address = page.leads(page.get("link[rel=next]", "href"))
    return pages
