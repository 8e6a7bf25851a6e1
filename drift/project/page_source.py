"""What one page asks for, read from its Markdown: fences, code spans, and what is amiss there.

Reading the source, and not only what the generator makes of it, gives every fault its line and
leaves a fence one single spelling. What this reading misses, the finished page's check finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from drift.fault import Fault

INCLUDE = re.compile(r'^--8<-- "(?P<name>[^"]+)"$')
CONTAINER = r"(?:[ \t]*(?:>|[*+-][ \t]|\d+[.)][ \t]))*[ \t]*"
ANY_FENCE = re.compile(rf"^{CONTAINER}(`{{3,}}|~{{3,}})")
OUR_FENCE = re.compile(r"^(?P<indent> *)```(?P<language>python|console|math|ledger)$")
FOLDER = re.compile(r"^(?:[\w-]+/)+$")
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
SPAN = re.compile(r"^#!(?P<kind>value|build|holds|math) (?P<text>(?<!math )\S+|(?<=math )\S.*)$")
VALUE_IN_FORMULA = re.compile(r"\\value\{(?P<use>[^{}]*)\}")
TITLE = re.compile(r"^\s*(#{1,6}\s|(\?\?\?\+?|!!!|===)[+!]?\s)")
UNDERLINE = re.compile(r"^\s*(=+|-+)\s*$")
LINK_TEXT = re.compile(r"(?<!!)\[(?P<text>[^\[\]]*)\][(\[]")
TAG = re.compile(r"<(?P<tag>/?[a-zA-Z][\w-]*|!|\?)[^>]*")
ADDRESS = re.compile(r"<(https?:|mailto:|[^\s<>]+@)")
ALLOWED_TAGS = {"div", "span", "figure", "figcaption", "br", "kbd"}

HOW_CODE_STANDS = (
    "Code on a page is the whole of one file of snippets/, in exactly three lines: "
    '```python (or ```console), --8<-- "folder/name.py", ```.'
)
HOW_SPANS_STAND = (
    "is neither a value nor a claim nor a formula nor a fact of the build. Write "
    "`#!value folder/name.variable:format`, `#!holds folder/name.variable`, `#!math …`, or "
    "`#!build python`."
)
NOT_CLOSED = f"this fence is not closed. {HOW_CODE_STANDS}"
NOT_OURS = (
    "this is not a fence of this site (```python, ```console, ```math, ```ledger). "
    f"{HOW_CODE_STANDS}"
)
NOT_A_LEDGER = (
    "a ledger holds nothing, and lists every program; or folders of snippets/, one a line, such as "
    "article/, and lists theirs."
)
VALUE, CLAIM, FORMULA, FACT = "value", "holds", "math", "build"


@dataclass(frozen=True)
class Fence:
    """A fence in its one spelling: line (from 1), language, and what it holds.

    That is the snippet's name, the formula, or the folders of a ledger.
    """

    line: int
    language: str
    content: str

    @property
    def is_snippet(self) -> bool:
        """Whether the fence shows a snippet, whose name is its content."""
        return self.language in ("python", "console")


@dataclass(frozen=True)
class Use:
    """What a code span asks for: line (from 1), kind, and `folder/name.variable:format`.

    Of a formula, and of a fact of the build, the text is all there is.
    """

    line: int
    kind: str
    text: str

    @property
    def snippet(self) -> str:
        """The name of the snippet that computes it."""
        return self._parts[0] + ".py"

    @property
    def name(self) -> str:
        """The variable."""
        return self._parts[1]

    @property
    def spec(self) -> str:
        """The format, as in an f-string; empty for none."""
        return self.text.partition(":")[2]

    @property
    def key(self) -> str:
        """The use as it stands in an approved .values file, without the snippet's name."""
        return f"{self.name}:{self.spec}" if self.spec else self.name

    @property
    def _parts(self) -> tuple[str, str]:
        path, _, name = self.text.partition(":")[0].rpartition(".")
        return path, name


@dataclass(frozen=True)
class PageSource:
    """All that a page asks for, in its order.

    `path` is the page's below docs/; `file` is the one that messages name.
    """

    path: str
    file: str
    text: str
    fences: tuple[Fence, ...]
    uses: tuple[Use, ...]
    faults: tuple[Fault, ...]

    @property
    def values(self) -> Iterator[Use]:
        """Its values and claims."""
        return (use for use in self.uses if use.kind in (VALUE, CLAIM))

    @cached_property
    def programs(self) -> dict[str, int]:
        """The names of the snippets that it shows, in order, each with its first fence's line."""
        programs: dict[str, int] = {}
        for fence in self.fences:
            if fence.is_snippet:
                programs.setdefault(fence.content, fence.line)
        return programs

    def line_of(self, text: str) -> int:
        """Return the first line (from 1) that holds a text; 0 for none."""
        text = text.strip()
        lines = enumerate(self.text.splitlines(), start=1)
        return next((number for number, line in lines if text and text in line), 0)


