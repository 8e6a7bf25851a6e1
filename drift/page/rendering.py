"""The page that is being rendered: what it asks for, what was answered, and what waits aside.

Our own HTML waits aside, behind placeholders that nobody can type, until the whole page is
rendered. What of the page then still looks like code, or like a value, did not run.
"""

import html
import re
import secrets
from functools import cached_property
from xml.etree import ElementTree

from markdown import Markdown

from drift.build import Build
from drift.fault import Fault, FaultsFound
from drift.page import address, provenance
from drift.project import page_source
from drift.project.page_source import HOW_CODE_STANDS
from drift.project.project import CONFIGURATION
from drift.project.snippet import Snippet

OF_A_CLAIM = f' <data class="{provenance.CLAIM}"'
LEFT_OVER = re.compile(
    r"<(?:pre|samp|script|style|svg|textarea|iframe)\b[^>]*>(?:\s*<[^>]+>)*(?P<code>[^<\n]*)|"
    r"(?P<mark>#!\s*\w+|```|~~~|8<-|\\value\b)",
    re.IGNORECASE,
)


class Rendering:
    """One rendering of a page, by one Markdown instance."""

    def __init__(self, md: Markdown, lines: list[str]):
        """Take the page's source, or, where it is no file of docs, the lines that it is made of.

        Faults of the files were found when the build began; those of such lines stop it here.
        """
        self.build = Build.present
        if self.build is None:
            message = "no hook of it begins a build. Write: hooks: [drift/generators/mkdocs.py]"
            raise FaultsFound(Fault(CONFIGURATION, 0, message))
        project = self.build.project
        self.path, self.url, self.up = address.page_of(md)
        self.source = project.pages.get(self.path) or page_source.read(
            self.path, f"{project.docs.name}/{self.path}", "\n".join(lines)
        )
        self.values: list[tuple[ElementTree.Element, dict[str, str], int]] = []
        """What its code spans became, with the attributes and the line that asks for each."""
        self.is_whole = False
        """Whether what is finished is the page: its table of contents finishes headings before."""
        self.faults: list[Fault] = []
        """What is wrong with it, where it is served and nothing stops."""
        asked = [(fence.language, fence.content, fence.line) for fence in self.source.fences]
        self._open = [*asked, *((use.kind, use.text, use.line) for use in self.source.uses)]
        self._key = secrets.token_hex(8)
        self._aside: list[str] = []
        if self.path not in project.pages:
            for fault in self.source.faults:
                self.stop(fault.message, fault.line)

    @cached_property
    def pages(self) -> list[address.Page]:
        """All pages of docs, in the order of the navigation; behind them those without a place."""
        paths = self.build.project.pages.keys()
        known = [page for page in self.build.navigation() if page.path in paths]
        others = sorted(paths - {page.path for page in known})
        return [*known, *map(address.in_a_folder, others)]

    def address_of(self, snippet: Snippet) -> str:
        """Return the address of a program's block, here or on its first page; '' for none."""
        if snippet.name in self.source.programs:
            return f"#{snippet.anchor}"
        shown = {page.path for page in self.build.project.shown_on.get(snippet.name, ())}
        home = next((page for page in self.pages if page.path in shown), None)
        return f"{'../' * self.url.count('/')}{home.url}#{snippet.anchor}" if home else ""

    def aside(self, markup: str) -> str:
        """Put finished HTML aside; return its placeholder until the page is rendered."""
        self._aside.append(markup)
        return f'<div class="{self._key}-{len(self._aside) - 1}-"></div>'

    def answered(self, kind: str, text: str | None = None) -> int:
        """Return the line of the first open request for this, or its kind, now closed; or 0."""
        for request in self._open:
            if request[0] == kind and text in (None, request[1]):
                self._open.remove(request)
                return request[2]
        return 0

    def stop(self, message: str, line: int) -> str:
        """Stop the build with a fault of this page; when serving, return the fault as HTML.

        What one program did wrong is one fault, wherever its values stand, and so is a bad line.
        """
        place = self.source.file, line
        same = (each for each in self.build.project.faults if (each.path, each.line) == place)
        fault = next(same, Fault(*place, message))
        if not self.build.serving:
            raise FaultsFound(fault)
        is_of_program = message.startswith(f"{self.build.project.settings.snippets}/")
        is_known = is_of_program and any(each.message == message for each in self.faults)
        if not is_known and fault not in self.build.project.faults:
            self.faults.append(fault)
        return box(fault)

    def finished(self, text: str) -> str:
        """Return the page with our HTML in it; stop where it holds anything that did not run."""
        if not self.is_whole:
            return text
        for _, asked, line in self._open:
            message = "stands where it can't be shown (raw HTML, an attribute). Put it in the text."
            self.stop(f"{asked!r} {message}", line)
        for left in LEFT_OVER.finditer(text):
            code = html.unescape(left["code"] or left["mark"] or "").strip()
            self.stop(
                f"{code or left[0]!r} stands on the page and did not run. {HOW_CODE_STANDS}",
                self.source.line_of(code) or self.source.line_of(left[0]),
            )
        # No line ends in the space before the mark of a claim: it belongs to its sentence.
        text = text.replace(OF_A_CLAIM, f"\u00a0{OF_A_CLAIM[1:]}")
        stands_for = re.compile(f'<div class="{self._key}-(\\d+)-"></div>')
        text = stands_for.sub(lambda found: self._aside[int(found[1])], text)
        if self._key in text:
            self.stop("a block was torn apart while the page was rendered.", 0)
        return "".join(map(box, self.faults)) + text


def box(fault: Fault) -> str:
    """Return a fault as HTML for a page that is served, and never published."""
    first, _, rest = str(fault).partition("\n")
    details = f"<pre>{html.escape(rest)}</pre>" if rest else ""
    attributes = f'class="drift-problem" role="alert" {address.UNSEARCHED}="true"'
    return f"<div {attributes}><p>{html.escape(first)}</p>{details}</div>"
