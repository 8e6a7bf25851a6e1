"""Finds every numeral on a finished page that was typed: neither a value nor what a program gave.

A numeral is any character with a numeric value in what a reader can read or hear. Names such as L1,
and what else has to be typed, are phrases of one file, each with its reason.
"""

import html
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from drift.check.document import IN_FORMULA, OTHER, VALUE, Document, Site, Text
from drift.fault import Fault
from drift.page import take_away
from drift.project.page_source import ANY_FENCE, CODE_SPAN, VALUE_IN_FORMULA
from drift.project.phrases import FOREIGN, has_numeral
from drift.project.project import CONFIGURATION, Project

TOKEN = re.compile(
    rf"[{VALUE}{IN_FORMULA}]|\|+[.,]\|+|(?:\w|{FOREIGN})(?:(?:[\w.,'’]|{FOREIGN})*(?:\w|{FOREIGN}))?"
)
CONTEXT = 6
# What makes another number of a value for a reader: whatever touches it and is not on a short list
# of blanks and marks, and some words. A word for a power of ten may stand behind a variable that is
# named after it: gauss_millions.
SCALE = (
    "(?:hundred|thousand|[a-z]+illion|dozen|lakh|crore)(?:s|fold|th[s]?)?|minus|negative|"
    "kilo|mega|giga|tera|peta|exa|milli|micro|nano|pico|femto|atto"  # a kilogram is a unit
)
PART = "hal(?:f|ves)|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?"
# Squared apples are no power of it.
AGAIN = rf"tenfold|score|{PART}|gross|(?:squared|cubed)(?!\s+[a-z]+s\b)|halved|doubled|tripled"
ONES = "zero|one|two|three|four|five|six|seven|eight|nine|ten"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
ANY, EQUAL, MARK = f"{VALUE}{IN_FORMULA}", "=~≈≤≥<>≠", rf"\s/–—=≈~<>±$€£«»{{}}°\"'{OTHER}"
BEFORE = rf"{MARK}|&×÷+→*%.,:;!?…()\[\]“”‘’≤≥"  # may stand there with a space
ALONE = re.compile(
    rf"""(?:[{ANY}]\s*){{2,}} | [^{ANY}{MARK}(\[“‘]{VALUE} | (?<![\w){VALUE}])[–—]{VALUE}
      | {VALUE}(?!-[a-z])[^{ANY}{MARK})\]”’.,:;?!…] | {VALUE}[.,'’]+[\w{ANY}]
      | {IN_FORMULA}[\u0300-\u036f\u20d0-\u20ff] | [^\w{ANY}{BEFORE}]\s+[{ANY}]
      | (?:[=(]\s*[–—]|^\s*[-–—‑{EQUAL}])\s*[{ANY}] | {IN_FORMULA}\s*\d | [{ANY}]\s+[.·⸳٫]\s*[{ANY}]
      | {VALUE}\s*[{EQUAL}](?:[\s(\[]*[{ANY}])? | {IN_FORMULA}\s*[{EQUAL}]\s*(?:{VALUE}|$)
      | \b(?:{TENS}|(?:{ONES})\s+point)[\s-]+[{ANY}] | \b(?P<before>{SCALE})\s*(?:and\s+)?[{ANY}]
      | [{ANY}](?:[)\]”’"]?[\s(-]*(?P<behind>{SCALE}|point)
          |[\s-]+(?:[kmbt]n?|and[\s-]+\w+[\s-]+(?:{PART})|{AGAIN}))\b
      | [{ANY}][\s(]*(?P<percent>%|‰|(?:per\s?(?:cent|mille?)|pct|percentage)\b)
      | {VALUE}\s*(?:\*\*|\^)
      | (?:−[^\w{ANY}{OTHER}]*|(?<![\w{ANY}])[-‑][^\w\s{ANY}{OTHER}]*){VALUE}
      | {VALUE}[)”"]*(?:\s+[a-z]+)?,?\s*[{EQUAL}]+\s*[(\[“"]*[{ANY}]""",
    re.VERBOSE | re.IGNORECASE,
)
# The signs of Markdown; the addresses, and the names of commands and values, in a line of it.
MARKS = str.maketrans("", "", "*`~")
DIGITS = re.compile(r"\d+")
UNREAD = re.compile(r"\]\([^)\s]*|^\s*\[[^]]*\]:\s*\S+|^\s*(?:>\s*)*\d+[.)](?=\s)|\\[a-z]+")


class Numeral(NamedTuple):
    """A typed numeral, and the words around it, with itself."""

    text: str
    around: list[str]