def read(path: str, file: str, text: str) -> PageSource:
    """Read the Markdown of one page, front matter included."""
    return _Reading(path, file, text).source()


class _Reading:
    """One reading of a page, line by line."""

    def __init__(self, path: str, file: str, text: str):
        self._path, self._file, self._text = path, file, text
        self._lines = text.splitlines()
        self._fences: list[Fence] = []
        self._uses: list[Use] = []
        self._faults: list[Fault] = []

    def source(self) -> PageSource:
        at = self._after_front_matter()
        while at < len(self._lines):
            if ANY_FENCE.match(self._lines[at]):
                at = self._read_fence(at)
            else:
                self._read_line(at)
                at += 1
        found = map(tuple, (self._fences, self._uses, self._faults))
        return PageSource(self._path, self._file, self._text, *found)

    def _fault(self, line: int, message: str) -> None:
        self._faults.append(Fault(self._file, line, message))

    def _after_front_matter(self) -> int:
        if not self._lines or self._lines[0].rstrip() != "---":
            return 0
        for at, line in enumerate(self._lines[1:], start=1):
            if line.rstrip() in ("---", "..."):
                return at + 1
            if "#!" in line:
                self._fault(at + 1, "a value can't stand in the front matter. Say it in words.")
        return 0

    def _read_fence(self, at: int) -> int:
        """Read the fence that opens at index `at`; return the index of the line behind it."""
        opening = OUR_FENCE.match(self._lines[at])
        if not opening:
            self._fault(at + 1, NOT_OURS)
            return at + 1
        indent, language = opening["indent"], opening["language"]
        behind = range(at + 1, len(self._lines))
        end = next((n for n in behind if ANY_FENCE.match(self._lines[n])), None)
        if end is None or self._lines[end].rstrip() != f"{indent}```":
            self._fault(at + 1, NOT_CLOSED)
            return at + 1
        content = [line.removeprefix(indent) for line in self._lines[at + 1 : end]]
        if fault := _problem_with(language, content):
            self._fault(at + 1, fault)
            return end + 1
        whole = "\n".join(content).strip()
        include = INCLUDE.match(whole)
        self._fences.append(Fence(at + 1, language, include["name"] if include else whole))
        if language == "math":
            for line, text in enumerate(content, start=at + 2):
                self._read_values_in_formula(text, line)
        return end + 1

    def _read_line(self, at: int) -> None:
        line, number = self._lines[at], at + 1
        following = self._lines[number] if number < len(self._lines) else ""
        if "8<" in line:
            self._fault(number, f"an include outside a fence. {HOW_CODE_STANDS}")
        is_underlined = line.strip() and UNDERLINE.match(following) and "|" not in line
        if "#!" in line and (TITLE.match(line) or is_underlined):
            self._fault(number, "a value can't stand in a heading or title. Say it in words.")
            return
        if any("#!" in link["text"] for link in LINK_TEXT.finditer(line)):
            self._fault(number, "a value can't stand in link text. Put it beside the link.")
            return
        for span in CODE_SPAN.finditer(line):
            self._read_span(span[2].strip(), number)
        bare = CODE_SPAN.sub("", line)
        if "#!" in bare or "\\value" in bare:
            message = "a value must stand in backticks: `#!value folder/name.variable`."
            self._fault(number, message)
        for tag in TAG.finditer(bare):
            if tag["tag"].lstrip("/").lower() not in ALLOWED_TAGS and not ADDRESS.match(tag[0]):
                allowed = ", ".join(sorted(ALLOWED_TAGS))
                message = f"raw HTML {tag[0]}> is not shown here (only {allowed}). "
                self._fault(number, message + HOW_CODE_STANDS)

    def _read_span(self, content: str, line: int) -> None:
        span = SPAN.match(content)
        if span and not (span["kind"] == CLAIM and ":" in span["text"]):
            self._uses.append(Use(line, span["kind"], span["text"]))
            if span["kind"] == FORMULA:
                self._read_values_in_formula(content, line)
        elif "#!" in content:
            self._fault(line, f"`{content}` {HOW_SPANS_STAND}")

    def _read_values_in_formula(self, latex: str, line: int) -> None:
        for value in VALUE_IN_FORMULA.finditer(latex):
            self._uses.append(Use(line, VALUE, value["use"].strip()))


def _problem_with(language: str, content: list[str]) -> str:
    """Return what is wrong with what a fence holds; '' where nothing is."""
    if language == "math":
        return ""
    if language == "ledger":
        return "" if all(map(FOLDER.match, content)) else NOT_A_LEDGER
    include = INCLUDE.match(content[0]) if len(content) == 1 else None
    if include is None:
        return f"this is not the whole of one snippet. {HOW_CODE_STANDS}"
    if include["name"].endswith(".console") != (language == "console"):
        return "```python shows a .py file, ```console a .console file."
    return ""
