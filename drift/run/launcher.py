"""Launches a snippet in a process and a working folder of its own, and reads what came of it."""

from __future__ import annotations

import ast
import base64
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from drift.project.settings import Settings
from drift.project.snippet import PROMPT, STANDARD_ERROR, Snippet
from drift.run.outcome import Number, Outcome

MOST_PRINTED = 64 * 1024
CAN_FORK = sys.platform == "linux"


@dataclass(frozen=True)
class Place:
    """Where snippets run: the project's folder, its settings, and a folder for all that they make.

    `modules` are those that snippets import, to be loaded once. With another `interpreter` than
    this one's, each snippet runs in a fresh process of that.
    """

    project: Path
    settings: Settings
    scratch: Path
    modules: tuple[str, ...] = ()
    interpreter: str = sys.executable

    @property
    def library_settings(self) -> Path:
        """Where Matplotlib keeps its list of fonts: the only trace of a run in the project."""
        return self.project / ".cache" / "matplotlib"

    def environment(self, seed: int, folder: str | Path) -> dict[str, str]:
        """Return the whole environment of a snippet: nothing of the builder's own reaches it."""
        self.library_settings.mkdir(parents=True, exist_ok=True)
        environment = {
            "PATH": os.pathsep.join([str(Path(self.interpreter).parent), os.defpath]),
            "HOME": str(folder),
            "USERPROFILE": str(folder),  # the home on Windows
            "TMPDIR": str(folder),
            "TZ": "UTC",
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "80",
            "PYTHONUTF8": "1",
            "PYTHONHASHSEED": str(seed),
            "PYTHONDONTWRITEBYTECODE": "1",
            # The threads of linear algebra cost more than they give to programs this small.
            "OPENBLAS_NUM_THREADS": "1",
            # scikit-learn's joblib would complain that it may make no semaphore to share.
            "JOBLIB_MULTIPROCESSING": "0",
            "MPLBACKEND": "module://drift.run.drawing",
            "MPLCONFIGDIR": str(self.library_settings),
        }
        if self.settings.figure_style:
            environment["MATPLOTLIBRC"] = str(self.project / self.settings.figure_style)
        if "SYSTEMROOT" in os.environ:  # without it no program starts on Windows
            environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
        return environment


