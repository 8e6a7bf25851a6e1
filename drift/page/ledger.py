"""The ledger of a site: every snippet, with its pages and its approved values.

It holds what was approved, and waits for no run: where a run differs, the page that shows it stops
the build.
"""

from collections import defaultdict
from html import escape
from itertools import groupby
from xml.etree import ElementTree

from drift.page import provenance
from drift.page.address import UNSEARCHED, Page
from drift.page.rendering import Rendering
from drift.project.snippet import Snippet


def html(rendering: Rendering, folders: list[str]) -> str:
    """Return the ledger of the snippets of `folders`, or of all, for the page that is rendered.

    Each stands below the page that shows it first; pages are in the order of the navigation.
    """
    project = rendering.build.project
    homes: dict[str, Page] = {}
    pages: dict[str, list[str]] = defaultdict(list)
    for page in rendering.pages:
        source = project.pages[page.path]
        for name in dict.fromkeys([*source.programs, *(use.snippet for use in source.values)]):
            if snippet := project.snippets.get(name):
                address = rendering.up + page.url
                if name in source.programs:
                    address += f"#{snippet.anchor}"
                    homes.setdefault(name, page)
                pages[name].append(f"<li>{_link(address, escape(page.title))}</li>")
    listed = [name for name in homes if name.startswith(tuple(folders) or "")]
    parts = []
    for home, names in groupby(listed, key=homes.__getitem__):
        parts.append(f"<h3>{_link(rendering.up + home.url, escape(home.title))}</h3>")
        for name in names:
            snippet = project.snippets[name]
            address = f"{rendering.up}{home.url}#{snippet.anchor}"
            folder, slash, file = map(escape, name.rpartition("/"))
            shown = f'<div class="ledger-pages">Used on <ul>{"".join(pages[name])}</ul></div>'
            parts.append(
                f'<div class="ledger-entry" data-snippet="{escape(name)}">'
                f"<h4>{_link(address, f'<span>{folder}{slash}</span>{file}')}</h4>"
                f"{_values(snippet, address, rendering.address_of(snippet))}{shown}</div>"
            )
    # A section and no div: the search takes the first </div> in it for the end of what it skips.
    return f'<section class="ledger no-copy" {UNSEARCHED}="true">{"".join(parts)}</section>'


def _values(snippet: Snippet, address: str, seen: str) -> str:
    """Return each value: its name, which leads to the line that computes it, and its text.

    `address` leads to the program's block in a link, and is `seen` from the page in an attribute.
    """
    rows = []
    for key, text in snippet.approved_values.items():
        name = key.partition(":")[0]
        if line := snippet.names.get(name):
            origin = provenance.attributes(snippet, name, line, seen)
            data = ElementTree.tostring(provenance.value(text, text, origin), encoding="unicode")
            term = _link(f"{address}-{line}", escape(name))
            rows.append((line, key, f"<div><dt>{term}</dt><dd>{data}</dd></div>"))
    return f"<dl>{''.join(row for *_, row in sorted(rows))}</dl>" if rows else ""


def _link(address: str, markup: str) -> str:
    return f'<a href="{escape(address or "./")}">{markup}</a>'
