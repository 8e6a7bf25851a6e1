"""Faults in programs, in what was approved of them, in claims, and in the givens of a story."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from drift.build import Build
from drift.project import givens
from drift.project.page_source import CLAIM
from drift.project.snippet import DRAWN, Snippet
from drift.run import approval, variants
from drift.run.outcome import Outcome
from drift.run.variants import Variant
from tools.mutants.mutant import (
    THROUGH,
    Change,
    Mutant,
    Verdict,
    denied,
    digits,
    names,
    verdict,
)

OF_A_DRAWING = 20
"""How many digits of one drawing are changed: it is compared as a whole."""


def _mutant(kind: str, snippet: Snippet, variant: Variant, *named: str) -> Mutant:
    whole = Change(0, len(snippet.source), variant.source)
    place = f"{snippet.shown_path}, line {variant.line}"
    file, subject = snippet.shown_path, replace(snippet, source=variant.source)
    return Mutant(kind, file, snippet.source, whole, variant.change, place, named, subject)


class Programs:
    """Every number, operator and reduction of a program; every digit of a session's command."""

    def __init__(self, build: Build):
        """Take the build of a project without a fault."""
        self._build = build
        self._sessions: dict[str, list[Snippet]] = defaultdict(list)
        for snippet in build.project.snippets.values():
            for word in snippet.source.split() if snippet.is_session else ():
                self._sessions[str(PurePosixPath(snippet.name).with_name(word))].append(snippet)

    def planted(self) -> Iterator[Mutant]:
        """Yield the mutants of all snippets."""
        for snippet in self._build.project.snippets.values():
            named = [*names(snippet), *(each.shown_path for each in self._sessions[snippet.name])]
            if snippet.is_session:
                for change in digits(snippet.source):
                    text = change.of(snippet.source)
                    variant = Variant(1, change.words(snippet.source), text)
                    yield _mutant("session", snippet, variant, *named)
            else:
                for variant in variants.variants(snippet.source):
                    yield _mutant("program", snippet, variant, *named)

    def judged(self, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
        """Return what became of each mutant; they all begin to run when this is called."""
        run = self._build.runs.run
        return self._verdicts([(mutant, run(mutant.subject)) for mutant in mutants])

    def _verdicts(self, running: list) -> Iterator[Verdict]:
        unchanged = []
        for mutant, future in running:
            changed, outcome = mutant.subject, future.result()
            found = messages(self._build, changed, outcome)
            if found or not self._sessions[changed.name]:
                yield verdict(mutant, found, is_same(self._build, changed, outcome))
            else:
                unchanged.append((mutant, [*self._running_sessions(changed)]))
        for mutant, sessions in unchanged:
            outcomes = [(session, future.result()) for session, future in sessions]
            found = [text for each in outcomes for text in messages(self._build, *each)]
            same = all(is_same(self._build, *each) for each in outcomes)
            yield verdict(mutant, found, same)

    def _running_sessions(self, program: Snippet) -> Iterator[tuple]:
        """Begin to run the sessions of a program that was changed; yield each with its future."""
        name = PurePosixPath(program.name).name
        for session in self._sessions[program.name]:
            files = dict(session.files) | {name: program.source.encode()}
            changed = replace(session, files=tuple(files.items()))
            yield changed, self._build.runs.run(changed)


def messages(build: Build, snippet: Snippet, outcome: Outcome) -> list[str]:
    """Return what the guard finds in what a snippet gave, and in the values that pages show."""
    if outcome.problem:
        return [f"{snippet.shown_path} {outcome.problem}"]
    found = []
    try:
        uses = build.project.uses.get(snippet.name, ())
        found += approval.differences(snippet, outcome, uses)
    except (LookupError, ValueError) as problem:
        found.append(str(problem))
    return found


def is_same(build: Build, snippet: Snippet, outcome: Outcome) -> bool:
    """Whether an outcome prints, draws and names what the sound one does, as pages show it."""
    sound, uses = build.project.snippets[snippet.name], build.project.uses.get(snippet.name, ())
    if outcome.problem:
        return False
    try:
        now = approval.given_now(snippet, outcome, uses)
    except (LookupError, ValueError):
        return False
    return now == approval.given_now(sound, build.outcome(sound), uses)


class Approved:
    """Every digit of every approved file, some of each drawing; and each claim made false."""

    def __init__(self, build: Build):
        """Take the build of a project without a fault."""
        self._build = build

    def planted(self) -> Iterator[Mutant]:
        """Yield the mutants of all approved files."""
        for snippet in self._build.project.snippets.values():
            for suffix, text in snippet.approved.items():
                path = snippet.approved_path(suffix)
                file = path.relative_to(self._build.project.folder).as_posix()
                changes, kind = [*digits(text), *denied(text)], "approved"
                if suffix == DRAWN:
                    changes = random.sample(changes, min(OF_A_DRAWING, len(changes)))
                    kind = "drawing"
                for change in changes:
                    place, words = f"{file}, line {change.line(text)}", change.words(text)
                    named = (path.name, *names(snippet))
                    subject = snippet, suffix
                    yield Mutant(kind, file, text, change, words, place, named, subject)

    def judged(self, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
        """Yield what became of each mutant."""
        for mutant in mutants:
            snippet, suffix = mutant.subject
            changed = replace(snippet, approved={**snippet.approved, suffix: mutant.text})
            yield verdict(mutant, messages(self._build, changed, self._build.outcome(snippet)))


class Claims:
    """Each claim of a page negated in its program, which also has to be able to make it false."""

    def __init__(self, build: Build):
        """Take the build of a project without a fault."""
        self._build = build

    def planted(self) -> Iterator[Mutant]:
        """Yield a mutant for each claim that a page makes."""
        for name, uses in self._build.project.uses.items():
            snippet = self._build.project.snippets[name]
            for claim in sorted({use.name for use in uses if use.kind == CLAIM}):
                variant = variants.negated(snippet.source, claim)
                mutant = _mutant("claim", snippet, variant, *names(snippet))
                yield replace(mutant, subject=(snippet, claim, mutant.subject))

    def judged(self, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
        """Yield what became of each; of one that nothing makes false, that it got through."""
        run = self._build.runs.run
        for mutant in mutants:
            snippet, claim, changed = mutant.subject
            if variants.can_fail(snippet, claim, run):
                yield verdict(mutant, messages(self._build, changed, run(changed).result()))
            else:
                yield Verdict(mutant, THROUGH, f"{claim} holds whatever its program computes")


class Givens:
    """Each given of a story that several programs share, changed in one of them alone."""

    def __init__(self, build: Build):
        """Take the build of a project without a fault."""
        rules = build.project.givens
        self._sections: dict[str, dict[str, Snippet]] = defaultdict(dict)
        for name, snippet in build.project.snippets.items():
            self._sections[rules.section(snippet)][name] = snippet
        self._rules = rules

    def planted(self) -> Iterator[Mutant]:
        """Yield the mutants of all givens that stand in more than one program of a section."""
        stories: dict[tuple[str, str], list[givens.Given]] = defaultdict(list)
        for snippets in self._sections.values():
            for snippet in snippets.values():
                for given in givens.givens(snippet):
                    if f"{snippet.name}: {given.name}" not in self._rules.differ:
                        stories[self._rules.story(given)].append(given)
        for given in (each for same in stories.values() if len(same) > 1 for each in same):
            for variant in variants.variants(given.snippet.source):
                mutant = _mutant("given", given.snippet, variant, given.place)
                now = {each.name: each.numbers for each in givens.givens(mutant.subject)}
                if (
                    variant.line == given.line
                    and now.get(given.name, given.numbers) != given.numbers
                ):
                    yield mutant

    def judged(self, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
        """Yield what became of each mutant, asked of its section alone."""
        for mutant in mutants:
            programs = self._sections[self._rules.section(mutant.subject)]
            programs = {**programs, mutant.subject.name: mutant.subject}
            differ = {
                key: why
                for key, why in self._rules.differ.items()
                if key.split(": ")[0] in programs
            }
            yield verdict(mutant, givens.faults(programs, replace(self._rules, differ=differ)))
