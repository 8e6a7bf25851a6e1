"""The HTML of one block: a program with what it drew and printed, or a terminal session."""

import html as markup
import re
from collections.abc import Collection
from functools import cache

import pygments
from pygments.filter import simplefilter
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from pygments.token import Name, Text, Whitespace

from drift.page.address import UNSEARCHED
from drift.project.snippet import Snippet
from drift.run.outcome import Outcome

FIGURE = "snippet-figure"  # the class of what a snippet drew
MOST_OPEN = 12  # lines of a program that a page shows without a click
FITS = 36  # characters of a line, on a phone, wherever its block stands


def html(snippet: Snippet, outcome: Outcome, up: str, lines: Collection[int]) -> str:
    """Return the HTML of a snippet and what it gave; `up` leads to the root, links to `lines`."""
    # An id on the block itself would become that of each of its parts, by the theme's script.
    begin = f'<span class="snippet-begin" id="{snippet.anchor}"></span>'
    parts = texts(snippet, outcome.printed, outcome.standard_error)
    if snippet.is_session:
        command = markup.escape(snippet.source.strip())
        marked = f'<span class="snippet-command">{command}</span>'
        session = _output(*parts[0]).replace(command, marked, 1) + _links(snippet, up)
        return f'<div class="snippet snippet-session">{begin}{session}</div>'
    code = _coloured(snippet.source.rstrip("\n"), snippet.anchor, lines)
    program = code + _links(snippet, up)
    given = "".join(_output(label, text) for label, text in parts[1:])
    if outcome.drawn:
        drawn = figure(snippet, outcome.drawn, outcome.printed)
        program = drawn + _folded("The program and its numbers", program + given)
    else:
        is_long = len(snippet.lines) - 1 > MOST_OPEN
        program = (_folded("The program", program) if is_long else program) + given
    return f'<div class="snippet">{begin}{program}</div>'


def texts(snippet: Snippet, printed: str, standard_error: str) -> list[tuple[str, str]]:
    """Return what a reader reads in each part of a block: its label ('' for code), and the text."""
    if snippet.is_session:
        return [("Terminal", f"{snippet.source.strip()}\n{printed}")]
    given = [("Output", printed), ("Standard error", standard_error)]
    return [("", snippet.source.rstrip("\n")), *(part for part in given if part[1])]


def figure(snippet: Snippet, drawn: str, printed: str) -> str:
    """Return a drawing as inline SVG; its title and what its snippet printed describe it."""
    prefix = f"{snippet.anchor}-drawing"
    # A tenth of a pixel is enough for a place, and lighter.
    svg = re.sub(r'\b(?:d|x|y)="[^"]*"', lambda at: re.sub(r"(\.\d)\d", r"\1", at[0]), drawn)
    svg = re.sub(r'(\bid="|href="#|url\(#)', rf"\g<1>{prefix}-", svg)
    named = f'aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc"'
    svg = svg.replace("<svg ", f'<svg {named} {UNSEARCHED}="true" ', 1)
    description = f'<desc id="{prefix}-desc">{markup.escape(printed)}</desc>'
    svg = svg.replace("</title>", f"</title>\n {description}", 1)
    svg = svg.replace("<title>", f'<title id="{prefix}-title">', 1)
    return f'<figure class="{FIGURE}">{svg}</figure>'


def cell(anchor: str, source: str, printed: str) -> str:
    """Return the HTML of a notebook's cell, in the classes by which Jupyter names its parts."""
    parts = f'<div class="jp-InputArea">{_coloured(source)}</div>'
    if printed:
        text = f'<pre tabindex="0" translate="no">{markup.escape(printed)}</pre>'
        output = f'<div class="jp-OutputArea">{text}</div>'
        parts += f'<div class="jp-Cell-outputWrapper">{output}</div>'
    return f'<div class="jp-Cell jp-CodeCell" id="{anchor}">{parts}</div>'


def _coloured(source: str, anchor: str = "", lines: Collection[int] = ()) -> str:
    """Return the HTML of a program, which no browser is to translate: it would not run any more.

    Those of its `lines` to which links lead get an id, which begins with `anchor`.
    """
    marks = {number: f' id="{anchor}-{number}"' for number in lines}
    html = pygments.highlight(source, _lexer(), HtmlFormatter(nowrap=True))
    numbered = enumerate(html.splitlines(keepends=True), start=1)
    code = "".join(_line(text, marks.get(number, "")) for number, text in numbered)
    return (
        f'<div class="highlight"><pre translate="no"><span></span><code>{code}</code></pre></div>\n'
    )


def _output(label: str, text: str) -> str:
    lines = "".join(map(_line, markup.escape(text).splitlines(keepends=True)))
    return (
        f'<div class="snippet-output"><p class="snippet-label">{label}</p>'
        f'<pre translate="no"><code>{lines}</code></pre></div>'
    )


def _folded(title: str, program: str) -> str:
    """Return a program with what belongs to it, one click away and out of the search."""
    return (
        f'<details class="snippet-program" {UNSEARCHED}="true"><summary>{title}</summary>{program}'
        "</details>"
    )


def _links(snippet: Snippet, up: str) -> str:
    """Return the links to the source, and to the data that a program reads."""
    links = []
    for label, name in snippet.links.items():
        address = markup.escape(f"{up}{snippet.root.name}/{name}")
        links.append(f'<a href="{address}" download>{markup.escape(label)}</a>')
    return f'<p class="snippet-source" {UNSEARCHED}="true">{" ".join(links)}</p>'


def _line(text: str, mark: str = "") -> str:
    """Return a line of a block; as an element if a link leads to it, or it may go on below."""
    is_short = len(markup.unescape(re.sub("<[^>]+>", "", text)).rstrip()) <= FITS
    return text if is_short and not mark else f'<span class="ln"{mark}>{text}</span>'


@simplefilter
def _plain(self, lexer, stream, options):
    """Leave names and spaces without an element: they have the colour of the text around them."""
    for kind, text in stream:
        yield Text if kind in (Name, Whitespace) else kind, text


@cache
def _lexer() -> PythonLexer:
    """Return what takes a program apart, to colour it; to make one takes longer than to use it."""
    lexer = PythonLexer()
    lexer.add_filter(_plain())
    return lexer
