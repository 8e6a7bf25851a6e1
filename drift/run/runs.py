"""Which snippet runs when, and what came of it. Each runs twice; what is reproducible is kept."""

import atexit
import itertools
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from queue import Empty, PriorityQueue

from drift.project.settings import Settings
from drift.project.snippet import Snippet
from drift.run import cache, changed_files, reproducible
from drift.run.cache import Cache
from drift.run.launcher import Launcher
from drift.run.outcome import Number, Outcome

SEEDS = (0, 1)
# Runs that one process knows of: with some behind the present one it never waits for the build.
ON_THE_WAY = 3
CLOSED, HURRIED, FIRST, SECOND = range(4)


@dataclass(eq=False)
class Task:
    """A snippet that is to run: what its first run gave, and what its second, if it has one."""

    snippet: Snippet
    runs_again: bool = True
    seed: int = SEEDS[0]
    why: str = ""
    first: Future[Outcome] = field(default_factory=Future)
    second: Future[Outcome] = field(default_factory=Future)
    taken: threading.Lock = field(default_factory=threading.Lock)

    def add(self, outcome: Outcome, seed: int) -> bool:
        """Keep what a run under a seed gave; return whether another has to follow."""
        if self.first.done():
            self.second.set_result(outcome)
            return False
        if not self.runs_again or outcome.problem:
            self.second.set_result(outcome)
        self.seed = seed
        self.first.set_result(outcome)
        return not self.second.done()

    def fail(self, error: Exception) -> None:
        """Let whoever waits for a run raise an error: the snippet could not be run."""
        for future in (self.first, self.second):
            if not future.done():
                future.set_exception(error)


class Waiting:
    """The tasks that wait, for each seed: first runs in their order, behind them second ones."""

    def __init__(self):
        """Begin with none."""
        self._queues = {seed: PriorityQueue() for seed in SEEDS}
        self._count = itertools.count()

    def add(self, task: Task | None, kind: int = FIRST) -> None:
        """Let a task wait: for any process, or to run again (SECOND) for that of another seed.

        One that is HURRIED comes before all others; None ends the queue.
        """
        number = next(self._count)
        order = -number if kind == HURRIED else number
        for seed, queue in self._queues.items():
            if kind != SECOND or seed != task.seed:
                queue.put((kind, order, task))

    def take(self, seed: int, wait: bool) -> Task | None:
        """Return a task for the process of one seed; None for none now, or none any more."""
        queue = self._queues[seed]
        while True:
            try:
                kind, order, task = queue.get(wait)
            except Empty:
                return None
            if kind == CLOSED:
                queue.put((kind, order, task))  # for whoever asks once more
                return None
            if kind == SECOND or task.taken.acquire(blocking=False):
                return task


