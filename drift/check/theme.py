"""What the check knows of the files that a generator and its theme put on every site."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

MKDOCS, ZENSICAL = GENERATORS = ("mkdocs", "zensical")

SEARCHED = {"search/search_index.json": "docs", "search.json": "items"}
"""The file of a site in which its search looks, and the entry that holds what it finds."""

# The package of each generator whose templates/assets/ it copies to every site.
PACKAGES = {MKDOCS: "material", ZENSICAL: "zensical"}
# What a generator makes that is no page of docs: other checks read it.
RENDERED = {"404.html", "sitemap.xml", *SEARCHED}


def _is_packed(packed: bytes, original: bytes) -> bool:
    try:
        with gzip.open(io.BytesIO(packed)) as file:  # which may hold far more than it should
            return file.read(len(original) + 1) == original
    except (OSError, EOFError, zlib.error):
        return False


# What it makes of a file of the site: of which one, and whether a content is that.
DERIVED = {
    "sitemap.xml.gz": ("sitemap.xml", _is_packed),
    "search/search_index.js": (
        "search/search_index.json",
        lambda script, index: script == b"var __index = " + index,
    ),
}


# What a page tells the theme's script: the worker that it asks for when a reader searches.
WORKER = re.compile(r'<script id="__config" type="application/json">[^<]*?"search":\s*"([^"]+)"')


def asked_later(html: str) -> list[tuple[int, str]]:
    """Return the line (from 1) and the address of each file that a page's script asks for later."""
    return [(html.count("\n", 0, told.end()) + 1, told[1]) for told in WORKER.finditer(html)]


def packages(generator: str) -> list[Path]:
    """Return the folders of the packages that give a generator's sites their files."""
    found = find_spec(PACKAGES[generator])
    return [Path(found.origin).parent] if found and found.origin else []


def own_files(folders: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Yield the files that the packages in `folders` give a site: name on the site, and file."""
    for folder in folders:
        for path in folder.joinpath("templates", "assets").rglob("*"):
            if path.is_file():
                yield path.relative_to(folder / "templates").as_posix(), path