def typed(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault for each numeral of a page that no program gave, at its place in docs/."""
    for texts in (document.texts, [*_taken_away(document, project)]):
        found = [
            (each.node, numeral)
            for each in texts
            if has_numeral(each.words) and " ".join(each.words.split()) not in project.names
            for numeral in numerals(each, project, document.source)
        ]
        lines, used = [*_lines(document.source, project)] if found else [], set()
        for node, numeral in found:
            where = document.path, document.line_of(node) if node else 0
            yield _fault(*_place(numeral, lines, used) or where, numeral, project)


def _taken_away(document: Document, project: Project) -> Iterator[Text]:
    """Yield what the notebook of a page says in its own words."""
    source = project.pages.get(document.source)
    for cell in take_away.cells(source, project, "") if source else ():
        if cell["cell_type"] == "markdown":
            for paragraph in "".join(cell["source"]).split("\n\n"):
                yield Text(paragraph.strip("`"))


def not_alone(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault for each value that reads as another number, by what stands beside it."""
    for each in document.texts:
        for found in ALONE.finditer(each.words) if each.values else ():
            words = each.words.replace(IN_FORMULA, VALUE)
            value = [*each.values, each.values[-1]][words.count(VALUE, 0, found.start())]
            scale = found["before"] or found["behind"] or ("percent" if found["percent"] else "-")
            if scale.lower() in (value.attributes.get("title") or "").partition(",")[0]:
                continue
            shown = words[slice(*found.span())].replace(VALUE, "[value]").strip()
            message = (
                f"{shown!r} reads as one number, or as an equation, which no program gave. Let a "
                "program compute it, write `#!math a = b`, or put words between."
            )
            yield document.fault(value, message, project)


def unmet_phrases(site: Site) -> Iterator[Fault]:
    """Yield a fault for each phrase that may be typed, and stands nowhere on the site."""
    texts = (each.words for document in site.documents.values() for each in document.texts)
    everything = "\n".join(texts)
    for phrase, pattern in site.project.phrases.phrases.items():
        if not pattern.search(everything):
            message = f"{phrase!r} stands on no page any more. Take it out."
            yield Fault(site.project.settings.numerals, 0, message)


def of_text(text: str, project: Project, file: str, line: int) -> Iterator[Fault]:
    """Yield a fault for each numeral that was typed in a text of a file that is no page."""
    return (_fault(file, line, each, project) for each in numerals(Text(text), project))


def _fault(file: str, line: int, numeral: Numeral, project: Project) -> Fault:
    is_plain = any(map(str.isnumeric, numeral.text))
    letters = "" if is_plain else " (or what reads as one: a picture, a letter of another script)"
    how = "Compute it in a snippet and write `#!value folder/name.variable`"
    if ".ipynb, cell " in file:
        how = "Let a cell print it"
    message = (
        f"the numeral {numeral.text!r} was typed{letters}. {how}; if no program can give it, put "
        f"its phrase into {project.settings.numerals}, with the reason."
    )
    return Fault(file, line, message)


def numerals(each: Text, project: Project, source: str = "") -> Iterator[Numeral]:
    """Yield each numeral of a text, of the page made of `source`, that may not be typed there."""
    allowed, rest = project.phrases, each.words
    if each.is_reference and source == allowed.references:
        rest = allowed.in_references.sub(" ", rest)
    words = tokens(allowed.anywhere.sub(" ", rest))
    for at, word in enumerate(words):
        if has_numeral(word):
            yield Numeral(word, words[max(0, at - CONTEXT) : at + CONTEXT + 1])


def tokens(words: str) -> list[str]:
    """Return the words of a text, without the marks around them; a value is one word."""
    return [word.strip("_") for word in TOKEN.findall(words)]


def _lines(source: str, project: Project) -> Iterator[tuple[str, int, str]]:
    """Yield the lines that a page may show, each with its file and number; of a notebook its cells.

    Its own come first, then those of its frame: the titles of other pages, and the settings.
    """
    for path in dict.fromkeys([source, *project.sources]):
        if page := project.pages.get(path):
            for at, line in enumerate(page.text.splitlines(), start=1):
                if path == source or line.startswith(("#", "title:")):
                    yield page.file, at, line
        elif path in project.notebooks:
            texts = (cell for kind, cell in project.parts(path) if kind != "code")
            yield from ((cell.shown_path, 0, cell.source) for cell in texts)
    for at, line in enumerate(project.configuration.splitlines(), start=1):
        yield CONFIGURATION, at, line


def _place(numeral: Numeral, lines: list[tuple[str, int, str]], used: set[int]):
    """Return the file and line of a numeral: where most words stand that are around it on the page.

    Of equal ones it is the first that is not `used`. In a formula, {50} x, its digits count.
    """
    own, found = {*DIGITS.findall(numeral.text)}, []
    for at, (_, _, line) in enumerate(lines):
        words = _words_of(line)
        is_there = numeral.text in words
        if is_there or (words and own <= {*DIGITS.findall(line)} and not own <= {numeral.text}):
            same = SequenceMatcher(None, numeral.around, words, False).get_matching_blocks()
            found.append((is_there, sum(part.size for part in same), at not in used, -at))
    if not found:
        return None
    at = -max(found)[-1]
    used.add(at)
    return lines[at][:2]


@cache
def _words_of(line: str) -> list[str]:
    """Return the words of a line of Markdown with a numeral; none for another."""
    if not has_numeral(line) or ANY_FENCE.match(line):
        return []
    plain = CODE_SPAN.sub(lambda span: VALUE if "#!v" in span[0] else span[0], line)
    plain = VALUE_IN_FORMULA.sub(VALUE, plain)
    return tokens(html.unescape(UNREAD.sub(" ", plain)).translate(MARKS))
