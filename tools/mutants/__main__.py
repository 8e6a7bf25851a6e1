"""`python -m tools.mutants [--sample N] [--seed N]`: plants every fault in a copy.

The guard's own rules are asked of the changed object. Of programs, drawings and finished pages some
faults are chosen, by the seed; all others are planted.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import chain, zip_longest
from pathlib import Path

from drift.build import Build
from drift.fault import FaultsFound
from drift.project import project
from drift.run import runs
from tools.mutants import pages, programs
from tools.mutants.mutant import CAUGHT, EQUIVALENT, THROUGH, Mutant
from tools.mutants.pages import SITE

SECONDS = 5
"""The processor time of a changed program, which may never end: less than that of a sound one."""
BUILD = [sys.executable, "-P", "-m", "mkdocs", "build", "-q", "--strict", "--site-dir", str(SITE)]
AT_ONCE = 6
"""How many programs wait for their run, so that no process waits for this one."""
KINDS = (
    pages.of_finished, pages.of_pages, programs.of_approved, programs.of_givens,
    programs.of_claims, programs.of_programs,
)  # fmt: skip
RUN = ("claim", "program", "session")
PARTS = 2
"""How many processes plant faults: each in every other file, and each needs about one core."""


def fates(folder: Path, sample: int, seed: int, part: int) -> list[tuple[Mutant, str, str]]:
    """Plant a part of all faults in the built project in `folder`; return what became of each.

    That is the mutant, its fate, and why, in a process that does no more. If `sample` is not 0, so
    many are chosen, as evenly from all kinds as there are enough of them. Raises FaultsFound or
    ValueError where the project has a fault by itself: every fault planted there would seem caught.
    """
    random.seed(seed)
    os.chdir(folder)
    known = project.read(folder)
    settings = replace(known.settings, seconds=min(SECONDS, known.settings.seconds))
    build = Build(replace(known, settings=settings)).begin()
    if faults := [*known.faults, *build.irreproducible()]:
        raise FaultsFound(*faults)
    for snippet in known.snippets.values():
        build.checked(snippet)
    build.runs.run(snippet)  # the processes begin here, and not in several threads at once
    mutants = [mutant for kind in KINDS for mutant in kind(build)]
    mutants = chosen(mutants, sample or len(mutants))
    files = [*dict.fromkeys(mutant.file for mutant in mutants)][part::PARTS]
    mutants = [mutant for mutant in mutants if mutant.file in files]  # one rendering serves many
    # Programs run while pages are looked at, one by one: there is one present build.
    with ThreadPoolExecutor(AT_ONCE) as pool:
        last = [mutant for mutant in mutants if mutant.kind in RUN]
        running = pool.map(Mutant.fate, last)
        found = [(each, each.fate()) for each in mutants if each.kind not in RUN]
        found += zip(last, running, strict=True)
    build.runs.close()
    return [(replace(mutant, found=None), *fate) for mutant, fate in found]


def chosen(mutants: list[Mutant], count: int) -> list[Mutant]:
    """Return so many mutants, chosen at random, one of each kind after the other."""
    kinds: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in random.sample(mutants, len(mutants)):
        kinds[mutant.kind].append(mutant)
    return [*filter(None, chain(*zip_longest(*kinds.values())))][:count]


def report(found: list[tuple[Mutant, str, str]]) -> None:
    """Print what became of the mutants of each kind, and each that was not caught."""
    counts = Counter((mutant.kind, fate) for mutant, fate, _ in found)
    columns = (CAUGHT, EQUIVALENT, THROUGH)
    for mutant, fate, other in sorted(found, key=lambda each: columns.index(each[1])):
        if fate != CAUGHT:
            print(f"{fate}: {mutant}", f"(the message names another place: {other})" * bool(other))
    print(f"{'kind':20}{'planted':>10}{CAUGHT:>10}{EQUIVALENT:>12}{THROUGH:>13}")
    for kind in (*dict.fromkeys(mutant.kind for mutant, *_ in found), "all"):
        of_kind = [(each, counts[each]) for each in counts if kind in (each[0], "all")]
        row = [sum(number for each, number in of_kind if each[1] == fate) for fate in columns]
        print(f"{kind:20}{sum(row):>10}{row[0]:>10}{row[1]:>12}{row[2]:>13}")


def main() -> int:
    """Plant, ask and report; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("--sample", type=int, default=0, help="plant only so many, of all kinds")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mutants-", ignore_cleanup_errors=True) as place:
        folder = Path(place, "project").resolve()
        shutil.copytree(Path.cwd(), folder, ignore=shutil.ignore_patterns(*runs.MADE))
        subprocess.run(BUILD, cwd=folder, capture_output=True)  # each part tells what is wrong
        task = partial(fates, folder, options.sample, options.seed)
        try:
            with ProcessPoolExecutor(PARTS) as pool:
                found = [*chain.from_iterable(pool.map(task, range(PARTS)))]
        except (FaultsFound, ValueError) as fault:
            print(f"mutants: a fault that was not planted: {fault}", file=sys.stderr)
            return 1
    report(found)
    print(
        f"all planted, but of a program {programs.OF_A_PROGRAM}, of a drawing "
        f"{programs.OF_A_DRAWING}, of each sort on a finished page {pages.OF_A_SORT}: "
        f"chosen with --seed {options.seed}"
    )
    return 1 if not found or any(fate == THROUGH for _, fate, _ in found) else 0


if __name__ == "__main__":
    sys.exit(main())
