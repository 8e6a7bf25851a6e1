"""The HTML of one block: a program with what it drew and printed, or a terminal session."""

from __future__ import annotations

import html
import re
from copy import copy
from dataclasses import dataclass
from functools import cache

import pygments
from pygments.filter import Filter
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from pygments.token import Name, Text, Whitespace

from drift.generators.pages import UNSEARCHED
from drift.project.snippet import Snippet
from drift.run.outcome import Outcome


class _Formatter(HtmlFormatter):
    """Gives the lines to which links lead an id each; the others need none."""

    anchor = ""
    lines: frozenset[int] = frozenset()

    def wrap(self, source):
        return super().wrap(self._marked(source))

    def _marked(self, source):
        number = 0
        for is_line, text in source:
            number += is_line
            if is_line and number in self.lines:
                # Not a child of the code itself: the theme would take it for a line of a grid.
                text = f'<span><span id="{self.anchor}-{number}">{text}</span></span>'
            yield is_line, text


class _Plain(Filter):
    """Leaves names and spaces without an element: they have the colour of the text around them."""

    def filter(self, lexer, stream):
        for kind, text in stream:
            yield Text if kind in (Name, Whitespace) else kind, text


@cache
def _lexer() -> PythonLexer:
    """Return what tells the parts of a program apart.

    Made once, since it takes longer than to colour a small program, and only when it is needed.
    """
    lexer = PythonLexer()
    lexer.add_filter(_Plain())
    return lexer


@cache
def _formatter() -> _Formatter:
    return _Formatter(wrapcode=True, cssclass="highlight")


@dataclass(frozen=True)
class Block:
    """A snippet and what it gave, as a page shows them.

    `up` leads from the page to the site's root; `lines` are those to which links lead.
    """

    snippet: Snippet
    outcome: Outcome
    up: str
    lines: frozenset[int]

    @property
    def facts(self) -> str:
        """All that its HTML is made of, in one text."""
        return repr(
            (
                self.up,
                sorted(self.lines),
                self.snippet.name,
                self.snippet.source,
                self.snippet.sources,
                self.outcome.printed,
                self.outcome.drawn,
                self.outcome.standard_error,
            )
        )

    def html(self) -> str:
        """Return the block's HTML."""
        if self.snippet.is_session:
            return self._session()
        formatter = copy(_formatter())
        formatter.anchor, formatter.lines = self.snippet.anchor, self.lines
        source = pygments.highlight(self.snippet.source.rstrip("\n"), _lexer(), formatter)
        program = f"{source}{self._links()}"
        if self.outcome.printed:
            program += _output("Output", html.escape(self.outcome.printed))
        if self.outcome.standard_error:
            program += _output("Standard error", html.escape(self.outcome.standard_error))
        if self.outcome.drawn:
            program = f"{self._figure()}{_folded(program)}"
        return self._boxed(program)

    def _session(self) -> str:
        command = html.escape(self.snippet.source.strip())
        printed = html.escape(self.outcome.printed)
        text = f'<span class="snippet-command">{command}</span>\n{printed}'
        session = _output("Terminal", text) + self._links()
        return self._boxed(session, "snippet snippet-session")

    def _boxed(self, content: str, kind: str = "snippet") -> str:
        """Return the block, which begins with what links to it lead to.

        An id on the block itself would become that of each of its parts, by the theme's script.
        """
        begin = f'<span class="snippet-begin" id="{self.snippet.anchor}"></span>'
        return f'<div class="{kind}">{begin}{content}</div>'

    def _links(self) -> str:
        """Return the links to the source, and to the data that a program reads."""
        links = [self._link(label, name) for label, name in self.snippet.sources.items()]
        return f'<p class="snippet-source" {UNSEARCHED}="true">{" ".join(links)}</p>'

    def _link(self, label: str, name: str) -> str:
        address = html.escape(f"{self.up}{self.snippet.root.name}/{name}")
        return f'<a href="{address}" download>{html.escape(label)}</a>'

    def _figure(self) -> str:
        """Return a drawing as inline SVG; its title and what its snippet printed describe it."""
        prefix = f"{self.snippet.anchor}-drawing"
        svg = re.sub(r'(\bid="|href="#|url\(#)', rf"\g<1>{prefix}-", self.outcome.drawn)
        named = f'aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc"'
        svg = svg.replace("<svg ", f'<svg {named} {UNSEARCHED}="true" ', 1)
        told = html.escape(self.outcome.printed)
        svg = svg.replace("</title>", f'</title>\n <desc id="{prefix}-desc">{told}</desc>', 1)
        svg = svg.replace("<title>", f'<title id="{prefix}-title">', 1)
        return f'<figure class="snippet-figure">{svg}</figure>'


def cell(anchor: str, source: str, printed: str) -> str:
    """Return the HTML of a notebook's cell, in the classes by which Jupyter names its parts."""
    code = pygments.highlight(source, _lexer(), _formatter())
    parts = f'<div class="jp-InputArea">{code}</div>'
    if printed:
        output = f'<div class="jp-OutputArea"><pre tabindex="0">{html.escape(printed)}</pre></div>'
        parts += f'<div class="jp-Cell-outputWrapper">{output}</div>'
    return f'<div class="jp-Cell jp-CodeCell" id="{anchor}">{parts}</div>'


def _folded(program: str) -> str:
    """Return what is folded away below a figure, which a reader comes for first."""
    return (
        f'<details class="snippet-program" {UNSEARCHED}="true"><summary>The program and its numbers'
        f"</summary>{program}</details>"
    )


def _output(label: str, text: str) -> str:
    return (
        f'<div class="snippet-output"><p class="snippet-label">{label}</p>'
        f"<pre><code>{text}</code></pre></div>"
    )
