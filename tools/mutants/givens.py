"""Plants faults in the givens that several programs of a story share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from drift.project import givens
from drift.project.snippet import Snippet
from tools.mutants import mutations
from tools.mutants.planted import Ground, Mutant, Verdict, names, verdict


class OfGivens:
    """Each given of a story that several programs tell, changed in one of them alone."""

    def __init__(self, ground: Ground):
        """Take the ground in which to plant."""
        self._rules = givens.rules(ground.snippets.root)
        self._programs = ground.snippets.by_name

    def planted(self) -> Iterator[Mutant]:
        """Yield the mutants of all givens that stand in more than one program of a section."""
        told: dict[tuple[str, str], list[givens.Given]] = defaultdict(list)
        for given in chain.from_iterable(map(givens.givens, self._programs.values())):
            if f"{given.snippet.name}: {given.name}" not in self._rules.differ:
                told[self._rules.story(given)].append(given)
        for given in (each for same in told.values() if len(same) > 1 for each in same):
            snippet, source = given.snippet, given.snippet.source
            for change in mutations.numbers(source):
                changed = replace(snippet, source=change.of(source))
                if self._numbers(changed, given.name) not in ((), given.numbers):
                    told_of, path = change.told(source), snippet.path
                    yield Mutant(
                        "given", given.place, told_of, names(snippet), path, source, change
                    )

    def _numbers(self, snippet: Snippet, name: str) -> tuple:
        return next((each.numbers for each in givens.givens(snippet) if each.name == name), ())

    def judged(self, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
        """Yield what became of each mutant, of which nothing else of the guard is asked."""
        by_path = {snippet.path: snippet for snippet in self._programs.values()}
        for mutant in mutants:
            changed = replace(by_path[mutant.file], source=mutant.text)
            programs = {**self._programs, changed.name: changed}
            yield verdict(mutant, "\n".join(map(str, givens.faults(programs, self._rules))))