class Launcher:
    """Runs one snippet after the other, under one hash seed."""

    def __init__(self, place: Place, seed: int):
        """Start what is started once; raise RuntimeError where no process can be."""
        self._place = place
        can_fork = CAN_FORK and place.interpreter == sys.executable
        try:
            self._processes = Warm(place, seed) if can_fork else Plain(place, seed)
        except OSError as error:
            raise RuntimeError(f"no process could be started for snippets: {error}") from error
        self._sent: deque[Snippet] = deque()

    def close(self) -> None:
        """End what was started."""
        self._processes.close()

    def send(self, snippet: Snippet) -> None:
        """Have a snippet run; some may be on their way, so that no process waits for the next."""
        self._processes.send(self._request(snippet))
        self._sent.append(snippet)

    def receive(self) -> Outcome:
        """Wait for the first snippet that is on its way; return what it gave."""
        snippet = self._sent.popleft()
        answer = self._processes.receive()
        if strange := _unprintable(snippet.source):
            return Outcome(problem=f"holds the character {strange}. Take it out.")
        return self._outcome(snippet, answer)

    def _request(self, snippet: Snippet) -> dict:
        command: list[str] = []
        environment = {}
        if snippet.is_session:
            command = snippet.source.strip().removeprefix(PROMPT).split()
            if command[:1] != ["python"] or not snippet.source.startswith(PROMPT):
                raise ValueError(f"{snippet.shown_path} is not one line such as: $ python name.py")
            command = [self._place.interpreter, "-W", "error", *command[1:]]
            environment["MPLBACKEND"] = "agg"  # a terminal shows no figure
        return {
            "source": snippet.source,
            "shown_path": snippet.shown_path,
            "names": snippet.names,
            "may_complain": snippet.expects_error,
            "files": {name: base64.b64encode(content).decode() for name, content in snippet.files},
            "command": command,
            "seconds": self._place.settings.seconds,
            "environment": environment,
        }

    def _outcome(self, snippet: Snippet, answer: dict) -> Outcome:
        report = _json(answer["report"])
        complaints = self._without_homes(answer["complaints"])
        printed, drawn = answer["printed"], answer["drawn"]
        problem = report.get("problem", "")
        details = self._without_homes(report.get("details", "")) or complaints
        if answer["late"]:
            problem = (
                f"ran past its time limit of {self._place.settings.seconds:g} s "
                "([tool.drift] seconds). Let it do less."
            )
        elif answer["left"]:
            problem = "leaves a process behind. Wait for it, or end it."
        elif answer["code"] < 0:
            problem = f"was killed by signal {-answer['code']}."
        elif not problem and snippet.is_session and answer["code"]:
            problem = f"ends with exit code {answer['code']}."
        elif not problem and not snippet.is_session and (not report or answer["code"]):
            problem = f"leaves early, with exit code {answer['code']}. It runs to its last line."
        elif not problem and complaints and not snippet.expects_error:
            problem = "writes to standard error."
        elif not problem and snippet.expects_error and not complaints:
            approved = snippet.approved_path(STANDARD_ERROR).name
            problem = f"is meant to warn or fail, and does neither. Delete {approved}."
        elif not problem and len((printed + complaints).encode()) > MOST_PRINTED:
            problem, details = f"prints over {MOST_PRINTED // 1024} KiB. Print less.", ""
        elif not problem and (strange := _unprintable(printed + complaints)):
            problem = f"prints the character {strange}. Print only what can be seen."
        if not problem and not printed.strip() and not drawn and not complaints:
            problem = "prints nothing and draws nothing. Let it show something."
        if problem:
            return Outcome(problem=problem + (f"\n{details.rstrip()}" if details else ""))
        kinds = {"int": int, "float": float, "bool": "True".__eq__}
        found = report.get("values", {}).items()
        numbers = {name: Number(kinds[kind](text), line) for name, (kind, text, line) in found}
        given = {"standard_error": complaints, "confined": answer["confined"]}
        return Outcome(printed, drawn, numbers, **given)

    def _without_homes(self, text: str) -> str:
        for folder, name in (
            (sys.prefix, ".venv"),
            (sys.base_prefix, "python"),
            (str(self._place.project.resolve()), "."),
            (str(Path.home()), "~"),
        ):
            text = text.replace(folder, name)
        scratch = re.escape(str(self._place.scratch))
        return re.sub(rf"{scratch}[/\\][\w-]+[/\\]work", "working-folder", text)


class Warm:
    """Runs snippets in forks of a warm process."""

    def __init__(self, place: Place, seed: int):
        """Start the process with the modules that snippets import, under one hash seed."""
        scratch = Path(tempfile.mkdtemp(prefix=f"seed-{seed}-", dir=place.scratch))
        readable = [scratch, place.library_settings, Path(__file__).parents[1]]
        readable += [Path(sys.prefix), Path(sys.base_prefix)]
        if place.settings.figure_style:
            readable.append(place.project / place.settings.figure_style)
        start = {
            "scratch": str(scratch),
            "project": str(place.project.resolve()),
            "readable": [str(path) for path in readable],
            "modules": place.modules,
        }
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-s", "-m", "drift.run.forkserver", json.dumps(start)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=place.environment(seed, scratch),
        )

    def send(self, request: dict) -> None:
        """Have a snippet run behind those that were sent before."""
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        self._process.stdin.flush()

    def receive(self) -> dict:
        """Wait for a run; return its exit code, whether it was late, what it left and wrote."""
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("the process that runs the snippets has ended")
        return json.loads(answer)

    def close(self) -> None:
        """End the process, whose input ends."""
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


