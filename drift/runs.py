"""Runs snippets, each in a process and a working folder of its own, and keeps what came of it."""

from __future__ import annotations

import ast
import json
import os
import queue
import re
import subprocess
import sys
import tempfile
import threading
import traceback
import unicodedata
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from drift import tree
from drift.settings import Settings
from drift.snippet import PROGRAM, PROMPT, Snippet, Snippets

SEEDS = (0, 1)
MOST_PRINTED = 64 * 1024
CAN_FORK = sys.platform == "linux"


@dataclass(frozen=True)
class Outcome:
    """What a run gave: text printed, SVG drawn ('' for none), numbers by name, or a problem."""

    printed: str = ""
    drawn: str = ""
    values: dict[str, int | float] = field(default_factory=dict)
    problem: str = ""


class Runs:
    """Outcomes of snippets, each computed once."""

    def __init__(self, folder: Path, settings: Settings, seeds: tuple[int, ...] = SEEDS):
        """Run below the project's `folder`, whose only trace of it is the folder .cache/.

        There is one process for each hash seed, and each snippet runs in one of them.
        """
        self._folder = folder
        self._seeds = seeds
        self._settings = settings
        self._waiting: queue.SimpleQueue[tuple[Snippet, Future]] = queue.SimpleQueue()
        self._outcomes: dict[str, tuple[tuple[str, str], Future]] = {}
        self._before: dict[str, tuple[int, int]] = {}
        self._threads: list[threading.Thread] = []
        self._modules: list[str] = []
        # One folder for all runs, which goes when the build ends, however it ends.
        self._scratch = tempfile.TemporaryDirectory(prefix="snippets-", ignore_cleanup_errors=True)

    def start(self, snippets: Snippets) -> None:
        """Begin to run every snippet whose outcome is not known yet."""
        self._before = tree.stamps(self._folder)
        if not self._threads:
            self._modules = modules_imported(snippets)
            for seed in self._seeds:
                thread = threading.Thread(target=self._work, args=(seed,), daemon=True)
                self._threads.append(thread)
                thread.start()
        known, self._outcomes = self._outcomes, {}
        for name, snippet in snippets.by_name.items():
            text = (snippet.source, snippet.fingerprint)
            before, future = known.get(name, (None, None))
            self._outcomes[name] = (text, future if before == text else self.run(snippet))

    def outcome(self, snippet: Snippet) -> Outcome:
        """Return what the run of a snippet gave, waiting for it if need be."""
        if snippet.name not in self._outcomes:
            raise LookupError(f"{snippet.shown_path} was not there when the build began")
        return self._outcomes[snippet.name][1].result()

    def left_in_the_project(self) -> list[str]:
        """Return the project's files that changed while the snippets ran; wait for all of them."""
        for _, future in self._outcomes.values():
            future.result()
        return tree.changed(self._before, tree.stamps(self._folder))

    def run(self, snippet: Snippet) -> Future:
        """Have a snippet run, whether or not one of its name has run; return its future outcome."""
        future: Future = Future()
        self._waiting.put((snippet, future))
        return future

    def _work(self, seed: int) -> None:
        try:
            launch = Warm(self, seed) if CAN_FORK else Plain(self, seed)
        except Exception as error:
            launch = _failing(error)
        while True:
            snippet, future = self._waiting.get()
            try:
                future.set_result(self._run(snippet, launch))
            except Exception as error:
                future.set_exception(error)

    def environment(self, seed: int, folder: str) -> dict[str, str]:
        """Return the whole environment of a snippet: nothing of the builder's own reaches it."""
        cache = self._folder / ".cache" / "matplotlib"
        cache.mkdir(parents=True, exist_ok=True)
        environment = {
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.defpath]),
            "HOME": folder,
            "TMPDIR": folder,
            "TZ": "UTC",
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "80",
            "PYTHONUTF8": "1",
            "PYTHONHASHSEED": str(seed),
            "PYTHONDONTWRITEBYTECODE": "1",
            # The threads of linear algebra cost more than they give to programs this small.
            "OPENBLAS_NUM_THREADS": "1",
            "MPLBACKEND": "module://drift.drawing",
            "MPLCONFIGDIR": str(cache),
        }
        if self._settings.figure_style:
            environment["MATPLOTLIBRC"] = str(self._folder / self._settings.figure_style)
        if "SYSTEMROOT" in os.environ:  # without it no program starts on Windows
            environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
        return environment

    @property
    def modules(self) -> list[str]:
        """Modules that snippets import, to be loaded once."""
        return self._modules

    def _run(self, snippet: Snippet, launch) -> Outcome:
        if strange := _unprintable(snippet.source):
            return Outcome(problem=f"holds the character {strange}. Take it out.")
        with tempfile.TemporaryDirectory(
            prefix="snippet-", dir=self._scratch.name, ignore_cleanup_errors=True
        ) as control:
            folder = Path(control, "work")
            folder.mkdir()
            request = self._request(snippet, Path(control), folder)
            answer = launch(request)
            return self._outcome_of(snippet, request, answer)

    def _request(self, snippet: Snippet, control: Path, folder: Path) -> dict:
        command: list[str] = []
        if snippet.is_session:
            command = snippet.source.strip().removeprefix(PROMPT).split()
            if command[:1] != ["python"] or not snippet.source.startswith(PROMPT):
                raise ValueError(f"{snippet.shown_path} is not one line such as: $ python name.py")
            command = [sys.executable, "-W", "error", *command[1:]]
            folder = snippet.path.parent.resolve()
        return {
            "source": snippet.source,
            "shown_path": snippet.shown_path,
            "names": list(snippet.names),
            "command": command,
            "seconds": self._settings.seconds,
            "folder": str(folder),
            "writable": str(control),
            "printed": str(control / "printed"),
            "complaints": str(control / "complaints"),
            "report": str(control / "report.json"),
            "drawing": str(control / "drawing.svg"),
            "environment": {
                "HOME": str(control / "work"),
                "TMPDIR": str(control / "work"),
                "DRIFT_DRAWING": str(control / "drawing.svg"),
            },
        }

    def _outcome_of(self, snippet: Snippet, request: dict, answer: dict) -> Outcome:
        report = _json(request["report"])
        complaints = self._without_homes(_text(request["complaints"]))
        printed = _text(request["printed"])
        problem = report.get("problem", "")
        details = self._without_homes(report.get("details", "")) or complaints
        if answer["late"]:
            problem = (
                f"ran past its time limit of {self._settings.seconds:g} s ([tool.drift] seconds). "
                "Let it do less."
            )
        elif answer["left"]:
            problem = "leaves a process behind. Wait for it, or end it."
        elif answer["code"] < 0:
            problem = f"was killed by signal {-answer['code']}."
        elif not problem and snippet.is_session and answer["code"]:
            problem = f"ends with exit code {answer['code']}."
        elif not problem and not snippet.is_session and (not report or answer["code"]):
            problem = f"leaves early, with exit code {answer['code']}. It runs to its last line."
        elif not problem and complaints:
            problem = "writes to standard error."
        elif not problem and len(printed.encode()) > MOST_PRINTED:
            problem, details = f"prints over {MOST_PRINTED // 1024} KiB. Print less.", ""
        elif not problem and (strange := _unprintable(printed)):
            problem = f"prints the character {strange}. Print only what can be seen."
        drawn = _text(request["drawing"])
        if not problem and not printed.strip() and not drawn:
            problem = "prints nothing and draws nothing. Let it show something."
        if problem:
            return Outcome(problem=problem + (f"\n{details.rstrip()}" if details else ""))
        kinds = {"int": int, "float": float}
        values = {
            name: kinds[kind](text) for name, (kind, text) in report.get("values", {}).items()
        }
        return Outcome(printed=printed, drawn=drawn, values=values)

    def _without_homes(self, text: str) -> str:
        for folder, name in (
            (sys.prefix, ".venv"),
            (sys.base_prefix, "python"),
            (str(self._folder.resolve()), "."),
            (str(Path.home()), "~"),
        ):
            text = text.replace(folder, name)
        return re.sub(r"/\S*/snippet-\w+/work", "working-folder", text)


