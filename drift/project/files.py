"""The files of a project: plain files, and text. A fault names the file and the line."""

import codecs
import html
import json
import os
import re
import stat
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from pathlib import Path, PurePosixPath
from typing import Any, get_args, get_type_hints

from drift.fault import Fault, FaultsFound

LINE = re.compile(r"\bline (\d+)")
MEND = "Mend it, or undo the last change to it."
ANEW = "Copy its cells into a new notebook of JupyterLab, or undo the last change to it."
SERVED = (".md", ".ipynb", ".css", ".js", ".json", ".mplstyle", ".svg", ".txt")
"""The texts that docs may hold."""
# Of Unicode's categories: controls, formats (no width, directions), separators of lines, and what
# is unassigned, private or half a character. And how a file can name one without holding it.
HIDDEN = {"Cc", "Cf", "Zl", "Zp", "Cn", "Co", "Cs"}
NAMELESS = {"Cc": "control", "Cn": "unassigned", "Co": "private use", "Cs": "half a character"}
REFERENCE = re.compile(r"&#?\w+;?")
ESCAPE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\[\s\S]")
JOINING = re.compile("(?<=(.))([\xad\u200d])(?=(.))")
WRITTEN = dict.fromkeys((".html", ".md", ".svg", ".xml"), REFERENCE)
WRITTEN |= dict.fromkeys((".json", ".ipynb"), ESCAPE)

# What a message calls a kind of value that a TOML file holds, and how one is written.
KINDS = {
    str: ("text", '"…"'),
    float: ("number above 0", "20"),
    list[str]: ("list of texts", '["…"]'),
}
BARE, MOST = re.compile(r"[\w-]+", re.ASCII), 10**9
MOST_SAID = 160  # characters of what a library says


def odd(name: str, about: os.stat_result) -> str:
    """Return why a file is not opened: a link leads astray, a pipe lets one wait; '' if it is."""
    if not name.isprintable() or "\\" in name:
        return "a name that can't be printed plainly. Name it otherwise."
    if stat.S_ISLNK(about.st_mode):
        return "a symbolic link, which is not followed. Put the file itself there."
    return "" if stat.S_ISREG(about.st_mode) else "neither a file nor a folder. Take it out."


def contents(folder: Path, texts: tuple[str, ...]) -> dict[str, bytes]:
    """Return the content of each file below a folder by its path there, without hidden ones.

    Those whose names end like one of `texts` are text. Raises FaultsFound for what is none, or no
    plain file.
    """
    found, faults = {}, []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if "/." not in f"/{name}" and not stat.S_ISDIR(path.lstat().st_mode):
            try:
                found[name] = _content(path, f"{folder.name}/{name}", name.endswith(texts))
            except FaultsFound as problem:
                faults += problem.faults
    if faults:
        raise FaultsFound(*faults)
    return found


def optional(folder: Path, name: str) -> str:
    """Return the text of a file of a folder, '' where there is none; raise as contents() does."""
    path = folder / name
    return _content(path, name, is_text=True).decode("utf-8") if os.path.lexists(path) else ""


def _content(path: Path, file: str, is_text: bool) -> bytes:
    if problem := odd(file, path.lstat()):
        raise FaultsFound(Fault(file, 0, problem))
    content = path.read_bytes()
    return text(file, content).encode() if is_text else content


def replace(path: Path, text: str) -> None:
    """Write a file in one step: it is never half there, whoever reads it meanwhile."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(text, "utf-8", newline="\n")
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def text(file: str, content: bytes) -> str:
    """Return a text without what only Windows has: other line ends, a mark at its beginning."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FaultsFound(Fault(file, line, "no text in UTF-8. Save it as UTF-8.")) from None


def served(file: str, content: bytes) -> str:
    """Return a text that a site serves byte for byte; raise FaultsFound for a mark there, too."""
    if content.startswith(codecs.BOM_UTF8):
        raise FaultsFound(Fault(file, 1, "begins with a mark (BOM). Save it as UTF-8 without it."))
    return text(file, content)


def line_of(words: str, text: str) -> int:
    """Return the first line (from 1) of a text that holds some words; 0 for none."""
    return text.count("\n", 0, text.find(words)) + 1 if words and words in text else 0


def parsed(file: str, written: str, loads: Callable[[str], Any] = tomllib.loads) -> Any:
    """Return what a text holds as TOML, or otherwise; raise FaultsFound where it does not parse."""
    try:
        return loads(written)
    except (ValueError, RecursionError) as error:
        line = int((LINE.search(str(error)) or ["", 0])[1])
        raise FaultsFound(Fault(file, line, f"does not parse: {error}. {MEND}")) from None


