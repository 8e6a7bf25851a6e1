"""Ways through the site: from home to any page, from each page to the next, from claims to works."""

import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from tests.navigation import PAGES, SECTIONS, SOURCES, address_of, address_with

pytestmark = pytest.mark.xdist_group("read")

ADDRESSES = [address_of(page) for page in PAGES]
ALL_LABS, *LABS = map(address_of, SECTIONS["Labs"].values())
RELATED = [address_of(page) for page in SECTIONS["Related topics"].values()]
GLOSSARY = address_with("\n# Glossary\n")
GUIDE = address_with("\n# Which loss should I use?\n")
EXERCISES = address_with("\n# Exercises\n")
REFERENCES = address_with('class="references"')
HOME = "https://site.example/"


def targets(soup, address, selector):
    """Return the addresses of the pages to which links of a page lead."""
    found = [urljoin(HOME + address, link["href"]) for link in soup[address].select(selector)]
    return {urldefrag(url).url.removeprefix(HOME) for url in found if url.startswith(HOME)}


def test_two_clicks_lead_from_home_to_any_page(soup):
    # By links in the text alone, without the navigation, which a phone folds away.
    first = targets(soup, "", "article a[href]") & {*ADDRESSES}
    second = set().union(*(targets(soup, address, "article a[href]") for address in first))
    assert {*ADDRESSES} - {""} - first - second == set()


def test_next_is_the_next_page_of_the_navigation_wherever_pages_are_read_in_order(soup):
    for inside in ([ALL_LABS, *LABS], RELATED):
        for address, following in zip(inside, inside[1:]):
            last = next(p for p in soup[address].select("article > p") if p.text[:5] == "Next:")
            said = {urljoin(HOME + address, link["href"]) for link in last.select("a:not(.term)")}
            assert HOME + following in said, address


def test_every_work_is_cited_and_every_citation_leads_to_a_work(soup):
    works = {item["id"] for item in soup[REFERENCES].select(".references li")}
    assert works
    cited = re.findall(rf"{Path(REFERENCES).name}\.md#([\w-]+)", "".join(SOURCES.values()))
    assert {*cited} == works
    outside = soup[REFERENCES].select(".references li a[href^=http]")
    dois = [link for link in outside if link.text.startswith("doi:")]
    assert dois  # each is said as it is linked
    for link in dois:
        assert unquote(link["href"]) == "https://doi.org/" + link.text.removeprefix("doi:")


def test_the_terms_of_a_page_lead_to_the_glossary(soup):
    terms = {term["id"] for term in soup[GLOSSARY].select("dt")}
    assert terms
    met = set()
    for address in ADDRESSES:
        links = soup[address].select("a.term")
        anchors = [link["href"].partition("#")[2] for link in links]
        assert len(anchors) == len(set(anchors)), address
        assert all((link.abbr or link)["title"] for link in links), address
        known = soup[address].select(f"article a[href*='{GLOSSARY}#']")
        met |= {link["href"].partition("#")[2] for link in known}
    assert met == terms, "a term that no page uses"


def test_each_lab_lets_the_reader_guess_and_try_and_its_exercises_have_hints_and_answers(soup):
    for address in LABS:
        headings = [heading.text for heading in soup[address].select("article h2")]
        needed = ["Guess first", "The data", "The answer", "Try it", "Exercises"]
        assert [heading for heading in headings if heading in needed] == needed, address
        assert soup[address].select(".snippet-figure"), f"{address}: no figure"
    for address in [EXERCISES, *LABS, *RELATED]:
        summaries = [summary.text for summary in soup[address].select("article summary")]
        assert summaries.count("Hint") >= 2 <= summaries.count("Answer"), address


def test_each_related_article_is_a_full_one(soup):
    for address in RELATED:
        headings = [each.text for each in soup[address].select("article :is(h2, summary)")]
        for part in ("Common mistakes", "connects to L1 and L2", "Key takeaways", "Exercises"):
            assert any(part in heading for heading in headings), f"{address}: {part}"
        assert soup[address].select(".formula-box data"), f"{address}: no formula with numbers"
        assert len(soup[address].select(".snippet:not(.snippet-session)")) >= 3, address
        assert soup[address].select(".snippet-session"), f"{address}: no terminal session"
        assert soup[address].select(".snippet-figure"), f"{address}: no figure"


def test_every_rule_of_the_decision_guide_leads_to_where_it_is_shown(soup):
    rules = soup[GUIDE].select("article li")
    leading = [rule for rule in rules if rule.select_one("a:not(.term)")]
    on = [rule.text.endswith(" Go on.") for rule in rules if rule not in leading]
    assert on and all(on)
    shown = targets(soup, GUIDE, "article li a[href]")
    assert {*LABS} <= shown
