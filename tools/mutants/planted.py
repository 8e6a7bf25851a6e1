"""What `make mutants` knows of a planted fault, and the ground in which faults are planted."""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from drift import build as workshop
from drift.build import Workshop
from drift.project import approval, settings
from drift.project import page_source as source
from drift.project.snippet import PROGRAM, Snippet
from drift.run.outcome import Outcome
from drift.run.runs import Runs
from tools.mutants.mutations import Change

CAUGHT, EQUIVALENT, ESCAPED = "caught", "equivalent", "got through"
SECONDS = 5
"""The limit of a changed program, which may never end: less than that of a sound one."""


@dataclass(frozen=True, eq=False)
class Mutant:
    """A planted fault: its kind, its place, what was changed, and the file with the change.

    A message about it must hold one of the words in `named`, by which an author finds the place.
    """

    kind: str
    place: str
    told: str
    named: tuple[str, ...]
    file: Path
    before: str
    change: Change

    @property
    def text(self) -> str:
        """The text of the file, with the fault."""
        return self.change.of(self.before)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Put the fault into its file for a while."""
        self.file.write_text(self.text, "utf-8", newline="\n")
        try:
            yield
        finally:
            self.file.write_text(self.before, "utf-8", newline="\n")


class Verdict(NamedTuple):
    """What became of a mutant; `said` is what the guard said of it."""

    mutant: Mutant
    fate: str
    said: str = ""


def verdict(mutant: Mutant, said: str, is_same: bool = False) -> Verdict:
    """Return what became of a mutant of which the guard said something, or nothing.

    A message that does not name the place catches nothing: nobody would find the fault.
    """
    if not said:
        return Verdict(mutant, EQUIVALENT if is_same else ESCAPED)
    is_named = any(word in said for word in mutant.named)
    return Verdict(mutant, CAUGHT if is_named else ESCAPED, said)


def names(snippet: Snippet) -> tuple[str, str]:
    """Return how messages name a snippet: its file, and what comes before a value's name."""
    return snippet.shown_path, f"{snippet.name.removesuffix(PROGRAM)}."


class Ground:
    """A project without a fault, in which faults are planted one at a time."""

    def __init__(self, folder: Path):
        """Read the project in `folder`, the working folder, and keep what it gives.

        Raises Drift or ValueError where it does not hold by itself: then every fault planted
        there would seem caught.
        """
        self.folder = folder
        options = settings.read(folder)
        limited = replace(options, seconds=min(SECONDS, options.seconds))
        self.work = Workshop(folder).start(Runs(folder, limited))
        workshop.serve_from(self.work)
        self.docs, self.snippets = self.work.docs, self.work.snippets
        for fault in (*self.work.loose_ends(), *self.work.unsteady()):
            raise fault
        self.uses = self.work.uses
        self.sound = {
            name: self.work.checked(snippet) for name, snippet in self.snippets.by_name.items()
        }
        self._pages_of: dict[str, set[str]] = defaultdict(set)
        for path, page in self.work.pages.items():
            for name in _asked(page):
                self._pages_of[name].add(path)

    def close(self) -> None:
        """End the processes that ran the programs."""
        self.work.runs.close()

    def shown(self, file: Path) -> str:
        """Return the path of a file as messages name it."""
        return file.relative_to(self.folder).as_posix()

    def said(self, snippet: Snippet, outcome: Outcome | None = None) -> str:
        """Return what the guard says of a snippet and its values; '' where all is as approved.

        An `outcome` stands for that of its run.
        """
        runs = self.work.runs
        self.work.runs = _Given(outcome) if outcome else runs
        try:
            self.work.checked(snippet)
            for use in self.uses[snippet.name]:
                self.work.checked_value(use)
        except (LookupError, ValueError) as fault:
            return str(fault)
        finally:
            self.work.runs = runs
        return ""

    def is_same(self, snippet: Snippet, outcome: Outcome) -> bool:
        """Whether an outcome prints, draws and names what the sound one does, as pages show it."""
        return self._given(snippet, outcome) == self._given(snippet, self.sound[snippet.name])

    def _given(self, snippet: Snippet, outcome: Outcome) -> tuple:
        texts = [approval.formatted(use, snippet, outcome) for use in self.uses[snippet.name]]
        return outcome.printed, outcome.drawn, outcome.standard_error, texts

    @contextmanager
    def page(self, path: str, text: str) -> Iterator[Workshop]:
        """Let a page have another text for a while; give the part of the site that it touches.

        Looking at the whole site for each fault would take the longer, the more pages there are.
        """
        sound, changed = self.work.pages[path], source.read(text)
        self.work.pages[path] = changed
        names = _asked(sound) | _asked(changed)
        pages = {path}.union(*(self._pages_of[name] for name in names if name in self._pages_of))
        part = copy.copy(self.work)
        part.pages = {path: self.work.pages[path] for path in pages}
        vars(part).pop("uses", None)  # they are those of its own pages
        part.snippets = copy.copy(self.snippets)
        known = self.snippets.by_name
        part.snippets.by_name = {name: known[name] for name in names if name in known}
        part.snippets.strays = tuple
        try:
            yield part
        finally:
            self.work.pages[path] = sound


def _asked(page: source.PageSource) -> set[str]:
    """Return the names of the snippets that a page shows, or shows a value of."""
    fences = {fence.content for fence in page.fences if fence.is_snippet}
    return fences | {use.snippet for use in page.uses}


class _Given:
    """Stands for the runs of a workshop, with one outcome that is given."""

    def __init__(self, outcome: Outcome):
        self._outcome = outcome

    def outcome(self, snippet: Snippet) -> Outcome:
        return self._outcome

    def why_irreproducible(self, snippet: Snippet) -> str:
        return ""
