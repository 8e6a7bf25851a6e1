"""Which snippet runs when, and what came of it. Each runs twice; what is reproducible is kept."""

import atexit
import itertools
import os
import tempfile
from collections.abc import Mapping
from concurrent.futures import Future, wait
from dataclasses import asdict
from functools import partial
from pathlib import Path

from drift.project.settings import Settings
from drift.project.snippet import Snippet
from drift.run import cache, reproducible
from drift.run.launcher import Launcher
from drift.run.outcome import Outcome

SEEDS = (0, 1)
PATIENCE = 10  # seconds of one program, behind which it is said that it runs
# Made by tools while a build runs, and never published.
MADE = {".git", ".venv", ".build", ".cache", ".pytest_cache", ".ruff_cache", "__pycache__", "site"}


class Runs:
    """Outcomes of snippets, each found out once."""

    def __init__(self, folder: Path, settings: Settings):
        """Run below the project's `folder`, one process a hash seed; .cache/ is the only trace."""
        self._folder = folder
        self._style = folder / settings.figure_style
        self.cache = cache.Cache(folder, cache.surroundings(self._style))
        self._outcomes: dict[str, list[Future[Outcome]]] = {}
        """By the fingerprint of the snippet: what it gives under each seed."""
        self._why: dict[str, str] = {}
        """By the same: why the second run gave something else."""
        self._before: dict[str, tuple[int, int]] | None = None
        self._launchers: list[Launcher] = []
        """The one of each seed, as soon as there is something to run."""
        # One folder for all runs, which goes when the build ends, however it ends.
        self._scratch = tempfile.TemporaryDirectory(prefix="snippets-", ignore_cleanup_errors=True)
        atexit.register(self._scratch.cleanup)
        self._launch = partial(Launcher, folder, settings, Path(self._scratch.name))
        self._snippets: list[Snippet] = []
        self._turns = itertools.cycle(range(len(SEEDS)))

    def start(self, snippets: Mapping[str, Snippet]) -> None:
        """Begin to run every snippet whose outcome is not known yet."""
        self._before = None
        surroundings = cache.surroundings(self._style)
        if surroundings != self.cache.surroundings:
            # What ran in other surroundings proves nothing in these.
            self._end_processes()
            self._outcomes, self._why = {}, {}
            self.cache = cache.Cache(self._folder, surroundings)
        self._snippets = [*snippets.values()]
        outcomes = {}
        for snippet in snippets.values():
            key = snippet.fingerprint
            known = self._outcomes.get(key) or self._kept(key)
            outcomes[key] = known or [each.run(snippet) for each in self._processes()]
        self._outcomes = outcomes  # in one step, since other threads may ask meanwhile

    @property
    def unknown(self) -> list[Snippet]:
        """The snippets that have not yet given what they give, the one that runs first."""
        known = self._outcomes  # which may lack what begins just now
        running = {key for key in known if not known[key][0].done()}
        return [each for each in self._snippets if each.fingerprint in running]

    def close(self) -> None:
        """End the processes and take away their folder; nothing can run any more."""
        self._end_processes()
        self._scratch.cleanup()

    def outcome(self, snippet: Snippet) -> Outcome:
        """Return what the first run of a snippet gave, waiting for it if need be."""
        if futures := self._outcomes.get(snippet.fingerprint):
            looks: list[str] = []
            while wait(futures[:1], 1).not_done:  # in steps: one long one can miss a Ctrl-C
                looks += [each.shown_path for each in self.unknown[:1]]
                if looks and looks.count(looks[-1]) == PATIENCE:
                    print(f"{looks[-1]} still runs. Ctrl-C ends it.", flush=True)
            return futures[0].result()
        raise LookupError(f"{snippet.shown_path} was not there when the build began")

    def irreproducible(self, snippet: Snippet) -> str:
        """Return why the second run of a snippet gave something else; '' if it gave the same."""
        key = snippet.fingerprint
        first, second = self.outcome(snippet), self._outcomes[key][-1].result()
        if key not in self._why and reproducible.differ(first, second):
            launcher = self._launch([snippet.source], SEEDS[0], another_day=True)
            third = launcher.run(snippet).result()
            launcher.close()
            self._why[key] = reproducible.reason(snippet, first, second, third)
        return self._why.get(key, "")

    def keep(self) -> None:
        """Keep what was found out for later builds; only what is reproducible."""
        for key, futures in self._outcomes.items():
            if self.cache.get(key) or any(future.exception() for future in futures):
                continue  # known; or it could not run, and whoever asks gets the reason
            first, second = futures[0].result(), futures[-1].result()
            if first.confined and not first.problem and not reproducible.differ(first, second):
                self.cache.put(key, asdict(first))
        self.cache.save()

    def left_in_the_project(self) -> list[str]:
        """Return the files that are new, changed or gone since the snippets ran; wait for all."""
        if self._before is None:
            return []
        for future in itertools.chain(*self._outcomes.values()):
            future.result()
        return sorted({name for name, _ in self._before.items() ^ _stamps(self._folder).items()})

    def run(self, snippet: Snippet) -> Future[Outcome]:
        """Have a snippet run once, whatever is known of it; return its future outcome."""
        return self._processes()[next(self._turns)].run(snippet)

    def _kept(self, key: str) -> list[Future[Outcome]]:
        """Return what is known under a key from earlier builds, of any seed; [] for nothing."""
        if not (fields := self.cache.get(key)):
            return []
        known = Future()
        known.set_result(Outcome(**fields))
        return [known] * len(SEEDS)

    def _processes(self) -> list[Launcher]:
        """Return the launcher of each seed; at first note how all files are."""
        if self._before is None:
            self._before = _stamps(self._folder)
        if not self._launchers:
            sources = [each.source for each in self._snippets]
            self._launchers = [self._launch(sources, seed) for seed in SEEDS]
        return self._launchers

    def _end_processes(self) -> None:
        for launcher in self._launchers:
            launcher.close()
        self._launchers = []


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Return the size in bytes and the time of the last change (ns) of every file of a project."""
    found, start = {}, len(str(folder)) + 1
    for place, folders, names in os.walk(folder):
        folders[:] = {*folders} - MADE
        names += [name for name in folders if os.path.islink(os.path.join(place, name))]
        for path in (os.path.join(place, name) for name in names):
            state = os.lstat(path)
            found[path[start:].replace(os.sep, "/")] = (state.st_size, state.st_mtime_ns)
    return found
