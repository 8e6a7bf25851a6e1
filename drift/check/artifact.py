"""Reads a built site as its files are, whoever built it: what lies there, and what is in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from drift.check import fetched
from drift.check import files as held
from drift.check import hidden as unseen
from drift.check.belongs import Belonging
from drift.check.limits import Limits
from drift.check.links import Links

PAGE, STYLE = ".html", ".css"
# Markup that a browser opens as a document of its own, though it is no page.
MARKUP = (".svg", ".xml")


def read(site: Path, limits: Limits | None) -> tuple[dict[str, bytes], list[str]]:
    """Return the content of each file of the folder `site` by its name, or why it is not read.

    What is too large, or no plain file, is never opened.
    """
    found = held.files(site)
    told = [*held.astray(found), *(limits.of_files(found) if limits else ())]
    contents = {} if told else {name: site.joinpath(name).read_bytes() for name in found}
    return contents, told + [*filter(None, map(held.unreadable, contents, contents.values()))]


def faults(
    contents: Mapping[str, bytes],
    pages: Collection[str],
    belonging: Belonging,
    links: Links,
    limits: Limits | None,
) -> Iterator[str]:
    """Yield what is wrong with the files of a site; what pages say is looked at elsewhere.

    Each is given by something, no character in it is unseen, and nothing in it is fetched from
    another host or runs beside the pages. `pages` names those that are made of a page of docs.
    """
    for name, content in contents.items():
        if problem := belonging.problem(name, contents, pages):
            yield problem
        if limits and name.endswith(PAGE) and (problem := limits.of_page(name, content)):
            yield problem
        if not held.is_text(name):
            continue
        text = content.decode("utf-8")
        if not belonging.is_own(name, content):  # the theme's scripts name the letters of languages
            yield from unseen.faults(name, text)
        if name.endswith(STYLE):
            yield from _of_style(name, text, links)
        elif name.endswith(MARKUP):
            for line, fault in fetched.Drawing(text).faults:
                yield f"{name}, line {line}: {fault}"


def _of_style(name: str, css: str, links: Links) -> Iterator[str]:
    for line, address, is_file in fetched.in_style(css):
        if is_file and (problem := links.problem(address, name)):
            yield f"{name}, line {line}: {problem}"
    for line, fault in fetched.from_elsewhere(css):
        yield f"{name}, line {line}: {fault}"
