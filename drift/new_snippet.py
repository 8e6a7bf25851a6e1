"""A new program to begin with, and what was approved of it, for a page that is there already."""

from __future__ import annotations

import keyword
import re
from pathlib import PurePosixPath

from drift.build import Workshop
from drift.fault import Drift
from drift.project.approval import given_now
from drift.project.page_source import Use
from drift.project.snippet import APPROVED, PROGRAM, Snippet
from drift.run.runs import Runs

NAME = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*(?P<program>[a-z][a-z0-9_]*)")
HOW = "Write as in: make new-snippet NAME=article/l1/total_error"
VALUE = "mean:.2f"


def written(work: Workshop, wanted: str) -> str:
    """Write a program and its approved files; return what to do with them.

    `wanted` is the program's path below snippets/ without `.py`; of its folder, which is named
    like a page, the end is enough. Raises Drift, and writes nothing, where no page or more than
    one is meant, where the program is there already, and for a name that none can have.
    """
    page, name = _meant(work, wanted)
    snippet = Snippet(work.snippets.root, name + PROGRAM, _program(name))
    for path in (snippet.path, *map(snippet.approved_path, APPROVED)):
        if path.exists():
            place = path.relative_to(work.folder).as_posix()
            raise Drift(f"{place} is there already; nothing was changed. Choose another name.")
    files = {snippet.path: snippet.source} | _approved(work, snippet, name)
    snippet.path.parent.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        path.write_text(text, "utf-8", newline="\n")
    places = [path.relative_to(work.folder).as_posix() for path in files]
    return _what_to_do(work, page, name, places)


def _meant(work: Workshop, wanted: str) -> tuple[str, str]:
    """Return the page, as a path below docs/, and the program's whole name, without `.py`."""
    found = NAME.fullmatch(wanted.removesuffix(PROGRAM))
    if not wanted:
        raise Drift(f"a new program needs a name: its page's path and its own. {HOW}")
    if not found or keyword.iskeyword(found["program"]):
        raise Drift(
            f"{wanted!r} can't be the name of a program: its folders are those of its page, and "
            f"its own name is a name in Python, in small letters. {HOW}"
        )
    end, program = found[0].rpartition("/")[0], found["program"]
    pages = {_folder(path): path for path in work.pages}
    meant = [folder for folder in pages if folder == end] or [
        folder for folder in pages if folder.endswith(f"/{end}")
    ]
    docs = work.docs.name
    if not meant:
        raise Drift(
            f"there is no page {docs}/{end}.md, nor one whose path ends so. Write the page "
            "first, then its program."
        )
    if len(meant) > 1:
        ways = " or ".join(f"{folder}/{program}" for folder in sorted(meant))
        raise Drift(f"{wanted} could belong to more than one page. Write {ways}.")
    return pages[meant[0]], f"{meant[0]}/{program}".lstrip("/")


def _folder(page: str) -> str:
    """Return the folder below snippets/ of a page's programs; '' for the first page of all."""
    path = PurePosixPath(page).with_suffix("")
    folder = (path.parent if path.name == "index" else path).as_posix()
    return "" if folder == "." else folder


def _program(name: str) -> str:
    """Return a program that is sound as it is, and like no other: its name is printed."""
    return (
        "numbers = [90, 95, 105]\n"
        "mean = sum(numbers) / len(numbers)\n"
        f'print(f"{name}: {{mean:.2f}}")\n'
    )


def _approved(work: Workshop, snippet: Snippet, name: str) -> dict:
    """Run a program; return the text of each approved file that it needs, by path."""
    runs = Runs(work.folder, work.settings)
    outcome = runs.run(snippet).result()
    runs.close()
    if outcome.problem:
        raise Drift(f"{outcome.problem} Nothing was written.", snippet.shown_path)
    files = given_now(snippet, outcome, [Use(0, f"{name}.{VALUE}")])
    return {snippet.approved_path(suffix): text for suffix, text in files.items() if text}


def _what_to_do(work: Workshop, page: str, name: str, places: list[str]) -> str:
    folders = [
        folder
        for source in work.pages.values()
        for fence in source.fences
        if fence.language == "ledger"
        for folder in fence.content.splitlines() or [""]
    ]
    listed = not folders or any(name.startswith(folder) for folder in folders)
    ledger = f"No ledger lists its folder: add {PurePosixPath(name).parent}/ to one.\n"
    return f"""\
Written: {", ".join(places)}

Paste this into {work.docs.name}/{page}, since the build refuses a program that no page shows:

```python
--8<-- "{name}{PROGRAM}"
```

The mean is `#!value {name}.{VALUE}`.

{"" if listed else ledger}Then make the program your own, and after each change: make accept"""
