"""The theme's style sheets are cut to what the site uses, and nothing that it uses is lost.

A browser reads the sheets as the theme has them, and finds what their selectors apply to: at any
width, in any colours, on paper too.
"""

import re

from tests.browser.conftest import of_each_kind, until
from tests.browser.test_search import FIELD
from tests.guard.small_site import whole_sheets
from tests.navigation import ADDRESSES

# The selectors of a sheet that are not in another and find something, whatever state they ask for.
# Each stands with the media for which it holds.
LOST = """([whole, cut]) => {
    const parts = (rules, media) => [...rules].flatMap(rule =>
        rule.selectorText
            ? rule.selectorText.split(/,(?![^(]*\\))/).map(each => `${media}|${each.trim()}`)
            : parts(rule.cssRules ?? [], `${media} ${rule.conditionText}`));
    const read = text => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return parts(sheet.cssRules, "");
    };
    const kept = new Set(read(cut));
    const lost = read(whole).filter(each => !kept.has(each));
    const applies = part => document.querySelector(
        part.slice(part.indexOf("|") + 1).replace(/::?[\\w-]+(\\([^)]*\\))?/g, ":is(*)"));
    return [kept.size, lost.length, lost.filter(applies)];
}"""
DEFINED, NAMED = re.compile(r"(?<![\w-])(--[\w-]+):"), re.compile(r"var\(\s*(--[\w-]+)")


def sheets(site):
    """Each style sheet of the theme: as the theme has it, and as the site has it."""
    return [(whole, (site / name).read_text("utf-8")) for name, whole in whole_sheets(site).items()]


def lost(page, site):
    """The selectors that apply to something on a page, and are in no sheet of the site."""
    found = []
    for whole, cut in sheets(site):
        kept, dropped, missed = page.evaluate(LOST, [whole, cut])
        assert kept and dropped, "a sheet was not read, or not cut"
        found += missed
    return found


@of_each_kind
def test_no_selector_that_applies_to_something_on_a_page_is_lost(visited, published_site):
    assert lost(visited, published_site) == []


def test_nor_one_that_applies_to_what_scripts_show(open_page, published_site):
    page = open_page(ADDRESSES[1], 390)
    page.locator(".md-header__button[for=__search]").click()
    page.locator(FIELD).fill("outlier")
    page.keyboard.press("End")
    assert until(page.locator(".md-search-result__more").first.is_visible)
    assert lost(page, published_site) == []
    page.keyboard.press("Escape")
    page.locator(".md-header__button[for=__drawer]").click()
    page.evaluate("window.scrollTo(0, 9999); window.scrollTo(0, 999)")  # "Back to top" is shown
    assert lost(page, published_site) == []


def test_every_variable_that_is_named_anywhere_is_still_set(published_site):
    whole, cut = map("\n".join, zip(*sheets(published_site), strict=True))
    texts = [
        path.read_text("utf-8")
        for end in ("html", "js", "css")
        for path in published_site.rglob(f"*.{end}")
    ]
    named = {name for text in texts for name in NAMED.findall(text)}
    assert named & set(DEFINED.findall(whole)) - set(DEFINED.findall(cut)) == set()
    assert "--md-admonition-icon--bug" not in cut, "and no other"