def typed(file: str, value: object, kind: Any, *path: str) -> Any:
    """Return what a TOML file holds under the names of a path; raise FaultsFound for a wrong kind.

    A kind is one of KINDS, a dataclass, whose fields are the keys, or a dict of such.
    """
    if kind in KINDS:
        if not _is_of(value, kind):
            *above, key = (each if BARE.fullmatch(each) else json.dumps(each) for each in path)
            place = f"{key} of [{'.'.join(above)}]" if above else key
            name, example = KINDS[kind]
            raise FaultsFound(Fault(file, 0, f"{place} is no {name}. Write: {key} = {example}"))
        return value
    place = f"[{'.'.join(path)}]" if path else "it"
    if not isinstance(value, dict):
        raise FaultsFound(Fault(file, 0, f"{place} is no table."))
    if not is_dataclass(kind):
        kinds = dict.fromkeys(value, get_args(kind)[1])
    else:
        kinds = get_type_hints(kind)
        if unknown := sorted(value.keys() - kinds.keys()):
            message = f"{place} has no {', '.join(unknown)}; there are {', '.join(sorted(kinds))}."
            raise FaultsFound(Fault(file, 0, message))
    return kind(**{key: typed(file, value[key], kinds[key], *path, key) for key in value})


def _is_of(value: object, kind: Any) -> bool:
    match value:
        case str():
            return kind is str and "\0" not in value
        case list():
            return kind == list[str] and all(_is_of(each, str) for each in value)
    return kind is float and type(value) in (int, float) and 0 < value < MOST


def expect_notebook(file: str, written: str) -> None:
    """Raise FaultsFound where a text is no notebook of format 4.5, of code and Markdown alone."""
    import nbformat  # takes as long as a small build, and few projects have a notebook

    whole = parsed(file, written, json.loads) or {}
    for wrong in nbformat.validator.iter_validate(whole, version=4):
        cell, path = "", [*wrong.relative_path]
        if path[:1] == ["cells"] and path[1:]:
            cell, path = f", cell {path[1] + 1}", path[2:]
        what = ": ".join([*map(str, path), wrong.message[:MOST_SAID]])
        raise FaultsFound(Fault(f"{file}{cell}", 0, f"no notebook of format 4.5 ({what}). {ANEW}"))
    met = {}
    for at, cell in enumerate(nbformat.from_dict(whole).cells, start=1):
        first, message = met.setdefault(cell["id"], at), ""
        if cell["cell_type"] == "raw":
            message = "is a raw cell. Make it one of code or of Markdown, or delete it."
        elif first != at:
            message = f"has the id of cell {first}. Cut it in JupyterLab, and paste it there again."
        elif cell.get("attachments"):
            message = "what is attached is not shown. Take it out, or let a program draw it."
        if message:
            raise FaultsFound(Fault(f"{file}, cell {at}", 0, message))


def hidden_characters(name: str, text: str) -> Iterator[Fault]:
    """Yield a fault for the first place of each character in a file that nobody sees."""
    text = text.replace("\r\n", "\n")
    written = WRITTEN.get(PurePosixPath(name).suffix, re.compile("(?!)"))
    meant = "".join(map(_meaning, {*written.findall(text)}))
    if not any(map(is_hidden, {*text, *meant})):  # which is the rule, and the rest takes long
        return
    text = written.sub(lambda form: _meaning(form[0]).replace("\n", " "), text)
    text = JOINING.sub(lambda found: "" if _joins(*found.groups()) else found[0], text)
    for character in filter(is_hidden, sorted(set(text))):
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


def is_hidden(character: str) -> bool:
    """Whether nobody sees a character of a text, which may hold blanks, ends of lines and tabs."""
    if character in "\n\t" or " " <= character <= "~":
        return False
    category = unicodedata.category(character)  # a blank that is thin, and that of Braille
    return character == "\u2800" or category in HIDDEN or (category == "Zs" and character != "\xa0")


def _meaning(form: str) -> str:
    """Return the characters that a reference or an escape names."""
    if form.startswith("&"):
        number = re.match(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+))", form)
        code = int(number[1] or number[2], 16 if number[1] else 10) if number else 0
        # Python gives what a browser shows; of what a browser drops it gives nothing.
        return html.unescape(form) or (chr(code) if code < 0x110000 else "")
    return json.loads(f'"{form}"') if form[1] in "ubfnrt" else ""
