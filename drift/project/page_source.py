"""What one page asks for, read from its Markdown: fences, code spans, and what is amiss there.

Reading the source, and not only what the generator makes of it, gives every fault its line and
leaves a fence one single spelling. What this reading misses, the finished page's check finds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import takewhile
from urllib.parse import urlsplit

from drift.fault import Fault
from drift.project import front_matter
from drift.project.files import hidden_characters, line_of

INCLUDE = re.compile(r'^--8<-- "(?P<name>[^"]+)"$')
CONTAINER = r"(?:[ \t]*(?:>|[*+-][ \t]|\d+[.)][ \t]))*[ \t]*"
DEEPEST = 80  # characters of marks and blanks: some 20 lists within each other
ANY_FENCE = re.compile(rf"^{CONTAINER}(`{{3,}}|~{{3,}})")
OUR_FENCE = re.compile(r"^(?P<indent>(?: {4})*)```(?P<language>python|console|math|ledger)$")
FOLDER = re.compile(r"^(?:[\w-]+/)+$")
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
NAME = r"[^\s:]*\w\.[^\W\d]\w*"
SPAN = re.compile(
    rf"^#!(?P<kind>value|holds|build|math) (?P<text>(?<=value ){NAME}(?::\S+)?|(?<=holds ){NAME}|"
    r"(?<=build )\S+|(?<=math )\S.*)$"
)
VALUE_IN_FORMULA = re.compile(r"\\value\{(?P<use>[^{}]*)\}")
UNMARKED = re.compile(r"(?ma) {0,3}[\w-]+:|\s+---$")  # MkDocs takes the first for front matter
NESTED = re.compile(r"(?:> ?)*+(?: {4})*+ {1,3}[*+-]\s")  # an item of the outer list, here
UNDERLINE = re.compile(r"^\s*(=+|-+)\s*$")
# As pandoc has it, since $5 or $6 is none; and a command.
LATEX = re.compile(r"\$\$|\$(?=\S)[^$]*(?<=\S)\$(?!\d)|\\[a-zA-Z]")
WHOLE = re.compile(r"<!--(?:(?!<!--).)*?-->|<code>[^<>]*</code>")
# Over lines it holds no fence and no include, and no empty line if it is a part of a paragraph.
LONG_COMMENT = re.compile(
    r"(?ms)^<!--(?:(?!<!--|-->|8<|`|~~~).)*-->|<!--(?:(?!<!--|-->|8<|`|~~~|\n\s*\n).)*-->"
)
# In "a<b and a<c" there is none.
TAG = re.compile(r"<(?P<tag>/?[a-zA-Z][\w-]*(?=[^<]*>)|!|\?)[^>]*")
BROKEN_TAG = re.compile(r"(?:^\s*)?</?[a-zA-Z][^>]*$")
ADDRESS = re.compile(r"<(https?:|mailto:|[^\s<>]+@)")
TAGS = "abbr b del div em figcaption figure i ins kbd mark s small span strong sub sup u"
ALLOWED_TAGS = {*TAGS.split()}
EMPTY_TAGS = {"br", "hr"}  # which nothing closes

HOW_CODE_STANDS = (
    "Code on a page is the whole of one file of snippets/, in exactly three lines: "
    '```python (or ```console), --8<-- "folder/name.py", ```.'
)
HOW_SPANS_STAND = (
    "is neither a value nor a claim nor a formula nor a fact of the build. Write "
    "`#!value folder/name.variable:format`, `#!holds folder/name.variable`, `#!math …`, or "
    "`#!build python`."
)
# What is wrong with a line that holds one of these.
WRONG = {
    r'^\s*=== "': 'there are no tabs: print would show one of them. Write ??? note "…" boxes.',
    r"\bdata-(?:search|toc)": "a data- attribute changes the search or the contents. Take it out.",
    r"^(?:[<>|]{7} |={7}$)": "a mark of a conflict between two versions. Keep one of them.",
    r"\]\(attachment:": "what is attached to a notebook is not shown. Let a program draw it.",
    "8<": f"an include outside a fence. {HOW_CODE_STANDS}",
    r"^\s*(#+|!!!|\?{3}\+?)\s.*#!": "a value can't stand in a heading or title. Say it in words.",
    r"(?<!!)\[[^][]*#![^][]*\][(\[]": "a value can't stand in link text. Put it beside the link.",
    r'^\s*(?:!!!|\?{3}\+?)(?! \w+(?: "[^"]*")?$)': 'a box begins with !!! note "Title", or ???.',
}
NOT_OURS = (
    "this is not a fence of this site (```python, ```console, ```math, ```ledger), with nothing "
    "behind its language, and before it nothing, or four spaces for each list or box around it. "
    f"{HOW_CODE_STANDS}"
)
HOW_LATEX_STANDS = (
    r"a formula stands in a ```math fence, or in a line as `#!math \frac{a}{b}`; "
    r"what is none, such as C:\temp, stands in backticks."
)
NO_LEDGER = (
    "a ledger holds nothing, and lists every program; or folders of snippets/, one a line, such as "
    "article/, and lists theirs."
)
INDENTED = "four blanks at its beginning make code of a line. Indent it by two; code has a cell."
VALUE, CLAIM, FORMULA, FACT = "value", "holds", "math", "build"


@dataclass(frozen=True)
class Fence:
    """A fence: line (from 1), language, and what it holds: a snippet's name, a formula, folders."""

    line: int
    language: str
    content: str

    @property
    def is_snippet(self) -> bool:
        """Whether the fence shows a snippet, whose name is its content."""
        return self.language in ("python", "console")


