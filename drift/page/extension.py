"""The guard's Markdown extension: what is done to a page, and at which step of its rendering."""

import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString, Processor

from drift.fault import never_swallowed
from drift.page import fences
from drift.page.address import UNSEARCHED
from drift.page.glossary import link_first_uses
from drift.page.rendering import Rendering
from drift.project.page_source import CONTAINER

HOW_LISTS_STAND = (
    "A list begins with 1, behind an empty line; what belongs to an item is four spaces further in."
)
MARK = re.compile(r"-+8<-+")
ITEM = re.compile(r"\d+\.(?=[ \t])")
# What Markdown would have taken, had it stood otherwise.
UNTAKEN = re.compile(
    r"^ *(?:\||[-*•]\s|!!|\?\?\?|:::|\+\+\+|#+\s|---$).*|\]\s?\([^)\s]*\.md|\]\(|\]\[|\[\["
    r"|\[[ x]\]|\*\*|~~|==|\{\s?[#.:]\w|`",
    re.MULTILINE,
)
HOW_MARKS_STAND = (
    "A list, a table or a box has an empty line before it; its parts are four spaces further in; "
    "what belongs together touches: [text](page.md), **bold**. Or put it in backticks."
)
NO_PLACE = {"h1", "h2", "h3", "h4", "h5", "h6", "summary", "admonition-title", "a"}


class GuardExtension(Extension):
    """Registers the guard with one Markdown instance."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, the library's name
        """Begin before snippets stand in their fences (32), and end last."""
        fences.take_over()
        md.preprocessors.register(_Begin(md), "drift_begin", 40)
        steps = [
            (_keep_values_in_text, 15),  # behind all that stands in a line (20)
            (_keep_programs_from_the_search, 15),
            (_keep_numbers_of_lists, 15),
            (_keep_marks_from_the_text, 6),  # behind attributes (8)
            (link_first_uses, 4),  # behind ids (5), before links to pages become addresses (0)
            (_be_whole, -50),
        ]
        for number, (step, priority) in enumerate(steps):
            md.treeprocessors.register(_Step(step, md), f"drift_{number}", priority)
        md.postprocessors.register(_Step(Rendering.finished, md), "drift_end", -50)


def makeExtension(**options) -> GuardExtension:  # noqa: N802, the library's name
    """Return the extension; Python-Markdown calls this for `drift.page.extension`."""
    return GuardExtension(**options)


class _Begin(Processor):
    @never_swallowed
    def run(self, lines: list[str]) -> list[str]:
        self.md.drift = Rendering(self.md, lines)
        # The include of what is no snippet, which is a fault, would stop with no more than a name.
        known = {f'--8<-- "{name}"' for name in self.md.drift.build.project.snippets}
        return [line if line.strip() in known else MARK.sub(r";\g<0>", line) for line in lines]


class _Step(Processor):
    """What is done to the tree of a page, which it changes, or to its text, which it returns."""

    def __init__(self, step: Callable[[Rendering, Any], str | None], md: Markdown):
        super().__init__(md)
        self._step = step

    @never_swallowed
    def run(self, given: ElementTree.Element | str) -> str | None:
        return self._step(self.md.drift, given)


def _keep_values_in_text(page: Rendering, root: ElementTree.Element) -> None:
    """Stop where a value stands in a heading, a link or an attribute, which changes with it."""
    lines = {id(element): line for element, _, line in page.values}
    standing = {id(element) for element in root.iter()}
    for element in lines.keys() - standing:
        page.stop("a value can't stand in an attribute. Put it in the text.", lines[element])
    for outer in root.iter():
        is_no_place = outer.tag in NO_PLACE or outer.get("class") in NO_PLACE
        for inner in outer.iter() if is_no_place else ():
            if id(inner) in lines:
                message = "a value can't stand in a heading, a title or link text. Say it in words."
                page.stop(message, lines[id(inner)])


def _keep_programs_from_the_search(page: Rendering, root: ElementTree.Element) -> None:
    """Mark what holds a fold in which, below its title, everything waits aside: only programs.

    A mark of the fold itself would end, for the search, with the first fold in it.
    """
    for outer in [*root.iter()]:
        for at, fold in enumerate(outer):
            parts = fold[1:] if fold.tag == "details" else []
            if parts and all(HTML_PLACEHOLDER_RE.fullmatch(part.text or "") for part in parts):
                outer[at] = ElementTree.Element("section", {UNSEARCHED: "true"})
                outer[at].append(fold)


def _keep_numbers_of_lists(page: Rendering, root: ElementTree.Element) -> None:
    """Stop where an item of a list has another number than its line."""
    numbers = {item: f"{at}." for each in root.iter("ol") for at, item in enumerate(each, start=1)}
    shown = (numbers[item] for item in root.iter("li") if item in numbers)
    for line, text in enumerate(page.source.text.splitlines(), start=1):
        for written in ITEM.findall(re.match(CONTAINER, text)[0]):
            if written != (now := next(shown, "no item.")):
                message = f"this item, {written} in its line, is shown as {now} {HOW_LISTS_STAND}"
                page.stop(message, line)
                return


def _keep_marks_from_the_text(page: Rendering, root: ElementTree.Element) -> None:
    """Stop where a mark of Markdown is shown as text, or nothing in a box."""
    for outer in root.iter():
        is_box = outer.tag == "details" or outer.get("class", "").startswith("admonition ")
        if is_box and len(outer) == 1:
            title = outer[0].text or ""
            at = page.source.line_of(f'"{title}"')
            page.stop(f"the box {title!r} is empty. {HOW_MARKS_STAND}", at)
        for text in (outer.text, *(inner.tail for inner in outer)):
            is_prose = text and not isinstance(text, AtomicString) and outer.tag != "code"
            for mark in UNTAKEN.finditer(text) if is_prose else ():
                line = text[: mark.end()].count("\n")
                at = page.source.line_of(text.split("\n")[line]) or page.source.line_of(mark[0])
                page.stop(f"{mark[0]!r} is shown as it stands. {HOW_MARKS_STAND}", at)


def _be_whole(page: Rendering, root: ElementTree.Element) -> None:
    """Stop where a value was given more than a class, behind which its origin is lost."""
    for element, attributes, line in page.values:
        if element.attrib | {"class": ""} != attributes | {"class": ""}:
            page.stop("a value takes a class, such as { .l1 }, and nothing else.", line)
    page.is_whole = True
