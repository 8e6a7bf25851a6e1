"""`python -m drift.matrix [--installed] [--report FILE]`: snippets under other versions.

Runs every snippet with the oldest version of a library that the project supports, with the newest,
and with the newest pre-release, and compares what it prints and names with what was approved.
Drawings are compared under the lock only: whatever draws them changes them with every version.
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from drift import environments
from drift.build import Workshop
from drift.environments import CannotInstall, Environment
from drift.fault import Drift
from drift.project import approval, settings
from drift.project.settings import Matrix
from drift.project.snippet import COMPLAINED, PRINTED, VALUES
from drift.run.runs import Runs

HELD, DRIFTED, NOT_RUN = 0, 1, 2  # exit codes

# What uv is asked for each version that is tried.
CHOICES = {
    "oldest": ("--resolution", "lowest-direct"),
    "newest": ("--prerelease", "disallow"),
    "pre-release": ("--prerelease", "allow"),
}


@dataclass
class Trial:
    """What came of one version: how many snippets ran, what drifted, or why it was not tried.

    `absent` says that there is no such version, which is no failure.
    """

    label: str
    version: str = ""
    beside: str = ""
    snippets: int = 0
    drifts: list[str] = field(default_factory=list)
    reason: str = ""
    absent: bool = False


def drifts(folder: Path, interpreter: str) -> Iterator[str]:
    """Run every snippet of a project with an interpreter; yield for each '', or how it drifts."""
    runs = Runs(folder, settings.read(folder), fresh=True, interpreter=interpreter)
    work = Workshop(folder).start(runs)
    uses = work.uses
    for snippet in work.snippets.by_name.values():
        try:
            now = approval.given_now(snippet, work.sound(snippet), uses[snippet.name])
        except (LookupError, ValueError) as problem:
            yield str(problem)
            continue
        told = [
            approval.difference(approval.approved(snippet, suffix), now[suffix], path)
            for suffix in (PRINTED, VALUES, COMPLAINED)
            for path in [snippet.approved_path(suffix)]
        ]
        found = "\n".join(filter(None, told))
        yield found and f"{snippet.shown_path} gives something else than was approved.\n{found}"
    runs.close()


def compared(label: str, folder: Path, matrix: Matrix, environment: Environment) -> Trial:
    """Run the snippets in an environment; return what came of it."""
    beside = [f"{name} {environment.version(name) or 'absent'}" for name in matrix.beside]
    trial = Trial(label, environment.version(matrix.library), ", ".join(beside))
    if not trial.version:
        trial.reason = f"{matrix.library} is not installed"
        return trial
    try:
        found = list(drifts(folder, environment.interpreter))
    except RuntimeError as problem:
        trial.reason = str(problem)
        return trial
    trial.snippets, trial.drifts = len(found), list(filter(None, found))
    if not found:
        trial.reason = "there is no snippet"
    return trial


def trials(folder: Path, matrix: Matrix) -> Iterator[Trial]:
    """Yield what came of the oldest supported version, the newest, and the newest pre-release."""
    tried: list[str] = []
    for label, options in CHOICES.items():
        version = ""
        try:
            version = environments.resolved(f"{matrix.library}>={matrix.oldest}", *options)
            if label == "pre-release" and version in tried:
                yield Trial(label, reason=f"there is none after {version}", absent=True)
                continue
            tried.append(version)
            with tempfile.TemporaryDirectory(
                prefix="versions-", ignore_cleanup_errors=True
            ) as place:
                requirements = [f"{matrix.library}=={version}", *matrix.beside]
                environment = environments.made(Path(place, "environment"), requirements)
                yield compared(label, folder, matrix, environment)
        except CannotInstall as problem:
            yield Trial(label, version, reason=str(problem))


def row(trial: Trial) -> str:
    """Return the line of the table that tells of a trial."""
    begin = f"{trial.label:13}{trial.version or '-':12}"
    if trial.absent:
        return begin + trial.reason
    if trial.reason:
        return f"{begin}could not be run: {trial.reason}"
    held = trial.snippets - len(trial.drifts)
    return f"{begin}{trial.snippets:8}{held:13}{len(trial.drifts):7}   {trial.beside}".rstrip()


def exit_code(tried: list[Trial]) -> int:
    """Return DRIFTED where anything drifts, else NOT_RUN where anything could not be run."""
    if any(trial.drifts for trial in tried):
        return DRIFTED
    missed = any(trial.reason and not trial.absent for trial in tried)
    return NOT_RUN if missed or not tried else HELD


def told(folder: Path, matrix: Matrix, only_installed: bool, tell: Callable[[str], None]) -> int:
    """Try each version, and tell of it line by line; return the exit code."""
    tell(f"{matrix.library} with Python {platform.python_version()} on {platform.system()}")
    tell(f"{'':13}{'version':12}{'snippets':>8}{'as approved':>13}{'drift':>7}   beside")
    if only_installed:
        found = iter([compared("installed", folder, matrix, Environment(sys.executable))])
    else:
        found = trials(folder, matrix)
    tried = []
    for trial in found:
        tell(row(trial))
        tried.append(trial)
    for trial in tried:
        for drift in trial.drifts:
            tell(f"\nwith {matrix.library} {trial.version}: {drift}")
    return exit_code(tried)


def main() -> int:
    """Read the command line, try the versions, print and write what was found; return the code."""
    parser = argparse.ArgumentParser(
        prog="python -m drift.matrix",
        description="Do snippets hold with other versions of a library?",
        epilog="Ends with 1 where something drifts, with 2 where something could not be run.",
    )
    parser.add_argument("--installed", action="store_true", help="try what is installed here only")
    parser.add_argument("--report", type=Path, help="if something drifts, write it here (Markdown)")
    options = parser.parse_args()
    folder, lines = Path.cwd(), []

    def tell(line: str) -> None:
        print(line, flush=True)
        lines.extend(line.split("\n"))

    try:
        code = told(folder, settings.matrix(folder), options.installed, tell)
    except Drift as fault:
        print(f"drift: {fault}", file=sys.stderr)
        return NOT_RUN
    if options.report and code == DRIFTED:
        # An indented block: nothing that a snippet or an index says can end it.
        block = "".join(f"    {line}".rstrip() + "\n" for line in lines)
        options.report.write_text(block, "utf-8", newline="\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
