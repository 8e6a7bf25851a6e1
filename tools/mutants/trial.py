"""A trial of the guard: plants every fault, expects each to be caught, and reports.

It works in a copy of the project, with the guard's own checks on the affected snippet or page, and
confirms a random sample of what was caught with the full build.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from drift.fault import Drift
from drift.run import changed_files as tree
from tools.mutants.claims import OfClaims
from tools.mutants.givens import OfGivens
from tools.mutants.judges import (
    BUILD,
    CHECK,
    SITE,
    OfApprovals,
    OfLibrary,
    OfNotebooks,
    OfPages,
    OfPrograms,
    OfSite,
    run,
)
from tools.mutants.planted import CAUGHT, EQUIVALENT, ESCAPED, Ground, Mutant, Verdict


def trial(folder: Path, sample: int) -> Iterator[Verdict]:
    """Plant faults in the project in `folder`, and yield what became of each.

    If `sample` is not 0, so many are chosen, as evenly from all kinds as there are enough of them.
    Raises Drift or ValueError where the project does not hold by itself.
    """
    ground = Ground(folder)
    programs = OfPrograms(ground)
    judges = [OfSite(ground), OfPages(ground), OfApprovals(ground), OfNotebooks(ground)]
    judges += [OfClaims(ground), OfGivens(ground)]
    judges += [programs, library := OfLibrary(ground, programs)]
    planted = {judge: [*judge.planted()] for judge in judges if judge != library or not sample}
    if sample:
        # What can be off of a library is found out by running, for no more than are chosen.
        pools = by_kind([mutant for mutants in planted.values() for mutant in mutants])
        kept = dict.fromkeys(drawn([*pools, library.planted(shuffled=True)], sample))
        for judge, mutants in planted.items():
            planted[judge] = [mutant for mutant in mutants if mutant in kept]
        others = set().union(*planted.values())
        planted[library] = [mutant for mutant in kept if mutant not in others]
    # Programs run while pages are looked at: they begin when their judge is asked.
    for verdicts in [judge.judged(mutants) for judge, mutants in planted.items()]:
        yield from verdicts
    ground.close()


def chosen(mutants: list[Mutant], count: int) -> set[Mutant]:
    """Return so many mutants, chosen at random, one of each kind after the other."""
    return set(drawn(by_kind(mutants), count))


def by_kind(mutants: list[Mutant]) -> list[list[Mutant]]:
    """Return the mutants of each kind, shuffled."""
    kinds: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in random.sample(mutants, len(mutants)):
        kinds[mutant.kind].append(mutant)
    return [*kinds.values()]


def drawn(pools: Iterable[Iterable[Mutant]], count: int) -> Iterator[Mutant]:
    """Yield so many mutants, of one pool after the other, which gives no more than it has to."""
    waiting = deque(map(iter, pools))
    while waiting and count:
        pool = waiting.popleft()
        for mutant in islice(pool, 1):
            waiting.append(pool)
            count -= 1
            yield mutant


def confirmed(mutant: Mutant, folder: Path) -> bool:
    """Return whether the full build stops for a mutant; of a finished page, its second half."""
    commands = [CHECK] if SITE in mutant.file.relative_to(folder).parents else [BUILD, CHECK]
    if commands == [CHECK]:
        run(BUILD, folder)
    with mutant.in_place():
        return any(run(command, folder) for command in commands)


def report(verdicts: list[Verdict], tell: Callable[[str], None]) -> int:
    """Tell what became of the mutants of each kind; return how many got through.

    Each that got through is told, and each that changes nothing which pages show.
    """
    counts = Counter((each.mutant.kind, each.fate) for each in verdicts)
    for each in verdicts:
        if each.fate == EQUIVALENT:
            tell(f"{EQUIVALENT}: {each.mutant.place}: {each.mutant.told}")
    tell(f"{'kind':20}{'planted':>10}{CAUGHT:>10}{EQUIVALENT:>12}{ESCAPED:>13}")
    for kind in (*dict.fromkeys(each.mutant.kind for each in verdicts), "all"):
        row = [
            sum(count for (k, f), count in counts.items() if kind in (k, "all") and f == fate)
            for fate in (CAUGHT, EQUIVALENT, ESCAPED)
        ]
        tell(f"{kind:20}{sum(row):>10}{row[0]:>10}{row[1]:>12}{row[2]:>13}")
    for each in verdicts:
        if each.fate == ESCAPED:
            said = f" (the message names another place: {each.said})" if each.said else ""
            tell(f"{ESCAPED}: {each.mutant.place}: {each.mutant.told}{said}")
    return sum(each.fate == ESCAPED for each in verdicts)


def main() -> int:
    """Plant, judge, confirm and report; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("--sample", type=int, default=0, help="plant only so many, of all kinds")
    parser.add_argument("--builds", type=int, default=7, help="full builds that confirm")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    random.seed(options.seed)
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mutants-", ignore_cleanup_errors=True) as place:
        folder = Path(place, "project")
        shutil.copytree(Path.cwd(), folder, ignore=shutil.ignore_patterns(*tree.MADE))
        os.chdir(folder)
        try:
            verdicts = [*trial(folder, options.sample)]
        except (Drift, ValueError) as fault:
            print(f"mutants: {fault}", file=sys.stderr)
            return 1
        caught = [each.mutant for each in verdicts if each.fate == CAUGHT and each.mutant.before]
        checked = chosen(caught, options.builds)
        refuted = [mutant for mutant in checked if not confirmed(mutant, folder)]
        os.chdir("/")
    escaped = report(verdicts, print)
    print(f"{len(checked) - len(refuted)} of {len(checked)} confirmed by the full build")
    for mutant in refuted:
        print(f"the full build lets through: {mutant.place}: {mutant.told}")
    print(f"chosen with --seed {options.seed}, in {time.monotonic() - start:.0f} s")
    return 1 if escaped or refuted or not verdicts else 0
