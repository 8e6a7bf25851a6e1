"""What one page asks for, read from its Markdown: fences, values, formulas, and what is amiss.

Reading the source, and not only what the generator makes of it, gives every message its line and
leaves a fence one single spelling. What this reading misses, page finds in the finished HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

INCLUDE = re.compile(r'^--8<-- "(?P<name>[^"]+)"$')
CONTAINER = r"(?:[ \t]*(?:>|[*+-][ \t]|\d+[.)][ \t]))*[ \t]*"
ANY_FENCE = re.compile(rf"^{CONTAINER}(`{{3,}}|~{{3,}})")
OUR_FENCE = re.compile(r"^(?P<indent> *)```(?P<language>python|console|math|ledger)$")
FOLDER = re.compile(r"^(?:[\w-]+/)+$")
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
VALUE = re.compile(r"^#!value (?P<use>\S+)$")
CLAIM = re.compile(r"^#!holds (?P<use>[^\s:]+)$")
FORMULA = re.compile(r"^#!math (?P<latex>\S.*)$")
FACT = re.compile(r"^#!build (?P<name>\S+)$")
VALUE_IN_FORMULA = re.compile(r"\\value\{(?P<use>[^{}]*)\}")
TITLE = re.compile(r"^\s*(#{1,6}\s|(\?\?\?\+?|!!!|===)[+!]?\s)")
HEADING = re.compile(r"^#{1,6}\s")
UNDERLINE = re.compile(r"^\s*(=+|-+)\s*$")
LINK_TEXT = re.compile(r"(?<!!)\[(?P<text>[^\[\]]*)\][(\[]")
TAG = re.compile(r"<(?P<tag>/?[a-zA-Z][\w-]*|!|\?)[^>]*")
ALLOWED_TAGS = {"div", "span", "figure", "figcaption", "br", "kbd"}

FENCES = "```python, ```console, ```math, ```ledger"
HOW_CODE_STANDS = (
    "Code on a page is the whole of one file of snippets/, in exactly three lines: "
    '```python (or ```console), --8<-- "folder/name.py", ```.'
)
HOW_SPANS_STAND = (
    "is neither a value nor a claim nor a formula nor a fact of the build. Write "
    "`#!value folder/name.variable:format`, `#!holds folder/name.variable`, `#!math …`, or "
    "`#!build python`."
)


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
    """What a code span asks for: line (from 1), and `folder/name.variable:format`.

    Of a formula, and of a fact of the build, the text is all there is. A claim (claims.py) is
    asked for in the same words, by another mark.
    """

    line: int
    text: str
    is_claim: bool = False

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
    def shown(self) -> str:
        """The use as it stands in an approved .values file, without the snippet's name."""
        return f"{self.name}:{self.spec}" if self.spec else self.name

    @property
    def _parts(self) -> tuple[str, str]:
        path, _, name = self.text.partition(":")[0].rpartition(".")
        return path, name


@dataclass
class PageSource:
    """All that a page asks for, in its order; `faults` are lines with what is wrong there."""

    text: str
    fences: list[Fence] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    formulas: list[Use] = field(default_factory=list)
    facts: list[Use] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)

    def section(self, line: int) -> int:
        """Return the line of the heading under which a line (from 1) stands; 0 above the first."""
        return max((at for at in self._headings if at <= line), default=0)

    @cached_property
    def _headings(self) -> list[int]:
        lines = enumerate(self.text.splitlines(), start=1)
        return [at for at, line in lines if HEADING.match(line)]


def read(text: str) -> PageSource:
    """Read the Markdown of one page, front matter included."""
    page = PageSource(text)
    lines = text.splitlines()
    at = _after_front_matter(lines, page)
    while at < len(lines):
        if ANY_FENCE.match(lines[at]):
            at = _read_fence(lines, at, page)
        else:
            following = lines[at + 1] if at + 1 < len(lines) else ""
            _read_line(lines[at], following, at + 1, page)
            at += 1
    return page


def _after_front_matter(lines: list[str], page: PageSource) -> int:
    if not lines or lines[0].rstrip() != "---":
        return 0
    for at, line in enumerate(lines[1:], start=1):
        if line.rstrip() in ("---", "..."):
            return at + 1
        if "#!" in line:
            page.faults.append(
                (at + 1, "a value can't stand in the front matter. Say it in words.")
            )
    return 0


