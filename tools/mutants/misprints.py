"""Where in a text a fault can be: in a page, in a finished page, in a search index.

Numerals that are typed are numbers that stand nowhere else, so that a message can only mean them.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

from drift.check import equations
from drift.check.document import Document
from drift.project import page_source
from drift.project.page_source import ANY_FENCE, CODE_SPAN, VALUE_IN_FORMULA, PageSource
from tools.mutants.mutant import Change, changes, some

FIRST_TYPED = 70001
FENCE = re.compile(
    r"^ *```(?P<language>python|console|ledger|math)\n(?P<content>.*?)\n? *```$", re.M | re.S
)
INCLUDED = re.compile(r'(?<=--8<-- ")[^"]+')
FAR = 5
"""To how many programs of other pages an include is pointed."""
SPELLINGS = (
    "py", "Python", "python3", "pycon", "text", "bash", "", " python", "python ", "{ .python }",
    'python exec="yes"', 'python title="x"', 'python hl_lines="1"', "python {{", "`python",
)  # fmt: skip
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
NO_PROSE = re.compile(r"\s*$|\s*\||\s*<|\s*\{[^}]*\}\s*$|\s*\*\[|\s*\[\^?[^\]]*\]:|[-=]+\s*$")
CELL_END = re.compile(r"\s*\|\s*$")
ROW = re.compile(r"\s*\|(?!\s*:?-+)")
TITLE_END = re.compile(r"(?:\"| \{[^{}]*\})\s*$")  # what touches the braces is theirs
FIGURE = re.compile(r'<figure class="snippet-figure">.*?</figure>', re.DOTALL)
BLOCK = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
NUMBER = re.compile(r"(?<=[>\s\[(,+=])\d[\d.,]*(?=[<\s\]),;])")
DATA = re.compile(r'<data class="(?:value|claim)"(?P<attributes>[^>]*)>(?P<text>[^<]*)')
ATTRIBUTE = re.compile(r' (?P<name>[\w-]+)="(?P<text>[^"]*)"')
MATH = re.compile(r"<math\b.*?</math>", re.DOTALL)
FORMULA_NUMBER = re.compile(r"<mn>\d+</mn>")
SHOWN = re.compile(r'<data class="value"[^>]*>(?P<text>\d[\d,.]*)</data>')
ANSWER = re.compile(rf"<mo>[=≈]</mo><mn>(?P<number>{SHOWN.pattern})</mn>(?:</mrow>)*</math>")
HEARD = re.compile(
    r'(?:\b(?:alt|aria-label|title)="|<meta name="description" content=")[^"<>]*(?=")'
    r"|(?<=[a-z])(?=</(?:p|li|h[1-6]|title|summary|td|th|span|a)>)"
)
FOUND = re.compile(r"(?<=[\s>])\d+\.\d+(?=[\s<])")


class Misprint(NamedTuple):
    """A change of a page, the lines that a message may name (none: any), and what it says there.

    All that are made in one `way` stand in one rendering, and what each says is its own.
    """

    change: Change
    lines: tuple[int, ...] = ()
    says: str = ""
    way: str = ""


def page(source: PageSource, programs: Iterable[str]) -> Iterator[Misprint]:
    """Yield the misprints of a page, of a site with these programs."""
    text, numerals = source.text, count(FIRST_TYPED)
    for change in of_prose(text, numerals):
        yield _typed(text, change, "prose")
    for span in CODE_SPAN.finditer(text):
        asked = page_source.SPAN.match(span[2].strip())
        kind, words = (asked["kind"], asked["text"]) if asked else ("", "")
        for way, before, after, says in _renamed(kind, words, next(numerals)):
            change = Change(*span.span(), span[0].replace(before, after, 1))
            yield Misprint(change, (change.line(text),), says, way)
        for form in ("{}", "`mean {}`") if kind in (page_source.VALUE, page_source.FACT) else ():
            yield _typed(text, Change(*span.span(), form.format(next(numerals))), form)
        for change in _of_formula(text, *span.span(2)) if kind == page_source.FORMULA else ():
            yield Misprint(change, (change.line(text),))
    cited = [use.snippet for use in source.values]
    own = (source.path.removesuffix(".md"), source.path.rpartition("/")[0])
    for fence in FENCE.finditer(text):
        line, content = text.count("\n", 0, fence.start()) + 1, fence.span("content")
        for change in _spelled(fence):
            # A fence that nothing closes takes in the next one, and so stands alone.
            yield Misprint(change, (line,), way=change.after)
        for change in _of_formula(text, *content) if fence["language"] == "math" else ():
            yield Misprint(change, (line, change.line(text)))
        if included := INCLUDED.search(text, *content):
            # A program of another page may be replaced by any other whose value the page shows.
            is_own = included[0].rpartition("/")[0] in own
            for other in _others(included[0], cited, [*programs]):
                if is_own or other not in cited:
                    yield Misprint(Change(*included.span(), other))


def _typed(text: str, change: Change, way: str) -> Misprint:
    numeral = re.search(r"\d+", change.after)[0]  # what stands behind it may be its part
    return Misprint(change, (change.line(text),), f"the numeral '{numeral}", way)


def _renamed(kind: str, text: str, number: int) -> list[tuple[str, str, str, str]]:
    """Return how a value, a claim or a fact gets another name: way, before, after, what is said."""
    place, _, variable = text.partition(":")[0].rpartition(".")
    name, other = f".{variable}", f"{variable}_{number}"
    renamed = ("name", name, f".{other}", f"…{other!r}")
    return {
        page_source.VALUE: [renamed, ("file", name, f"-{number}{name}", f"…{place}-{number}.py")],
        page_source.CLAIM: [renamed, ("claim", "#!holds ", "#!value ", f"…`#!holds {text}`")],
        page_source.FACT: [("name", "#!build ", f"#!build {number}-", f"'{number}-")],
    }.get(kind, [])


def _of_formula(text: str, start: int, end: int) -> Iterator[Change]:
    """Yield each value of a formula renamed, and typed; and each other digit changed."""
    values = [*VALUE_IN_FORMULA.finditer(text, start, end)]
    for value in values:
        yield Change(*value.span(), value[0].replace(".", "._", 1))
        yield Change(*value.span(), "50")
    for change in changes(text, start, end):
        if not any(value.start() <= change.start < value.end() for value in values):
            yield change


def _spelled(fence: re.Match) -> Iterator[Change]:
    yield from (Change(*fence.span("language"), each) for each in SPELLINGS)
    yield Change(*fence.span(), fence[0].replace("```", "~~~"))
    yield Change(fence.end() - 3, fence.end(), "")


def _others(name: str, cited: list[str], programs: list[str]) -> list[str]:
    """Return what an include may be pointed to: what is near it, and some others of its kind."""
    folder, _, file = name.rpartition("/")
    near = [each for each in programs if each.rpartition("/")[0] == folder]
    others = [*near, *cited, *some(programs, FAR)]
    kind = file.rpartition(".")[2]
    return [each for each in dict.fromkeys(others) if each != name and each.endswith(kind)]


def of_prose(text: str, numerals: Iterator[int]) -> Iterator[Change]:
    """Yield a numeral typed at the end of each line that a page shows."""
    front = FRONT_MATTER.match(text)
    start, in_fence = front.end() if front else 0, False
    for line in text[start:].splitlines(keepends=True):
        at = 0
        if ANY_FENCE.match(line):
            in_fence = not in_fence
        elif not in_fence and ROW.match(line):
            at = start + CELL_END.search(line).start()
        elif not in_fence and not NO_PROSE.match(line):
            quote = TITLE_END.search(line)
            at = start + (quote.start() if quote else len(line.rstrip()))
        if at:
            yield Change(at, at, f" {next(numerals)}")
        start += len(line)


def finished(html: str) -> Iterator[list[Change]]:
    """Yield the misprints of a finished page, of one sort after the other."""
    values, figures = [*DATA.finditer(html)], [*FIGURE.finditer(html)]
    yield [change for data in values for change in _of_attributes(html, data)]
    shown = _inside(NUMBER, html, BLOCK.finditer(html))
    texts = [data.span("text") for data in values]
    for found in (figures, shown, FORMULA_NUMBER.finditer(html)):
        yield [change for each in found for change in changes(html, *each.span())]
    yield [change for span in texts for change in changes(html, *span)]
    yield [*_other_answers(html)]
    compared = [each.span() for each in (*values, *figures)]
    heard = [
        place.end()
        for place in HEARD.finditer(html)
        if not any(first <= place.start() < last for first, last in compared)
    ]
    yield [Change(place, place, " 7") for place in heard]


def _inside(pattern: re.Pattern, html: str, outer: Iterable[re.Match]) -> list[re.Match]:
    return [found for each in outer for found in pattern.finditer(html, *each.span())]


def _of_attributes(html: str, data: re.Match) -> Iterator[Change]:
    for attribute in ATTRIBUTE.finditer(html, *data.span("attributes")):
        start, end = attribute.span("text")
        # Of an address not the page: that it leads there is looked up among all pages.
        places = [*changes(html, max(start, html.find("#", start, end)), end)]
        # Of the exact number the first digit: rounding hides others, and all of 4.98e-26 (0.00).
        is_hidden = "e-" in attribute["text"] and not re.search("[1-9]", data["text"])
        yield from places[: 1 - is_hidden] if attribute["name"] == "value" else places


def _other_answers(html: str) -> Iterator[Change]:
    """Yield the answer of each equation replaced by a number that the page shows elsewhere.

    Each number is then approved, and only the equation is false.
    """
    numbers = {number["text"].replace(",", ""): number[0] for number in SHOWN.finditer(html)}
    computed = equations.formulas(Document("", html))
    for formula, (_, chains) in zip(MATH.finditer(html), computed, strict=True):
        is_computed = any(sum(not part.problem for part in parts) > 1 for parts in chains)
        if is_computed and (answer := ANSWER.search(html, *formula.span())):
            right = float(answer["text"].replace(",", ""))
            for text, number in numbers.items():
                if abs(float(text) - right) > max(abs(float(text)), abs(right)) / 2:
                    yield Change(*answer.span("number"), number)


def index(text: str) -> list[Change]:
    """Return the digits of a search index that the search would show, each changed."""
    return [change for found in FOUND.finditer(text) for change in changes(text, *found.span())]
