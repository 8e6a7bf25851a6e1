"""The faults that `make mutants` plants in texts: pages, approved files, and the finished site."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drift.check import equations
from drift.project.page_source import (
    ANY_FENCE,
    CLAIM,
    CODE_SPAN,
    FACT,
    FORMULA,
    VALUE,
    VALUE_IN_FORMULA,
)
from tools.mutants import mutations
from tools.mutants.mutations import Change, digits

FENCE = re.compile(r'^( *)```(python|console)\n *--8<-- "([^"]+)"\n *```$', re.MULTILINE)
LEDGER = re.compile(r"^( *)```(ledger)\n(?: *[\w/-]+/\n)* *```$", re.MULTILINE)
MATH = re.compile(r"^( *)```(math)\n(.*?)\n *```$", re.MULTILINE | re.DOTALL)
OTHER_SNIPPETS = 5
SPELLINGS = (
    "py", "Python", "python3", "pycon", "text", "bash", "", " python", "python ", "{ .python }",
    'python exec="yes"', 'python title="x"', 'python hl_lines="1"', "python {{", "`python",
)  # fmt: skip
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
NO_PROSE = re.compile(r"\s*$|\s*\||\s*<|\s*\{[^}]*\}\s*$|\s*\*\[|\s*\[\^?[^\]]*\]:|[-=]+\s*$")
CELL_END = re.compile(r"\s*\|\s*$")
ROW = re.compile(r"\s*\|(?!\s*:?-+)")
TITLE_END = re.compile(r"\"\s*$")
FIGURE = re.compile(r'<figure class="snippet-figure">.*?</figure>', re.DOTALL)
DESCRIPTION = re.compile(r"<desc id=[^>]*>(.*?)</desc>", re.DOTALL)
BLOCK = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
NUMBER = re.compile(r"(?<=[>\s\[(,+=])\d[\d.,]*(?=[<\s\]),;])")
DATA = re.compile(r'<data class="(?:value|claim)"(?P<attributes>[^>]*)>[^<]*')
HELD = re.compile(r"\bTrue\b")
ATTRIBUTE = re.compile(r' (?P<name>[\w-]+)="(?P<text>[^"]*)"')
FORMULA_NUMBER = re.compile(r"<mn>(\d+)</mn>")
NUMBER_SHOWN = re.compile(r'<data class="value"[^>]*>(?P<text>-?\d[\d,.]*)</data>')
ANSWER = re.compile(rf"<mo>[=≈]</mo><mn>(?P<number>{NUMBER_SHOWN.pattern})</mn>(?:</mrow>)*</math>")
SPOKEN = re.compile(
    r'(?:\b(?:alt|aria-label|title)="|<meta name="description" content=")[^"<>]*(?=")'
)
HEARD = re.compile(r"(?<=[a-z])(?=</(?:p|li|h[1-6]|title|summary|td|th|span|a)>)")
PROSE, OUTPUT, CODE = "notebook's prose", "notebook's output", "notebook's code"
OF_A_PAGE = 15
"""How many of each kind are planted in one finished page, or in one figure of it."""


class Misprint(NamedTuple):
    """A change of a page, and another line that a message about it may name: its fence's.

    None stands for a message that need not name any line of the page.
    """

    change: Change
    line: int | None = 0


class Programs:
    """The programs of a site, by kind and folder, to point includes to."""

    def __init__(self, names: Iterable[str]):
        """Take the names of all snippets."""
        self._by_kind: dict[str, list[str]] = {}
        self._by_folder: dict[str, list[str]] = {}
        for name in names:
            self._by_kind.setdefault(name.rpartition(".")[2], []).append(name)
            self._by_folder.setdefault(name.rpartition("/")[0], []).append(name)

    def others(self, name: str, explained: Iterable[str]) -> list[str]:
        """Return what an include may be pointed to: its neighbours, what the page explains, more.

        `explained` are the programs whose values the page shows.
        """
        kind = name.rpartition(".")[2]
        near = [*self._by_folder.get(name.rpartition("/")[0], []), *explained]
        far = self._by_kind.get(kind, [])
        far = random.sample(far, min(OTHER_SNIPPETS, len(far)))
        return [other for other in dict.fromkeys([*near, *far]) if other != name and kind in other]


def pages(text: str, programs: Programs) -> Iterator[Misprint]:
    """Yield the misprints of a page, as Markdown: values, formulas, fences, and its prose."""
    yield from _of_spans(text)
    explained = [
        use[1].partition(":")[0].rpartition(".")[0] + ".py"
        for use in re.finditer(r"(?:#!value |\\value\{)([^\s`}]+)", text)
    ]
    for fence in FENCE.finditer(text):
        for other in programs.others(fence[3], explained):
            yield Misprint(Change(*fence.span(3), other), None)
        yield from _spelled(fence)
    for fence in [*MATH.finditer(text), *LEDGER.finditer(text)]:
        yield from _spelled(fence)
    for fence in MATH.finditer(text):
        line = text.count("\n", 0, fence.start()) + 1
        for change in _of_formula(text, *fence.span(3)):
            yield Misprint(change, line)
    yield from _typed_in_prose(text)


def _of_spans(text: str) -> Iterator[Misprint]:
    for span in CODE_SPAN.finditer(text):
        content = span[2].strip()
        if value := VALUE.match(content):
            path, _, name = value["use"].partition(":")[0].rpartition(".")
            for renamed in (f".{name}_2", f"-2.{name}"):
                yield Misprint(Change(*span.span(), span[0].replace(f".{name}", renamed, 1)))
            for typed in ("6.67", f"`{path.rpartition('/')[2]} 7`"):
                yield Misprint(Change(*span.span(), typed))
        elif claim := CLAIM.match(content):
            name = claim["use"].rpartition(".")[2]
            yield Misprint(Change(*span.span(), span[0].replace(f".{name}", f".{name}_2", 1)))
            yield Misprint(Change(*span.span(), span[0].replace("#!holds ", "#!value ", 1)))
        elif FACT.match(content):
            yield Misprint(Change(*span.span(), span[0].replace("#!build ", "#!build no-", 1)))
            yield Misprint(Change(*span.span(), "3.11.7"))
        elif FORMULA.match(content):
            yield from map(Misprint, _of_formula(text, *span.span(2)))


def _of_formula(text: str, start: int, end: int) -> Iterator[Change]:
    """Yield each value of a formula renamed, and typed; and each other digit changed."""
    values = [*VALUE_IN_FORMULA.finditer(text, start, end)]
    for value in values:
        yield Change(*value.span(), value[0].replace(".", "._", 1))
        yield Change(*value.span(), "50")
    for change in digits(text, start, end):
        if not any(value.start() <= change.start < value.end() for value in values):
            yield change


def _spelled(fence: re.Match) -> Iterator[Misprint]:
    at = fence.start(2)
    for spelling in SPELLINGS:
        yield Misprint(Change(at, at + len(fence[2]), spelling))
    yield Misprint(Change(*fence.span(), fence[0].replace("```", "~~~")))
    yield Misprint(Change(fence.end() - 3, fence.end(), ""))


def _typed_in_prose(text: str) -> Iterator[Misprint]:
    """Yield a numeral typed at the end of each line that a page's own text shows."""
    front = FRONT_MATTER.match(text)
    start, in_fence = front.end() if front else 0, False
    for line in text[start:].splitlines(keepends=True):
        end = start + len(line.rstrip())
        if ANY_FENCE.match(line):
            in_fence = not in_fence
        elif not in_fence and ROW.match(line):
            at = start + CELL_END.search(line).start()
            yield Misprint(Change(at, at, " 7"))
        elif not in_fence and not NO_PROSE.match(line):
            quote = TITLE_END.search(line)
            at = start + quote.start() if quote else end
            yield Misprint(Change(at, at, " 7"))
        start += len(line)


