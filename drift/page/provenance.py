"""How a value, a claim and a fact say on a page where they come from. The check reads it again."""

import platform
from functools import cache
from importlib import metadata
from xml.etree import ElementTree

from markdown.util import AtomicString

from drift.page.address import UNSEARCHED
from drift.project.snippet import Snippet

VALUE, CLAIM, FACT = "value", "claim", "build"  # the class of each kind of <data>
ADDRESS, LINE = "data-source", "data-line"
VERSION = cache(metadata.version)  # a look at all packages, and each page asks
MARK, OF_A_MARK = "✓", {"role": "img", "aria-label": "A program checks this."}
"""What a claim shows, and the attributes by which it is read out."""


def attributes(snippet: Snippet, name: str, line: int, block: str) -> dict[str, str]:
    """Return the attributes by which a value names its line, and leads to its `block`, if any."""
    origin = {"title": f"{name}, line {line} of {snippet.name}"}
    if block:
        origin |= {ADDRESS: f"{block}-{line}", LINE: snippet.lines[line - 1].strip()}
    return origin


def value(exact: str, text: str, origin: dict[str, str], kind: str = VALUE) -> ElementTree.Element:
    """Return a value as `<data>`: its exact number, its approved text, and its attributes."""
    element = ElementTree.Element("data", {"class": kind, "value": exact, **origin})
    element.text = AtomicString(text)
    return element


def claim(exact: str, origin: dict[str, str]) -> ElementTree.Element:
    """Return the mark of a claim as `<data>`."""
    element = value(exact, "", origin, CLAIM)
    mark = ElementTree.SubElement(element, "span", OF_A_MARK | {UNSEARCHED: "true"})
    mark.text = AtomicString(MARK)
    return element


def of_build(name: str) -> ElementTree.Element:
    """Return the version of Python, or of a package, as `<data>`; raise LookupError for neither."""
    try:
        fact = platform.python_version() if name == "python" else VERSION(name)
    except (metadata.PackageNotFoundError, ValueError):
        message = f"{name!r} is no fact of the build. Name a package, or python."
        raise LookupError(message) from None
    return value(fact, fact, {"title": f"{name} of this build"}, FACT)