def modules_imported(snippets: Snippets) -> list[str]:
    """Return the modules that snippets import at their top, sorted."""
    modules: set[str] = set()
    for snippet in snippets.by_name.values():
        if not snippet.name.endswith(PROGRAM):
            continue
        with suppress(SyntaxError):
            for statement in ast.parse(snippet.source).body:
                if isinstance(statement, ast.Import):
                    modules |= {alias.name for alias in statement.names}
                elif isinstance(statement, ast.ImportFrom) and statement.module:
                    modules.add(statement.module)
    return sorted(modules)


class Warm:
    """Launches snippets in a warm process."""

    def __init__(self, runs: Runs, seed: int):
        """Start the process with the modules that snippets import, under one hash seed."""
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-s", "-m", "drift.warm", *runs.modules],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=runs.environment(seed, tempfile.gettempdir()),
        )

    def __call__(self, request: dict) -> dict:
        """Run one snippet; return its exit code, whether it was late, what it left running."""
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("the process that runs the snippets has ended")
        return json.loads(answer)


class Plain:
    """Launches each snippet in a fresh process, where a warm one can't be forked."""

    def __init__(self, runs: Runs, seed: int):
        """Keep what the processes need; `seed` is their hash seed."""
        self._runs, self._seed = runs, seed

    def __call__(self, request: dict) -> dict:
        """Run one snippet; return its exit code, whether it was late, what it left running."""
        task = Path(request["report"]).with_name("request.json")
        task.write_text(json.dumps(request), "utf-8")
        program = [sys.executable, "-P", "-s", "-m", "drift.program", str(task)]
        environment = self._runs.environment(self._seed, request["folder"]) | request["environment"]
        with open(request["printed"], "wb") as printed, open(request["complaints"], "wb") as errors:
            process = psutil.Popen(
                request["command"] or program,
                cwd=request["folder"],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=errors,
                start_new_session=True,
            )
            late = False
            try:
                code = process.wait(request["seconds"])
            except psutil.TimeoutExpired:
                late = True
                for child in [*process.children(recursive=True), process]:
                    with suppress(psutil.NoSuchProcess):
                        child.kill()
                code = process.wait()
        return {"code": code, "late": late, "left": _end_session(process.pid)}


def _end_session(leader: int) -> int:
    """End what still runs in the session of an ended process; return 1 if there was anything."""
    if not hasattr(os, "killpg"):
        return 0
    try:
        os.killpg(leader, 9)
    except (ProcessLookupError, PermissionError):
        return 0
    return 1


def _failing(error: Exception):
    text = "".join(traceback.format_exception_only(error)).strip()

    def launch(request: dict) -> dict:
        raise RuntimeError(f"no process could be started for snippets: {text}")

    return launch


def _text(path: str) -> str:
    """Return a file's text, with Windows's line ends made plain; '' where there is no file."""
    try:
        return Path(path).read_bytes().decode("utf-8", "backslashreplace").replace("\r\n", "\n")
    except FileNotFoundError:
        return ""


def _json(path: str) -> dict:
    try:
        return json.loads(_text(path) or "{}")
    except ValueError:
        return {}


def _unprintable(text: str) -> str:
    """Name the first control or invisible character, by which text could look like another."""
    for character in text:
        if character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            return f"U+{ord(character):04X}"
    return ""
