"""The fences of a page: code that ran with what it gave, terminal sessions, formulas, the ledger.

markdown-exec's base_format executes and renders each block; what it runs is ours, and so compared
with what was approved before anybody sees it.
"""

from __future__ import annotations

from xml.etree import ElementTree

from markdown import Markdown

from drift.fault import seam
from drift.page import ledger
from drift.page import spans as inline
from drift.page.block import Block
from drift.page.extension import PageState
from drift.project.page_source import HOW_CODE_STANDS


@seam
def accepts(language, inputs, options, attrs, md) -> bool:
    """Take every fence, so that none is left to a formatter that would show it without running."""
    return True


@seam
def show(source, language, class_name, options, md, **_) -> str:
    """Return the HTML of a fence: the snippet with what it gave, the formula, or the ledger."""
    page: PageState = md.drift
    if language == "math":
        return _formula(source, page)
    if language == "ledger":
        return _ledger(source.split(), page, md)
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

    shown = page.work.uses[snippet.name]
    lines = frozenset(
        outcome.numbers[use.name].line for use in shown if use.name in outcome.numbers
    )
    block = Block(snippet, outcome, page.up, lines)
    kept = page.work.cache.get(block.facts)
    if kept is None:
        from markdown_exec import base_format  # where all blocks are kept, nothing needs it

        kept = base_format(
            language=language, run=lambda code, **_: block.html(), code=source, md=md, html=True
        )
        page.work.cache.put(block.facts, str(kept))
    return page.hold(kept)


def _ledger(folders: list[str], page: PageState, md: Markdown) -> str:
    line = page.place(page.fences, lambda fence: fence.language == "ledger")
    try:
        return page.hold(ledger.show(page, md, folders))
    except LookupError as fault:
        return page.hold(page.stop(str(fault), line))


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
