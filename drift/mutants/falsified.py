"""Whether a claim can come out false: one that no change of its program reaches holds nothing."""

from __future__ import annotations

import ast
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace

from drift.launch import Outcome
from drift.mutants import mutations
from drift.snippet import Snippet

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
        if any(future.result().values.get(name) is False for future in running):
            return True
    return False