def _read_fence(lines: list[str], at: int, page: PageSource) -> int:
    """Read the fence that opens at index `at`; return the index of the line behind it."""
    opening = OUR_FENCE.match(lines[at])
    if not opening:
        page.faults.append(
            (at + 1, f"this is not a fence of this site ({FENCES}). {HOW_CODE_STANDS}")
        )
        return at + 1
    indent, language = opening["indent"], opening["language"]
    closing = at + 1
    while closing < len(lines) and lines[closing].rstrip() != f"{indent}```":
        if ANY_FENCE.match(lines[closing]):
            closing = len(lines)
        else:
            closing += 1
    if closing >= len(lines):
        page.faults.append((at + 1, f"this fence is not closed. {HOW_CODE_STANDS}"))
        return at + 1
    content = [line.removeprefix(indent) for line in lines[at + 1 : closing]]
    if language == "math":
        latex = "\n".join(content).strip()
        page.fences.append(Fence(at + 1, language, latex))
        for offset, line in enumerate(content):
            _read_values_in_formula(line, at + 2 + offset, page)
        return closing + 1
    if language == "ledger":
        if not all(map(FOLDER.match, content)):
            fault = (
                "a ledger holds nothing, and lists every program; or folders of snippets/, one a "
                "line, such as article/, and lists theirs."
            )
            page.faults.append((at + 1, fault))
        else:
            page.fences.append(Fence(at + 1, language, "\n".join(content)))
        return closing + 1
    include = INCLUDE.match(content[0]) if len(content) == 1 else None
    if include is None:
        page.faults.append((at + 1, f"this is not the whole of one snippet. {HOW_CODE_STANDS}"))
    elif include["name"].endswith(".console") != (language == "console"):
        page.faults.append((at + 1, "```python shows a .py file, ```console a .console file."))
    else:
        page.fences.append(Fence(at + 1, language, include["name"]))
    return closing + 1


def _read_line(line: str, following: str, number: int, page: PageSource) -> None:
    if "8<" in line:
        page.faults.append((number, f"an include outside a fence. {HOW_CODE_STANDS}"))
    is_title = TITLE.match(line) or (
        line.strip() and UNDERLINE.match(following) and "|" not in line
    )
    if "#!" in line and is_title:
        page.faults.append((number, "a value can't stand in a heading or title. Say it in words."))
        return
    if any("#!" in link["text"] for link in LINK_TEXT.finditer(line)):
        page.faults.append((number, "a value can't stand in link text. Put it beside the link."))
        return
    for span in CODE_SPAN.finditer(line):
        _read_span(span[2].strip(), number, page)
    bare = CODE_SPAN.sub("", line)
    if "#!" in bare or "\\value" in bare:
        page.faults.append(
            (number, "a value must stand in backticks: `#!value folder/name.variable`.")
        )
    for tag in TAG.finditer(bare):
        if tag["tag"].lstrip("/").lower() not in ALLOWED_TAGS and not _is_address(tag[0]):
            allowed = ", ".join(sorted(ALLOWED_TAGS))
            page.faults.append(
                (
                    number,
                    f"raw HTML {tag[0]}> is not shown here (only {allowed}). {HOW_CODE_STANDS}",
                )
            )


def _is_address(tag: str) -> bool:
    return bool(re.match(r"<(https?:|mailto:|[^\s<>]+@)", tag))


def _read_span(content: str, number: int, page: PageSource) -> None:
    if value := VALUE.match(content):
        page.uses.append(Use(number, value["use"]))
    elif claim := CLAIM.match(content):
        page.uses.append(Use(number, claim["use"], is_claim=True))
    elif formula := FORMULA.match(content):
        page.formulas.append(Use(number, formula["latex"].strip()))
        _read_values_in_formula(content, number, page)
    elif fact := FACT.match(content):
        page.facts.append(Use(number, fact["name"]))
    elif "#!" in content:
        page.faults.append((number, f"`{content}` {HOW_SPANS_STAND}"))


def _read_values_in_formula(latex: str, number: int, page: PageSource) -> None:
    for value in VALUE_IN_FORMULA.finditer(latex):
        page.uses.append(Use(number, value["use"].strip()))
