"""The fences of a page: code that ran with what it gave, terminal sessions, and formulas.

markdown-exec's base_format executes and renders each block; what it runs is ours, and so compared
with what was approved before anybody sees it.
"""

from __future__ import annotations

import html
import re
from xml.etree import ElementTree

import pygments
from markdown_exec import base_format
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from drift import inline
from drift.errors import seam
from drift.page import PageState
from drift.runs import Outcome
from drift.snippet import Snippet
from drift.source import HOW_CODE_STANDS


@seam
def accepts(language, inputs, options, attrs, md) -> bool:
    """Take every fence, so that none is left to a formatter that would show it without running."""
    return True


@seam
def show(source, language, class_name, options, md, **_) -> str:
    """Return the HTML of a fence: the snippet with what it gave, or the formula."""
    page: PageState = md.drift
    if language == "math":
        return _formula(source, page)
    snippet = page.work.snippets.with_text(source)
    if snippet is None:
        line = page.place(page.fences, lambda fence: True) or page.line_of(source.split("\n")[0])
        return page.hold(
            page.stop(f"this is not the whole of one snippet. {HOW_CODE_STANDS}", line)
        )
    line = page.place(page.fences, lambda fence: fence.content == snippet.name)
    try:
        outcome = page.work.checked(snippet)
    except (LookupError, ValueError) as fault:
        return page.hold(page.stop(str(fault), line))

    def run(code: str, **_) -> str:
        return (
            _session(snippet, outcome, page)
            if snippet.is_session
            else _block(snippet, outcome, page)
        )

    return page.hold(base_format(language=language, run=run, code=source, md=md, html=True))


def _formula(latex: str, page: PageState) -> str:
    line = page.place(page.fences, lambda fence: fence.content == latex.strip())
    try:
        math = inline.formula(latex, True, page)
    except (LookupError, ValueError) as fault:
        return page.hold(page.stop(str(fault), line))
    written = ElementTree.tostring(math, encoding="unicode")
    return page.hold(
        f'<div class="formula-box" tabindex="0" role="group" aria-label="Formula">{written}</div>'
    )


def _block(snippet: Snippet, outcome: Outcome, page: PageState) -> str:
    lines = HtmlFormatter(
        wrapcode=True, cssclass="highlight", linespans=_identifier(snippet.name, page)
    )
    source = pygments.highlight(snippet.source.rstrip("\n"), PythonLexer(), lines)
    parts = [_figure(snippet, outcome, page)] if outcome.drawn else []
    parts += [source, _link_to_source(snippet, page)]
    if outcome.printed:
        parts.append(_output("Output", html.escape(outcome.printed)))
    return f'<div class="snippet">{"".join(parts)}</div>'


def _session(snippet: Snippet, outcome: Outcome, page: PageState) -> str:
    command = html.escape(snippet.source.strip())
    text = f'<span class="snippet-command">{command}</span>\n{html.escape(outcome.printed)}'
    session = _output("Terminal", text) + _link_to_source(snippet, page)
    return f'<div class="snippet snippet-session">{session}</div>'


def _output(label: str, text: str) -> str:
    return (
        f'<div class="snippet-output"><p class="snippet-label">{label}</p>'
        f"<pre><code>{text}</code></pre></div>"
    )


def _link_to_source(snippet: Snippet, page: PageState) -> str:
    up = "../" * page.url.count("/")
    name = html.escape(snippet.name)
    return (
        f'<p class="snippet-source"><a href="{up}{snippet.root.name}/{name}" download>'
        f"Source: {name}</a></p>"
    )


def _figure(snippet: Snippet, outcome: Outcome, page: PageState) -> str:
    """Return a drawing as inline SVG, described by its title and by what its snippet printed."""
    prefix = _identifier(snippet.name, page)
    svg = re.sub(r'(\bid="|href="#|url\(#)', rf"\g<1>{prefix}-", outcome.drawn)
    svg = svg.replace(
        "<svg ", f'<svg aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc" ', 1
    )
    svg = svg.replace(
        "</title>", f'</title>\n <desc id="{prefix}-desc">{html.escape(outcome.printed)}</desc>', 1
    )
    svg = svg.replace("<title>", f'<title id="{prefix}-title">', 1)
    return f'<figure class="snippet-figure">{svg}</figure>'


def _identifier(name: str, page: PageState) -> str:
    """Return an id for one showing of a snippet: a page may show it twice."""
    page.shown[name] = page.shown.get(name, 0) + 1
    again = f"-{page.shown[name]}" if page.shown[name] > 1 else ""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().rpartition(".")[0]) + again