class Runs:
    """Outcomes of snippets, each found out once."""

    def __init__(self, folder: Path, settings: Settings):
        """Run below the project's `folder`, one process a hash seed; .cache/ is the only trace."""
        self._folder = folder
        self._style = folder / settings.figure_style
        self.cache = Cache(folder, cache.surroundings(self._style))
        self._tasks: dict[str, Task] = {}
        """By the fingerprint of the snippet."""
        self._before: dict[str, tuple[int, int]] | None = None
        self._waiting: Waiting | None = None
        # One folder for all runs, which goes when the build ends, however it ends.
        self._scratch = tempfile.TemporaryDirectory(prefix="snippets-", ignore_cleanup_errors=True)
        atexit.register(self._scratch.cleanup)
        self._launch = partial(Launcher, folder, settings, Path(self._scratch.name))
        self._sources: list[str] = []

    def start(self, snippets: Mapping[str, Snippet]) -> None:
        """Begin to run every snippet whose outcome is not known yet."""
        self._before = None
        surroundings = cache.surroundings(self._style)
        if surroundings != self.cache.surroundings:
            # What ran in other surroundings proves nothing in these.
            self._end_processes()
            self._tasks = {}
            self.cache = Cache(self._folder, surroundings)
        self._sources = [each.source for each in snippets.values()]
        tasks = {}
        for snippet in snippets.values():
            task = self._tasks.get(snippet.fingerprint) or self._kept(snippet)
            tasks[snippet.fingerprint] = task or self._submitted(Task(snippet))
        self._tasks = tasks  # in one step, since other threads may ask meanwhile

    @property
    def unknown(self) -> int:
        """How many snippets have not yet given what they give."""
        return sum(not task.first.done() for task in self._tasks.values())

    def close(self) -> None:
        """End the processes and take away their folder; nothing can run any more."""
        self._end_processes()
        self._scratch.cleanup()

    def hurry(self, snippets: Iterable[Snippet]) -> None:
        """Run some snippets before all others, in their order."""
        fingerprints = dict.fromkeys(snippet.fingerprint for snippet in snippets)
        for fingerprint in reversed(fingerprints):
            if self._waiting and fingerprint in self._tasks:
                self._waiting.add(self._tasks[fingerprint], HURRIED)

    def outcome(self, snippet: Snippet) -> Outcome:
        """Return what the first run of a snippet gave, waiting for it if need be."""
        if task := self._tasks.get(snippet.fingerprint):
            self.hurry([snippet])
            return task.first.result()
        raise LookupError(f"{snippet.shown_path} was not there when the build began")

    def irreproducible(self, snippet: Snippet) -> str:
        """Return why the second run of a snippet gave something else; '' if it gave the same."""
        task = self._tasks[snippet.fingerprint]
        first, second = task.first.result(), task.second.result()
        if reproducible.differ(first, second) and not task.why:
            launcher = self._launch([snippet.source], task.seed, another_day=True)
            task.why = reproducible.reason(snippet, first, second, launcher.run(snippet))
            launcher.close()
        return task.why

    def keep(self) -> None:
        """Keep what was found out for later builds; only what is reproducible."""
        for fingerprint, task in self._tasks.items():
            if task.first.exception():  # it could not run: whoever asks gets the reason
                continue
            outcome = task.first.result()
            is_new = outcome.confined and not outcome.problem and task.runs_again
            if is_new and not reproducible.differ(outcome, task.second.result()):
                self.cache.put(fingerprint, asdict(outcome))
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
        return self._submitted(Task(snippet, runs_again=False)).first

    def _kept(self, snippet: Snippet) -> Task | None:
        if not (fields := self.cache.get(snippet.fingerprint)):
            return None
        task = Task(snippet, runs_again=False)
        task.taken.acquire()
        numbers = {name: Number(**number) for name, number in fields["numbers"].items()}
        task.add(Outcome(**fields | {"numbers": numbers}), SEEDS[0])
        return task

    def _end_processes(self) -> None:
        if self._waiting:
            self._waiting.add(None, CLOSED)
            self._waiting = None

    def _submitted(self, task: Task) -> Task:
        self.watch()
        if self._waiting is None:
            self._waiting = Waiting()
            for seed in SEEDS:
                work = partial(_work, self._waiting, partial(self._launch, self._sources), seed)
                threading.Thread(target=work, daemon=True).start()
        self._waiting.add(task)
        return task


def _work(waiting: Waiting, launch: Callable[..., Launcher], seed: int) -> None:
    """Run what waits, in one process, until there will be nothing any more."""
    launcher: Launcher | None = None
    sent: deque[Task] = deque()
    while True:
        while len(sent) < ON_THE_WAY and (task := waiting.take(seed, wait=not sent)):
            try:
                launcher = launcher or launch(seed)
                launcher.send(task.snippet)
                sent.append(task)
            except Exception as error:
                task.fail(error)
        if not sent:
            break
        task = sent.popleft()
        try:
            if task.add(launcher.receive(task.snippet), seed):
                waiting.add(task, SECOND)
        except Exception as error:
            task.fail(error)
    if launcher:
        launcher.close()
