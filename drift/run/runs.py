"""Which snippet runs when, and what came of it. Each runs twice; what is steady is kept."""

from __future__ import annotations

import sys
import tempfile
import threading
from collections import OrderedDict, deque
from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path

from drift.project.settings import Settings
from drift.project.snippet import Snippet
from drift.run import cache, changed_files, reproducible
from drift.run.cache import Cache
from drift.run.launcher import Launcher, Place, modules_imported
from drift.run.outcome import Number, Outcome

SEEDS = (0, 1)
# Runs that one process knows of: with some behind the present one it never waits for the build.
ON_THE_WAY = 3


@dataclass(eq=False)
class Task:
    """A snippet that is to run: what its first run gave, and what its second, if it has one."""

    snippet: Snippet
    runs_again: bool = True
    is_kept: bool = False
    seed: int = SEEDS[0]
    why: str = ""
    first: Future[Outcome] = field(default_factory=Future)
    second: Future[Outcome] = field(default_factory=Future)

    def fail(self, error: Exception) -> None:
        """Let whoever waits for a run raise an error: the snippet could not be run."""
        for future in (self.first, self.second):
            if not future.done():
                future.set_exception(error)


class Waiting:
    """The tasks that wait: first runs in their order, and behind them all second ones."""

    def __init__(self):
        """Begin with none."""
        self._first: OrderedDict[Task, None] = OrderedDict()
        self._second: dict[int, deque[Task]] = {seed: deque() for seed in SEEDS}
        self._change = threading.Condition()
        self._closed = False

    def add(self, task: Task) -> None:
        """Put a task behind the others."""
        with self._change:
            self._first[task] = None
            self._change.notify()

    def hurry(self, task: Task) -> None:
        """Put a task that still waits before all others."""
        with self._change:
            if task in self._first:
                self._first.move_to_end(task, last=False)

    def add_second(self, task: Task) -> None:
        """Have a task run again, in the process that has not run it yet."""
        with self._change:
            for seed in SEEDS:
                if seed != task.seed:
                    self._second[seed].append(task)
            self._change.notify_all()

    def take(self, seed: int, wait: bool) -> tuple[Task, bool] | None:
        """Return a task for the process of one seed, and whether it ran before.

        Returns None when there will be none any more, or there is none and `wait` is false.
        """
        with self._change:
            if wait:
                self._change.wait_for(lambda: self._first or self._second[seed] or self._closed)
            if self._closed:
                return None
            if self._first:
                return self._first.popitem(last=False)[0], False
            return (self._second[seed].popleft(), True) if self._second[seed] else None

    def close(self) -> None:
        """Let nobody wait any more."""
        with self._change:
            self._closed = True
            self._change.notify_all()


