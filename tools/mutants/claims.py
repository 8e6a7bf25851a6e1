"""Plants faults in claims, and finds those that nothing could make false: they hold nothing."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import replace

from drift.project.snippet import Snippet
from drift.run.outcome import Outcome
from tools.mutants import mutations
from tools.mutants.planted import ESCAPED, Ground, Mutant, Verdict, names, verdict

AT_ONCE = 4


def can_fail(snippet: Snippet, name: str, run: Callable[[Snippet], Future[Outcome]]) -> bool:
    """Whether some change of a program, outside the statement of a claim, makes the claim false.

    `run` begins to run a snippet, as Runs.run does.
    """
    line = snippet.names[name]
    body = ast.parse(snippet.source).body
    statement = next(each for each in body if each.lineno == line)
    own = range(line, statement.end_lineno + 1)
    changed = [
        replace(snippet, source=change.of(snippet.source))
        for change in mutations.programs(snippet.source)
        if change.line(snippet.source) not in own
    ]
    for at in range(0, len(changed), AT_ONCE):
        running = [run(each) for each in changed[at : at + AT_ONCE]]
        numbers = [future.result().numbers.get(name) for future in running]
        if any(number and number.value is False for number in numbers):
            return True
    return False


class OfClaims:
    """Each claim of a program said the other way round; and that its program can make it false."""

    def __init__(self, ground: Ground):
        """Take the ground in which to plant."""
        self._ground = ground
        self._claims: dict[Mutant, tuple[Snippet, str]] = {}

    def planted(self) -> Iterator[Mutant]:
        """Yield a mutant for each claim that a page makes."""
        for name, uses in self._ground.uses.items():
            snippet = self._ground.snippets.by_name[name]
            for claim in sorted({use.name for use in uses if use.is_claim}):
                change = mutations.negated(snippet.source, snippet.names[claim])
                place = f"{snippet.shown_path}, line {snippet.names[claim]}"
                told = change.told(snippet.source)
                mutant = Mutant(
                    "claim", place, told, names(snippet), snippet.path, snippet.source, change
                )
                self._claims[mutant] = snippet, claim
                yield mutant

    def judged(self, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
        """Yield what became of each; of one that nothing makes false, that it got through."""
        run = self._ground.work.runs.run
        for mutant in mutants:
            snippet, claim = self._claims[mutant]
            if can_fail(snippet, claim, run):
                outcome = run(replace(snippet, source=mutant.text)).result()
                yield verdict(mutant, self._ground.said(snippet, outcome))
            else:
                yield Verdict(mutant, ESCAPED, f"{claim} holds whatever its program computes")
