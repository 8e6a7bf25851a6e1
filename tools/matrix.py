"""`python -m tools.matrix [--installed]`: shows whether snippets hold with other versions.

Runs every snippet with the oldest version of a library that the project supports, with the newest,
and with the newest pre-release, and compares what it prints, names and complains of with what was
approved. uv lays each version over this environment, which stays as it is. Drawings are compared
under the lock only: whatever draws them changes them with every version. Ends with 3 where
something drifts, else with 2 where something could not be run.
"""

import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from drift.build import Build
from drift.fault import FaultsFound
from drift.project import project, settings
from drift.project.files import parsed, typed
from drift.project.snippet import DRAWN
from drift.run import approval

HELD, NOT_RUN, DRIFTED = 0, 2, 3  # exit codes; uv itself ends with 1 or 2
# What uv is asked for each version that is tried. Only versions with a wheel count.
CHOICES = {
    "oldest": ("--resolution", "lowest-direct"),
    "newest": ("--prerelease", "disallow"),
    "pre-release": ("--prerelease", "allow"),
}
PYTHON = ("--python", sys.executable, "--no-build", "--quiet")


@dataclass(frozen=True)
class Matrix:
    """The table [tool.matrix] of pyproject.toml.

    That is the library whose versions are tried, the oldest supported, and what else snippets
    import; of these the newest that fits is laid beside it.
    """

    library: str
    oldest: str
    beside: list[str] = field(default_factory=list)


def drifts(folder: Path) -> Iterator[str]:
    """Run every snippet of a project; yield for each '', or how it drifts."""
    os.environ["DRIFT_CACHE"] = "off"  # what is tried has run
    build = Build(project.read(folder))
    for snippet in build.project.snippets.values():
        uses = build.project.uses.get(snippet.name, [])
        try:
            now = approval.given_now(snippet, build.outcome(snippet), uses)
        except (LookupError, ValueError) as problem:
            yield str(problem)
            continue
        found = [
            approval.difference(snippet.approved.get(suffix, ""), text, snippet.name + suffix)
            for suffix, text in now.items()
            if suffix != DRAWN
        ]
        difference = "\n".join(filter(None, found))
        yield difference and (
            f"{snippet.shown_path} gives something else than was approved.\n{difference}"
        )
    build.runs.close()


def with_installed(folder: Path, matrix: Matrix) -> int:
    """Run the snippets with what is installed, and print what came of it; return the code."""
    found = list(drifts(folder))
    drifted = list(filter(None, found))
    others = "".join(f", {name} {version(name)}" for name in matrix.beside)
    print(
        f"{matrix.library} {version(matrix.library)}{others}, Python {platform.python_version()}, "
        f"{platform.system()}: {len(found)} snippets, {len(drifted)} drift",
        *drifted,
        sep="\n",
    )
    return DRIFTED if drifted else HELD if found else NOT_RUN


def with_others(matrix: Matrix) -> Iterator[int]:
    """Run the snippets with each version, and print what came of it; yield the exit codes."""
    tried: list[str] = []
    for label, choice in CHOICES.items():
        print(f"\n{label}: ", end="", flush=True)
        wanted = f"{matrix.library}>={matrix.oldest}"
        options = ("-", "--no-deps", "--no-header", "--no-annotate", *choice)
        done = _uv("pip compile", *options, given=wanted)
        if done.returncode == 0 and done.stdout in tried:
            print(f"there is none after {done.stdout.strip()}")
            continue
        if done.returncode == 0:
            tried.append(done.stdout)
            libraries = (done.stdout.strip(), *matrix.beside)
            over = [word for library in libraries for word in ("--with", library)]
            command = ("python", "-m", "tools.matrix", "--installed")
            # Snippets write no byte code: without any each would compile every library.
            done = _uv("run", "--no-project", "--compile-bytecode", *over, *command)
        if done.returncode in (HELD, DRIFTED):
            print(done.stdout, end="", flush=True)
            yield done.returncode
        else:
            print("could not be run:", *(done.stdout + done.stderr).split(), flush=True)
            yield NOT_RUN


def _uv(command: str, *options: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "uv", *command.split(), *PYTHON, *options],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def main() -> int:
    """Try the versions, or what is installed here only; return the exit code."""
    try:
        tables = parsed(settings.FILE, Path(settings.FILE).read_text("utf-8")).get("tool", {})
        matrix = typed(settings.FILE, tables.get("matrix", {}), Matrix, "tool", "matrix")
        if "--installed" in sys.argv:
            return with_installed(Path.cwd(), matrix)
    except FaultsFound as found:
        print(f"matrix: {found}", file=sys.stderr)
        return NOT_RUN
    return max(with_others(matrix))


if __name__ == "__main__":
    sys.exit(main())
