"""Faults in pages, in notebooks, in finished pages, and in the search index."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import markdown
from markdown.preprocessors import Preprocessor
from nbconvert.filters import markdown2html

from drift.build import Build
from drift.check import search
from drift.check import site as sites
from drift.check.document import Document
from drift.check.theme import SEARCHED
from drift.fault import Fault, FaultsFound
from drift.generators.mkdocs import options_of_markdown
from drift.page import block
from drift.page.address import UNSEARCHED, Page
from drift.project import page_source
from drift.project.project import Project
from drift.run import notebook, variants
from tools.mutants import misprints
from tools.mutants.mutant import Change, Mutant, Verdict, digits, verdict

SITE = Path(".build", "site")
OF_A_SORT = 6
"""How many faults of one sort are planted in one finished page."""
RUNS_OF_A_NOTEBOOK = 4
"""How many faults in the code of a notebook are planted: each takes a run of the whole."""
PROSE, OUTPUT, CODE = "notebook's prose", "notebook's output", "notebook's code"


def _together(mutants: list[Mutant]) -> str:
    """Return a text with the faults of several mutants of it."""
    text = mutants[0].before
    for mutant in sorted(mutants, key=lambda each: each.change.start, reverse=True):
        text = mutant.change.of(text)
    return text


def _faults(document: Document, project: Project) -> Iterator[Fault]:
    for rule in sites.PAGE_RULES:
        yield from rule(document, project)


class Pages:
    """Values renamed and typed, includes pointed elsewhere, fences spelled otherwise, prose."""

    def __init__(self, build: Build):
        """Take a build; raise FaultsFound for a page of it that has a fault by itself."""
        self._build = build
        self._options = options_of_markdown(build.project.folder)
        for path, page in build.project.pages.items():
            if found := [*self._found(path, page.text)]:
                raise FaultsFound(*found)

    def planted(self) -> Iterator[Mutant]:
        """Yield the mutants of all pages."""
        for path, page in self._build.project.pages.items():
            for change, line, numeral, one in misprints.page(page, self._build.project.snippets):
                place = f"{page.file}, line {change.line(page.text)}"
                named = (f"{page.file}, line {line}: ",) if line else (page.file,)
                if numeral:
                    named = (f"{page.file}, line {line}: the numeral {numeral!r} was typed",)
                words, subject = change.words(page.text), (path, one or change)
                yield Mutant("page", page.file, page.text, change, words, place, named, subject)

    def judged(self, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
        """Yield what became of each mutant."""
        groups = defaultdict(list)
        for mutant in mutants:
            groups[mutant.subject].append(mutant)
        for (path, _), group in groups.items():
            found = self._found(path, _together(group))
            found = found if len(group) == 1 else [*found]
            yield from (verdict(mutant, found) for mutant in group)
        self._build.begin()

    def _found(self, path: str, text: str) -> Iterator[Fault]:
        """Yield the faults of the project with another text of a page; of that page first."""
        sound = self._build.project
        page = page_source.read(path, sound.pages[path].file, text)
        changed = replace(sound, pages={path: page, **{**sound.pages, path: page}})
        yield from changed.faults_of_pages()
        Build(changed, self._build).begin()
        try:
            html = self._rendered(path, text)
        except FaultsFound as found:
            yield from found.faults
            return
        # As generators take it off again.
        html = html.replace(f' {UNSEARCHED}="true"', "")
        yield from _faults(_document(path, html), changed)

    def _rendered(self, path: str, text: str) -> str:
        renderer = markdown.Markdown(**self._options)
        renderer.preprocessors.register(_Generator(Page(path, path)), "generator", 100)
        front = misprints.FRONT_MATTER.match(text)
        return renderer.convert(text[front.end() :] if front else text)


def _document(path: str, html: str) -> Document:
    return Document(sites.places(path)[0], f"<article>{html}</article>", path)


class _Generator(Preprocessor):
    """Says which page is rendered, as a generator does."""

    def __init__(self, page: Page):
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        return lines


class Notebooks:
    """Every digit that a notebook stores as output, every line of its prose, some of its code."""

    def __init__(self, build: Build):
        """Take the build of a project without a fault; raise ValueError where a notebook has one."""
        self._build = build
        for name in build.project.notebooks:
            build.notebooks.check(name)

    def planted(self) -> Iterator[Mutant]:
        """Yield the mutants of all notebooks."""
        for name, text in self._build.project.notebooks.items():
            numerals, code = count(misprints.FIRST_TYPED), []
            file = f"{self._build.project.docs.name}/{name}"
            for number, cell in enumerate(json.loads(text)["cells"]):
                place, source = f"{file}, cell {number + 1}", "".join(cell["source"])

                def mutant(kind: str, named: str, part: tuple, words: str, now: str) -> Mutant:
                    whole = Change(0, len(text), _replaced(text, number, part, now))
                    subject = name, number, now
                    return Mutant(kind, file, text, whole, words, place, (named,), subject)

                if cell["cell_type"] == "markdown":
                    for change in misprints.prose(source, numerals):
                        named = f"{place}: the numeral {change.after.strip()!r} was typed"
                        words, now = change.words(source), change.of(source)
                        yield mutant(PROSE, named, ("source",), words, now)
                elif cell["cell_type"] == "code":
                    for each in variants.variants(source):
                        named = f"{file}: cell "  # what it computes may show in a later one only
                        code.append(mutant(CODE, named, ("source",), each.change, each.source))
                for at, output in enumerate(cell.get("outputs", [])):
                    part = ("text",) if "text" in output else ("data", "text/plain")
                    stored = notebook.output_of({"outputs": [output]})
                    for change in digits(stored):
                        named = f"{file}: cell {number + 1} gives"
                        way, words = ("outputs", at, *part), change.words(stored)
                        yield mutant(OUTPUT, named, way, words, change.of(stored))
            yield from random.sample(code, min(RUNS_OF_A_NOTEBOOK, len(code)))

    def judged(self, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
        """Yield what became of each mutant."""
        project = self._build.project
        for mutant in mutants:
            name = mutant.subject[0]
            if mutant.kind == PROSE:
                yield verdict(mutant, self._found_in_prose(name, mutant.text))
                continue
            found = []
            try:
                executed = self._build.notebooks.executed(name)
                if mutant.kind == CODE:
                    executed = notebook.run(project.folder, mutant.text, project.settings)
                    executed = executed["notebook"]
                notebook.compare(mutant.text, executed, name)
            except ValueError as problem:
                found = [Fault(mutant.file, 0, str(problem))]
            yield verdict(mutant, found, is_same=mutant.kind == CODE)

    def _found_in_prose(self, name: str, text: str) -> Iterator[Fault]:
        sound = self._build.project
        changed = replace(sound, assets={**sound.assets, name: text.encode()})
        html = ""
        for cell in json.loads(text)["cells"]:
            source = "".join(cell["source"])
            is_code = cell["cell_type"] == "code"
            given = notebook.output_of(cell)
            html += block.cell(cell["id"], source, given) if is_code else markdown2html(source)
        return _faults(_document(name, html), changed)


def _replaced(text: str, number: int, way: tuple, now: str) -> str:
    """Return the text of a notebook in which one text of a cell, at the end of a way, is another."""
    whole = json.loads(text)
    inner = whole["cells"][number]
    for step in way[:-1]:
        inner = inner[step]
    inner[way[-1]] = now.splitlines(keepends=True)
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


class Finished:
    """What the finished pages hold, changed after the build; and the search index."""

    def __init__(self, build: Build):
        """Read the site of a build; raise FaultsFound where it has faults."""
        self._site, unread = sites.read(build.project, build.project.folder / SITE)
        if found := unread or [*sites.faults(self._site)]:
            raise FaultsFound(*found)

    def planted(self) -> Iterator[Mutant]:
        """Yield the mutants of all finished pages, and of the search index."""
        docs = self._site.project.docs.name
        for name, page in self._site.documents.items():
            named = (f"{name}, line ", f"{docs}/{page.source}" if page.source else name)
            for sort in misprints.finished(page.text):
                yield from self._chosen(name, page.text, sort, named)
        for name in SEARCHED.keys() & self._site.files.keys():
            text = self._site.files[name].decode("utf-8")
            yield from self._chosen(name, text, misprints.index(text), (name,))

    def _chosen(self, name: str, text: str, sort: list, named: tuple) -> Iterator[Mutant]:
        for change in random.sample(sort, min(OF_A_SORT, len(sort))):
            file, place = (SITE / name).as_posix(), f"{name}, line {change.line(text)}"
            yield Mutant("finished", file, text, change, change.words(text), place, named, name)

    def judged(self, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
        """Yield what became of each mutant."""
        for mutant in mutants:
            name = mutant.subject
            if name in SEARCHED:
                files = {name: mutant.text.encode()}
                yield verdict(mutant, search.faults(files, self._site.documents))
            else:
                page = replace(self._site.documents[name], text=mutant.text)
                yield verdict(mutant, _faults(page, self._site.project))
