"""The notebook of a page, to take away: its programs, the data they read, and what they printed.

It needs no file but itself: a cell that begins with %%writefile makes each file beside it. A
drawing is stored in none of its cells; the programs draw when they run.
"""

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from drift.project.page_source import PageSource
from drift.project.project import Project
from drift.project.snippet import DATA, PRINTED, PROGRAM, Snippet

HEADING = re.compile(r"^(?P<level>#{1,6}) +(?P<text>.*?)[ #]*(?:\{[^}]*\} *)?$")
BOX = re.compile(r'^(?P<indent> *)(?:!!!|\?\?\?\+?) *[^"]*"(?P<text>.*)" *$')
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
UNSHOWN = re.compile(r"(?ms)\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*\n|<!--.*?-->")
UNLINKED = r"\1"  # a link would lead astray from where the notebook lies
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
HOW = "Run the cells from the first to the last, in an empty folder."


def name(path: str) -> str:
    """Return the name of the notebook of a page, given as its path: it lies beside the page."""
    return PurePosixPath(path).with_suffix(".ipynb").name


def written(page: PageSource, project: Project, address: str) -> str:
    """Return the text of a page's notebook, the same for the same page and approved files.

    `address` is where it is published, '' if unknown. Returns '' for a page without programs.
    """
    made = cells(page, project, address)
    whole = {"cells": made, "metadata": {"kernelspec": KERNEL}, "nbformat": 4, "nbformat_minor": 5}
    # As nbformat writes it, which takes longer to load than all notebooks to be written.
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n" if made else ""


def cells(page: PageSource, project: Project, address: str) -> list[dict[str, Any]]:
    """Return the cells of a page's notebook; none where it shows nothing that runs."""
    made: list[dict[str, Any]] = []
    for kind, source, printed, metadata in _parts(page, project, address) if page.programs else ():
        lines = source.removesuffix("\n").splitlines(keepends=True)
        cell = {"id": f"cell-{len(made) + 1}", "metadata": metadata, "source": lines}
        if kind == "code":
            text = printed.splitlines(keepends=True)
            output = {"name": "stdout", "output_type": "stream", "text": text}
            cell["execution_count"] = sum("outputs" in each for each in made) + 1
            cell["outputs"] = [output] if printed else []
        made.append(dict(sorted({"cell_type": kind, **cell}.items())))
    return made


def _parts(
    page: PageSource, project: Project, address: str
) -> Iterator[tuple[str, str, str, dict]]:
    """Yield what each cell is: its kind and its text; of one of code what it printed, and tags."""
    above = [*_what_stands_above(page)]
    title = next((heading for heading, _ in above if heading), "")
    where = f"<{address}>" if address else "one page"
    about = f"The programs of {where}, with what they printed. {HOW}"
    yield "markdown", "\n\n".join(filter(None, (title, about))), "", {}
    met, files = {title}, dict[str, str]()
    for name, line in page.programs.items():
        if snippet := project.snippets.get(name):
            new = [text for text in above[line - 1] if text not in met]
            met.update(new)
            if said := "\n\n".join(filter(None, [*new, f"`{name}`" * (not snippet.is_session)])):
                yield "markdown", said, "", {}
            needed, source = _what_runs(snippet)
            for file, text in needed.items():
                if files.get(file) != text:
                    verb = "Overwriting" if file in files else "Writing"
                    yield "code", f"%%writefile {file}\n{text}", f"{verb} {file}\n", {}
            files |= needed
            # Its warning or error shows when it runs; Jupyter goes on behind a cell with this tag.
            tags = {"tags": ["raises-exception"]} if snippet.expects_error else {}
            yield "code", source, snippet.approved.get(PRINTED, ""), tags


def _what_runs(snippet: Snippet) -> tuple[dict[str, str], str]:
    """Return the files that a program or a session needs, and the text of its cell."""
    command, program = snippet.command, snippet
    files = {}
    for file, content in snippet.files:
        if file.endswith(DATA) or file in command.split():
            files[file] = content.decode("utf-8")
        if file.endswith(PROGRAM) and file in command.split():
            program = Snippet(snippet.root, file, files[file])
    if not command and not program.reads_its_command:
        return files, program.source.rstrip("\n")
    file = program.name.rpartition("/")[2]
    files[file] = program.source
    # In this Python, while the system's "python" may be one without the libraries.
    return files, (command or f"python {file}").replace("python", "%run", 1)


def _what_stands_above(page: PageSource) -> Iterator[tuple[str, str]]:
    """Yield for each line of a page the heading before it, and the title of the box around it."""
    heading, box, indent = "", "", -1
    for line in UNSHOWN.sub(lambda part: re.sub(".", "", part[0]), page.text).splitlines():
        if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
            box, indent = "", -1
        if found := HEADING.match(line):
            heading = f"{found['level']} {LINK.sub(UNLINKED, found['text'])}"
        elif found := BOX.match(line):
            box, indent = f"**{LINK.sub(UNLINKED, found['text'])}**", len(found["indent"])
        yield heading, box
