"""The guard's Markdown extension: knows where on a page we are, and lets nothing else through.

Our own HTML waits aside, behind placeholders that nobody can type, until the whole page is
rendered. What of the page then still looks like code, or like a value, did not run.
"""

from __future__ import annotations

import html
import re
import secrets
from collections.abc import Callable
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from drift import build as workshop
from drift.fault import Drift, seam
from drift.generators import pages as generator
from drift.page import claims
from drift.page import provenance as origin
from drift.project import page_source as source
from drift.project.snippet import Snippet

serving = False
"""Whether a fault is shown on the page, which is never published, and does not stop the build."""

LEFT_OVER = re.compile(
    r"<(?:pre|samp|script|style|svg|textarea|iframe)\b[^>]*>(?:\s*<[^>]+>)*(?P<code>[^<\n]*)|"
    r"(?P<mark>#!\s*\w+|```|~~~|8<-|\\value\b)"
)
NO_PLACE = {"h1", "h2", "h3", "h4", "h5", "h6", "a"}


class PageState:
    """The page that is being rendered: what it asks for, what was shown, what waits aside."""

    def __init__(self, md: Markdown, lines: list[str]):
        """Take the page's source, or, where there is no file, the lines that the generator gave."""
        page = generator.page_of(md)
        self._md = md
        self.work = workshop.present()
        self.url = page.url
        self.up = generator.up(md)
        self.file = f"{self.work.docs.name}/{page.path}"
        self.source = self.work.pages.get(page.path) or source.read("\n".join(lines))
        self.fences = list(self.source.fences)
        self.uses = list(self.source.uses)
        self.formulas = list(self.source.formulas)
        self.facts = list(self.source.facts)
        self.values: list[tuple[ElementTree.Element, int]] = []
        self.problems: list[str] = []
        self.is_rendered = False
        self._key = secrets.token_hex(8)
        self._aside: list[str] = []

    def address_of(self, snippet: Snippet) -> str:
        """Return the address of a program's block, seen from here; '' where no page shows it."""
        shown = any(fence.content == snippet.name for fence in self.source.fences)
        return origin.block(snippet, self.work, self.url, shown, self._md)

    def hold(self, markup: str) -> str:
        """Put finished HTML aside; return what stands for it until the page is rendered."""
        self._aside.append(str(markup))
        return f'<div class="{self._key}-{len(self._aside) - 1}-"></div>'

    def place(self, waiting: list, matches: Callable[[object], bool]) -> int:
        """Return the line of the first request that matches, and count it as answered."""
        for request in waiting:
            if matches(request):
                waiting.remove(request)
                return request.line
        return 0

    def line_of(self, text: str) -> int:
        """Return the first line (from 1) of the page's source that holds `text`; 0 for none."""
        text = text.strip()
        for number, line in enumerate(self.source.text.splitlines(), start=1):
            if text and text in line:
                return number
        return 0

    def stop(self, message: str, line: int) -> str:
        """Stop the build with a message that names the place; when serving, return it as HTML."""
        if not serving:
            raise Drift(message, self.file, line)
        self.problems.append(f"{self.file}, line {line}: {message}")
        return problem_box(self.problems[-1])

    def finished(self, rendered: str) -> str:
        """Return the page with our HTML in it; stop where it holds anything that did not run."""
        for request in [*self.fences, *self.uses, *self.formulas, *self.facts]:
            shown = getattr(request, "text", "") or getattr(request, "content", "")
            self.stop(
                f"{shown!r} stands where it can't be shown (raw HTML, an attribute). Put it in "
                "the text.",
                request.line,
            )
        for left in LEFT_OVER.finditer(rendered):
            text = html.unescape(left["code"] or left["mark"] or "").strip()
            line = self.line_of(text) or self.line_of(left[0])
            self.stop(
                f"{text or left[0]!r} stands on the page and did not run. {source.HOW_CODE_STANDS}",
                line,
            )
        stands_for = re.compile(f'<div class="{self._key}-(\\d+)-"></div>')
        rendered = stands_for.sub(lambda found: self._aside[int(found[1])], rendered)
        if self._key in rendered:
            self.stop("a block was torn apart while the page was rendered.", 0)
        return rendered


