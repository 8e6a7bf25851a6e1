"""`python -m tools.bench [--pages 1 10] [--runs 2]`: measures builds and reloads; records them."""

import argparse
import json
import os
import random
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tools.bench import reload, sites
from tools.bench.measure import Cost, cost_of, machine

RECORD = sites.PROJECT / "snippets" / "how-this-site-checks-itself" / "build_times.json"
TRIAL = sites.PROJECT / ".build" / "build_times.json"
PAGES = (1, 10, 100, 300)
RUNS = 5
MOST_PAGES_RELOADED = 100
EDITED_HERE = "article/l1/mean_absolute_error.py"
NOT_COPIED = shutil.ignore_patterns(".*", "site", "__pycache__")

COLD, WARM, CHECK = "guard cold", "guard warm", "check"
# Each build that is measured, and the way in which its site is written.
BUILDS = {
    COLD: sites.GUARD,
    WARM: sites.GUARD,
    sites.PASTED: sites.PASTED,
    sites.STOCK: sites.STOCK,
}
BUILD = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict"]
CHECK_SITE = [sys.executable, "-P", "-m", "drift", "check", "site"]


def environment() -> dict[str, str]:
    """Return the environment of every command: no address is known, so that no link differs."""
    inherited = {k: v for k, v in os.environ.items() if k not in ("SITE_URL", "REPO_URL")}
    return inherited | {"NO_MKDOCS_2_WARNING": "1"}


def built(what: str, folder: Path) -> Cost:
    """Build one site from nothing; return what that cost."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    if what == COLD:
        shutil.rmtree(folder / ".cache" / "drift", ignore_errors=True)
    return cost_of(BUILD, folder, environment())


def measured(folders: dict[int, dict[str, Path]], runs: int) -> Iterator[tuple[int, str, Cost]]:
    """Yield pages, what was done, and what it cost, for each of `runs` repetitions.

    What is compared is measured side by side: each repetition builds every site, of every size, in
    an order of its own. Before them one build of each size, uncounted, fills the guard's cache.
    """
    for ways in folders.values():
        built(WARM, ways[sites.GUARD])
    for _ in range(runs):
        for pages, ways in folders.items():
            for what in random.sample(list(BUILDS), len(BUILDS)):
                folder = ways[BUILDS[what]]
                yield pages, what, built(what, folder)
                if what == COLD:
                    yield pages, CHECK, cost_of(CHECK_SITE, folder, environment())


def reloads(folder: Path, folders: dict[int, dict[str, Path]], runs: int) -> dict[str, dict]:
    """Return pages and seconds of each reload, for this site and for one that was written."""
    here = folder / "here"
    shutil.copytree(sites.PROJECT, here, ignore=NOT_COPIED)
    own_pages = sum(path.suffix in (".md", ".ipynb") for path in (here / "docs").rglob("*"))
    size = max((size for size in folders if size <= MOST_PAGES_RELOADED), default=min(folders))
    written_snippet = f"{sites.name_of(0)}/{next(iter(sites.PROGRAMS))}.py"
    found = {}
    for name, pages, project, snippet in (
        ("this site", own_pages, here, EDITED_HERE),
        ("written site", size, folders[size][sites.GUARD], written_snippet),
    ):
        seconds = reload.times(project, snippet, runs, environment())
        found[name] = {"pages": pages, "seconds": seconds}
        print(f"{pages:4} pages, from save to reload: {seconds} s", flush=True)
    return found


def record(pages: list[int], runs: int) -> dict:
    """Measure everything; return it as it is recorded: each figure of each run, in seconds."""
    about = {"taken": datetime.now(UTC).date().isoformat(), "machine": machine()}
    about["blocks_on_a_page"] = len(sites.PROGRAMS)
    builds = {
        str(size): {what: {"wall": [], "cpu": []} for what in (*BUILDS, CHECK)} for size in pages
    }
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        folder = Path(scratch)
        folders = {size: sites.write(folder / str(size), size) for size in pages}
        for size, what, cost in measured(folders, runs):
            print(f"{size:4} pages, {what:14} {cost.wall:7.3f} s, CPU {cost.cpu:7.3f} s")
            for kind, seconds in cost._asdict().items():
                builds[str(size)][what][kind].append(seconds)
        return about | {"builds": builds, "reloads": reloads(folder, folders, runs)}


def written(figures: dict) -> str:
    """Return the figures as JSON, the runs of one thing in one line."""
    text = json.dumps(figures, indent=1)
    return re.sub(r"\[[^\[\]{}]*\]", lambda runs: re.sub(r"\s*\n\s*", " ", runs[0]), text) + "\n"


def main() -> None:
    """Read the command line, measure, record."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=list(PAGES), help="sizes of sites")
    parser.add_argument("--runs", type=int, default=RUNS, help="how often each is measured")
    parser.add_argument("--to", type=Path, help="the file in which the figures are recorded")
    options = parser.parse_args()
    whole = set(options.pages) >= set(PAGES) and options.runs >= RUNS
    file = options.to or (RECORD if whole else TRIAL)
    figures = record(options.pages, options.runs)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(written(figures), "utf-8", newline="\n")
    print(f"Recorded in {file}. Write its new sha256 into the note beside it.")


if __name__ == "__main__":
    main()
