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
    if not page.programs:
        return []
    cells = _Cells()
    above = [*_what_stands_above(page)]
    title = next((heading for heading, _ in above if heading), "")
    where = f"<{address}>" if address else "one page"
    cells.say(title, f"The programs of {where}, with what they printed. {HOW}")
    met = {title}
    for program, line in page.programs.items():
        if snippet := project.snippets.get(program):
            new = [text for text in above[line - 1] if text not in met]
            met.update(new)
            cells.say(*new, "" if snippet.is_session else f"`{snippet.name}`")
            cells.show(snippet)
    return cells.made


class _Cells:
    """The cells of a notebook, and the files that they have written so far."""

    def __init__(self):
        self.made: list[dict[str, Any]] = []
        self._files: dict[str, str] = {}
        self._runs = 0

    def say(self, *paragraphs: str) -> None:
        """Add a cell of Markdown, if there is anything to say."""
        if text := "\n\n".join(filter(None, paragraphs)):
            self._add("markdown", text)

    def show(self, snippet: Snippet) -> None:
        """Add a program, or a session, with what was approved of it; before it, its files."""
        command, program = snippet.command, snippet
        for file, content in snippet.files:
            if file.endswith(DATA) or file in command.split():
                self._file(file, content.decode("utf-8"))
            if file.endswith(PROGRAM) and file in command.split():
                program = Snippet(snippet.root, file, content.decode("utf-8"))
        source = program.source.rstrip("\n")
        if command or program.reads_its_command:
            file = program.name.rpartition("/")[2]
            self._file(file, program.source)
            # In this Python, while the system's "python" may be one without the libraries.
            source = (command or f"python {file}").replace("python", "%run", 1)
        # Its warning or error shows when it runs; Jupyter goes on behind a cell with this tag.
        tags = {"tags": ["raises-exception"]} if snippet.expects_error else {}
        self._run(source, snippet.approved.get(PRINTED, ""), **tags)

    def _file(self, file: str, content: str) -> None:
        if self._files.get(file) != content:
            verb = "Overwriting" if file in self._files else "Writing"
            self._run(f"%%writefile {file}\n{content}", f"{verb} {file}\n")
            self._files[file] = content

    def _run(self, source: str, printed: str, **metadata: Any) -> None:
        self._runs += 1
        output = {"name": "stdout", "output_type": "stream", "text": printed.splitlines(True)}
        outputs = [output] if printed else []
        source = source.removesuffix("\n")
        self._add("code", source, execution_count=self._runs, metadata=metadata, outputs=outputs)

    def _add(self, kind: str, source: str, **more: Any) -> None:
        cell = {"cell_type": kind, "id": f"cell-{len(self.made) + 1}", "metadata": {}}
        self.made.append(dict(sorted({**cell, **more, "source": source.splitlines(True)}.items())))


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
