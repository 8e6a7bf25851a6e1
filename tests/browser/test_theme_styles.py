"""The theme's style sheets are cut, and nothing that the site uses is lost, at any width, on paper too."""

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
SET, NAMED = re.compile(r"(?<![\w-])(--[\w-]+):"), re.compile(r"var\(\s*(--[\w-]+)")


def lost(page, site):
    """The selectors that apply to something on a page, and are in no sheet of the site."""
    found = []
    for name, whole in whole_sheets(site).items():
        kept, dropped, missed = page.evaluate(LOST, [whole, (site / name).read_text("utf-8")])
        assert kept and dropped, f"{name} was not read, or not cut"
        found += missed
    return found


@of_each_kind
def test_no_selector_that_applies_to_something_on_a_page_is_lost(visited, published_site):
    assert lost(visited, published_site) == []


def test_nor_one_that_applies_to_what_a_search_finds(open_page, published_site):
    page = open_page(ADDRESSES[1], 390)
    page.locator(".md-header__button[for=__search]").click()
    page.locator(FIELD).fill("outlier")
    page.keyboard.press("End")
    assert until(page.locator(".md-search-result__more").first.is_visible)
    assert lost(page, published_site) == []


def test_every_variable_that_is_named_is_still_set_and_no_other_icon(published_site):
    sheets = whole_sheets(published_site)
    cut = "".join((published_site / name).read_text("utf-8") for name in sheets)
    paths = [path for end in ("html", "js", "css") for path in published_site.rglob(f"*.{end}")]
    named = {name for path in paths for name in NAMED.findall(path.read_text("utf-8"))}
    assert named & set(SET.findall("".join(sheets.values()))) - set(SET.findall(cut)) == set()
    assert "--md-admonition-icon--bug" not in cut