def problem_box(message: str) -> str:
    """Return a fault as HTML for the page that is served, and never published."""
    first, _, rest = message.partition("\n")
    details = f"<pre>{html.escape(rest)}</pre>" if rest else ""
    return f'<div class="drift-problem" role="alert"><p>{html.escape(first)}</p>{details}</div>'


class Begin(Preprocessor):
    """Reads the page's source before anything is put in its place."""

    @seam
    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as they are; stop at the first fault of the source."""
        state = PageState(self.md, lines)
        self.md.drift = state
        for line, message in state.source.faults:
            state.stop(message, line)
        return lines


class Places(Treeprocessor):
    """Keeps values out of headings and links, whose anchors and names would change with them."""

    @seam
    def run(self, root: ElementTree.Element) -> None:
        """Stop where a value stands in a heading, a link, or an attribute."""
        lines = {id(element): line for element, line in self.md.drift.values}
        standing = {id(element) for element in root.iter()}
        for element in lines.keys() - standing:
            self.md.drift.stop(
                "a value can't stand in an attribute. Put it in the text.", lines[element]
            )
        for outer in root.iter():
            for inner in outer.iter() if outer.tag in NO_PLACE else ():
                if id(inner) in lines:
                    kind = "link text" if outer.tag == "a" else "a heading"
                    self.md.drift.stop(f"a value can't stand in {kind}.", lines[id(inner)])


class Marks(Treeprocessor):
    """Keeps the mark of a claim on the line on which its sentence ends."""

    @seam
    def run(self, root: ElementTree.Element) -> None:
        """Let no line end in the space before a mark."""
        for outer in root.iter():
            before = None
            for element in outer:
                if element.get("class") == claims.CLASS:
                    if before is None:
                        outer.text = re.sub(" $", "\u00a0", outer.text or "")
                    else:
                        before.tail = re.sub(" $", "\u00a0", before.tail or "")
                before = element


class Plumbing(Treeprocessor):
    """Keeps from the search what is folded away and is nothing but programs."""

    @seam
    def run(self, root: ElementTree.Element) -> None:
        """Mark each fold in which, below its title, everything waits aside."""
        for fold in root.iter("details"):
            if all(HTML_PLACEHOLDER_RE.fullmatch(part.text or "") for part in fold[1:]):
                fold.set(generator.UNSEARCHED, "true")


class Rendered(Treeprocessor):
    """Tells when the parts of a page are done: a table of contents finishes each heading alone."""

    @seam
    def run(self, root: ElementTree.Element) -> None:
        """Note that what is finished from now on is the whole page."""
        self.md.drift.is_rendered = True


class End(Postprocessor):
    """Puts our HTML in its place, once the rest of the page has been looked at."""

    @seam
    def run(self, text: str) -> str:
        """Return the finished page."""
        state = self.md.drift
        finished = state.finished(text)
        if serving and state.is_rendered and state.problems:
            boxes = "".join(map(problem_box, state.problems))
            return boxes + finished
        return finished


class GuardExtension(Extension):
    """Registers the guard with one Markdown instance."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, the library's name
        """Begin above pymdownx.snippets (32); look at values after inline (20); end last."""
        md.preprocessors.register(Begin(md), "drift_begin", 40)
        md.treeprocessors.register(Places(md), "drift_places", 15)
        md.treeprocessors.register(Marks(md), "drift_marks", 14.5)
        md.treeprocessors.register(Plumbing(md), "drift_plumbing", 14)
        md.treeprocessors.register(Rendered(md), "drift_rendered", -50)
        md.postprocessors.register(End(md), "drift_end", -50)


def makeExtension(**options) -> GuardExtension:  # noqa: N802, the library's name
    """Return the extension; Python-Markdown calls this for `drift.page.extension`."""
    return GuardExtension(**options)
