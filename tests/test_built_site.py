"""The built site: the guard's check finds nothing, and what that does not look for is there."""

import json
import re
from collections import defaultdict
from dataclasses import replace
from itertools import chain
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from drift.check import equations
from drift.check import site as built
from tests.conftest import ADDRESS, PROJECT, REPOSITORY
from tests.navigation import KNOWN, PAGES, SECTIONS, address_of, address_with, page_with
from tools import shots

pytestmark = pytest.mark.xdist_group("read")

FOLDED = ".snippet-program pre, details:not(:has(> :not(summary, .snippet))) pre"
WAYS = {"Edit this page": "edit/main/", "See the source of this page": "blob/main/"}
OF_THE_SOURCE = [
    "L1 vs L2 loss: understanding error in machine learning", "Table of contents",
    "Why loss functions matter", "L1 loss: measuring absolute error",
    "L2 loss: squaring the error", "The real difference", "The math behind L1 and L2 loss",
    "Why this difference matters mathematically", "Code example", "CLI output", "Try it yourself",
    "Key takeaways", "Related articles", "Final thought",
]  # fmt: skip


def test_the_picture_in_the_readme_is_that_of_this_home_page(published_site):
    assert f"]({shots.OF_THE_README})" in (PROJECT / "README.md").read_text("utf-8")
    said = Image.open(PROJECT / shots.OF_THE_README).text["Words"]
    assert said == shots.words(published_site), "take it again: make shots"


@pytest.fixture
def soup(soup):
    """The pages of the navigation, by their source."""
    return {page: soup[address_of(page)] for page in PAGES}


def test_the_article_has_the_sections_of_its_source_in_their_order(soup):
    pages = (soup[page] for page in SECTIONS["The article"].values())
    headings = [" ".join(each.text.split()) for page in pages for each in page.select("h1, h2")]
    assert [each for each in headings if each in OF_THE_SOURCE] == OF_THE_SOURCE


def test_the_check_finds_nothing_and_computes_every_formula_of_numbers(published_site):
    site, unread = built.read(replace(KNOWN, address=ADDRESS), published_site)
    assert unread == [*built.faults(site)] == []
    found = chain.from_iterable(map(equations.formulas, site.documents.values()))
    counts = [sum(not part.problem for part in parts) for _, chains in found for parts in chains]
    assert sum(count > 1 for count in counts) > 30


def test_every_drawing_is_described_with_its_numbers(soup):
    drawings = [svg for html in soup.values() for svg in html.select(".snippet-figure svg")]
    assert len(drawings) >= 4
    for svg in drawings:
        assert svg.find(id=svg["aria-labelledby"]).text.strip()
        assert re.search(r"\d", svg.find(id=svg["aria-describedby"]).text)


def test_the_title_of_a_page_is_its_own_and_says_nothing_twice(published_site):
    pages = {path: path.read_text("utf-8") for path in published_site.rglob("*.html")}
    titles = {path: re.search(r"<title>(.*?)</title>", text)[1] for path, text in pages.items()}
    assert len(set(titles.values())) == len(titles)
    for title in titles.values():
        parts = title.split(" - ")
        assert parts[-1] == "L1 and L2 loss, executed"
        assert len(set(parts)) == len(parts), title


def test_formulas_are_mathml_and_the_apples_stand_in_them(soup):
    formulas = soup[page_with("/l1_in_four_steps.py")].select(".formula-box math")
    assert len(formulas) == 6
    for symbols, steps, loss in zip(*(formulas[at::3] for at in range(3))):
        assert symbols.find("munderover") and not symbols.find("data")
        assert [data.text for data in steps.select("data")][:2] == ["100", "90"]
        assert steps.select("data")[-1].text == loss.select("data")[0].text
    assert [formulas[at].select("data")[-1].text for at in (2, 5)] == ["6.67", "50"]


def test_every_correction_stands_where_the_claim_is_met_and_on_one_page(soup):
    article = SECTIONS["The article"]
    assert [name for name in article for _ in soup[article[name]].select(".admonition.warning")] == [
        "L1 loss", *["The real difference"] * 2, "Why the math matters", *["CLI output"] * 2,
    ]  # fmt: skip
    together = soup[page_with("\n# What running the article corrected\n")]
    assert len(together.select("article h2")) == 5
    assert len(together.select(".snippet")) == 5


def test_every_page_links_to_a_new_issue_with_its_title(soup):
    for page, html in soup.items():
        link = html.find("a", string="Comment on this page")
        address, _, title = link["href"].partition("?title=")
        assert address == f"{REPOSITORY}/issues/new"
        heading = html.title.text.partition(" - ")[0].strip()
        assert unquote(title).startswith(heading), page


def words(text: str) -> str:
    return " ".join(text.split())


def test_the_search_reads_no_figure_formula_folded_program_or_source(soup, published_site):
    index = json.loads((published_site / "search/search_index.json").read_text("utf-8"))["docs"]
    read = defaultdict(str)
    for entry in index:
        text = BeautifulSoup(entry["text"], "html.parser").get_text()
        read[entry["location"].partition("#")[0]] += f" {words(text)}"
    count = 0
    for page, html in soup.items():
        folded, drawn = html.select(FOLDED), html.select(".snippet-figure svg")
        hidden = {id(block) for block in folded}
        shown = [words(block.get_text()) for block in html.select("pre") if id(block) not in hidden]
        formulas = [math for math in html.select("math") if len(math.get_text()) > 2]
        texts = {words(part.get_text()) for part in [*folded, *drawn, *formulas]}
        texts -= {text for text in texts if any(text in block for block in shown)}
        assert [text for text in texts if text in read[address_of(page)]] == [], page
        count += len(texts)
    assert count > 200
    assert not any("Source:" in text or "In [" in text or "✓" in text for text in read.values())
    assert not any("¶" in entry["title"] for entry in index)
    # But the prose, and the programs that are not folded away.
    here = address_with("also called **mean squared error**")
    l2 = next(entry["text"] for entry in index if entry["location"] == here)
    assert "also called mean squared error" in l2  # prose
    assert "squared_errors = (actual - forecasts) ** 2" in l2  # a program that stands open
    assert "mean squared error: 50.00 squared apples" in l2  # what it prints


def test_every_page_leads_to_its_own_file_in_the_repository(soup):
    for page, html in soup.items():
        links = {link.get_text(strip=True): link["href"] for link in html.article.select("a[href]")}
        for text, way in WAYS.items():
            assert links[text] == f"{REPOSITORY}/{way}docs/{page}", page
        assert (PROJECT / "docs" / page).is_file(), page


def test_who_comments_on_a_page_meets_no_form():
    # Else the forge leads from "Comment on this page" to the forms, and forgets the title.
    choices = (PROJECT / ".github/ISSUE_TEMPLATE/config.yml").read_text("utf-8")
    assert re.search("^blank_issues_enabled: true$", choices, re.MULTILINE)
