"""Where a number comes from: the line of a program that names it, and the address of that line."""

from __future__ import annotations

import re

from markdown import Markdown

from drift.build import Workshop
from drift.generators import pages as generator
from drift.generators.pages import Page
from drift.project.snippet import Snippet

ADDRESS, LINE = "data-source", "data-line"
TITLE = re.compile(r"^(?P<name>\w+), line (?P<line>\d+) of (?P<snippet>\S+)$")


def told(snippet: Snippet, name: str, line: int, block: str) -> dict[str, str]:
    """Return the attributes of a value that say which line of which program names it.

    `block` is the address of the program's block on the site; '' where no page shows it.
    """
    title = f"{name}, line {line} of {snippet.name}"
    source = {ADDRESS: f"{block}-{line}", LINE: snippet.lines[line - 1].strip()} if block else {}
    return {"title": title} | source


def problem(snippet: Snippet, attributes: dict[str, str]) -> str:
    """Return what is wrong with where a finished value, named by its title, leads; '' for nothing.

    That what stands there is the line is seen where the program stands.
    """
    title = TITLE.match(attributes["title"])
    address, line = attributes.get(ADDRESS, ""), int(title["line"])
    expected = told(snippet, title["name"], line, f"#{snippet.anchor}")
    if "#" + address.partition("#")[2] != expected[ADDRESS]:
        return f"leads to {address or 'no line'} and not to line {line} of {snippet.name}."
    if attributes.get(LINE) != expected[LINE]:
        return f"names the line {attributes.get(LINE)!r}, which is {expected[LINE]!r}."
    return ""


def block(snippet: Snippet, work: Workshop, page: str, shown: bool, md: Markdown) -> str:
    """Return the address of a program's block, seen from the page with the address `page`.

    That is on the page itself, where it is `shown` there, else on the first page of the navigation
    that shows it; '' where none does, which stops a build.
    """
    if shown:
        return f"#{snippet.anchor}"
    if not work.homes:
        work.homes = _homes(work, md)
    home = work.homes.get(snippet.name)
    return f"{'../' * page.count('/')}{home.url}#{snippet.anchor}" if home else ""


def _homes(work: Workshop, md: Markdown) -> dict[str, Page]:
    homes: dict[str, Page] = {}
    for page in generator.pages_at(work.pages, md):
        for fence in work.pages[page.path].fences:
            if fence.is_snippet:
                homes.setdefault(fence.content, page)
    return homes
