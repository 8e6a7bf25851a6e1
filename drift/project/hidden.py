"""Characters that nobody sees: such a one can turn, split or hide what is read or reviewed."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from drift.fault import Fault

# Of Unicode's categories: controls, formats (no width, directions), separators of lines, and what
# is unassigned, private or half a character. And how a file can name one without holding it.
HIDDEN = {"Cc", "Cf", "Zl", "Zp", "Cn", "Co", "Cs"}
NAMELESS = {"Cc": "control", "Cn": "unassigned", "Co": "private use", "Cs": "half a character"}
REFERENCE = re.compile(r"&#?\w+;?")
NEVER = re.compile(r"(?!)")
ESCAPE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\[\s\S]")
JOINING = re.compile("(?<=(.))([\xad\u200d])(?=(.))")
WRITTEN = dict.fromkeys((".html", ".md", ".svg", ".xml"), REFERENCE)
WRITTEN |= dict.fromkeys((".json", ".ipynb"), ESCAPE)


def hidden_characters(name: str, text: str) -> Iterator[Fault]:
    """Yield a fault for the first place of each character in a file that nobody sees."""
    text = text.replace("\r\n", "\n")
    written = WRITTEN.get(PurePosixPath(name).suffix, NEVER)
    meant = "".join(map(_meaning, {*written.findall(text)}))
    if not any(map(_is_hidden, {*text, *meant})):  # which is the rule, and the rest takes long
        return
    text = written.sub(lambda form: _meaning(form[0]).replace("\n", " "), text)
    text = JOINING.sub(lambda found: "" if _joins(*found.groups()) else found[0], text)
    for character in filter(_is_hidden, sorted(set(text))):
        line = text.count("\n", 0, text.index(character)) + 1
        category = unicodedata.category(character)
        known = unicodedata.name(character, NAMELESS.get(category, ""))
        message = f"holds U+{ord(character):04X} ({known}), which nobody sees. Take it out."
        yield Fault(name, line, message)


def _joins(before: str, sign: str, behind: str) -> bool:
    """Whether a sign does what it is for: it may break a word, or makes one picture of two."""
    if sign == "\xad":
        return before.isalpha() and behind.isalpha()
    is_picture = before == "\ufe0f" or unicodedata.category(before) in ("So", "Sk")
    return is_picture and unicodedata.category(behind) == "So"


def _is_hidden(character: str) -> bool:
    if character in "\n\t" or " " <= character <= "~":
        return False
    return unicodedata.category(character) in HIDDEN


def _meaning(form: str) -> str:
    """Return the characters that a reference or an escape names."""
    if form.startswith("&"):
        number = re.match(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+))", form)
        code = int(number[1] or number[2], 16 if number[1] else 10) if number else 0
        # Python gives what a browser shows; of what a browser drops it gives nothing.
        return html.unescape(form) or (chr(code) if code < 0x110000 else "")
    return json.loads(f'"{form}"') if form[1] in "ubfnrt" else ""
