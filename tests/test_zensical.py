"""Zensical and MkDocs build the same site: every page's text, numbers, outputs, figures and links.

What differs stands in a table of the README, a row each; each row has its test here.
"""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from tests.conftest import PROJECT, REPOSITORY, SUB_PATH

ADDRESS = f"https://pages.example/{SUB_PATH}/"
# MkDocs's notebook page hides these, by the style: a cell's number, and the sign for a link to it.
HIDDEN = ".jp-InputPrompt, .jp-OutputPrompt, .anchor-link"
DOCS = PROJECT / "docs"
PAGES = sorted(
    "index.html"
    if path.stem == "index" and path.parent == DOCS
    else f"{(path.parent if path.stem == 'index' else path.with_suffix('')).relative_to(DOCS).as_posix()}/index.html"
    for path in [*DOCS.rglob("*.md"), *DOCS.rglob("*.ipynb")]
)


@pytest.fixture(scope="session")
def successor(tmp_path_factory) -> Path:
    """The site as Zensical builds it, with the addresses of the published one."""
    site = tmp_path_factory.mktemp("zensical") / SUB_PATH
    built = subprocess.run(
        [sys.executable, "-m", "drift.zensical_edge", str(site)],
        cwd=PROJECT,
        env=os.environ | {"SITE_URL": ADDRESS, "REPO_URL": REPOSITORY},
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert built.returncode == 0, built.stderr
    return site


@pytest.fixture
def both(published_site, successor, request):
    """One page, as MkDocs and as Zensical give it."""
    return [Page(site, request.param) for site in (published_site, successor)]


class Page:
    """What a page tells its readers."""

    def __init__(self, site: Path, name: str):
        self._address = urljoin(ADDRESS, name.removesuffix("index.html"))
        self._soup = BeautifulSoup((site / name).read_text("utf-8"), "html.parser")
        self._article = self._soup.find("article")
        for hidden in self._article.select(HIDDEN):
            hidden.decompose()

    @property
    def text(self) -> str:
        return "".join(self._article.get_text().split())  # by spaces alone nothing is told

    @property
    def numbers(self) -> list[str]:
        return list(map(str, self._article.select("data")))

    @property
    def outputs(self) -> list[str]:
        return [block.get_text().strip("\n") for block in self._article.select("pre")]

    @property
    def figures(self) -> list[str]:
        return list(map(str, self._article.select("svg, math")))

    @property
    def links(self) -> list[tuple[str, str]]:
        return self._links(self._article, "a[href]:not(.toclink)")

    @property
    def navigation(self) -> list[tuple[str, str]]:
        return self._links(self._soup, ".md-nav a[href], .md-footer__inner a[href]")

    @property
    def anchors(self) -> set[str]:
        return {element["id"] for element in self._article.select("[id]:not(.jp-MarkdownCell)")}

    @property
    def head(self) -> list[str]:
        told = self._soup.select("title, meta[name=description], meta[property], [rel=canonical]")
        return list(map(str, told))

    def _links(self, element, which: str) -> list[tuple[str, str]]:
        return [
            (link.get_text(" ", strip=True), urljoin(self._address, link["href"]))
            for link in element.select(which)
        ]


every_page = pytest.mark.parametrize("both", PAGES, ids=PAGES, indirect=True)


@every_page
def test_a_page_says_the_same(both):
    of_mkdocs, of_zensical = both
    assert of_zensical.text == of_mkdocs.text
    assert of_zensical.numbers == of_mkdocs.numbers
    assert of_zensical.outputs == of_mkdocs.outputs
    assert of_zensical.figures == of_mkdocs.figures


@every_page
def test_a_page_leads_to_the_same_places(both):
    of_mkdocs, of_zensical = both
    assert of_zensical.links == of_mkdocs.links
    assert of_zensical.navigation == of_mkdocs.navigation
    assert of_mkdocs.anchors <= of_zensical.anchors
    assert of_zensical.head == of_mkdocs.head
