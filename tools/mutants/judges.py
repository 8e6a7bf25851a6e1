"""Plants faults of each kind, and finds out what the guard says of each."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import chain
from pathlib import Path

import markdown
import nbformat
from markdown.preprocessors import Preprocessor
from nbconvert.filters import markdown2html

from drift.check import site as built
from drift.check.site import Page as BuiltPage
from drift.check.site import Reading
from drift.fault import Drift
from drift.generators import mkdocs as mkdocs_edge
from drift.generators.pages import Page
from drift.project.snippet import APPROVED, DRAWN, PROGRAM, Snippet
from drift.run import notebook
from drift.run.outcome import Outcome
from tools.mutants import misprints, mutations, skewed
from tools.mutants.misprints import CODE, PROSE, Programs
from tools.mutants.mutations import Change
from tools.mutants.planted import Ground, Mutant, Verdict, names, verdict
from tools.mutants.skewed import Skew

SITE = Path(".build", "site")
BUILD = (*mkdocs_edge.BUILD, SITE.as_posix())
CHECK = ("drift", "check", SITE.as_posix())
INDEX = "search/search_index.json"
NOTHING = Change(0, 0, "")
RUNS_OF_A_NOTEBOOK = 4
"""How many faults in the code of a notebook are planted: each takes a run of the whole."""


def run(command: tuple[str, ...], folder: Path) -> int:
    """Run a module's command in a folder; return its exit code."""
    ran = subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True)
    return ran.returncode


