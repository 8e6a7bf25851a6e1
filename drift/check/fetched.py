"""What markup and style sheets make a browser fetch, open or run by itself, without a reader.

A page asks no other host for anything: whoever owns that host would learn of each reader, and could
send what nobody reviewed. The scripts in a page are the policy's matter (policy.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from drift.check import style

# The beginning of an address that no file of this site has. Browsers skip spaces, and take \ for /.
ELSEWHERE = re.compile(
    r"(?:(?:https?|ftp|wss?|file|filesystem|blob|data):|[\\/]{2})", re.IGNORECASE
)
NO_PAGE = re.compile(r"(?:file|filesystem|blob|data):", re.IGNORECASE)
SKIPPED = re.compile(r"[\x00-\x20]+")
# Followed by a reader alone.
FOLLOWED = {("a", "href"), ("a", "xlink:href"), ("area", "href")}
# A <link> that only tells of another place.
TELLING = {"canonical", "license", "author", "help", "me", "next", "prev"}
# Attributes whose text is read or named, and never fetched.
READ = {
    "abbr", "alt", "cite", "class", "content", "datetime", "id", "itemid", "itemtype", "label",
    "name", "placeholder", "property", "rel", "resource", "summary", "title", "value", "xmlns",
}  # fmt: skip
READ_BEGINNINGS = ("aria-", "data-", "xmlns:")
SEVERAL = {"srcset", "imagesrcset", "ping", "archive"}
STYLED = re.compile(r"url\(|image-set\(|@import", re.IGNORECASE)
REFUSED = {
    "base": "moves every link of the page",
    "frame": "shows another document",
    "frameset": "shows other documents",
    "portal": "shows another document",
    "fencedframe": "shows another document",
    "applet": "runs a program",
    "foreignobject": "hides markup in a drawing",
}
MOVING = {"animate", "set"}
# A picture in its own address asks nobody; what it could hide is looked at elsewhere (typed.py).
PICTURES = {"img", "image", "feimage", "source"}

# One after the other, so that what stands in a comment or a string is a part of it.
IN_STYLE = re.compile(
    rf"/\*[\s\S]*?\*/|(?P<how>\burl\(|@import)\s*(?P<quoted>{style.STRING})"
    rf"|\burl\(\s*(?P<bare>[^)\"'\s]*)|[(,]\s*(?P<listed>{style.STRING})|{style.STRING}",
    re.IGNORECASE,
)
PLAIN_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t]?|([g-zG-Z:/]))")


def refused(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with an element, given as its tag and attributes in lower case."""
    if tag in REFUSED:
        yield f"<{tag}> {REFUSED[tag]}. Do without it."
    if tag == "meta" and attributes.get("http-equiv", "").strip().lower() == "refresh":
        yield "<meta http-equiv=refresh> leads a reader away unasked. Write a link."
    if tag in MOVING and attributes.get("attributename", "").lower().endswith("href"):
        yield f"<{tag}> changes where a link leads. Do without it."
    for name, value in attributes.items():
        if name in READ or name.startswith(READ_BEGINNINGS):
            continue
        if (tag, name) in FOLLOWED:
            if NO_PAGE.match(SKIPPED.sub("", value)):
                yield f"{name}={value[:80]!r} leads to what is no page. Link to a file of the site."
        elif not _only_tells(tag, attributes) and _asks_elsewhere(tag, name, value):
            yield (
                f"the browser would ask for {name}={value[:80]!r} of <{tag}>, which is no file of "
                "this site. Put the file into docs, and name it there."
            )


def is_script(address: str) -> bool:
    """Whether an address is no place, but a script that runs when it is followed."""
    return ":" in address and SKIPPED.sub("", address).lower().startswith("javascript:")


def is_elsewhere(address: str) -> bool:
    """Whether an address is that of no file of the site it stands on."""
    return bool(ELSEWHERE.match(SKIPPED.sub("", address)))


def in_style(css: str) -> Iterator[tuple[int, str, bool]]:
    """Yield the line (from 1) and the text of each address in a style, and whether it is a file's.

    A string in a list may be an address, as in image-set(), or a word: it is no file's for sure.
    """
    css = PLAIN_ESCAPE.sub(_plain, css)
    for token in IN_STYLE.finditer(css):
        address = token["bare"] or (token["quoted"] or token["listed"] or "")[1:-1]
        if address:
            line = css.count("\n", 0, token.start()) + 1
            yield line, address, token["listed"] is None


def from_elsewhere(css: str) -> Iterator[tuple[int, str]]:
    """Yield the line (from 1) and the fault of each address in a style that is another host's."""
    for line, address, _ in in_style(css):
        if is_elsewhere(address) and not _is_data(address):
            yield (
                line,
                f"the browser would ask for {address[:80]!r}, which is no file of this site. Put "
                "the file into docs, and name it there.",
            )


def is_styled(value: str) -> bool:
    """Whether the text of an attribute, such as fill, names an address as styles do."""
    return ("(" in value or "@" in value) and bool(STYLED.search(value))


class Drawing(HTMLParser):
    """What is wrong with a file of markup that is no page: a drawing, a list of pages.

    A browser opens it as a document of its own, which states no policy.
    """

    def __init__(self, text: str):
        """Read the file, given as its text."""
        super().__init__(convert_charrefs=True)
        self.faults: list[tuple[int, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Look at an element."""
        named = {name: value or "" for name, value in attributes}
        for fault in refused(tag, named):
            self._tell(fault)
        if tag.rpartition(":")[2] == "script":
            self._tell("a <script> runs outside of every page. Take it out.")
        for name, value in named.items():
            if name.startswith("on") or is_script(value):
                self._tell(f"{name}={value[:80]!r} runs a script. Take it out.")
            elif is_styled(value):
                self._read(value)

    def handle_data(self, data: str) -> None:
        """Look at a text, which may be a style's."""
        self._read(data)

    def handle_pi(self, data: str) -> None:
        """Look at an instruction to the reader of the file."""
        if data.lower().startswith("xml-stylesheet"):
            self._tell("a style sheet of its own can change what is shown. Take it out.")

    def handle_decl(self, decl: str) -> None:
        """Look at a declaration: entities can hold any markup."""
        if "entity" in decl.lower():
            self._tell("<!ENTITY> can hold what no check reads. Write it where it is used.")

    def _read(self, css: str) -> None:
        for _, fault in from_elsewhere(css):
            self._tell(fault)

    def _tell(self, fault: str) -> None:
        self.faults.append((self.getpos()[0], fault))


def _only_tells(tag: str, attributes: Mapping[str, str]) -> bool:
    kinds = attributes.get("rel", "").lower().split()
    return tag == "link" and bool(kinds) and TELLING.issuperset(kinds)


def _is_data(address: str) -> bool:
    return address.lstrip().lower().startswith("data:")


def _asks_elsewhere(tag: str, name: str, value: str) -> bool:
    addresses = re.split(r"[\s,]+", value) if name in SEVERAL else [value]
    found = filter(is_elsewhere, addresses)
    return not all(tag in PICTURES and _is_data(address) for address in found)


def _plain(escape: re.Match) -> str:
    """Return a letter for its escape; what could end a string or a comment stays escaped."""
    number = int(escape[1], 16) if escape[1] else ord(escape[2])
    character = chr(number) if number < 0x110000 else ""
    return character if character.isalnum() or character in (":", "/") else escape[0]