@dataclass(frozen=True)
class Use:
    """What a code span asks for: line (from 1), kind, `folder/name.variable:format` or LaTeX."""

    line: int
    kind: str
    text: str
    file: str = field(default="", compare=False)

    @property
    def snippet(self) -> str:
        """The name of the snippet that computes it."""
        return self.text.partition(":")[0].rpartition(".")[0] + ".py"

    @property
    def name(self) -> str:
        """The variable."""
        return self.text.partition(":")[0].rpartition(".")[2]

    @property
    def spec(self) -> str:
        """The format, as in an f-string; empty for none."""
        return self.text.partition(":")[2]

    @property
    def key(self) -> str:
        """The use as it stands in an approved .values file, without the snippet's name."""
        return f"{self.name}:{self.spec}" if self.spec else self.name


Found = Fence | Use | tuple[int, str]


@dataclass(frozen=True)
class PageSource:
    """All that a page asks for, in order: `path` is below docs/, `file` is as messages name it."""

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
        return line_of(text.strip(), self.text)


@lru_cache(1000)  # pages: few of them change while a site is served
def read(path: str, file: str, text: str) -> PageSource:
    """Read the Markdown of one page, front matter included."""
    plain = LONG_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    found = [*_found(plain.splitlines(), path.endswith(".ipynb"))]
    fences = tuple(each for each in found if isinstance(each, Fence))
    uses = tuple(replace(each, file=file) for each in found if isinstance(each, Use))
    faults = (Fault(file, *each) for each in found if not isinstance(each, Fence | Use))
    faults = [*hidden_characters(file, text), *faults]
    if path.endswith(".ipynb"):
        message = "a value can't stand in a notebook. Let a cell print it."
        faults += [Fault(file, use.line, message) for use in uses]
        message = "a fence can't stand in a notebook. Put a program into a cell of code."
        faults += [Fault(file, fence.line, message) for fence in fences]
        lines = enumerate(text.splitlines(), start=1)
        faults += [Fault(file, at, INDENTED) for at, line in lines if re.match(r" {4}|\t", line)]
    elif UNMARKED.match(text):
        message = "front matter stands between two lines of ---. Add them. The first is line 1."
        faults.append(Fault(file, 1, message))
    return PageSource(path, file, text, fences, uses, tuple(faults))


def _found(lines: list[str], is_notebook: bool) -> Iterator[Found]:
    """Yield what a page's lines ask for, and the line and message of each fault."""
    at = 0
    if lines and lines[0].rstrip(" \t") == "---" and not is_notebook:
        ends = (n for n, line in enumerate(lines) if n and line.rstrip(" \t") in ("---", "..."))
        if not (end := next(ends, 0)):
            yield 1, "the front matter is not closed. Write --- below it."
        yield from front_matter.problems("\n".join(lines[1:end]))
        for number, line in enumerate(lines[:end], start=1):
            if "#!" in line:
                yield number, "a value can't stand in the front matter. Say it in words."
        at = end + 1
    opened: list[tuple[str, int]] = []
    while at < len(lines):
        if not ANY_FENCE.match(lines[at]):
            if NESTED.match(lines[at]) and not is_notebook:
                yield at + 1, "a list in another one stands four blanks in, any other at the edge."
            yield from _in_line(lines[at], at + 1, opened)
            # Whoever reads HTML takes a tag over lines, one at a line's beginning over empty ones.
            tag, behind = BROKEN_TAG.search(CODE_SPAN.sub("", lines[at])), lines[at + 1 :]
            if tag and ">" in "".join(takewhile(str.strip, behind) if tag.start() else behind):
                yield at + 1, "a tag has to end in its line; what is none stands in backticks."
        else:
            opening, behind = OUR_FENCE.match(lines[at]), range(at + 1, len(lines))
            end = next((n for n in behind if ANY_FENCE.match(lines[n])), None)
            if not opening:
                yield at + 1, NOT_OURS
            elif end is None or lines[end].rstrip() != f"{opening['indent']}```":
                yield at + 1, f"this fence is not closed. {HOW_CODE_STANDS}"
            else:
                content = [line.removeprefix(opening["indent"]) for line in lines[at + 1 : end]]
                yield from _in_fence(opening["language"], content, at + 1)
            if end and not lines[end].strip(" \t>`~"):
                if UNDERLINE.match("".join(lines[end + 1 : end + 2])):
                    yield (at + 1, "what is below makes it a heading. Leave an empty line between.")
                at = end  # what a fence holds is checked as a fence
        at += 1
    for name, line in opened[-1:]:
        yield line, f"<{name}> is not closed. Write </{name}> where it ends; `<{name}>` shows it."


