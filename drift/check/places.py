"""Where in the sources of a site a typed numeral stands: the page's line, or the notebook's cell.

A page may hold one numeral many times. Which of them was typed is told by the words beside it, and
among equals by their order.
"""

from __future__ import annotations

import copy
import html
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from drift.check.numerals import Allowed, Numeral, tokens
from drift.check.reader import VALUE_STANDS_HERE
from drift.project.page_source import ANY_FENCE, CODE_SPAN, VALUE_IN_FORMULA

FRONT_MATTER = "---"
HEADING = re.compile(r"^\s*#{1,6}\s")
ADDRESS = re.compile(r"\]\([^)\s]*|\]:\s*\S+|<(?:https?|mailto):[^>]*>")
TAG = re.compile(r"</?(?:[bi]|em|strong|su[bp]|span)>")
# The numbers of a list are the browser's, and counts; the commands of a formula are signs.
NOT_SAID = re.compile(r"^\s*(?:>\s*)*\d+[.)](?=\s)|\\[a-zA-Z]+", re.MULTILINE)
MARKS = str.maketrans("", "", "*`~\\")


class Passage(NamedTuple):
    """A part of a source: its place as messages name it, and its text.

    `in_text` and `in_frame` tell whether the page's own text shows it, and whether the frame around
    pages does: titles, descriptions, the navigation.
    """

    place: str
    text: str
    in_text: bool = True
    in_frame: bool = False


class _Word(NamedTuple):
    text: str
    place: str


def passages(file: Path, shown: str) -> list[Passage]:
    """Return the parts of a source file, which messages call `shown`: its lines, or its cells."""
    text = file.read_text("utf-8")
    if file.suffix == ".ipynb":
        cells = enumerate(json.loads(text)["cells"], start=1)
        return [
            Passage(f"{shown}, cell {number}", _plain("".join(cell["source"])), in_frame=True)
            for number, cell in cells
            if cell["cell_type"] != "code"
        ]
    lines = numbered(text, shown)
    return list(_of_page(lines)) if file.suffix == ".md" else lines


def numbered(text: str, shown: str) -> list[Passage]:
    """Return the lines of a text, which messages call `shown`, all of them for the frame."""
    lines = enumerate(text.splitlines(), start=1)
    return [Passage(f"{shown}, line {at}", line, in_frame=True) for at, line in lines]


def _of_page(lines: list[Passage]) -> Iterable[Passage]:
    """Leave out of a page's lines what a reader does not read: includes, values, addresses."""
    is_front = bool(lines) and lines[0].text.rstrip() == FRONT_MATTER
    for at, (place, line, *_) in enumerate(lines):
        if is_front:
            is_front = at == 0 or line.rstrip() != FRONT_MATTER
            yield Passage(place, line, in_text=False, in_frame=True)
        elif not ANY_FENCE.match(line) and "8<" not in line:
            yield Passage(place, _plain(line), in_frame=bool(HEADING.match(line)))


def _plain(text: str) -> str:
    text = ADDRESS.sub("]", TAG.sub("", VALUE_IN_FORMULA.sub(VALUE_STANDS_HERE, text)))
    return NOT_SAID.sub(" ", CODE_SPAN.sub(_span, text))


def _span(span: re.Match) -> str:
    content = span[2].strip()
    if not content.startswith("#!"):
        return span[0]
    mark, _, rest = content.partition(" ")
    return rest if mark == "#!math" else VALUE_STANDS_HERE


class Search:
    """Looks for numerals in some passages; each that is found counts once."""

    def __init__(self, among: Iterable[Passage], permitted: Allowed):
        """Take the passages in their order, and the phrases that no numeral is a part of."""
        blank = Allowed(permitted.file, permitted.phrases)
        self._words = [
            _Word(word, passage.place)
            for passage in among
            for word in tokens(blank.taken_out(_unmarked(passage.text)))
        ]
        self._at: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self._words):
            self._at[word.text].append(at)
        self._found: set[int] = set()

    def again(self) -> Search:
        """Return a search of the same passages in which nothing has been found."""
        search = copy.copy(self)
        search._found = set()
        return search

    def agreement(self, numeral: Numeral) -> int:
        """Return how many words beside a numeral are those beside its place; -1 for no place."""
        best = self._best(numeral)
        return -1 if best is None else self._agreement(numeral, best)

    def place(self, numeral: Numeral) -> str:
        """Return the place of a numeral; '' where no passage holds it."""
        best = self._best(numeral)
        if best is None:
            return ""
        self._found.add(best)
        return self._words[best].place

    def _best(self, numeral: Numeral) -> int | None:
        return max(
            self._at.get(numeral.text, []),
            key=lambda at: (self._agreement(numeral, at), at not in self._found, -at),
            default=None,
        )

    def _agreement(self, numeral: Numeral, at: int) -> int:
        """Count the words before and behind a place that are those beside the numeral."""
        before = self._words[max(0, at - len(numeral.before)) : at]
        after = self._words[at + 1 : at + 1 + len(numeral.after)]
        return _common(numeral.after, after) + _common(numeral.before[::-1], before[::-1])


def _common(words: Sequence[str], found: Sequence[_Word]) -> int:
    """Count with how many words two rows begin alike."""
    pairs = zip(words, found)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1].text, pairs))


def _unmarked(text: str) -> str:
    text = html.unescape(text).translate(MARKS)
    if text.isascii():
        return text
    return "".join(character for character in text if unicodedata.category(character) != "Cf")
