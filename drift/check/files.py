"""Which files a site may hold: plain ones, of text, and each given by something.

What gives a file, gives it byte for byte. Pages, which a generator makes, have other rules.
"""

import json
import os
import re
import stat
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from posixpath import dirname, join

from drift.check.document import Site
from drift.fault import Fault
from drift.page import published, take_away
from drift.project.files import hidden_characters

# What holds no text. Fonts and pictures come from docs or the theme, byte for byte.
BINARY = (".woff2", ".woff", ".png", ".ico", ".gz", ".pdf")
# The kinds of files of docs that the guard reads, that somebody reviewed (policy.py), or that tests
# in a browser try. In any other a typed number could hide.
ANYWHERE = (".svg", ".woff2", ".ipynb")
READ = (*ANYWHERE, ".css", ".mplstyle", ".js")  # the last three below assets/ alone
LICENCE = "licence.txt"

MKDOCS, ZENSICAL = GENERATORS = ("mkdocs", "zensical")
# The package of each generator whose templates/assets/ it copies to every site.
PACKAGES = {MKDOCS: "material", ZENSICAL: "zensical"}

SEARCHED = {"search/search_index.json": "docs", "search.json": "items"}
"""The file of a site in which its search looks, and the entry that holds what it finds."""

MAP = "sitemap.xml"
# A list of addresses, and nothing that a browser would run or show.
PLAIN_MAP = re.compile(
    rb'<\?xml version="1.0" encoding="UTF-8"\?>\s*<urlset xmlns="[\w:/.]+">\s*'
    rb"(<url><loc>[^<>]*</loc></url>\s*)*</urlset>\s*"
)
# What a generator makes that is no page of docs: other checks read it.
RENDERED = {"404.html", MAP, *SEARCHED}
AGAIN = "Build the site again: make build"
BYTES = f"byte for byte. {AGAIN}"
NOTHING_GIVES = (
    "nothing gives this file: no page, no file of docs, no snippet, and not the generator. Find "
    "out what put it there, and build again."
)
PDF, END_OF_A_PDF = b"%PDF-", b"%%EOF"

Given = dict[str, tuple[bytes, str]]
"""Files by their name on a site: the content, and what is said of another."""


def listed(site: Path) -> dict[str, os.stat_result]:
    """Return what each name below a folder is, folders left out; no link is followed."""
    found = {path.relative_to(site).as_posix(): path.lstat() for path in site.rglob("*")}
    return {name: found[name] for name in sorted(found) if not stat.S_ISDIR(found[name].st_mode)}


def no_text(name: str, content: bytes) -> Iterator[Fault]:
    """Yield why a file of text can't be read, as UTF-8 or as JSON."""
    if name.endswith(BINARY):
        return
    try:
        text = content.decode("utf-8")
        if name.endswith(".json"):
            json.loads(text)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        yield Fault(name, line, "no text in UTF-8, so that no check can read it.")
    except json.JSONDecodeError as error:
        yield Fault(name, error.lineno, f"no JSON: {error.msg}.")


def hiding(site: Site) -> Iterator[Fault]:
    """Yield a fault for each file of docs that no check reads."""
    for path in site.project.assets:
        is_read = path.endswith(READ if path.startswith("assets/") else ANYWHERE)
        if not is_read and not path.endswith(LICENCE):
            message = "a typed number could hide in it: no check reads it. Let a snippet draw it."
            yield Fault(f"{site.project.docs.name}/{path}", 0, message)


def not_given(site: Site) -> Iterator[Fault]:
    """Yield a fault for each file that nothing gives, that is not what gives it, or is missing.

    Of the theme's own files no more is asked; in all others no character is hidden.
    """
    theme, needed = _of_the_theme(site), _notebooks(site)
    if picture := published.picture(site.project):
        needed[published.PICTURE] = (picture, f"is not the approved drawing in pixels. {AGAIN}")
    given = theme | _of_the_project(site) | _made(site) | needed
    for name, content in site.files.items():
        if not name.endswith(BINARY) and content != theme.get(name, (b"",))[0]:
            yield from hidden_characters(name, content.decode("utf-8"))
        expected, message = given.get(name, (None, NOTHING_GIVES))
        if content != expected:
            yield Fault(name, 0, message)
    for name in sorted(needed.keys() - site.files.keys()):
        yield Fault(name, 0, f"this file is not in the site. {AGAIN}")


def _of_the_theme(site: Site) -> Given:
    root = Path(find_spec(PACKAGES[site.generator]).origin).with_name("templates")
    names = site.files.keys() - site.project.assets.keys()
    paths = {name: root / name for name in names if name.startswith("assets/")}
    given = {name: path.read_bytes() for name, path in paths.items() if path.is_file()}
    sheets = {name: text for name, text in given.items() if name.endswith(".css")}
    if any(site.files[name] != text for name, text in sheets.items()):
        used = published.cut(sheets, site.files)  # a site that is served has them whole
        given |= {name: text for name, text in used.items() if site.files[name] != given[name]}
    of_what = f"of an installed package, {BYTES}"
    return {name: (text, f"is not {name} {of_what}") for name, text in given.items()}


def _of_the_project(site: Site) -> Given:
    """Return the files of docs and of snippets; a style or a script may be shortened."""
    project, given = site.project, {}
    for name, content in project.assets.items():
        if site.files.get(name) != content:
            content = published.shortened(name, content)
        if name not in project.notebooks:  # which lie beside their pages
            given[name] = (content, f"is not {project.docs.name}/{name}, {BYTES}")
    for path, content in project.published.items():
        name = f"{project.settings.snippets}/{path}"
        given[name] = (content, f"is not {name}, {BYTES}")
    return given


def _made(site: Site) -> Given:
    """Return what is made: pages, what is printed of them, and what holds a file once more."""
    pages = [name for name, document in site.documents.items() if document.source]
    given = {name: (site.files.get(name, b""), "") for name in (*pages, *RENDERED)}
    if not PLAIN_MAP.fullmatch(given[MAP][0]):
        given[MAP] = (b"", f"is no plain list of addresses. {AGAIN}")
    index = next(iter(SEARCHED))
    script = b"var __index = " + given[index][0]
    given[index.removesuffix("on")] = (script, f"does not hold what {index} holds. {AGAIN}")
    printed = site.project.settings.printed
    content = site.files.get(printed, b"")
    is_whole = content.startswith(PDF) and content.rstrip().endswith(END_OF_A_PDF)
    right = content if is_whole and printed.endswith(".pdf") else PDF
    given[printed] = (right, "no PDF. Print it again: make pdf")
    return given


def _notebooks(site: Site) -> Given:
    """Return the notebook beside each page that shows programs, and those that are pages."""
    given, project = {}, site.project
    for page in site.documents.values():
        if source := project.pages.get(page.source):
            text = take_away.written(source, project, page.address)
        else:
            text = project.notebooks.get(page.source, "")
        if text:
            name = join(dirname(page.path), take_away.name(page.source))
            given[name] = (text.encode(), f"is not what was approved of its page. {AGAIN}")
    return given
