"""Plants every fault in a copy of the project, expects each to be caught, and reports.

The guard's own rules are asked of the changed object; the full build confirms some of what they
caught. Of each drawing, of each finished page and of a notebook's code some faults are chosen, by
the seed; of all else every fault is planted.
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
from dataclasses import replace
from itertools import chain, zip_longest
from pathlib import Path

from drift.build import Build
from drift.fault import FaultsFound
from drift.generators import mkdocs
from drift.project import project
from drift.run import changed_files
from tools.mutants import pages, programs
from tools.mutants.mutant import CAUGHT, EQUIVALENT, THROUGH, Mutant, Verdict, verdict
from tools.mutants.pages import OF_A_SORT, RUNS_OF_A_NOTEBOOK, SITE
from tools.mutants.programs import OF_A_DRAWING

SECONDS = 5
"""The processor time of a changed program, which may never end: less than that of a sound one."""
BUILD = (*mkdocs.BUILD, SITE.as_posix())
CHECK = ("drift", "check", SITE.as_posix())
RUN = ("program", "session")


KINDS = (
    programs.of_claims, programs.of_programs, pages.of_finished, pages.of_pages,
    programs.of_approved, pages.of_notebooks, programs.of_givens,
)  # fmt: skip


def verdicts(folder: Path, sample: int) -> Iterator[Verdict]:
    """Plant faults in the built project in `folder`, and yield what became of each.

    If `sample` is not 0, so many are chosen, as evenly from all kinds as there are enough of them.
    Raises FaultsFound or ValueError where the project has a fault by itself: then every fault that
    is planted there would seem caught.
    """
    build = sound(folder)
    mutants = [mutant for kind in KINDS for mutant in kind(build)]
    if sample:
        mutants = chosen(mutants, sample)
    # Programs run while pages are looked at.
    last = [(mutant, mutant.begin()) for mutant in mutants if mutant.kind in RUN]
    first = ((mutant, mutant.begin()) for mutant in mutants if mutant.kind not in RUN)
    yield from (verdict(mutant, found()) for mutant, found in chain(first, last))
    build.runs.close()


def sound(folder: Path) -> Build:
    """Return a build of the project in `folder`, begun; raise for one that has a fault."""
    known = project.read(folder)
    settings = replace(known.settings, seconds=min(SECONDS, known.settings.seconds))
    build = Build(replace(known, settings=settings)).begin()
    if found := [*known.faults, *build.irreproducible()]:
        raise FaultsFound(*found)
    for snippet in known.snippets.values():
        build.checked(snippet)
    return build


def chosen(mutants: list[Mutant], count: int) -> list[Mutant]:
    """Return so many mutants, chosen at random, one of each kind after the other."""
    kinds: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in random.sample(mutants, len(mutants)):
        kinds[mutant.kind].append(mutant)
    return [*filter(None, chain(*zip_longest(*kinds.values())))][:count]


def succeeds(command: tuple[str, ...], folder: Path) -> bool:
    """Run a module's command in a folder; return whether it ends well."""
    ran = subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True)
    return ran.returncode == 0


def let_through(mutants: list[Mutant], folder: Path) -> list[Mutant]:
    """Return the mutants for which the full build does not stop; of a finished page, its check."""
    through = []
    for mutant in mutants:
        is_finished = SITE in Path(mutant.file).parents
        if is_finished:
            succeeds(BUILD, folder)
        file = folder / mutant.file
        file.write_text(mutant.text, "utf-8", newline="\n")
        if all(succeeds(each, folder) for each in ([CHECK] if is_finished else [BUILD, CHECK])):
            through.append(mutant)
        file.parent.mkdir(parents=True, exist_ok=True)  # a build that stopped took its site away
        file.write_text(mutant.before, "utf-8", newline="\n")
    return through


def report(found: list[Verdict], write: Callable[[str], None]) -> int:
    """Write what became of the mutants of each kind; return how many got through.

    Each that got through is listed, and each that changes nothing which pages show.
    """
    fates = Counter((each.mutant.kind, each.fate) for each in found)
    for each in found:
        if each.fate == EQUIVALENT:
            write(f"{EQUIVALENT}: {each.mutant.place}: {each.mutant.words}")
    write(f"{'kind':20}{'planted':>10}{CAUGHT:>10}{EQUIVALENT:>12}{THROUGH:>13}")
    for kind in (*dict.fromkeys(each.mutant.kind for each in found), "all"):
        row = [
            sum(number for (k, f), number in fates.items() if kind in (k, "all") and f == fate)
            for fate in (CAUGHT, EQUIVALENT, THROUGH)
        ]
        write(f"{kind:20}{sum(row):>10}{row[0]:>10}{row[1]:>12}{row[2]:>13}")
    through = [each for each in found if each.fate == THROUGH]
    for each in through:
        other = f" (the message names another place: {each.found})" if each.found else ""
        write(f"{THROUGH}: {each.mutant.place}: {each.mutant.words}{other}")
    return len(through)


def main() -> int:
    """Plant, judge, confirm and report; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("--sample", type=int, default=0, help="plant only so many, of all kinds")
    parser.add_argument("--builds", type=int, default=7, help="full builds that confirm")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    random.seed(options.seed)
    with tempfile.TemporaryDirectory(prefix="mutants-", ignore_cleanup_errors=True) as place:
        folder = Path(place, "project").resolve()
        shutil.copytree(Path.cwd(), folder, ignore=shutil.ignore_patterns(*changed_files.MADE))
        succeeds(BUILD, folder)
        os.chdir(folder)
        try:
            found = [*verdicts(folder, options.sample)]
        except (FaultsFound, ValueError) as fault:
            print(f"mutants: a fault that was not planted: {fault}", file=sys.stderr)
            return 1
        caught = [each.mutant for each in found if each.fate == CAUGHT]
        confirmed = chosen(caught, options.builds)
        refuted = let_through(confirmed, folder)
        os.chdir("/")
    through = report(found, print)
    print(f"{len(confirmed) - len(refuted)} of {len(confirmed)} confirmed by the full build")
    for mutant in refuted:
        print(f"the full build lets through: {mutant.place}: {mutant.words}")
    print(
        f"all planted, but {OF_A_DRAWING} of a drawing, {OF_A_SORT} of each sort in a finished page, "
        f"{RUNS_OF_A_NOTEBOOK} in a notebook's code; chosen with --seed {options.seed}"
    )
    return 1 if through or refuted or not found else 0