def _in_fence(language: str, content: list[str], line: int) -> Iterator[Found]:
    """Yield a fence that opens on a line, given as what it holds, or what is wrong with it."""
    whole = "\n".join(content).strip()
    include = INCLUDE.match(content[0]) if len(content) == 1 else None
    if language == "math":
        yield Fence(line, language, whole)
        if not all(map(str.strip, content)):
            yield line, "an empty line would join two formulas. Give each a fence of its own."
        for number, latex in enumerate(content, start=line + 1):
            yield from _in_formula(latex, number)
    elif language == "ledger":
        yield Fence(line, language, whole) if all(map(FOLDER.match, content)) else (line, NO_LEDGER)
    elif not include:
        yield line, f"this is not the whole of one snippet. {HOW_CODE_STANDS}"
    elif include["name"].endswith(".console") != (language == "console"):
        yield line, "```python shows a .py file, ```console a .console file."
    else:
        yield Fence(line, language, include["name"])


def _in_line(line: str, number: int, opened: list) -> Iterator[Found]:
    """Yield what a line asks for; `opened` is the HTML left open."""
    for wrong, message in WRONG.items():
        if re.search(wrong, line):
            yield number, message
    if re.search(r"\[\^[^\]]+\]", CODE_SPAN.sub("", line)):
        yield number, "footnotes are switched off. Say it in the text."
    if len(re.match(CONTAINER, line)[0]) > DEEPEST:
        yield number, "lies too deep in lists or quotes to be read. Take it out of them."
    for span in CODE_SPAN.finditer(line):
        yield from _in_span(span[2].strip(), number)
    bare = CODE_SPAN.sub("", line)
    if "#!" in bare or "\\value" in bare:
        yield number, "a value must stand in backticks: `#!value folder/name.variable`."
    elif LATEX.search(bare):
        yield number, HOW_LATEX_STANDS
    for host in re.findall(r"//[^\s/<>()\"]+", bare):
        try:
            urlsplit(host)
        except ValueError as error:
            yield number, f"{host} is no address: {error}. Mend it, or put it in backticks."
    named: set[str] = set()
    for tag in TAG.finditer(WHOLE.sub("", bare)):
        name = tag["tag"].lstrip("/").lower()
        if tag["tag"].lower() in EMPTY_TAGS or name in named or ADDRESS.match(tag[0]):
            continue
        if name not in ALLOWED_TAGS:
            named.add(name)  # its end need not be named as well
            known = ", ".join(sorted(ALLOWED_TAGS | EMPTY_TAGS))
            message = f"raw HTML {tag[0]}> is not shown (only {known}, <code>…</code>, <!-- … -->)."
            how = HOW_CODE_STANDS if name == "pre" else "Put what is not HTML in backticks."
            yield number, f"{message} {how}"
        elif not tag["tag"].startswith("/"):
            opened.append((name, number))
        elif not opened or opened.pop()[0] != name:
            yield number, f"</{name}> closes nothing that stands open. Take it out."


def _in_span(content: str, line: int) -> Iterator[Found]:
    if span := SPAN.match(content):
        yield Use(line, span["kind"], span["text"])
        yield from _in_formula(content, line) if span["kind"] == FORMULA else ()
    elif "#!" in content:
        yield line, f"`{content}` {HOW_SPANS_STAND}"


def _in_formula(latex: str, line: int) -> Iterator[Found]:
    if re.search(r"(?<!\\)%", latex):
        yield line, r"% hides what is behind it. Write \%."
    for value in VALUE_IN_FORMULA.finditer(latex):
        yield from _in_span(f"#!value {value['use'].strip()}", line)
