"""Finds every numeral on a finished page that was typed: neither a value nor what a program gave.

A numeral is any character with a numeric value (digits, ², ½, Ⅻ) in what a reader can read or hear.
Names such as L1, and what else has to be typed, are phrases of one file, each with its reason.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from drift.errors import Drift

SPOKEN = ("alt", "title", "aria-label", "placeholder", "label")
INLINE = {"a", "abbr", "b", "code", "em", "i", "kbd", "s", "small", "span", "strong", "sub", "sup"}
EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
BETWEEN = {
    "mfrac": "/", "msup": "^", "msub": "_", "mover": "^", "munder": "_", "msubsup": "_^",
    "munderover": "_^", "mroot": "√",
}  # fmt: skip
# drift.built compares the whole text of these with what was approved; scripts nobody reads; the
# numbers of a list of references are the references' own.
LEFT_OUT = {"pre", "script", "style"}
LEFT_OUT_CLASSES = {
    "data": {"value", "build"}, "figure": {"snippet-figure"}, "div": {"references"},
}  # fmt: skip
VALUE_STANDS_HERE = "\ufffc"
FOOTNOTE = re.compile("\ufff9\\d+\ufffb")
PROMPT = re.compile(r"\s*(In|Out)\s*\[\d+\]:\s*")


@dataclass(frozen=True)
class Numeral:
    """A typed numeral: the word it stands in, and the words before it."""

    text: str
    before: str


@dataclass
class Allowed:
    """The phrases that may be typed, and which of them were met."""

    file: str
    phrases: dict[str, re.Pattern]
    met: set[str] = field(default_factory=set)

    def taken_out(self, text: str) -> str:
        """Return `text` with each allowed phrase blanked, and count the phrase as met."""
        for phrase, pattern in self.phrases.items():
            text, count = pattern.subn(lambda found: " " * len(found[0]), text)
            if count:
                self.met.add(phrase)
        return text

    def unmet(self) -> Iterator[str]:
        """Yield a fault for each phrase that stands on no page."""
        for phrase in self.phrases.keys() - self.met:
            yield f"{self.file}: {phrase!r} stands on no page any more. Take it out."


def allowed(file: Path) -> Allowed:
    """Read the table of phrases and reasons; a project without the file allows none.

    Raises Drift for a phrase without a numeral or without a reason, and for a bare number: that
    would allow it everywhere.
    """
    table = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
    for phrase, reason in table.items():
        if not isinstance(reason, str) or not reason.strip():
            raise Drift(f"{phrase!r} has no reason. Say why no program can give it.", file.name)
        if not any(map(str.isnumeric, phrase)):
            raise Drift(f"{phrase!r} holds no numeral. Take it out.", file.name)
        if not re.search(r"[^\d.,\s%]", phrase):
            raise Drift(
                f"{phrase!r} is a bare number, and would be allowed everywhere. Give the words "
                "beside it too.",
                file.name,
            )
    longest_first = sorted(table, key=len, reverse=True)
    return Allowed(file.name, {phrase: _pattern(phrase) for phrase in longest_first})


def _pattern(phrase: str) -> re.Pattern:
    """Return what finds the phrase where it is not a part of a longer word or number."""
    words = r"\s+".join(map(re.escape, phrase.split()))
    before = r"(?<![^\W_])(?<![^\W_][.,])" if phrase[0].isalnum() else ""
    after = r"(?![^\W_]|[.,]\d)" if phrase[-1].isalnum() else ""
    return re.compile(before + words + after)


def typed(html: str, permitted: Allowed, given: Container[str] = ()) -> Iterator[Numeral]:
    """Yield each numeral of a page, as HTML, that no program gave; `given` are texts known."""
    for text in _Reader(html).texts:
        if text.strip() in given or PROMPT.fullmatch(text):
            continue
        rest = permitted.taken_out(FOOTNOTE.sub(VALUE_STANDS_HERE, text))
        for word in re.finditer(r"\S+", rest):
            if any(map(str.isnumeric, word[0])):
                yield Numeral(word[0].strip(f".,;:()?!{VALUE_STANDS_HERE}"), text[: word.start()])


def line_of(numeral: Numeral, source: str, file: str) -> str:
    """Return the place of a numeral in a page's source: `file`, with the line where it is found."""
    words = numeral.before.split()
    whole = re.compile(rf"(?<![^\W_]){re.escape(numeral.text)}(?![^\W_])")
    lines = [at for at, line in enumerate(source.splitlines(), start=1) if whole.search(line)]
    beside = [at for at in lines if words and words[-1] in source.splitlines()[at - 1]]
    found = beside or lines
    return f"{file}, line {found[0]}" if found else file


class _Reader(HTMLParser):
    """Collects what a page says, one text for each block; what ran is left out."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self._now = ""
        self._open: list[str] = []
        self._children: list[int] = []
        self._footnotes: list[bool] = []
        self._silent_from = 0
        self.feed(html)
        self.close()
        self._break()

    def handle_starttag(self, tag, attributes):
        named = {name: value or "" for name, value in attributes}
        self._next_child()
        if not self._silent_from:
            self._listen(tag, named)
        if tag in EMPTY:
            return
        self._open.append(tag)
        self._children.append(0)
        is_note = "footnote-ref" in named.get("class", "") and named.get("href", "")[:3] == "#fn"
        self._footnotes.append(is_note)
        if self._footnotes[-1]:
            self._now += FOOTNOTE.pattern[0]
        if not self._silent_from and _is_left_out(tag, named):
            self._now += VALUE_STANDS_HERE
            self._silent_from = len(self._open)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag not in self._open:
            return
        while self._open:
            closed = self._open.pop()
            self._children.pop()
            if self._footnotes.pop():
                self._now += FOOTNOTE.pattern[-1]
            if len(self._open) < self._silent_from:
                self._silent_from = 0
            if closed == tag:
                break
        if tag not in INLINE and "math" not in self._open:
            self._break()

    def handle_data(self, data):
        if not self._silent_from:
            self._now += data.strip() if "math" in self._open else data

    def _listen(self, tag: str, named: dict[str, str]) -> None:
        is_silent_value = _is_left_out(tag, named)
        if tag not in INLINE and not is_silent_value and "math" not in self._open:
            self._break()
        if not is_silent_value:
            self.texts += [named[name] for name in SPOKEN if name in named]
        if tag == "meta" and named.get("name") == "description":
            self.texts.append(named.get("content", ""))

    def _next_child(self) -> None:
        """Write a formula in one line: 1/n, i=1, ^2 stand between the parts of an element."""
        if not self._open:
            return
        marks = BETWEEN.get(self._open[-1], "")
        count = self._children[-1]
        if 0 < count <= len(marks) and not self._silent_from:
            self._now += marks[count - 1]
        self._children[-1] += 1

    def _break(self) -> None:
        if self._now.strip():
            self.texts.append(self._now)
        self._now = ""


def _is_left_out(tag: str, named: dict[str, str]) -> bool:
    left_out = LEFT_OUT_CLASSES.get(tag, set())
    return tag in LEFT_OUT or not left_out.isdisjoint(named.get("class", "").split())
