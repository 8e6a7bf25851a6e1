"""The fences of a page: our formatters in markdown-exec's table, one for each language.

Its own validator and formatter stand in mkdocs.yml. Its automatic mode takes every fence of these
languages, and none of another: there is no formatter but ours that could run one.
"""

from collections.abc import Callable
from functools import partial
from xml.etree import ElementTree

import markdown_exec
from markdown import Markdown

from drift.build import Build
from drift.fault import never_swallowed
from drift.page import block, ledger, spans
from drift.page.rendering import Rendering
from drift.project.page_source import HOW_CODE_STANDS
from drift.project.snippet import DRAWN, Snippet
from drift.run.approval import HOW_TO_ACCEPT, VERBS


def take_over() -> None:
    """Let markdown-exec give every fence of our languages to our formatters, and no other."""
    html_of = {"python": _program, "console": _program, "math": _formula}
    html_of["ledger"] = lambda language, code, md: ledger.html(md.drift, code.split())
    ours = {language: partial(_formatted, language, html) for language, html in html_of.items()}
    markdown_exec.formatters.clear()
    markdown_exec.formatters.update(ours)
    markdown_exec.MARKDOWN_EXEC_AUTO[:] = ours


@never_swallowed
def _formatted(language: str, html_of: Callable[..., str], code: str, md: Markdown, **_) -> str:
    """Return the placeholder of a fence while the rest of its page is rendered."""
    page: Rendering = md.drift
    snippet = page.build.project.by_text.get(code.strip("\n"))
    asked = snippet.name if snippet and html_of is _program else code.strip()
    line = page.answered(language, asked) or page.answered(language)
    try:
        html = html_of(language, code, md)
    except (LookupError, ValueError) as problem:
        drawings = _drawings(snippet, page.build) if snippet and page.build.serving else ""
        first, *_ = str(problem).split("\n")
        # Instead of coordinates.
        is_seen = drawings and f"{VERBS[DRAWN]} something else" in first
        html = page.stop(f"{first} {HOW_TO_ACCEPT}" if is_seen else str(problem), line) + drawings
    return page.aside(html)


def _program(language: str, code: str, md: Markdown) -> str:
    """Return a program or a session with what it gave, as markdown-exec executes it."""
    snippet = md.drift.build.project.by_text.get(code.strip("\n"))
    if snippet is None:
        raise LookupError(f"this is not the whole of one snippet. {HOW_CODE_STANDS}")

    def run(code: str, **_) -> str:
        return _block(snippet, md.drift)

    return markdown_exec.base_format(language=language, run=run, code=code, md=md, html=True)


def _block(snippet: Snippet, page: Rendering) -> str:
    """Return the block of a snippet, if it gave what was approved; else raise ValueError."""
    outcome = page.build.checked(snippet)
    names = [use.name for use in page.build.project.uses.get(snippet.name, ())]
    lines = sorted({snippet.names[name] for name in names if name in outcome.numbers})
    gave = (outcome.printed, outcome.drawn, outcome.standard_error)
    # All that the HTML is made of.
    key = repr((page.up, lines, snippet.name, snippet.source, snippet.links, gave))
    cache = page.build.runs.cache
    html = cache.get(key)
    if html is None:
        html = block.html(snippet, outcome, page.up, lines)
        cache.put(key, html)
    return html


def _drawings(snippet: Snippet, build: Build) -> str:
    """Return what a snippet draws now beside what was approved of it; '' where that is one."""
    before, now = snippet.approved.get(DRAWN, ""), build.runs.outcome(snippet).drawn
    drawings = {"Approved": before, "Now": now} if now != before else {}
    return "".join(
        f"<p>{when}:</p>{block.figure(snippet, svg, '') if svg else 'nothing'}"
        for when, svg in drawings.items()
    )


def _formula(language: str, code: str, md: Markdown) -> str:
    markup = ElementTree.tostring(spans.formula(code, True, md.drift), encoding="unicode")
    return f'<div class="formula-box" tabindex="0" role="group" aria-label="Formula">{markup}</div>'
