"""A term of the glossary opens its definition where it stands, by finger, mouse and keyboard."""

import pytest
from bs4 import BeautifulSoup

from tests.browser.conftest import SCHEMES, lay_out
from tests.browser.test_reach import faults_by_axe
from tests.navigation import LABS, SOURCES, address_of, address_with

MOVING = {address_of(page) for page, text in SOURCES.items() if 'class="interactive"' in text}
# A lab in which nothing else moves.
PATH = next(path for path in LABS if path not in MOVING)
GLOSSARY = address_with("\n# Glossary\n")
FOCUSED = "document.activeElement.textContent"
IS_PAST = "document.activeElement.compareDocumentPosition(document.querySelector('.term')) == 2"
HEIGHT = "document.documentElement.scrollHeight"
NO_POPOVERS = "delete HTMLElement.prototype.showPopover"


@pytest.fixture
def page(open_page):
    return open_page(PATH, 390, has_touch=True, reduced_motion="reduce")


def parts(page, number=0):
    """Return a term of a page, the panel, and the definition that stands in the term's title."""
    source = BeautifulSoup(page.request.get(page.url).text(), "html.parser")
    title = source.select("a.term")[number]["title"]
    return page.locator("a.term").nth(number), page.locator(".definition[role=dialog]"), title


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_by_keyboard_it_opens_has_the_focus_and_gives_it_back(page, key):
    term, panel, title = parts(page)
    assert term.get_attribute("role") == "button"
    term.press(key)
    assert page.evaluate(FOCUSED) == f"{title}In the glossary"
    assert panel.get_attribute("aria-label") == term.inner_text()
    assert panel.get_attribute("aria-description") == title
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "In the glossary"
    assert page.evaluate("document.activeElement.href") == term.evaluate("term => term.href")
    page.keyboard.press("Escape")
    assert not panel.is_visible() and page.evaluate(FOCUSED) == term.inner_text()
    for each in (key, "Tab", "Tab"):
        page.keyboard.press(each)
    assert not panel.is_visible() and page.evaluate(IS_PAST)


def test_a_tap_opens_it_within_the_screen_and_a_tap_elsewhere_closes_it(page):
    height = page.evaluate(HEIGHT)
    for number in range(page.locator("article > p a.term").count()):
        term, panel, title = parts(page, number)
        term.tap()
        box, at = panel.bounding_box(), term.bounding_box()
        assert panel.inner_text() == f"{title}\nIn the glossary"
        assert 0 <= box["x"] <= 390 - box["width"] and 0 <= box["y"] <= 900 - box["height"]
        below, above = box["y"] - at["y"] - at["height"], at["y"] - box["y"] - box["height"]
        assert 0 <= max(below, above) < 9
        assert page.evaluate(HEIGHT) == height  # nothing moved
        page.locator("article h1").tap()
        assert not panel.is_visible()


def test_axe_finds_nothing_while_it_is_open_and_it_is_not_printed(page):
    term, panel, _ = parts(page)
    term.tap()
    for palette in SCHEMES:
        assert faults_by_axe(page, 390, palette) == [] and panel.is_visible()
    for palette in SCHEMES:
        lay_out(page, 390, palette, "print")
        assert not panel.is_visible()


@pytest.mark.parametrize("how", [{"java_script_enabled": False}, {"before": NO_POPOVERS}])
def test_without_scripts_or_popovers_the_term_leads_to_the_glossary(open_page, how):
    page = open_page(PATH, **how)
    page.locator("a.term").first.click()
    page.wait_for_url(f"**/{GLOSSARY}#*")
