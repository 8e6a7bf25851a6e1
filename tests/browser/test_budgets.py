"""What a page costs a reader on a slow line, measured from what a browser really asks for."""

import gzip
import re
from urllib.parse import unquote

from tests.conftest import PROJECT

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
    return {
        name: len(gzip.compress(content, 6) if (site / name).suffix in COMPRESSED else content)
        for name, content in contents.items()
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
