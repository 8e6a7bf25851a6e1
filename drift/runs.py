"""Which snippet runs when, and what came of it. Each runs twice; what is steady is kept."""

from __future__ import annotations

import tempfile
import threading
from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

from drift import cache, steady, tree
from drift.cache import Cache
from drift.launch import Launcher, Outcome, Place, modules_imported
from drift.settings import Settings
from drift.snippet import Snippet, Snippets

SEEDS = (0, 1)


@dataclass(eq=False)
class Task:
    """A snippet that is to run: what its first run gave, and what its second, if it has one."""

    snippet: Snippet
    runs_again: bool = True
    is_kept: bool = False
    seed: int = SEEDS[0]
    first: Future[Outcome] = field(default_factory=Future)
    second: Future[Outcome] = field(default_factory=Future)


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

    def take(self, seed: int) -> tuple[Task, bool] | None:
        """Wait for a task for the process of one seed; return it, and whether it ran before.

        Returns None when there will be none any more.
        """
        with self._change:
            self._change.wait_for(lambda: self._first or self._second[seed] or self._closed)
            if self._closed:
                return None
            if self._first:
                return self._first.popitem(last=False)[0], False
            return self._second[seed].popleft(), True

    def close(self) -> None:
        """Let nobody wait any more."""
        with self._change:
            self._closed = True
            self._change.notify_all()


class Runs:
    """Outcomes of snippets, each found out once."""

    def __init__(self, folder: Path, settings: Settings, fresh: bool = False):
        """Run below the project's `folder`, whose only trace of it is the folder .cache/.

        There is one process for each hash seed. If `fresh`, nothing is taken from the cache.
        """
        self._folder = folder
        self._settings = settings
        self._fresh = fresh
        self._surroundings = ""
        self._tasks: dict[str, Task] = {}
        self._by_fingerprint: dict[str, Task] = {}
        self._before: dict[str, tuple[int, int]] = {}
        self._waiting: Waiting | None = None
        # One folder for all runs, which goes when the build ends, however it ends.
        self._scratch = tempfile.TemporaryDirectory(prefix="snippets-", ignore_cleanup_errors=True)
        self._place = Place(folder, settings, Path(self._scratch.name))

    def start(self, snippets: Snippets) -> None:
        """Begin to run every snippet whose outcome is not known yet."""
        self._before = tree.stamps(self._folder)
        surroundings = cache.surroundings(self._folder / self._settings.figure_style)
        if surroundings != self._surroundings:
            self._forget(surroundings)
        modules = modules_imported(snippets.by_name.values())
        self._place = Place(self._folder, self._settings, Path(self._scratch.name), modules)
        known, self._by_fingerprint = self._by_fingerprint, {}
        self._tasks = {}
        for name, snippet in snippets.by_name.items():
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

    def unsteady(self) -> Iterator[tuple[Snippet, str]]:
        """Yield each snippet whose second run gave something else, and why; wait for all runs."""
        for task in self._tasks.values():
            first, second = task.first.result(), task.second.result()
            if first != second:
                third = Launcher(self._place, task.seed)
                yield task.snippet, steady.reason(task.snippet, first, second, third(task.snippet))
                third.close()

    def keep(self) -> None:
        """Keep what was found out for later builds; only what `unsteady` does not name."""
        for fingerprint, task in self._by_fingerprint.items():
            outcome = task.first.result()
            if task.is_kept or outcome.problem or not outcome.confined:
                continue
            if outcome == task.second.result():
                self.cache.put(fingerprint, vars(outcome))
        self.cache.save()

    def left_in_the_project(self) -> list[str]:
        """Return the project's files that changed while the snippets ran; wait for all of them."""
        for task in self._tasks.values():
            task.second.result()
        return tree.changed(self._before, tree.stamps(self._folder))

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
            future.set_result(Outcome(**answer))
        return task

    def _forget(self, surroundings: str) -> None:
        """Begin anew: what ran in other surroundings tells nothing of these."""
        if self._waiting:
            self._waiting.close()
        self._waiting, self._by_fingerprint = None, {}
        self._surroundings = surroundings
        self.cache = Cache(self._folder, surroundings)

    def _submit(self, task: Task) -> None:
        if self._waiting is None:
            self._waiting = Waiting()
            for seed in SEEDS:
                arguments = (self._waiting, self._place, seed)
                threading.Thread(target=_work, args=arguments, daemon=True).start()
        self._waiting.add(task)


def _work(waiting: Waiting, place: Place, seed: int) -> None:
    """Run what waits, in one process."""
    launch: Launcher | None = None
    while taken := waiting.take(seed):
        task, is_second = taken
        future = task.second if is_second else task.first
        task.seed = task.seed if is_second else seed
        try:
            launch = launch or Launcher(place, seed)
            future.set_result(launch(task.snippet))
        except Exception as error:
            for each in (future, task.second):
                if not each.done():
                    each.set_exception(error)
            continue
        if not is_second:
            if task.first.result().problem or not task.runs_again:
                task.second.set_result(task.first.result())
            else:
                waiting.add_second(task)
    if launch:
        launch.close()