def notebooks(
    cells: list[dict], programs: int
) -> Iterator[tuple[tuple[int | str, ...], str, Change]]:
    """Yield where in a notebook's cells a text stands, its kind, and a change of it.

    That is a numeral typed at the end of each line of prose, and each digit of an output; of the
    changes of code, `programs` are chosen from all.
    """
    code = []
    for number, cell in enumerate(cells):
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            ends = [line.end() for line in re.finditer(r"\S(?=\s*?$)", text, re.MULTILINE)]
            yield from (((number, "source"), PROSE, Change(end, end, " 7")) for end in ends)
        elif cell["cell_type"] == "code":
            code += [((number, "source"), CODE, change) for change in mutations.programs(text)]
        for at, output in enumerate(cell.get("outputs", [])):
            part = ("text",) if "text" in output else ("data", "text/plain")
            stored = output.get("text") or output.get("data", {}).get("text/plain", "")
            for change in digits("".join(stored)):
                yield (number, "outputs", at, *part), OUTPUT, change
    yield from _chosen(code, programs)


def finished(html: str) -> Iterator[Change]:
    """Yield the misprints of a finished page: values, blocks, figures, formulas, what is heard."""
    for data in DATA.finditer(html):
        for attribute in ATTRIBUTE.finditer(html, *data.span("attributes")):
            start, end = attribute.span("text")
            # Of an address not the page: that it leads there is looked up among all pages.
            start = max(start, html.find("#", start, end))
            places = [*digits(html, start, end), *flipped(html, start, end)]
            # Of the exact number only the first digit, which no rounding hides.
            yield from places[:1] if attribute["name"] == "value" else _chosen(places, 1)
        yield from _chosen(digits(html, data.end("attributes"), data.end()), 1)
    for block in _chosen(BLOCK.finditer(html), OF_A_PAGE):
        for number in _chosen(NUMBER.finditer(html, *block.span()), 2):
            yield from _chosen(digits(html, *number.span()), 1)
    for figure in FIGURE.finditer(html):
        yield from _chosen(digits(html, *figure.span()), OF_A_PAGE)
        for description in DESCRIPTION.finditer(html, *figure.span()):
            yield from _chosen(digits(html, *description.span(1)), OF_A_PAGE)
    for number in _chosen(FORMULA_NUMBER.finditer(html), OF_A_PAGE):
        yield from _chosen(digits(html, *number.span(1)), 1)
    yield from _other_answers(html)
    compared = [span.span() for kind in (DATA, FIGURE) for span in kind.finditer(html)]
    heard = [
        place.end()
        for kind in (SPOKEN, HEARD)
        for place in kind.finditer(html)
        if not any(first <= place.start() < last for first, last in compared)
    ]
    yield from (Change(place, place, " 7") for place in _chosen(heard, OF_A_PAGE))


