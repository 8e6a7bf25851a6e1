"""The site in a real browser: at two widths, in both palettes, by mouse and by keyboard."""

import pytest

from tests.browser.conftest import PAGES as ALL_PAGES
from tests.browser.conftest import until

LEDGER = "ledger/article/"
PAGES = {
    "home": "",
    "an article page": "article/l1/",
    "the notebook": "article/notebook/",
    "the ledger": LEDGER,
}
VIEWS = {
    "phone, light": (390, "light"),
    "phone, dark": (390, "dark"),
    "desk, light": (1280, "light"),
    "desk, dark": (1280, "dark"),
}


@pytest.mark.parametrize("width, palette", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_opens_without_complaint_and_fits_the_screen(open_page, path, width, palette):
    page = open_page(path, width, palette)
    assert page.complaints == []
    assert page.locator("h1").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    scheme = page.evaluate("document.body.getAttribute('data-md-color-scheme')")
    assert scheme == {"light": "default", "dark": "slate"}[palette]


def test_a_line_of_a_program_is_one_line_and_on_a_desk_it_need_not_be_scrolled(open_page):
    for path in ALL_PAGES:
        page = open_page(path)
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        code = page.locator(".snippet pre > code")
        torn = code.evaluate_all(
            """all => all.filter(code => {
              const style = getComputedStyle(code);
              const lines = code.textContent.trimEnd().split("\\n").length + 1;
              const padding = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
              return code.clientHeight - padding > lines * parseFloat(style.lineHeight);
            }).map(code => code.textContent.slice(0, 60))"""
        )
        assert torn == [], path
        too_wide = code.evaluate_all(
            "all => all.filter(code => code.scrollWidth > code.clientWidth).map(code => code.innerText)"
        )
        assert too_wide == [] or not path.startswith("article/"), path


def test_figures_follow_the_palette(open_page):
    colours = set()
    for palette in ("light", "dark"):
        page = open_page("", palette=palette)
        line = page.locator(".snippet-figure path[style*='--figure-0']").first
        colours.add(line.evaluate("element => getComputedStyle(element).stroke"))
    assert len(colours) == 2


def test_the_chosen_palette_stays(open_page):
    page = open_page("article/l1/", palette="light")
    scheme = "document.body.getAttribute('data-md-color-scheme')"
    while page.evaluate(scheme) != "slate":
        page.locator("form[data-md-component=palette] label:not([hidden])").click()
    page.reload()
    assert until(lambda: page.evaluate(scheme) == "slate")


def test_an_expandable_opens_by_keyboard(open_page):
    page = open_page("article/l1/")
    part = page.locator("details").first
    assert part.get_attribute("open") is None
    part.locator("summary").focus()
    page.keyboard.press("Enter")
    assert part.get_attribute("open") is not None
    assert part.locator(".snippet").first.is_visible()


@pytest.mark.parametrize("path", ["article/l1/", LEDGER], ids=["an article page", "the ledger"])
def test_tab_reaches_the_text_and_the_focus_is_seen(open_page, path):
    page = open_page(path)
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "[document.activeElement.tagName,"
                " getComputedStyle(document.activeElement).outlineStyle]"
            )
        )
    assert any(tag == "SUMMARY" for tag, _ in reached)
    assert all(outline != "none" for tag, outline in reached if tag in ("A", "SUMMARY"))


def test_a_name_in_the_ledger_leads_to_its_line_though_that_is_folded_away(open_page):
    page = open_page(LEDGER)
    page.locator(".ledger dt a", has_text="second_error").first.focus()
    page.keyboard.press("Enter")
    line = page.locator(":target")
    assert until(line.is_visible)
    assert line.inner_text().startswith("second_error = ")
    header = page.locator(".md-header").bounding_box()["height"]
    assert until(lambda: header <= line.bounding_box()["y"] < 900)


def test_the_ledger_fits_a_phone_with_all_its_outputs_open(open_page):
    page = open_page(LEDGER, 390)
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    assert page.locator(".ledger pre").last.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_numbers_of_a_formula_are_set_in_the_math_font(open_page):
    page = open_page("article/math/")
    assert page.evaluate("document.fonts.check('16px \"STIX Two Math\"')")
    assert until(lambda: page.evaluate("[...document.fonts].some(f => f.status == 'loaded')"))


LOST = ["no-such-page", "article/l1/mae/", "labs/a/b/c/index.html#top"]


@pytest.mark.parametrize("path", LOST, ids=["beside home", "below a page", "far below"])
def test_an_address_that_leads_nowhere_offers_home_the_article_and_the_search(open_page, path):
    page = open_page(path)
    status = "Failed to load resource: the server responded with a status of 404 (Not Found)"
    assert page.complaints == [status]  # of the page itself: all that it asks for is there
    text = page.locator("article")
    for name, title in {"Home": "How wrong is a forecast?", "The article": "Introduction"}.items():
        link = text.get_by_role("link", name=name)
        answer = page.request.get(link.evaluate("link => link.href"))
        assert answer.ok and title in answer.text()
    text.get_by_role("button", name="Search this site").press("Enter")
    field = page.locator(".md-search__input")
    assert until(lambda: field.evaluate("field => field === document.activeElement"))
    page.keyboard.type("median", delay=20)
    found = page.locator(".md-search-result__link").first
    assert until(found.is_visible)
    assert page.request.get(found.evaluate("link => link.href")).ok
