"""The ledger of a site: every snippet, with its pages, its approved output and its values.

It tells what was approved, and waits for no run: where a run differs, the page that shows it stops
the build.
"""

from __future__ import annotations

from collections import defaultdict
from html import escape
from itertools import groupby
from typing import NamedTuple

from markdown import Markdown

from drift.generators import pages as generator
from drift.generators.pages import UNSEARCHED, Page
from drift.page import provenance as origin
from drift.page.extension import PageState
from drift.project import approval
from drift.project.page_source import PageSource
from drift.project.snippet import COMPLAINED, DRAWN, PRINTED, Snippet

NOWHERE = Page("", "", "No page shows")  # under `make serve` only: it stops a build


class Entry(NamedTuple):
    """A snippet; pages that show it; pages that show it or a value of it; the values they ask."""

    snippet: Snippet
    programs: list[Page]
    pages: list[Page]
    asked: set[str]

    @property
    def home(self) -> Page:
        """The page that shows the program first."""
        return self.programs[0] if self.programs else NOWHERE


def show(state: PageState, md: Markdown, folders: list[str]) -> str:
    """Return the ledger as HTML, for the page that is being rendered.

    It lists the snippets of `folders`, or all, each below the page that shows it first; pages are
    in the order of the navigation. Raises LookupError for a folder without snippets.
    """
    snippets = state.work.snippets
    for folder in folders:
        if not any(name.startswith(folder) for name in snippets.by_name):
            raise LookupError(f"there is no program in {snippets.root.name}/{folder}")
    listed = {
        name: snippet
        for name, snippet in snippets.by_name.items()
        if not folders or name.startswith(tuple(folders))
    }
    sources = state.work.pages
    pages = generator.pages_at(sources, md)
    entries = entered(listed, pages, sources)
    up, root = state.up, "../" * state.url.count("/")
    parts = []
    for home, below in groupby(entries, key=lambda entry: entry.home):
        title = escape(home.title)
        parts.append(
            f"<h3>{title if home is NOWHERE else _link(up + home.url or './', title)}</h3>"
        )
        parts += [_entry(entry, up, root) for entry in below]
    # A section and no div: the search takes the first </div> in it for the end of what it skips.
    return f'<section class="ledger no-copy" {UNSEARCHED}="true">{"".join(parts)}</section>'


def entered(
    snippets: dict[str, Snippet], pages: list[Page], sources: dict[str, PageSource]
) -> list[Entry]:
    """Return an entry for each snippet, in the order in which pages show them first.

    `sources` are what the pages ask for, by their path.
    """
    programs: dict[str, list[Page]] = defaultdict(list)
    shown_on: dict[str, list[Page]] = defaultdict(list)
    asked: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        source = sources[page.path]
        names = dict.fromkeys(fence.content for fence in source.fences if fence.is_snippet)
        for name in names:
            programs[name].append(page)
        for name in names | dict.fromkeys(use.snippet for use in source.uses):
            shown_on[name].append(page)
        for use in source.uses:
            asked[use.snippet].add(use.shown)
    in_order = [name for name in {**programs, **snippets} if name in snippets]
    return [Entry(snippets[name], programs[name], shown_on[name], asked[name]) for name in in_order]


def _entry(entry: Entry, up: str, root: str) -> str:
    """Return one program of the ledger; links begin with `up`, other addresses with `root`."""
    snippet = entry.snippet
    place = f"{entry.home.url}#{snippet.anchor}"
    block, address = (up + place, root + place) if entry.programs else ("", "")
    folder, slash, file = map(escape, snippet.name.rpartition("/"))
    return (
        f'<div class="ledger-entry" data-snippet="{escape(snippet.name)}">'
        f"<h4>{_link(block, f'<span>{folder}{slash}</span>{file}')}</h4>"
        f"{_values(entry, block, address)}{_pages(entry, up)}{_output(snippet, block)}</div>"
    )


def _values(entry: Entry, block: str, address: str) -> str:
    """Return each value: its name, which leads to the line that computes it, and its text."""
    snippet, approved = entry.snippet, approval.approved_values(entry.snippet)
    rows = []
    for shown in approved.keys() | entry.asked:
        name = shown.partition(":")[0]
        line = snippet.names.get(name, 0)
        told = origin.told(snippet, name, line, address) if line else {}
        row = _value(name, approved.get(shown, ""), told, block and f"{block}-{line}")
        rows.append((line, shown, row))
    return f"<dl>{''.join(row for *_, row in sorted(rows))}</dl>" if rows else ""


def _value(name: str, text: str, told: dict[str, str], link: str) -> str:
    term, shown = escape(name), escape(text)
    if not told or not text:  # under `make serve` only
        return f"<div><dt>{term}</dt><dd>not approved yet</dd></div>"
    attributes = "".join(f' {key}="{escape(said)}"' for key, said in told.items())
    return (
        f"<div><dt>{_link(link, term)}</dt>"
        f'<dd><data class="value" value="{shown}"{attributes}>{shown}</data></dd></div>'
    )


def _pages(entry: Entry, up: str) -> str:
    """Return the pages that show a snippet; a link to one that shows the program leads to it."""
    links = []
    for page in entry.pages:
        anchor = f"#{entry.snippet.anchor}" if page in entry.programs else ""
        link = _link(f"{up}{page.url}{anchor}" or "./", escape(page.title))
        links.append(f"<li>{link}</li>")
    return f'<div class="ledger-pages">Shown on <ul>{"".join(links)}</ul></div>' if links else ""


def _output(snippet: Snippet, block: str) -> str:
    printed = escape(approval.approved(snippet, PRINTED))
    if snippet.is_session and printed:
        printed = f"{escape(snippet.source.strip())}\n{printed}"
    complained = escape(approval.approved(snippet, COMPLAINED))
    drawn = bool(approval.approved(snippet, DRAWN))
    if not printed and not drawn and not complained:  # under `make serve` only
        return '<p class="ledger-missing">Nothing is approved yet: make accept</p>'
    title = "Approved output" if printed else "Approved"
    texts = filter(None, (printed, complained))
    parts = [f"<pre><code>{text}</code></pre>" for text in texts]
    if drawn:
        title += " and a drawing"
        parts.append(f"<p>The drawing stands {_link(block, 'beside its program')}.</p>")
    return f"<details><summary>{title}</summary>{''.join(parts)}</details>"


def _link(address: str, markup: str) -> str:
    """Return a link, or what it would hold where there is nowhere to go."""
    return f'<a href="{escape(address)}">{markup}</a>' if address else markup
