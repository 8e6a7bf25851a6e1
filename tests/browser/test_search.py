"""Search finds, and costs nothing before it is used: docs/assets/search.js, in place of the theme's.

Where a test fails after a change of the theme, one of these is different now: without a form named
"search" no index is fetched on load (overrides/partials/search.html); the first worker asked for is
that of the search; its first message is of type SET_UP and holds the index; and a box, checked or
not, says whether the search is open.
"""

import pytest

from tests.browser.conftest import until

FIELD = "input.md-search__input"
FOUND = ".md-search-result__item a[href*='real-difference']"


def by_key(key):
    return lambda page: page.keyboard.press(key)


# Every way into the search, with the width of the screen and what the address says.
WAYS_IN = {
    "a click into the field": (1280, "", lambda page: page.locator(FIELD).click()),
    "Tab to the field": (1280, "", lambda page: page.locator(FIELD).focus()),
    "the key f": (1280, "", by_key("f")),
    "the key s": (1280, "", by_key("s")),
    "the key /": (1280, "", by_key("/")),
    "the magnifier of a phone": (390, "", lambda page: page.locator(".md-header__button[for=__search]").click()),
    "an address": (1280, "?q=outlier", lambda page: None),
    "an address, on a phone": (390, "?q=outlier", lambda page: None),
}  # fmt: skip


def parts_asked_for(page):
    """The index and the worker, as often as they were asked for."""
    return sorted(
        url.rpartition("/")[2].partition(".")[0]
        for url in page.asked
        if "search_index" in url or "/workers/" in url
    )


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["", "article/l1/", "article/notebook/", "404.html"])
def test_a_page_that_opens_asks_for_nothing_of_the_search(open_page, path, width):
    page = open_page(path, width)
    assert page.locator("header").count() == 1
    assert parts_asked_for(page) == []


@pytest.mark.parametrize("width, query, go", WAYS_IN.values(), ids=WAYS_IN)
def test_every_way_into_the_search_finds_the_outlier(open_page, width, query, go):
    page = open_page(f"article/{query}", width)
    go(page)
    state = page.locator(".md-search-result__meta")
    if not query:
        assert until(lambda: "Type to start searching" in state.inner_text())
        page.keyboard.type("outlier")
    found = page.locator(FOUND).first
    assert until(found.is_visible)
    assert parts_asked_for(page) == ["search", "search_index"]
    assert page.complaints == []


def test_search_that_is_used_again_asks_for_nothing_more(open_page):
    page = open_page("article/")
    for word in ("outlier", "median"):
        page.locator(FIELD).click()
        page.locator(FIELD).fill(word)
        page.keyboard.press("End")  # the theme reads the field when a key is let go
        assert until(page.locator(".md-search-result__item mark", has_text=word).first.is_visible)
        page.keyboard.press("Escape")
        assert until(lambda: not page.locator("#__search").is_checked())
    assert parts_asked_for(page) == ["search", "search_index"]


def test_what_is_typed_before_the_index_has_come_is_searched_for(open_page):
    page = open_page("article/")
    held = []
    page.route("**/search_index.json", lambda route: held.append(route))
    with page.expect_request("**/search_index.json"):
        page.locator(FIELD).click()
    page.keyboard.type("outlier")
    assert page.locator(FOUND).count() == 0
    held[0].continue_()
    assert until(page.locator(FOUND).first.is_visible)


@pytest.mark.parametrize("part", ["**/search_index.json", "**/workers/*"], ids=["index", "worker"])
def test_a_search_that_could_not_begin_begins_when_it_is_opened_again(open_page, part):
    page = open_page("article/")
    page.route(part, lambda route: route.abort(), times=1)
    with page.expect_event("requestfailed"):
        page.locator(FIELD).click()
    page.keyboard.press("Escape")
    assert until(lambda: not page.locator("#__search").is_checked())
    page.locator(FIELD).click()
    page.keyboard.type("outlier")
    assert until(page.locator(FOUND).first.is_visible)
