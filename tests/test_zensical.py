"""Zensical and MkDocs build the same site: every page's text, numbers, outputs, figures and links.

What differs stands in a table of the README, a row each; each row has its test here.
"""

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ADDRESS, PROJECT, REPOSITORY, SUB_PATH, TURN, python
from tests.navigation import PAGES, address_of, address_with

pytestmark = pytest.mark.xdist_group("zensical")  # built once, for one worker
FILES = [f"{address_of(page)}index.html" for page in PAGES]
NOTEBOOK, GLOSSARY = address_with('"nbformat"'), address_with("\n# Glossary\n")
README = (PROJECT / "README.md").read_text("utf-8")
TABLE = README.partition("| under Zensical | |\n")[2].partition("\n\n")[0]


@pytest.fixture(scope="session")
def successor(tmp_path_factory) -> Path:
    """The site as Zensical builds it, with the addresses of the published one."""
    site = tmp_path_factory.mktemp("zensical") / SUB_PATH
    with TURN:
        command = "-m", "drift.generators.zensical", site
        built = python(*command, SITE_URL=ADDRESS, REPO_URL=REPOSITORY)
    assert built.returncode == 0, built.stderr
    return site


def parsed(site: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / name).read_text("utf-8"))


@pytest.fixture
def both(published_site, successor, request):
    """One page, as MkDocs and as Zensical give it."""
    return [Page(site, request.param) for site in (published_site, successor)]


class Page:
    """What a page tells its readers."""

    def __init__(self, site: Path, name: str):
        self._address = urljoin(ADDRESS, name.removesuffix("index.html"))
        self._tree = parsed(site, name)
        article = self._tree.css_first("article")
        self.text = "".join(article.text().split())  # by spaces alone nothing is told
        self.numbers = self._html("article data")
        self.outputs = [block.text().strip("\n") for block in article.css("pre")]
        self.figures = self._html("article svg, article math")
        self.links = self._links("article a[href]:not(.toclink)")
        self.navigation = self._links(".md-nav a[href], .md-footer__inner a[href]")
        self.anchors = {each.id for each in article.css("[id]:not(.jp-MarkdownCell)")}
        self.head = self._html("title, meta[name=description], meta[property], [rel=canonical]")

    def _html(self, which: str) -> list[str]:
        return [element.html for element in self._tree.css(which)]

    def _links(self, which: str) -> list[tuple[str, str]]:
        return [
            (" ".join(link.text().split()), urljoin(self._address, link.attributes["href"]))
            for link in self._tree.css(which)
        ]


@pytest.mark.parametrize("both", FILES, ids=FILES, indirect=True)
def test_a_page_says_the_same_and_leads_to_the_same_places(both):
    of_mkdocs, of_zensical = both
    assert of_mkdocs.text
    for part in ("text", "numbers", "outputs", "figures", "links", "navigation", "head"):
        assert getattr(of_zensical, part) == getattr(of_mkdocs, part), part
    assert of_mkdocs.anchors <= of_zensical.anchors


def test_the_site_holds_in_the_check_that_publishing_needs(successor):
    command = ["-m", "drift", "check", successor, "--generator", "zensical"]
    checked = python(*command, SITE_URL=ADDRESS)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_the_table_of_differences_has_the_rows_that_are_tested_here():
    rows = ["the notebook's page", "the search", "the credit below a page"]
    rows += ["`make serve`, `make offline`, `make pdf`"]
    assert re.findall(r"^\| ([^|]+?) \|", TABLE, re.MULTILINE) == rows


def test_the_notebooks_page_has_no_cell_numbers_and_the_credit_names_zensical(successor):
    page = parsed(successor, f"{NOTEBOOK}index.html")
    assert len(page.css(".jp-CodeCell[id]")) == 3
    assert page.css(".jp-InputPrompt, .jp-MarkdownCell") == []  # nor links to cells of text
    page = (successor / "index.html").read_text("utf-8")
    assert "Material for MkDocs" not in page and "Zensical" in page


def test_the_search_is_its_own_and_holds_every_page_but_no_code_and_no_definition(successor):
    entries = json.loads((successor / "search.json").read_text("utf-8"))["items"]
    places = {entry["location"].partition("#")[0] for entry in entries}
    assert places == {page.removesuffix("index.html") for page in FILES}
    of_notebook = [entry["text"] for entry in entries if NOTEBOOK in entry["location"]]
    assert any("Watch which loss grows" in text for text in of_notebook)
    assert not any("last_forecast" in text for text in of_notebook)
    of_glossary = [entry for entry in entries if entry["location"].startswith(GLOSSARY)]
    assert [entry["location"] for entry in of_glossary] == [GLOSSARY]  # one, for all terms
    assert not any("Source:" in entry["text"] for entry in entries)
    assert ["L1", "MAE"] in [entry["tags"] for entry in entries]
    assert not (successor / "search").exists()
