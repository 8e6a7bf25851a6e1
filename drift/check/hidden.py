"""Characters that nobody sees: they can turn, split or hide what a reader or a reviewer reads."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Iterator

# Of Unicode's categories: controls, formats (no width, directions), separators of lines, and what
# is unassigned, private or half a character.
UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Cn", "Co", "Cs"}
NAMELESS = {"Cc": "control", "Cn": "unassigned", "Co": "private use", "Cs": "half a character"}
SEEN = {"\n", "\t"}
# How a file can name a character without holding it.
REFERENCE = re.compile(r"&#?\w+;?")
ESCAPE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\[\s\S]")
WRITTEN = {".html": REFERENCE, ".svg": REFERENCE, ".xml": REFERENCE}
WRITTEN |= {".json": ESCAPE, ".ipynb": ESCAPE}


def faults(name: str, text: str) -> Iterator[str]:
    """Yield a fault for the first place of each such character in a file, with its line."""
    text = text.replace("\r\n", "\n")
    written = WRITTEN.get(name[name.rfind(".") :])
    found = {character: character for character in filter(_is_unseen, sorted(set(text)))}
    for form in sorted(set(written.findall(text))) if written else ():
        for character in filter(_is_unseen, _meant(form)):
            found.setdefault(character, form)
    for character, form in found.items():
        line = text.count("\n", 0, text.index(form)) + 1
        yield f"{name}, line {line}: holds {_told(character)}, which nobody sees. Take it out."


def _is_unseen(character: str) -> bool:
    if character in SEEN or " " <= character <= "~":
        return False
    return unicodedata.category(character) in UNSEEN


def _meant(form: str) -> str:
    """Return the characters that a reference or an escape names."""
    if form.startswith("&"):
        number = re.match(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+))", form)
        code = int(number[1] or number[2], 16 if number[1] else 10) if number else 0
        # Python gives what a browser shows; of what a browser drops it gives nothing.
        return html.unescape(form) or (chr(code) if code < 0x110000 else "")
    return json.loads(f'"{form}"') if form[1] in "ubfnrt" else ""


def _told(character: str) -> str:
    code = f"U+{ord(character):04X}"
    return f"{code} ({unicodedata.name(character, NAMELESS.get(unicodedata.category(character)))})"