def _other_answers(html: str) -> Iterator[Change]:
    """Yield the answer of each equation replaced by a number that the page shows elsewhere.

    Each number is then approved, and only the equation is false.
    """
    numbers = {number["text"].replace(",", ""): number[0] for number in NUMBER_SHOWN.finditer(html)}
    for formula in filter(
        lambda found: equations.is_computed(found[0]), equations.MATH.finditer(html)
    ):
        if answer := ANSWER.search(html, *formula.span()):
            right = float(answer["text"].replace(",", ""))
            others = [
                number
                for text, number in numbers.items()
                if abs(float(text) - right) > max(abs(float(text)), abs(right)) / 2
            ]
            yield from (Change(*answer.span("number"), other) for other in _chosen(others, 1))


def flipped(text: str, start: int = 0, end: int | None = None) -> Iterator[Change]:
    """Yield each claim of an approved file, or of a value on a finished page, made false."""
    for held in HELD.finditer(text, start, len(text) if end is None else end):
        yield Change(*held.span(), "False")


def index(text: str) -> Iterator[Change]:
    """Yield some digits of a search index changed, as the search would show them."""
    numbers = re.compile(r"(?<=[\s>])\d+\.\d+(?=[\s<])").finditer(text)
    for number in _chosen(numbers, OF_A_PAGE):
        yield from _chosen(digits(text, *number.span()), 1)


def _chosen(things: Iterable, most: int) -> list:
    things = [*things]
    return random.sample(things, min(most, len(things)))
