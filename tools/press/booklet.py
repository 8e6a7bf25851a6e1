"""Binds pages into one HTML document: a title, contents, and the pages as chapters."""

import html
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from bs4 import Tag

from tools.press.pages import Page

STYLE = Path(__file__).with_name("booklet.css")
CONTENTS = "contents"
# Attributes that name elements by their ids, one or more.
NAMING = {"for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details"}
IN_DRAWING = re.compile(r"url\(#")


class Booklet:
    """The pages of an article as one document, whose links stay in it where they can."""

    def __init__(self, site: Path, pages: list[Page]):
        """Bind pages of the site in the folder `site`, in their order.

        The pages' documents are changed: ids are the page's own, links are the booklet's.
        """
        self._pages = pages
        self._names = {page.address: page.name for page in pages}
        self._files = f"{site.resolve().as_uri()}/"
        self._base = pages[0].get("link[rel=canonical]", "href").removesuffix(pages[0].address)
        self.title = _words(pages[0].article.h1)
        # The name and the text of each chapter, in their order.
        self.headings = [(page.name, _words(page.article.h1)) for page in pages]
        self._styles = [
            self._files + pages[0].leads(link["href"])
            for link in pages[0].document.select("link[rel=stylesheet]")
        ]
        for page in pages:
            self._bind(page)

    def document(self, numbers: Mapping[str, int]) -> str:
        """Return the booklet's HTML; `numbers` are the sheets on which its parts begin, by name.

        A part that it does not hold gets no number.
        """
        language = self._pages[0].document.html.get("lang", "en")
        styles = "".join(f'<link rel="stylesheet" href="{file}">' for file in self._styles)
        chapters = "".join(
            f'<section class="chapter" id="{page.name}">{page.article}</section>'
            for page in self._pages
        )
        direction = self._pages[0].get("body", "dir")
        return (
            f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
            f"<title>{html.escape(self.title)}</title>{styles}"
            f"<style>{STYLE.read_text('utf-8')}</style></head>"
            f'<body dir="{direction}">{self._front(numbers)}{chapters}</body></html>'
        )

    def _front(self, numbers: Mapping[str, int]) -> str:
        subtitle = self._pages[0].get("meta[name=description]", "content")
        version = self._pages[0].document.select_one("footer data.build")
        edition = f"<p>Version {version}</p>" if version else ""
        source = f'<p><a href="{self._base}">{self._base}</a></p>' if self._base else ""
        return (
            f'<header class="front md-typeset"><p class="title">{html.escape(self.title)}</p>'
            f"<p>{html.escape(subtitle)}</p>{edition}{source}"
            f'<h1 id="{CONTENTS}">Contents</h1><ol>{"".join(self._entries(numbers))}</ol></header>'
        )

    def _entries(self, numbers: Mapping[str, int]) -> Iterator[str]:
        for name, text in self.headings:
            number = numbers.get(name, "")
            yield (
                f'<li><a href="#{name}"><span>{html.escape(text)}</span>'
                f"<span>{number}</span></a></li>"
            )

    def _bind(self, page: Page) -> None:
        for element in page.article.select(
            "script, template, .anchor-link, .page-actions, [download]"
        ):
            element.decompose()
        for heading in page.article.select("a.toclink"):
            heading.unwrap()
        for part in page.article.select("details"):
            part["open"] = ""
        for element in page.article.find_all(True):
            self._rename(element, page)
        for link in page.article.select("a[href]"):
            self._lead(link, page)

    def _rename(self, element: Tag, page: Page) -> None:
        """Give an element's id, and all by which others name it, the name of its page."""
        for key, value in element.attrs.items():
            if key == "id":
                element[key] = f"{page.name}--{value}"
            elif key in NAMING:
                element[key] = " ".join(f"{page.name}--{name}" for name in value.split())
            elif key in ("href", "xlink:href") and element.name != "a":
                element[key] = value.replace("#", f"#{page.name}--", 1)
            elif key == "src":
                element[key] = self._files + page.leads(value)
            elif isinstance(value, str):
                element[key] = IN_DRAWING.sub(f"url(#{page.name}--", value)

    def _lead(self, link: Tag, page: Page) -> None:
        """Let a link lead to the chapter it means, else to the published site, else nowhere."""
        parts = urlsplit(link["href"])
        if parts.scheme or parts.netloc:
            return
        address, _, anchor = page.leads(link["href"]).partition("#")
        if address in self._names:
            name = self._names[address]
            link["href"] = f"#{name}--{anchor}" if anchor else f"#{name}"
        elif self._base:
            link["href"] = urljoin(self._base, f"{address}#{anchor}" if anchor else address)
        else:
            link.unwrap()


def _words(element: Tag) -> str:
    return " ".join(element.get_text().replace("¶", "").split())
