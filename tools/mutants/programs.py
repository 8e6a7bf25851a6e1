"""Faults in programs, in what was approved of them, in claims, and in the givens of a story."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import PurePosixPath

from drift.build import Build
from drift.project import givens
from drift.project.page_source import CLAIM
from drift.project.snippet import DRAWN, PROGRAM, Snippet
from drift.run import approval, variants
from drift.run.outcome import Outcome
from tools.mutants.mutant import Found, Mutant, change_to, changes, some

OF_A_PROGRAM = 8
"""How many variants of one program are planted, of some dozens: each takes a run."""
OF_A_DRAWING = 20
"""How many digits of one drawing are changed: it is compared as a whole."""


def of_programs(build: Build) -> Iterator[Mutant]:
    """Yield each number, operator and reduction of a program, each digit of a session, changed."""
    sessions = _sessions(build)
    for snippet in build.project.snippets.values():
        kind, texts = "program", (each.source for each in variants.variants(snippet.source))
        if snippet.is_session:
            kind, texts = "session", (each.of(snippet.source) for each in changes(snippet.source))
        run_by = sessions[snippet.name]
        for text in some(texts, OF_A_PROGRAM):
            changed = replace(snippet, source=text)
            found = partial(_of_run, build, changed, run_by)
            yield _mutant(kind, snippet, text, found, *(each.shown_path for each in run_by))


def of_approved(build: Build) -> Iterator[Mutant]:
    """Yield each digit of an approved file changed, of a drawing some; each claim made false."""
    for snippet in build.project.snippets.values():
        for suffix, text in snippet.approved.items():
            path = snippet.approved_path(suffix)
            file = path.relative_to(build.project.folder).as_posix()
            made, kind = changes(text), "approved"
            if suffix == DRAWN:
                made, kind = some(made, OF_A_DRAWING), "drawing"
            for change in made:
                changed = replace(snippet, approved={**snippet.approved, suffix: change.of(text)})
                found = partial(_found, build, changed)
                yield Mutant(kind, file, text, change, (path.name, *_names(snippet)), found)


def of_claims(build: Build) -> Iterator[Mutant]:
    """Yield each claim of a page negated in its program, which has to be able to make it false."""
    for name, uses in build.project.uses.items():
        snippet = build.project.snippets[name]
        claims = {use.name: use for use in uses if use.kind == CLAIM}
        empty = cache(partial(variants.never_false, snippet, claims.values(), build.runs.run))
        for claim in claims:
            text = snippet.source.replace(f"\n{claim} = ", f"\n{claim} = not ", 1)
            found = partial(_of_claim, build, replace(snippet, source=text), claim, empty)
            yield _mutant("claim", snippet, text, found)


def of_givens(build: Build) -> Iterator[Mutant]:
    """Yield each given that several programs share, changed in one of them alone."""
    rules, stories = build.project.givens, defaultdict(list)
    for snippet in build.project.snippets.values():
        for given in givens.givens(snippet):
            if f"{snippet.name}: {given.name}" not in rules.differ:
                stories[rules.story(given)].append(given)
    for (section, _), same in stories.items():
        for given in same if len(same) > 1 else ():
            snippet = given.snippet
            made = variants.variants(snippet.source)
            for variant in (each for each in made if each.line == given.line):
                changed = replace(snippet, source=variant.source)
                now = [each for each in givens.givens(changed) if each.name == given.name]
                if now and now[0].numbers != given.numbers:
                    found = partial(_of_given, build, changed, section)
                    mutant = _mutant("given", snippet, variant.source, found)
                    yield replace(mutant, named=(f"{snippet.shown_path}, line {given.line}",))


def _mutant(
    kind: str, snippet: Snippet, text: str, found: Callable[[], Found], *named: str
) -> Mutant:
    change, named = change_to(snippet.source, text), (*_names(snippet), *named)
    return Mutant(kind, snippet.shown_path, snippet.source, change, named, found)


def _names(snippet: Snippet) -> tuple[str, ...]:
    """Return how messages name a snippet: its file, and what comes before a value's name."""
    return snippet.shown_path, f"{snippet.name.removesuffix(PROGRAM)}."


def _sessions(build: Build) -> dict[str, list[Snippet]]:
    """Return the sessions that run each program, by its name."""
    sessions = defaultdict(list)
    for session in build.project.snippets.values():
        for word in session.source.split() if session.is_session else ():
            sessions[str(PurePosixPath(session.name).with_name(word))].append(session)
    return sessions


def _of_run(build: Build, changed: Snippet, run_by: list[Snippet]) -> Found:
    """Return what the guard finds in a run; or, if nothing, in the sessions that run a program."""
    found = _found(build, changed, build.runs.run(changed).result())
    for session in run_by if not found.messages else ():
        text = {PurePosixPath(changed.name).name: changed.source.encode()}
        other = replace(session, files=(*(dict(session.files) | text).items(),))
        of_session = _found(build, other, build.runs.run(other).result())
        is_same = found.is_same and of_session.is_same
        found = Found([*found.messages, *of_session.messages], is_same)
    return found


def _found(build: Build, snippet: Snippet, outcome: Outcome | None = None) -> Found:
    """Return what the guard finds in what a snippet gave, and in the values that pages show."""
    sound, uses = build.project.snippets[snippet.name], build.project.uses.get(snippet.name, ())
    right = build.outcome(sound)
    outcome = outcome or right
    if outcome.problem:
        return Found([f"{snippet.shown_path} {outcome.problem}"])
    try:
        now = approval.given_now(snippet, outcome, uses)
        same = outcome is not right and now == approval.given_now(sound, right, uses)
        of_values = (approval.difference_of_value(use, snippet, outcome) for use in uses)
        return Found([*approval.differences(snippet, outcome), *filter(None, of_values)], same)
    except (LookupError, ValueError) as problem:
        return Found([*approval.differences(snippet, outcome), problem])


def _of_claim(
    build: Build, changed: Snippet, claim: str, empty: Callable[[], Collection[str]]
) -> Found:
    if claim in empty():
        return Found([f"{claim} is true whatever its program computes"])
    return _found(build, changed, build.runs.run(changed).result())


def _of_given(build: Build, changed: Snippet, section: str) -> Found:
    """Return what the guard finds in the programs of a section, one of them changed."""
    rules, snippets = build.project.givens, build.project.snippets
    part = {name: each for name, each in snippets.items() if rules.section(each) == section}
    differ = {key: why for key, why in rules.differ.items() if key.split(": ")[0] in part}
    return Found(givens.faults(part | {changed.name: changed}, replace(rules, differ=differ)))
