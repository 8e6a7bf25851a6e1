"""What a page costs a reader on a slow line, measured from what a browser really asks for.

So the theme's style sheets are cut; nothing that the site uses is lost, at any width, on paper too.
"""

import gzip
import re
from urllib.parse import unquote

from tests.browser.conftest import of_each_kind, until
from tests.browser.test_search import FIELD
from tests.conftest import PROJECT
from tests.guard.small_site import whole_sheets
from tests.navigation import ADDRESSES

FIRST_LOAD = 130_000
FIRST_PAINT = 52_000  # what has to come before it: at 400 kbit/s and 400 ms, in less than 2 s
OWN_SCRIPTS = 10_000  # on one page
CORE_SCRIPTS = 6_000  # on every page
CORE = {"assets/search.js", "assets/site.js"}
PLAYGROUND = {"assets/numbers.js", "assets/playground.js"}
INTERACTIVE = {"assets/numbers.js", "assets/interactive.js"}
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".txt"}  # by the server; the rest is already


def transferred(site, names):
    """The bytes that a server sends of each of the files."""
    contents = {name: (site / name).read_bytes() for name in names}
    small = {name for name in contents if (site / name).suffix in COMPRESSED}
    return {
        name: len(gzip.compress(it, 6) if name in small else it) for name, it in contents.items()
    }


def table(sizes, limit):
    """The sizes of files, the largest first, for the message of a test that fails."""
    lines = [f"{size:8,} {name}" for name, size in sorted(sizes.items(), key=lambda each: -each[1])]
    return "\n".join(["", *lines, f"{sum(sizes.values()):8,} together, of {limit:,} bytes"])


def test_the_first_load_is_light_and_none_of_it_for_the_search(visited, address, published_site):
    own = [url.removeprefix(address) for url in visited.first_load if url.startswith(address)]
    paths = {unquote(url.partition("?")[0]) for url in own}
    names = {path if path and path[-1] != "/" else f"{path}index.html" for path in paths}
    kinds = {name.rpartition(".")[2] for name in names}
    assert {"html", "css", "js", "woff2"} <= kinds, "not even the page itself was seen"
    assert not [name for name in names if "search_index" in name or "/workers/" in name]
    sizes = transferred(published_site, names)
    assert sum(sizes.values()) <= FIRST_LOAD, table(sizes, FIRST_LOAD)
    first = {name: size for name, size in sizes.items() if name.endswith((".html", ".css"))}
    assert sum(first.values()) <= FIRST_PAINT, table(first, FIRST_PAINT)


def test_scripts_of_our_own_are_light_and_stand_only_where_they_are_used(published_site):
    for path in published_site.rglob("*.html"):
        page = path.read_text("utf-8")
        scripts = re.findall(r'<script[^>]* src="(?:[./]|/apples/)*(assets/[\w/-]+\.js)"', page)
        own = {name for name in scripts if (PROJECT / "docs" / name).exists()}
        wanted = CORE | (PLAYGROUND if 'class="playground"' in page else set())
        wanted |= {"assets/path.js"} if 'class="path"' in page else set()
        if 'class="interactive"' in page:
            name = path.relative_to(published_site).parent.name or "index"
            wanted |= INTERACTIVE | {f"assets/interactive/{name}.js"}
        assert own == wanted, path
        sizes = transferred(published_site, own)
        assert sum(sizes.values()) <= OWN_SCRIPTS, path.as_posix() + table(sizes, OWN_SCRIPTS)
    core = transferred(published_site, CORE)
    assert sum(core.values()) <= CORE_SCRIPTS, table(core, CORE_SCRIPTS)


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
