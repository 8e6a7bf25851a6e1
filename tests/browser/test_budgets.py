"""What a page costs a reader on a slow line, measured from what a browser really asks for."""

import gzip
import re
from urllib.parse import unquote

import pytest

from tests.browser.conftest import PAGES
from tests.conftest import PROJECT

FIRST_LOAD = 130_000
OWN_SCRIPTS = 10_000  # on one page
CORE_SCRIPTS = 6_000  # on every page
PLAYGROUND = "assets/playground.js"
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".txt"}  # by the server; the rest is already


def transferred(file):
    """The bytes that a server sends of a file."""
    content = file.read_bytes()
    return (
        len(gzip.compress(content, compresslevel=6)) if file.suffix in COMPRESSED else len(content)
    )


def told(sizes, limit):
    """The sizes of files, the largest first, for the message of a test that fails."""
    lines = [f"{size:8,} {name}" for name, size in sorted(sizes.items(), key=lambda each: -each[1])]
    return "\n".join(["", *lines, f"{sum(sizes.values()):8,} together, of {limit:,} bytes"])


def first_load(page, address, site):
    """The files that a page asked for on load, with the bytes that came."""
    sizes = {}
    for url in page.asked:
        name = unquote(url.removeprefix(address).partition("?")[0].partition("#")[0])
        if url.startswith(address):
            file = site / name / "index.html" if name.endswith("/") or not name else site / name
            sizes[file.relative_to(site).as_posix()] = transferred(file)
    return sizes


@pytest.mark.parametrize("path", PAGES)
def test_the_first_load_of_a_page_is_light(open_page, address, published_site, path):
    page = open_page(path)
    sizes = first_load(page, address, published_site)
    assert page.complaints == []  # by its policy, or for asking another host
    kinds = {name.rpartition(".")[2] for name in sizes}
    assert {"html", "css", "js"} <= kinds, "not even the page itself was seen"
    assert not any("search_index" in name for name in sizes)
    assert sum(sizes.values()) <= FIRST_LOAD, told(sizes, FIRST_LOAD)


def test_a_page_with_formulas_counts_their_font(open_page, address, published_site):
    sizes = first_load(open_page("article/math/"), address, published_site)
    assert any(name.endswith(".woff2") for name in sizes)


def test_scripts_of_our_own_are_light_and_the_playgrounds_is_where_there_is_one(published_site):
    core = {"assets/search.js", "assets/site.js"}
    kinds = set()
    for path in published_site.rglob("*.html"):
        page = path.read_text("utf-8")
        scripts = set(re.findall(r'<script[^>]* src="(?:[./]|/apples/)*(assets/\w+\.js)"', page))
        own = {name for name in scripts if (PROJECT / "docs" / name).exists()}
        assert own - core == ({PLAYGROUND} if 'class="playground"' in page else set()), path
        assert core <= own, path
        kinds.add(frozenset(own))
    assert len(kinds) == 2
    sizes = {name: transferred(published_site / name) for name in max(kinds, key=len)}
    assert sum(sizes[name] for name in core) <= CORE_SCRIPTS, told(sizes, CORE_SCRIPTS)
    assert sum(sizes.values()) <= OWN_SCRIPTS, told(sizes, OWN_SCRIPTS)
