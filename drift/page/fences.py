"""The fences of a page: our formatters in markdown-exec's table, one for each language.

Its own validator and formatter stand in mkdocs.yml. Its automatic mode takes every fence of these
languages, and none of another: there is no formatter but ours that could run one.
"""

from __future__ import annotations

from xml.etree import ElementTree

import markdown_exec
from markdown import Markdown

from drift.fault import never_swallowed
from drift.page import block, ledger, spans
from drift.page.rendering import Rendering
from drift.project.page_source import HOW_CODE_STANDS
from drift.project.snippet import Snippet


def take_over() -> None:
    """Let markdown-exec give every fence of our languages to our formatters, and no other."""
    ours = {"python": _program, "console": _session, "math": _formula, "ledger": _ledger}
    markdown_exec.formatters.clear()
    markdown_exec.formatters.update(ours)
    markdown_exec.MARKDOWN_EXEC_AUTO[:] = ours


@never_swallowed
def _program(code: str, md: Markdown, **_) -> str:
    return _executed("python", code, md)


@never_swallowed
def _session(code: str, md: Markdown, **_) -> str:
    return _executed("console", code, md)


def _executed(language: str, code: str, md: Markdown) -> str:
    """Return the HTML of a program or a session with what it gave, as markdown-exec executes it."""
    page: Rendering = md.drift
    snippet = page.build.project.by_text.get(code.strip("\n"))
    if snippet is None:
        message = f"this is not the whole of one snippet. {HOW_CODE_STANDS}"
        return page.aside(page.stop(message, page.answered(language)))

    def run(code: str, **_) -> str:
        return _block(snippet, page)

    line = page.answered(language, snippet.name)
    try:
        html = markdown_exec.base_format(language=language, run=run, code=code, md=md, html=True)
    except (LookupError, ValueError) as problem:
        html = page.stop(str(problem), line)
    return page.aside(html)


def _block(snippet: Snippet, page: Rendering) -> str:
    """Return the block of a snippet, if it gave what was approved; else raise ValueError."""
    outcome = page.build.checked(snippet)
    names = [use.name for use in page.build.project.uses.get(snippet.name, ())]
    lines = sorted({outcome.numbers[name].line for name in names if name in outcome.numbers})
    gave = (outcome.printed, outcome.drawn, outcome.standard_error)
    # All that the HTML is made of.
    key = repr(("block", page.up, lines, snippet.name, snippet.source, snippet.links, gave))
    cache = page.build.runs.cache
    html = cache.get(key)
    if html is None:
        html = block.html(snippet, outcome, page.up, lines)
        cache.put(key, html)
    return html


@never_swallowed
def _formula(code: str, md: Markdown, **_) -> str:
    page: Rendering = md.drift
    line = page.answered("math", code.strip())
    try:
        math = spans.formula(code, True, page)
    except (LookupError, ValueError) as problem:
        return page.aside(page.stop(str(problem), line))
    markup = ElementTree.tostring(math, encoding="unicode")
    return page.aside(
        f'<div class="formula-box" tabindex="0" role="group" aria-label="Formula">{markup}</div>'
    )


@never_swallowed
def _ledger(code: str, md: Markdown, **_) -> str:
    page: Rendering = md.drift
    line = page.answered("ledger", code.strip())
    try:
        return page.aside(ledger.html(page, code.split()))
    except LookupError as problem:
        return page.aside(page.stop(str(problem), line))