class Runs:
    """Outcomes of snippets, each found out once."""

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        fresh: bool = False,
        interpreter: str = sys.executable,
    ):
        """Run below the project's `folder`, whose only trace of it is the folder .cache/.

        There is one process for each hash seed. If `fresh`, nothing is taken from the cache; with
        an `interpreter` that is not this one's, runs have to be.
        """
        self._folder = folder
        self._settings = settings
        self._fresh = fresh
        self._surroundings = ""
        self._tasks: dict[str, Task] = {}
        self._by_fingerprint: dict[str, Task] = {}
        self._before: dict[str, tuple[int, int]] | None = None
        self._waiting: Waiting | None = None
        # One folder for all runs, which goes when the build ends, however it ends.
        self._scratch = tempfile.TemporaryDirectory(prefix="snippets-", ignore_cleanup_errors=True)
        scratch = Path(self._scratch.name)
        self._place = Place(folder, settings, scratch, interpreter=interpreter)

    def start(self, snippets: Mapping[str, Snippet]) -> None:
        """Begin to run every snippet whose outcome is not known yet."""
        self._before = None
        surroundings = cache.surroundings(self._folder / self._settings.figure_style)
        if surroundings != self._surroundings:
            self._forget(surroundings)
        modules = modules_imported(each.source for each in snippets.values())
        self._place = replace(self._place, modules=modules)
        known, self._by_fingerprint = self._by_fingerprint, {}
        self._tasks = {}
        for name, snippet in snippets.items():
            fingerprint = snippet.fingerprint
            task = known.get(fingerprint) or self._kept(snippet, fingerprint)
            if task is None:
                task = Task(snippet)
                self._submit(task)
            self._tasks[name] = self._by_fingerprint[fingerprint] = task

    def close(self) -> None:
        """End the processes and take away their folder; nothing can run any more."""
        if self._waiting:
            self._waiting.close()
        self._scratch.cleanup()

    def hurry(self, names: Iterable[str]) -> None:
        """Run some snippets before all others, in the order of their names."""
        if self._waiting:
            for name in reversed([*dict.fromkeys(names)]):
                if name in self._tasks:
                    self._waiting.hurry(self._tasks[name])

    def outcome(self, snippet: Snippet) -> Outcome:
        """Return what the first run of a snippet gave, waiting for it if need be."""
        if snippet.name not in self._tasks:
            raise LookupError(f"{snippet.shown_path} was not there when the build began")
        self.hurry([snippet.name])
        return self._tasks[snippet.name].first.result()

    def irreproducible(self, snippet: Snippet) -> str:
        """Return why the second run of a snippet gave something else; '' if it gave the same."""
        task = self._tasks[snippet.name]
        first, second = task.first.result(), task.second.result()
        if reproducible.differ(first, second) and not task.why:
            launcher = Launcher(self._place, task.seed)
            launcher.send(snippet)
            task.why = reproducible.reason(snippet, first, second, launcher.receive())
            launcher.close()
        return task.why

    def keep(self) -> None:
        """Keep what was found out for later builds; only what is reproducible."""
        for fingerprint, task in self._by_fingerprint.items():
            outcome = task.first.result()
            if task.is_kept or outcome.problem or not outcome.confined:
                continue
            if not reproducible.differ(outcome, task.second.result()):
                self.cache.put(
                    fingerprint,
                    vars(outcome) | {"numbers": {k: [*v] for k, v in outcome.numbers.items()}},
                )
        self.cache.save()

    def watch(self) -> None:
        """Note how the project's files are, before something runs; where all is known, nothing."""
        if self._before is None:
            self._before = changed_files.stamps(self._folder)

    def left_in_the_project(self) -> list[str]:
        """Return the project's files that changed while the snippets ran; wait for all of them."""
        if self._before is None:
            return []
        for task in self._tasks.values():
            task.second.result()
        return changed_files.changed(self._before, changed_files.stamps(self._folder))

    def run(self, snippet: Snippet) -> Future[Outcome]:
        """Have a snippet run once, whatever is known of it; return its future outcome."""
        task = Task(snippet, runs_again=False)
        self._submit(task)
        return task.first

    def _kept(self, snippet: Snippet, fingerprint: str) -> Task | None:
        answer = None if self._fresh else self.cache.get(fingerprint)
        if answer is None:
            return None
        task = Task(snippet, is_kept=True)
        for future in (task.first, task.second):
            numbers = {k: Number(*v) for k, v in answer["numbers"].items()}
            future.set_result(Outcome(**answer | {"numbers": numbers}))
        return task

    def _forget(self, surroundings: str) -> None:
        """Begin anew: what ran in other surroundings tells nothing of these."""
        if self._waiting:
            self._waiting.close()
        self._waiting, self._by_fingerprint = None, {}
        self._surroundings = surroundings
        self.cache = Cache(self._folder, surroundings)

    def _submit(self, task: Task) -> None:
        self.watch()
        if self._waiting is None:
            self._waiting = Waiting()
            for seed in SEEDS:
                arguments = (self._waiting, self._place, seed)
                threading.Thread(target=_work, args=arguments, daemon=True).start()
        self._waiting.add(task)


def _work(waiting: Waiting, place: Place, seed: int) -> None:
    """Run what waits, in one process, until there will be nothing any more."""
    launcher: Launcher | None = None
    sent: deque[tuple[Task, bool]] = deque()
    while True:
        while len(sent) < ON_THE_WAY and (taken := waiting.take(seed, wait=not sent)):
            task, is_second = taken
            task.seed = task.seed if is_second else seed
            try:
                launcher = launcher or Launcher(place, seed)
                launcher.send(task.snippet)
                sent.append(taken)
            except Exception as error:
                task.fail(error)
        if not sent:
            break
        task, is_second = sent.popleft()
        try:
            outcome = launcher.receive()
        except Exception as error:
            task.fail(error)
            continue
        (task.second if is_second else task.first).set_result(outcome)
        if not is_second and (outcome.problem or not task.runs_again):
            task.second.set_result(outcome)
        elif not is_second:
            waiting.add_second(task)
    if launcher:
        launcher.close()