class OfPrograms:
    """Every number, operator and reduction of a program; every digit of a session's command."""

    def __init__(self, ground: Ground):
        """Take the ground in which to plant."""
        self._ground = ground
        self._by_path = {each.path: each for each in ground.snippets.by_name.values()}
        self._sessions: dict[Path, list[Snippet]] = defaultdict(list)
        for snippet in self._by_path.values():
            for word in snippet.source.split() if snippet.is_session else ():
                self._sessions[snippet.path.with_name(word)].append(snippet)

    def planted(self) -> Iterator[Mutant]:
        """Yield the mutants of all snippets."""
        for path, snippet in self._by_path.items():
            is_program = snippet.name.endswith(PROGRAM)
            kind, make = (
                ("program", mutations.programs) if is_program else ("session", mutations.digits)
            )
            for change in make(snippet.source):
                line, told = change.line(snippet.source), change.told(snippet.source)
                place = f"{snippet.shown_path}, line {line}"
                sessions = self._sessions.get(path, [])
                named = tuple(name for each in (snippet, *sessions) for name in names(each))
                yield Mutant(kind, place, told, named, path, snippet.source, change)

    def judged(self, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
        """Return what became of each mutant; they all begin to run when this is called."""
        running = []
        for mutant in mutants:
            snippet = self._by_path[mutant.file]
            future = self._ground.work.runs.run(replace(snippet, source=mutant.text))
            running.append((mutant, snippet, future))
        return self._verdicts(running)

    def _verdicts(
        self, running: list[tuple[Mutant, Snippet, Future[Outcome]]]
    ) -> Iterator[Verdict]:
        for mutant, snippet, future in running:
            outcome = future.result()
            said = self._ground.said(snippet, outcome)
            said = said or self.said_of_sessions(snippet, mutant.text)
            yield verdict(mutant, said, not said and self._ground.is_same(snippet, outcome))

    def said_of_sessions(self, program: Snippet, text: str) -> str:
        """Return what the guard says of the sessions that run a program, were this its text."""
        running = []
        for session in self._sessions.get(program.path, []):
            files = dict(session.files) | {program.path.name: text.encode()}
            changed = replace(session, files=tuple(files.items()))
            running.append((session, self._ground.work.runs.run(changed)))
        said = [self._ground.said(session, future.result()) for session, future in running]
        return next(filter(None, said), "")


class OfApprovals:
    """Every digit of every approved file."""

    def __init__(self, ground: Ground):
        """Take the ground in which to plant."""
        self._ground = ground
        self._by_file = {
            snippet.approved_path(suffix): snippet
            for snippet in ground.snippets.by_name.values()
            for suffix in APPROVED
        }

    def planted(self) -> Iterator[Mutant]:
        """Yield the mutants of all approved files."""
        for file in self._by_file:
            text = file.read_text("utf-8") if file.exists() else ""
            kind = "drawing" if file.suffix == DRAWN else "approved"
            for change in (*mutations.digits(text), *misprints.flipped(text)):
                place = f"{self._ground.shown(file)}, line {change.line(text)}"
                named = (file.name, *names(self._by_file[file]))
                yield Mutant(kind, place, change.told(text), named, file, text, change)

    def judged(self, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
        """Yield what became of each mutant."""
        for mutant in mutants:
            with mutant.in_place():
                yield verdict(mutant, self._ground.said(self._by_file[mutant.file]))


class OfPages:
    """Values renamed and typed, includes pointed elsewhere, fences spelled otherwise, prose."""

    def __init__(self, ground: Ground):
        """Take the ground; raise Drift for a page of it that stops by itself."""
        self._ground = ground
        self._reading = Reading(ground.folder, ground.folder / SITE)
        self._options = mkdocs_edge.options_of_markdown(ground.folder)
        for path, page in ground.work.pages.items():
            if said := self._said(path, page.text):
                raise Drift(f"stops without any planted fault: {said}", path)

    def planted(self) -> Iterator[Mutant]:
        """Yield the mutants of all pages."""
        programs = Programs(self._ground.snippets.by_name)
        for path, page in self._ground.work.pages.items():
            file = self._ground.docs / path
            shown = self._ground.shown(file)
            for change, line in misprints.pages(page.text, programs):
                place = f"{shown}, line {change.line(page.text)}"
                named = (place, f"{shown}, line {line}") if line else (shown,)
                told = change.told(page.text)
                yield Mutant("page", place, told, named, file, page.text, change)

    def judged(self, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
        """Yield what became of each mutant."""
        for mutant in mutants:
            path = mutant.file.relative_to(self._ground.docs).as_posix()
            with mutant.in_place():
                yield verdict(mutant, self._said(path, mutant.text))

    def _said(self, path: str, text: str) -> str:
        with self._ground.page(path, text) as part:
            try:
                html = f"<article>{self._rendered(path, text)}</article>"
            except Drift as fault:
                return str(fault)
            place = built.places(self._ground.docs / path, self._ground.docs, self._reading.site)[0]
            page = BuiltPage(html)
            faults = [*part.loose_ends(), *self._reading.of_page(place, html, page)]
            return "\n".join(map(str, faults))

    def _rendered(self, path: str, text: str) -> str:
        renderer = markdown.Markdown(**self._options)
        renderer.preprocessors.register(_Rendering(Page(path, path)), "rendering", 100)
        front = misprints.FRONT_MATTER.match(text)
        return renderer.convert(text[front.end() :] if front else text)


class _Rendering(Preprocessor):
    """Tells the guard which page is rendered, as a generator would."""

    def __init__(self, page: Page):
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        return lines


class OfNotebooks:
    """Every digit that a notebook stores as output, every line of its prose, some of its code."""

    def __init__(self, ground: Ground):
        """Run the notebooks of the ground once; raise ValueError where one does not hold."""
        self._ground = ground
        self._reading = Reading(ground.folder, ground.folder / SITE)
        self._texts: dict[Path, str] = {}
        self._executed: dict[Path, str] = {}
        for file in sorted(ground.docs.rglob("*.ipynb")):
            self._texts[file] = file.read_text("utf-8")
            self._executed[file] = self._run(self._texts[file])
            notebook.compare(self._texts[file], self._executed[file], file)

    def _run(self, text: str) -> str:
        return notebook.run(self._ground.folder, text, self._ground.work.settings)["notebook"]

    def planted(self) -> Iterator[Mutant]:
        """Yield the mutants of all notebooks."""
        for file, text in self._texts.items():
            cells = json.loads(text)["cells"]
            for part, kind, change in misprints.notebooks(cells, RUNS_OF_A_NOTEBOOK):
                cell = f"cell {part[0] + 1}"
                place = f"{self._ground.shown(file)}, {cell}"
                # What a cell computes may show in a later one only.
                named = ("cell ",) if kind == CODE else (place, f"{cell} gives")
                changed = json.loads(text)
                told = _changed(changed["cells"], part, change)
                whole = Change(0, len(text), nbformat.writes(nbformat.from_dict(changed)) + "\n")
                yield Mutant(kind, place, told, named, file, text, whole)

    def judged(self, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
        """Yield what became of each mutant."""
        with ThreadPoolExecutor(2) as pool:
            running = [
                (mutant, pool.submit(self._run, mutant.text) if mutant.kind == CODE else None)
                for mutant in mutants
            ]
            for mutant, future in running:
                if mutant.kind == PROSE:
                    with mutant.in_place():
                        yield verdict(mutant, self._said_of_prose(mutant))
                    continue
                try:
                    executed = future.result() if future else self._executed[mutant.file]
                    notebook.compare(mutant.text, executed, mutant.file)
                    yield verdict(mutant, "", is_same=future is not None)
                except ValueError as fault:
                    yield verdict(mutant, str(fault))

    def _said_of_prose(self, mutant: Mutant) -> str:
        cells = json.loads(mutant.text)["cells"]
        prose = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
        html = f"<article>{''.join(map(markdown2html, prose))}</article>"
        place = built.places(mutant.file, self._ground.docs, self._reading.site)[0]
        return "\n".join(self._reading.of_page(place, html, BuiltPage(html)))


def _changed(cells: list, part: tuple[int | str, ...], change: Change) -> str:
    """Change one text of a notebook's cells, which `part` leads to; return what was changed."""
    *way, last = part
    for step in way:
        cells = cells[step]
    before = "".join(cells[last])
    cells[last] = change.of(before)
    return change.told(before)


class OfSite:
    """What the finished pages hold, changed behind the guard's back; and the search index."""

    def __init__(self, ground: Ground):
        """Build the site of the ground; raise Drift where it does not hold."""
        self._ground = ground
        site = ground.folder / SITE
        if run(BUILD, ground.folder):
            raise Drift("the build stops without any planted fault. See why: make build")
        if fault := next(built.faults(ground.folder, site), ""):
            raise Drift(f"the check stops without any planted fault: {fault}")
        self._reading = Reading(ground.folder, site)
        self._texts = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
        self._index = site / INDEX

    def planted(self) -> Iterator[Mutant]:
        """Yield the mutants of all finished pages, and of the search index."""
        for file, text in self._texts.items():
            name = file.relative_to(self._reading.site).as_posix()
            source = self._reading.sources.get(file)
            named = (f"{name}, line ", self._ground.shown(source) if source else name)
            for change in misprints.finished(text):
                place = f"{name}, line {change.line(text)}"
                yield Mutant("finished", place, change.told(text), named, file, text, change)
        if self._index.exists():
            text = self._index.read_text("utf-8")
            for change in misprints.index(text):
                yield Mutant(
                    "finished", INDEX, change.told(text), (INDEX,), self._index, text, change
                )

    def judged(self, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
        """Yield what became of each mutant."""
        for mutant in mutants:
            if mutant.file == self._index:
                with mutant.in_place():
                    said = self._reading.typed.in_search(self._reading.site, self._texts)
                    yield verdict(mutant, "\n".join(said))
            else:
                page = BuiltPage(mutant.text)
                said = self._reading.of_page(mutant.file, mutant.text, page)
                yield verdict(mutant, "\n".join(said))


class OfLibrary:
    """Each function and method of the library that snippets use, off by a little.

    One snippet has to catch it.
    """

    def __init__(self, ground: Ground, programs: OfPrograms):
        """Take the ground, and who judges what a program gives."""
        self._ground = ground
        self._programs = programs
        self._snippets: dict[Mutant, list[Snippet]] = {}
        self._skews: dict[Mutant, Skew | None] = {}

    def planted(self, shuffled: bool = False) -> Iterator[Mutant]:
        """Yield a mutant for each thing of the library that gives a snippet numbers.

        What that is, is found out when the next is asked for, in the order of names or `shuffled`.
        """
        users: dict[Skew, list[Snippet]] = defaultdict(list)
        readers = []
        for snippet in self._ground.snippets.by_name.values():
            if snippet.name.endswith(PROGRAM) and (skews := skewed.skews(snippet.source)):
                readers.append(snippet)
                for skew in skews:
                    users[skew].append(snippet)
        skews = [(None, readers)] if readers else []
        skews += sorted(users.items(), key=lambda each: each[0].name)
        if shuffled:
            random.shuffle(skews)
        for skew, snippets in skews:
            yield from (
                self._of_what_it_gives(skew, snippets) if skew else [self._mutant(None, snippets)]
            )

    def _of_what_it_gives(self, skew: Skew, snippets: list[Snippet]) -> Iterator[Mutant]:
        """Yield what can be off of one function: its number, or each part that is used."""
        running = [(each, self._run(each, skew.probing(each.source))) for each in snippets]
        answers = {
            snippet: found
            for snippet, future in running
            if (found := skewed.PROBED.search(future.result().problem))
        }
        parts = max((int(found["parts"] or 0) for found in answers.values()), default=0)
        if any(not found["parts"] for found in answers.values()):
            yield self._mutant(skew, [*answers])
        for part in range(parts):
            of_part = Skew(skew.name, part)
            if used := [each for each in answers if self._uses(each, of_part)]:
                yield self._mutant(of_part, used)

    def _uses(self, snippet: Snippet, part: Skew) -> bool:
        """Whether what a snippet gives changes when one part of a result is not there at all."""
        outcome = self._run(snippet, part.without(snippet.source)).result()
        return bool(outcome.problem) or not self._ground.is_same(snippet, outcome)

    def _mutant(self, skew: Skew | None, snippets: list[Snippet]) -> Mutant:
        told = skew.told if skew else "the options by which NumPy prints changed"
        named = tuple(snippet.shown_path for snippet in snippets)
        mutant = Mutant("library", named[0], told, ("",), snippets[0].path, "", NOTHING)
        self._snippets[mutant], self._skews[mutant] = snippets, skew
        return mutant

    def judged(self, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
        """Yield what became of each mutant: caught, if one snippet gives something else."""
        for mutant in mutants:
            skew, snippets = self._skews[mutant], self._snippets[mutant]
            texts = [
                skew.of(each.source) if skew else skewed.behind(skewed.PRINTING, each.source)
                for each in snippets
            ]
            running = [self._run(each, text) for each, text in zip(snippets, texts)]
            outcomes = [future.result() for future in running]
            said = map(self._ground.said, snippets, outcomes)
            of_sessions = map(self._programs.said_of_sessions, snippets, texts)
            told = next(filter(None, chain(said, of_sessions)), "")
            # What NumPy prints by itself may stand on no page; what it computes does.
            is_same = not (told or skew) and all(map(self._ground.is_same, snippets, outcomes))
            yield verdict(mutant, told, is_same)

    def _run(self, snippet: Snippet, source: str) -> Future[Outcome]:
        return self._ground.work.runs.run(replace(snippet, source=source))