class Plain:
    """Runs each snippet in a fresh process, where a warm one can't be forked."""

    def __init__(self, place: Place, seed: int):
        """Keep what the processes need; `seed` is their hash seed."""
        self._place, self._seed = place, seed
        self._sent: deque[dict] = deque()
        # A library may prepare itself when it is first imported, and complain of it: Matplotlib
        # lists the fonts. That is no matter of the snippet that would be the first.
        load = "import sys; from drift import program; program.load(sys.argv[1:])"
        subprocess.run(
            [place.interpreter, "-P", "-s", "-c", load, *place.modules],
            env=place.environment(seed, place.scratch),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def close(self) -> None:
        """Do nothing: each process has ended with its snippet."""

    def send(self, request: dict) -> None:
        """Have a snippet run behind those that were sent before."""
        self._sent.append(request)

    def receive(self) -> dict:
        """Wait for a run; return its exit code, whether it was late, what it left and wrote."""
        with tempfile.TemporaryDirectory(
            dir=self._place.scratch, ignore_cleanup_errors=True
        ) as control:
            return self._run(self._sent.popleft(), Path(control))

    def _run(self, request: dict, control: Path) -> dict:
        import psutil  # a warm process needs it in rare cases only, and it takes a while to load

        folder = control / "work"
        folder.mkdir()
        for name, content in request["files"].items():
            folder.joinpath(name).write_bytes(base64.b64decode(content))
        task, report, drawing = (control / name for name in ("task.json", "report.json", "drawing"))
        modules = modules_imported([request["source"]])
        task.write_text(json.dumps(request | {"modules": modules}), "utf-8")
        program = [self._place.interpreter, "-P", "-s", "-m", "drift.run.worker"]
        environment = self._place.environment(self._seed, folder) | request["environment"]
        printed, complaints = control / "printed", control / "complaints"
        with printed.open("wb") as output, complaints.open("wb") as errors:
            process = psutil.Popen(
                request["command"] or [*program, str(task), str(report)],
                cwd=folder,
                env=environment | {"DRIFT_DRAWING": str(drawing)},
                stdin=subprocess.DEVNULL,
                stdout=output,
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
        return {
            "code": code,
            "late": late,
            "left": _end_session(process.pid),
            "confined": False,
            "printed": _text(printed),
            "complaints": _text(complaints),
            "report": _text(report),
            "drawn": _text(drawing),
        }


def _end_session(leader: int) -> int:
    """End what still runs in the session of an ended process; return 1 if there was anything."""
    if not hasattr(os, "killpg"):
        return 0
    try:
        os.killpg(leader, 9)
    except (ProcessLookupError, PermissionError):
        return 0
    return 1


def modules_imported(sources: Iterable[str]) -> tuple[str, ...]:
    """Return the modules that programs import at their top, sorted."""
    starts = ("import ", "from ")
    texts = {line for source in sources for line in source.splitlines() if line.startswith(starts)}
    modules: set[str] = set()
    for text in texts:
        with suppress(SyntaxError):  # a statement of several lines: loaded when it runs
            for statement in ast.parse(text).body:
                if isinstance(statement, ast.Import):
                    modules |= {alias.name for alias in statement.names}
                elif isinstance(statement, ast.ImportFrom) and statement.module:
                    modules.add(statement.module)
    return tuple(sorted(modules))


def _text(path: Path) -> str:
    """Return a file's text, with Windows's line ends made plain; '' where there is no file."""
    try:
        return path.read_bytes().decode("utf-8", "backslashreplace").replace("\r\n", "\n")
    except FileNotFoundError:
        return ""


def _json(text: str) -> dict:
    try:
        return json.loads(text or "{}")
    except ValueError:
        return {}


def _unprintable(text: str) -> str:
    """Name the first control or invisible character, by which text could look like another."""
    for character in text:
        if character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            return f"U+{ord(character):04X}"
    return ""
