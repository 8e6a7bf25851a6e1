"""Whether a snippet gives the same each time: nothing else can be approved.

Each snippet runs in two processes with different hash seeds and different addresses. One is not
enough: what is random, but drawn before the process was forked, is the same in each of its forks.
"""

from __future__ import annotations

import re
from pathlib import Path

from drift import approval, settings
from drift.runs import SEEDS, Outcome, Runs
from drift.snippet import PRINTED, Snippet
from drift.workshop import Workshop

ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b")


class TwoProcesses:
    """A workshop whose snippets all run under each of two hash seeds."""

    def __init__(self, folder: Path):
        """Read the project in `folder`, and start the runs."""
        options = settings.read(folder)
        first, self._second, self._again = (
            Runs(folder, options, (seed,)) for seed in (*SEEDS, SEEDS[0])
        )
        self.work = Workshop(folder, first)
        self._second.start(self.work.snippets)

    def sound(self, snippet: Snippet) -> Outcome:
        """Return the outcome on which the runs agree; raise ValueError where they do not."""
        first, second = self.work.sound(snippet), self._second.outcome(snippet)
        if first == second:
            return first
        self._again.start(self.work.snippets)
        is_hashing = first == self._again.outcome(snippet)
        printed = first.printed + second.printed
        if ADDRESS.search(printed):
            reason = "It prints an address, such as 0x7f…: print what the object holds."
        elif is_hashing:
            reason = "An order depends on hashing: sort what comes out of a set."
        else:
            reason = "A random number has no seed (np.random.default_rng(7)), or it tells the time."
        path = snippet.approved_path(PRINTED)
        diff = approval.difference(_told(first), _told(second), path)
        raise ValueError(
            f"{snippet.shown_path} gives something else when it runs again. {reason}\n{diff}"
        )


def _told(outcome: Outcome) -> str:
    values = "".join(f"{name} = {value!r}\n" for name, value in outcome.values.items())
    return outcome.printed + outcome.problem + values + outcome.drawn
