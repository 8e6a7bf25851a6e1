"""Text of strangers, made fit to stand in a cell of a Markdown table: shown whole, and inert."""

from __future__ import annotations

import unicodedata

LONGEST = 200  # characters of one cell


def cell(text: str) -> str:
    """Return a line of anything as code that GitHub's Markdown shows as it is; '' stays empty.

    No character is left with which Markdown, HTML, a link or a mention could begin, or the cell
    end: each is a reference to its number instead, which is text wherever it stands. What could
    not be seen (controls, marks of direction, odd blanks) is told by its number too.
    """
    if not text:
        return ""
    shown = "".join(map(_character, text[:LONGEST].replace("  ", "\u00a0\u00a0")))
    rest = f" … and {len(text) - LONGEST} characters more" if len(text) > LONGEST else ""
    return f"<code>{shown}</code>{rest}"


def _character(character: str) -> str:
    if character == " " or (character.isascii() and character.isalnum()):
        return character
    if character == "\u00a0":  # a blank as well, which is not shown as one with the next
        return "&#160;"
    if unicodedata.category(character)[0] in "CMZ":
        return f"&#10216;U&#43;{ord(character):04X}&#10217;"
    return f"&#{ord(character)};"
