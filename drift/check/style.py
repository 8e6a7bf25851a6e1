"""What a style sheet makes a reader see: the strings in it, and what it takes from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import rcssmin
import rjsmin

SHORTENED = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}

# What a sheet may show though it does not say it. Behind an outside link its address, since nobody
# can follow it on paper: an address is given and no result, and the rule, which has this selector
# alone, means nothing else. Below a printed page its number, which no other rule may set.
PERMITTED = (
    r"(?<=[^\\][{}])\s*(?:\.[\w-]+\s+)?a\[href\^=\"http\"\]::after\s*"
    r"\{\s*content:\s*\" \(\" attr\(href\) \"\)\"\s*;"
    r"|@bottom-center\s*\{\s*content:\s*counter\(page\)\s*;"
)
STRING = r"\"(?:[^\"\\\n]|\\[\s\S])*\"|'(?:[^'\\\n]|\\[\s\S])*'"
# One after the other, so that a comment in a string is a part of the string. Nobody reads the names
# of files, or the selectors of attributes.
TOKEN = re.compile(
    rf"{PERMITTED}|/\*[\s\S]*?\*/|@(?:import|charset|namespace)\b[^;]*;|\[[^\]]*\]"
    rf"|\b(?P<address>url|format|local)\((?:{STRING}|[^)])*\)|(?P<string>{STRING})"
    r"|(?P<borrowed>\b(?:attr|counters?|symbols)(?=\()|@counter-style\b"
    r"|\bcounter-(?:reset|set|increment)(?=\s*:))",
    re.IGNORECASE,
)
FOREIGN = re.compile(r"\(\s*[\"']?\s*(?:data:|https?:|//)", re.IGNORECASE)
ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|([\s\S]))")


def said(css: str) -> Iterator[tuple[int, str]]:
    """Yield the line (from 1) and the text of each string that a style sheet can show."""
    for token in TOKEN.finditer(css):
        if token["string"]:
            yield _line(css, token), ESCAPE.sub(_character, token["string"][1:-1])


def borrowed(css: str) -> Iterator[tuple[int, str]]:
    """Yield the line (from 1) and the name of what shows a thing that this sheet does not say.

    That is an attribute's text, a count, or a picture that is no file of the site.
    """
    for token in TOKEN.finditer(css):
        if token["borrowed"]:
            yield _line(css, token), token["borrowed"]
        elif token["address"] and FOREIGN.search(token[0]):
            yield _line(css, token), f"{token['address']} of what is no file of the site"


def shortened(path: Path) -> bytes:
    """Return a style or a script without what only its authors read, as a site publishes it."""
    return SHORTENED[path.suffix](path.read_text("utf-8")).encode()


def _line(css: str, found: re.Match) -> int:
    return css.count("\n", 0, found.start()) + 1


def _character(escape: re.Match) -> str:
    if escape[1]:
        number = int(escape[1], 16)
        return chr(number) if 0 < number < 0x110000 else "\ufffd"
    return escape[2].strip("\n")
