"""`python -m drift.mutants [--sample N] [--builds N]`: plants faults, expects each to be caught.

It works in a copy of the project, with the guard's own checks on the affected snippet or page, and
confirms a random sample of what was caught with the full build.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import markdown
from markdown.preprocessors import Preprocessor
from mkdocs.config import load_config

from drift import approval, built, mutations, numerals, source, tree, workshop
from drift.errors import Drift
from drift.generator import Page
from drift.launch import Outcome
from drift.snippet import APPROVED, DRAWN, PROGRAM, Snippet
from drift.workshop import Workshop

CAUGHT, EQUIVALENT, ESCAPED = "caught", "equivalent", "got through"
DIGITS_OF_A_DRAWING = 10


@dataclass(frozen=True)
class Mutant:
    """A planted fault: its kind, its place, what was changed, and the file as it is with it."""

    kind: str
    place: str
    change: str
    file: Path
    text: str


class _Given:
    """Stands for the runs of a workshop, with one outcome that is given."""

    def __init__(self, outcome: Outcome):
        self._given = outcome

    def outcome(self, snippet: Snippet) -> Outcome:
        return self._given

    def why_unsteady(self, snippet: Snippet) -> str:
        return ""


class _Rendering(Preprocessor):
    """Tells the guard which page is rendered, as a generator would."""

    def __init__(self, page: Page):
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        return lines


class Trial:
    """Judges mutants of one project, which lies in the present working folder."""

    def __init__(self, folder: Path):
        """Read the project, and keep what it gives without a fault.

        Raises Drift for a page that stops by itself: each fault planted on it would seem caught.
        """
        self.folder = folder
        self.work = Workshop(folder).start()
        workshop.serve_from(self.work)
        self.uses = self.work.uses()
        self.sound = {
            name: self.work.checked(snippet) for name, snippet in self.work.snippets.by_name.items()
        }
        self.permitted = numerals.allowed(folder / self.work.settings.numerals)
        self.names = built.names_shown(self.work.snippets, self.work.docs)
        self.configuration = load_config(str(folder / "mkdocs.yml"))
        for path in sorted(self.work.docs.rglob("*.md")):
            if self._page_stops(path):
                place = path.relative_to(folder).as_posix()
                raise Drift("stops without any planted fault. See why: make build", place)

    def planted(self) -> Iterator[Mutant]:
        """Yield every mutant but those of libraries, in the order of the files."""
        for snippet in self.work.snippets.by_name.values():
            if snippet.name.endswith(PROGRAM):
                for line, change, text in mutations.programs(snippet.source):
                    place = f"{snippet.shown_path}, line {line}"
                    yield Mutant("program", place, change, snippet.path, text)
            for suffix in APPROVED:
                path = snippet.approved_path(suffix)
                if not path.exists():
                    continue
                changed = list(mutations.approved(path.read_text("utf-8")))
                if suffix == DRAWN:
                    changed = random.sample(changed, min(DIGITS_OF_A_DRAWING, len(changed)))
                for line, change, text in changed:
                    place = f"{path.relative_to(self.folder).as_posix()}, line {line}"
                    yield Mutant("approved", place, change, path, text)
        names = list(self.work.snippets.by_name)
        for path in sorted(self.work.docs.rglob("*.md")):
            for line, change, text in mutations.pages(path.read_text("utf-8"), names):
                place = f"{path.relative_to(self.folder).as_posix()}, line {line}"
                yield Mutant("page", place, change, path, text)

    def judged(self, mutants: list[Mutant]) -> Iterator[tuple[Mutant, str]]:
        """Yield each mutant with what became of it."""
        by_path = {snippet.path: snippet for snippet in self.work.snippets.by_name.values()}
        running = {
            mutant: self.work.runs.run(replace(by_path[mutant.file], source=mutant.text))
            for mutant in mutants
            if mutant.kind == "program"
        }
        for mutant in mutants:
            if mutant.kind == "program":
                snippet = by_path[mutant.file]
                fate = self._of_program(snippet, running[mutant].result())
                yield mutant, self._of_sessions(snippet, mutant.text) or fate
                continue
            before = mutant.file.read_text("utf-8")
            mutant.file.write_text(mutant.text, "utf-8")
            check = self._page_stops if mutant.kind == "page" else self._approval_stops
            try:
                yield mutant, CAUGHT if check(mutant.file) else ESCAPED
            finally:
                mutant.file.write_text(before, "utf-8")

    def libraries(self) -> Iterator[tuple[Mutant, str]]:
        """Yield each change of the library with what became of it: one snippet must catch it."""
        callers: dict[str, list[Snippet]] = defaultdict(list)
        for snippet in self.work.snippets.by_name.values():
            if snippet.name.endswith(PROGRAM):
                for name in mutations.numpy_functions(snippet.source):
                    callers[f"np.{name} off by 1e-3"].append(snippet)
                if "import numpy" in snippet.source:
                    callers["np.set_printoptions"].append(snippet)
        for change, snippets in sorted(callers.items()):
            name = change.removeprefix("np.").partition(" ")[0]
            patch = mutations.PATCH.format(name=name)
            if name == "set_printoptions":
                patch = mutations.PRINTING
            running = [
                (snippet, self.work.runs.run(replace(snippet, source=source)))
                for snippet in snippets
                for source in [mutations.behind(patch, snippet.source)]
            ]
            fates = {self._of_program(snippet, future.result()) for snippet, future in running}
            if CAUGHT not in fates:
                fates |= {
                    self._of_sessions(snippet, mutations.behind(patch, snippet.source))
                    for snippet in snippets
                }
            fate = CAUGHT if CAUGHT in fates else ESCAPED
            yield Mutant("library", snippets[0].shown_path, change, self.folder, ""), fate

    def _holds(self, snippet: Snippet) -> bool:
        """Whether the guard finds all that was approved of a snippet and its values."""
        try:
            self.work.checked(snippet)
            for use in self.uses[snippet.name]:
                self.work.checked_value(use)
        except (LookupError, ValueError):
            return False
        return True

    def _of_program(self, snippet: Snippet, outcome: Outcome) -> str:
        runs, self.work.runs = self.work.runs, _Given(outcome)
        try:
            if not self._holds(snippet):
                return CAUGHT
        finally:
            self.work.runs = runs
        return EQUIVALENT if self._shown(snippet, outcome) == self._shown(snippet) else ESCAPED

    def _of_sessions(self, snippet: Snippet, text: str) -> str:
        """Return CAUGHT where a session that runs the program gives something else, else ''."""
        sessions = [
            other
            for other in self.work.snippets.by_name.values()
            if other.is_session and snippet.path.name in other.source.split()
            if other.path.parent == snippet.path.parent
        ]
        if not sessions:
            return ""
        running = [
            (session, self.work.runs.run(replace(session, files=tuple(files.items()))))
            for session in sessions
            for files in [dict(session.files) | {snippet.path.name: text.encode()}]
        ]
        fates = [self._of_program(session, future.result()) for session, future in running]
        return CAUGHT if CAUGHT in fates else ""

    def _shown(self, snippet: Snippet, outcome: Outcome | None = None) -> tuple:
        outcome = outcome or self.sound[snippet.name]
        texts = [approval.formatted(use, snippet, outcome) for use in self.uses[snippet.name]]
        return outcome.printed, outcome.drawn, texts

    def _approval_stops(self, file: Path) -> bool:
        for snippet in self.work.snippets.by_name.values():
            if file in map(snippet.approved_path, APPROVED) and not self._holds(snippet):
                return True
        return any(file.name in str(fault) for fault in self.work.loose_ends())

    def _page_stops(self, file: Path) -> bool:
        path = file.relative_to(self.work.docs).as_posix()
        text, sound = file.read_text("utf-8"), self.work.pages[path]
        self.work.pages[path] = source.read(text)
        try:
            html = self._rendered(path, text)
            typed = any(numerals.typed(html, self.permitted, self.names))
            return typed or bool(self.work.loose_ends())
        except Drift:
            return True
        finally:
            self.work.pages[path] = sound

    def _rendered(self, path: str, text: str) -> str:
        renderer = markdown.Markdown(
            extensions=self.configuration.markdown_extensions,
            extension_configs=self.configuration.mdx_configs,
        )
        renderer.preprocessors.register(_Rendering(Page(path, path)), "rendering", 100)
        return renderer.convert(text)


def confirmed(mutant: Mutant, folder: Path) -> bool:
    """Return whether the full build stops for a mutant."""
    before = mutant.file.read_text("utf-8")
    mutant.file.write_text(mutant.text, "utf-8")
    build = ["mkdocs", "build", "--quiet", "--strict", "--site-dir", ".build/site"]
    try:
        return any(
            subprocess.run(
                [sys.executable, "-m", *command], cwd=folder, capture_output=True
            ).returncode
            for command in (build, ["drift", "check", ".build/site"])
        )
    finally:
        mutant.file.write_text(before, "utf-8")


def report(fates: list[tuple[Mutant, str]], tell: Callable[[str], None]) -> int:
    """Tell how many mutants of each kind came to what; return how many got through."""
    counts = Counter((mutant.kind, fate) for mutant, fate in fates)
    tell(f"{'kind':10}{'planted':>10}{CAUGHT:>10}{EQUIVALENT:>12}{ESCAPED:>13}")
    for kind in (*dict.fromkeys(mutant.kind for mutant, _ in fates), "all"):
        row = [
            sum(count for (k, f), count in counts.items() if kind in (k, "all") and f == fate)
            for fate in (CAUGHT, EQUIVALENT, ESCAPED)
        ]
        tell(f"{kind:10}{sum(row):>10}{row[0]:>10}{row[1]:>12}{row[2]:>13}")
    for mutant, fate in fates:
        if fate == ESCAPED:
            tell(f"{ESCAPED}: {mutant.place}: {mutant.change}")
    return sum(fate == ESCAPED for _, fate in fates)


def main() -> int:
    """Plant, judge, confirm and report; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m drift.mutants", description=__doc__)
    parser.add_argument("--sample", type=int, help="plant only so many, chosen at random")
    parser.add_argument("--builds", type=int, default=5, help="full builds that confirm")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--equivalent", action="store_true", help="list the equivalent ones too")
    options = parser.parse_args()
    random.seed(options.seed)
    with tempfile.TemporaryDirectory(prefix="mutants-", ignore_cleanup_errors=True) as place:
        folder = Path(place, "project")
        shutil.copytree(Path.cwd(), folder, ignore=shutil.ignore_patterns(*tree.MADE))
        os.chdir(folder)
        try:
            trial = Trial(folder)
        except (Drift, ValueError) as fault:
            print(f"mutants: {fault}", file=sys.stderr)
            return 1
        mutants = list(trial.planted())
        if options.sample:
            mutants = random.sample(mutants, min(options.sample, len(mutants)))
        fates = list(trial.judged(mutants))
        if not options.sample:
            fates += trial.libraries()
        caught = [mutant for mutant, fate in fates if fate == CAUGHT and mutant.text]
        chosen = random.sample(caught, min(options.builds, len(caught)))
        refuted = [mutant for mutant in chosen if not confirmed(mutant, folder)]
        os.chdir("/")
    escaped = report(fates, print)
    for mutant, fate in fates:
        if options.equivalent and fate == EQUIVALENT:
            print(f"{EQUIVALENT}: {mutant.place}: {mutant.change}")
    print(f"{len(chosen) - len(refuted)} of {len(chosen)} confirmed by the full build")
    for mutant in refuted:
        print(f"the full build lets through: {mutant.place}: {mutant.change}")
    print(f"chosen with --seed {options.seed}")
    return 1 if escaped or refuted or not fates else 0


if __name__ == "__main__":
    sys.exit(main())
