"""Reads the files of a project: plain files, and text. A fault names the file and the line."""

from __future__ import annotations

import json
import os
import re
import stat
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from drift.fault import Fault, FaultsFound

LINE = re.compile(r"\bline (\d+)")
CELL = {"cell_type", "metadata", "source"}
MEND = "Mend it, or undo the last change to it."


def odd(about: os.stat_result) -> str:
    """Return why a file is not opened: a link leads astray, a pipe lets one wait; '' if it is."""
    if stat.S_ISLNK(about.st_mode):
        return "a symbolic link, which is not followed. Put the file itself there."
    return "" if stat.S_ISREG(about.st_mode) else "neither a file nor a folder. Take it out."


def contents(folder: Path, texts: tuple[str, ...]) -> dict[str, bytes]:
    """Return the content of each file below a folder by its path there, without hidden ones.

    Those whose names end like one of `texts` are plain text. Raises FaultsFound where that, or a
    plain file, is not what lies there.
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
    if problem := odd(path.lstat()):
        raise FaultsFound(Fault(file, 0, problem))
    content = path.read_bytes()
    return text(file, content).encode() if is_text else content


def text(file: str, content: bytes) -> str:
    """Return a text without what only Windows has: other line ends, a mark at its beginning."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FaultsFound(Fault(file, line, "no text in UTF-8. Save it as UTF-8.")) from None


def parsed(file: str, written: str, loads: Callable[[str], Any] = tomllib.loads) -> Any:
    """Return what a text holds as TOML, or otherwise; raise FaultsFound where it does not parse."""
    try:
        return loads(written)
    except ValueError as error:
        line = int((LINE.search(str(error)) or ["", 0])[1])
        raise FaultsFound(Fault(file, line, f"does not parse: {error}. {MEND}")) from None


def tables(file: str, written: str, *names: str) -> list[dict]:
    """Return tables of a TOML file by their names; raise FaultsFound where it has anything else."""
    found = parsed(file, written)
    if others := [name for name in found if name not in names]:
        message = f"there is no table {others[0]}; there are {', '.join(names)}."
        raise FaultsFound(Fault(file, 0, message))
    return [table(file, name, found.get(name, {})) for name in names]


def table(file: str, name: str, value: object, of: type = object) -> dict:
    """Return a value of a file by its name; raise FaultsFound where that is no table `of` this."""
    if not isinstance(value, dict):
        raise FaultsFound(Fault(file, 0, f"{name} is no table."))
    for key in (key for key in value if not isinstance(value[key], of)):
        raise FaultsFound(Fault(file, 0, f'{key} is no list. Write: {key} = ["…"]'))
    return value


def _is_cell(cell: dict) -> bool:
    source, outputs = cell["source"], cell.get("outputs", [])
    return (
        {*cell} >= CELL
        and cell["cell_type"] in ("code", "markdown", "raw")
        and (isinstance(source, str) or all(isinstance(line, str) for line in source))
        and all(isinstance(output["output_type"], str) for output in outputs)
    )


def expect_notebook(file: str, written: str) -> None:
    """Raise FaultsFound where a text is no notebook that Jupyter could have written."""
    try:
        whole = parsed(file, written, json.loads)
        is_one = whole["nbformat"] == 4 and isinstance(whole["cells"], list)
        is_one &= isinstance(whole["metadata"], dict) and all(map(_is_cell, whole["cells"]))
    except (TypeError, KeyError, AttributeError):
        is_one = False
    if not is_one:
        message = f"no notebook of format 4: its cells, or a part of one, are missing. {MEND}"
        raise FaultsFound(Fault(file, 0, message))
