"""`python -m drift check SITE`, `… accept`; `--help` tells the options."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

from drift.build import Workshop
from drift.check import site as built
from drift.fault import Drift
from drift.generators.pages import GENERATORS, MKDOCS
from drift.project import approval, settings
from drift.project.page_source import Use
from drift.project.snippet import APPROVED, Snippet
from drift.run.notebook import Notebooks, written
from drift.run.runs import Runs
from tools.mutants.claims import can_fail


def check(site: Path, move_to: Path | None, generator: str) -> int:
    """Check a built site; move it to `move_to` when all holds. Returns the exit code."""
    project = Path.cwd()
    loose_ends = Workshop(project).loose_ends()
    # From a file, a policy would forbid the search: the site that is opened as files states none.
    states_policy = os.environ.get("OFFLINE") != "true"
    found = [*map(str, loose_ends), *built.faults(project, site, states_policy, generator)]
    for fault in found:
        print(f"drift: {fault}", file=sys.stderr)
    if found:
        kept = f"; {move_to}/ is as it was" if move_to else ""
        print(f"drift: {len(found)} faults, nothing is published{kept}.", file=sys.stderr)
        return 1
    for formula in built.not_computed(site):
        print(f"not computed: {formula}")
    if move_to:
        if move_to.exists():
            shutil.rmtree(move_to)
        shutil.move(site, move_to)
    print(f"The site holds all that was approved, and is in {move_to or site}/")
    return 0


def accept() -> int:
    """Approve what snippets and notebooks give now, showing each change. Returns the exit code."""
    project = Path.cwd()
    work = Workshop(project).start(Runs(project, settings.read(project), fresh=True))
    notebooks = Notebooks(project, work.docs, work.settings.seconds).start(None)
    uses = work.uses
    unsteady = {snippet.name: why for snippet, why in work.runs.unsteady()}
    changes, problems = 0, list(unsteady.values())
    for snippet in work.snippets.by_name.values():
        if snippet.name in unsteady:
            continue
        try:
            files = approval.given_now(snippet, work.sound(snippet), uses[snippet.name])
            _refuse_what_always_holds(snippet, uses[snippet.name], work.runs)
        except (LookupError, ValueError) as problem:
            problems.append(str(problem))
            continue
        for suffix, now in files.items():
            changes += _approve(snippet.approved_path(suffix), now)
    for name in notebooks.names():
        try:
            changes += _approve(work.docs / name, written(notebooks.executed(name)))
        except ValueError as problem:
            problems.append(f"{work.docs.name}/{name}: {problem}")
    for stray in work.snippets.strays():
        changes += _approve(stray, "")
    for problem in problems:
        print(f"drift: not approved: {problem}", file=sys.stderr)
    print(f"{changes} approved files changed." if changes else "Nothing has changed.")
    return 1 if problems else 0


def _refuse_what_always_holds(snippet: Snippet, uses: list[Use], runs: Runs) -> None:
    """Raise ValueError where a claim that is not approved yet could never be false."""
    approved = approval.approved_values(snippet)
    for use in uses:
        is_new = use.is_claim and use.shown not in approved
        if is_new and not can_fail(snippet, use.name, runs.run):
            raise ValueError(
                f"{snippet.shown_path}, line {snippet.names[use.name]}: {use.name} holds "
                "whatever is changed in the program, so that it tests nothing. Compare "
                "something that could come out otherwise."
            )


def _approve(path: Path, now: str) -> bool:
    """Write an approved file, or delete it when there is nothing to approve; tell what changed."""
    before = path.read_text("utf-8") if path.exists() else ""
    if before == now:
        return False
    print(f"{path.relative_to(Path.cwd()).as_posix()}\n{approval.difference(before, now, path)}\n")
    if now:
        path.write_text(now, "utf-8", newline="\n")
    else:
        path.unlink()
    return True


def main() -> int:
    """Read the command line and run one command."""
    parser = argparse.ArgumentParser(prog="python -m drift", description="The guard against drift.")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="read a built site again, and move it if it holds")
    checking.add_argument("site", type=Path)
    checking.add_argument("--move-to", type=Path)
    checking.add_argument("--generator", choices=GENERATORS, default=MKDOCS, help="what built it")
    commands.add_parser("accept", help=f"approve what snippets give now ({', '.join(APPROVED)})")
    options = parser.parse_args()
    try:
        if options.command == "accept":
            return accept()
        return check(options.site, options.move_to, options.generator)
    except Drift as fault:
        print(f"drift: {fault}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
