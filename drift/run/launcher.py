"""Launches snippets in a process and a working folder of their own, and reads what came of each."""

import base64
import json
import os
import re
import secrets
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue, SimpleQueue

from drift.project.files import is_hidden
from drift.project.settings import Settings
from drift.project.snippet import STANDARD_ERROR, Snippet
from drift.run import shapes
from drift.run.forkserver import DISK, MEMORY, PROCESSES, PROCESSOR, WALL
from drift.run.outcome import Outcome
from drift.run.worker import modules_imported

MOST_PRINTED = 64 * 1024
# What a traceback says of this room, through which a program is called and draws.
OURS = re.compile(
    rf'  File "(?:{re.escape(str(Path(__file__).parent))}|<frozen runpy>).*\n(?: {{4}}.*\n)*'
)
CAN_FORK = sys.platform == "linux"
# The environment of a snippet, without its folders: nothing of the builder's own reaches it.
ENVIRONMENT = {
    "LC_ALL": "C.UTF-8",
    "COLUMNS": "80",
    "PYTHONUTF8": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    # The threads of linear algebra cost more than they give to programs this small.
    "OPENBLAS_NUM_THREADS": "1",
    # scikit-learn's joblib would warn that it may make no semaphore to share.
    "JOBLIB_MULTIPROCESSING": "0",
    "MPLBACKEND": "module://drift.run.drawing",
}
# At any time it is another day in one than in the other, and another machine, of another name and
# with other processors (from Python 3.13): a program that prints one of them is found.
ZONES = ("UTC-12", "UTC+12")


class Launcher:
    """Runs one snippet after the other in one forkserver, under one hash seed, as they come."""

    def __init__(
        self,
        project: Path,
        settings: Settings,
        scratch: Path,
        sources: Iterable[str],
        seed: int,
        another_day: bool = False,
    ):
        """Start the forkserver of a seed, which loads what `sources` import; or OSError."""
        self._project, self._scratch = project, scratch
        self._token = secrets.token_hex()
        self._limits = {PROCESSOR: settings.seconds, WALL: settings.wall_seconds}
        own = tempfile.mkdtemp(prefix=f"seed-{seed}-", dir=scratch)
        # Where Matplotlib keeps its list of fonts: the only trace of a run in the project.
        fonts = project / ".cache" / "matplotlib"
        fonts.mkdir(parents=True, exist_ok=True)
        style = [project / settings.figure_style] if settings.figure_style else []
        readable = [own, fonts, *style, Path(__file__).parents[1], sys.prefix, sys.base_prefix]
        modules = sorted(set().union(*map(modules_imported, sources)))
        if "matplotlib.pyplot" in modules:
            modules.append("drift.run.drawing")  # or each program that draws would load it anew
        start = {"forks": CAN_FORK, "scratch": own, "readable": [*map(str, readable)]}
        start |= {"modules": modules, "limits": self._limits}
        inherited = ("SYSTEMROOT",)  # without it no program starts on Windows
        environment = {name: os.environ[name] for name in inherited if name in os.environ}
        environment |= ENVIRONMENT | {"PYTHONHASHSEED": str(seed), "MPLCONFIGDIR": str(fonts)}
        day = (seed + another_day) % 2
        environment |= {"TZ": ZONES[day], "PYTHON_CPU_COUNT": str(1 + day)}
        environment["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.defpath])
        for file in style:
            environment["MATPLOTLIBRC"] = str(file)
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-s", "-m", "drift.run.forkserver", json.dumps(start)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=environment,
                start_new_session=True,  # Ctrl-C is for the build, with which it ends
            )
        except OSError as error:
            raise OSError(f"no process could be started for snippets: {error}") from error
        self._waiting = SimpleQueue[tuple[Snippet, Future[Outcome]] | None]()
        # With one run behind the present one, and one more, the process never waits for the build.
        self._sent = Queue[tuple[Snippet, Future[Outcome]] | None](1)
        for work in (self._send, self._receive):
            threading.Thread(target=work, daemon=True).start()
        if not CAN_FORK:
            # A library may prepare itself when it is first imported, and write of it: Matplotlib
            # lists the fonts. That is no matter of the snippet that would be the first.
            imports = "".join(f"import {module}\n" for module in modules)
            self.run(Snippet(project, "imports.py", imports))

    def run(self, snippet: Snippet) -> Future[Outcome]:
        """Have a snippet run behind those that wait; return its outcome, or why it could not."""
        future = Future()
        self._waiting.put((snippet, future))
        return future

    def close(self) -> None:
        """End the forkserver; what waits does not run any more, what is on its way does."""
        with suppress(Empty):
            while True:
                self._waiting.get_nowait()
        self._waiting.put(None)

    def _send(self) -> None:
        for snippet, future in iter(self._waiting.get, None):
            try:
                request = json.dumps(self._request(snippet)).encode() + b"\n"
                self._process.stdin.write(request)
                self._process.stdin.flush()
                self._sent.put((snippet, future))
            except BrokenPipeError:
                future.set_exception(self._ended())
            except Exception as error:
                future.set_exception(error)
        self._sent.put(None)

    def _receive(self) -> None:
        for snippet, future in iter(self._sent.get, None):
            try:
                answer = json.loads(self._process.stdout.readline() or "null")
                if answer is None:
                    raise self._ended()
                if "error" in answer:
                    raise OSError(answer["error"])
                future.set_result(self._outcome(snippet, answer))
            except Exception as error:
                future.set_exception(error)
        with suppress(BrokenPipeError):  # it has ended before
            self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def _ended(self) -> RuntimeError:
        code = self._process.wait()
        how = f"by signal {-code}" if code < 0 else f"with exit code {code}"
        return RuntimeError(f"the process that runs the snippets has ended, {how}")

    def _request(self, snippet: Snippet) -> dict:
        command, environment = [], {}
        if snippet.is_session:
            if not snippet.command:
                raise ValueError(f"{snippet.shown_path} is not one line such as: $ python a.py 90")
            _, program, *arguments = snippet.command.split()
            source = dict(snippet.files).get(program, b"").decode()
            if not source:
                message = f"runs {program}, which is no program beside it. Name one that is there."
                raise ValueError(f"{snippet.shown_path} {message}")
            if arguments and not Snippet(snippet.root, program, source).reads_its_command:
                message = f"gives {program} words it does not read. Take them out."
                raise ValueError(f"{snippet.shown_path} {message}")
            command = [program, *arguments]
            environment["MPLBACKEND"] = "agg"  # a terminal shows no figure
        task = ("source", "shown_path", "names", "expects_error")
        return {
            "task": {name: getattr(snippet, name) for name in task} | {"token": self._token},
            "files": {name: base64.b64encode(content).decode() for name, content in snippet.files},
            "command": command,
            "environment": environment,
        }

    def _outcome(self, snippet: Snippet, answer: dict) -> Outcome:
        report: dict = {}
        with suppress(ValueError):  # it is cut off where the program was ended as it was written
            report = json.loads(answer["report"] or "{}")
        if not isinstance(report, dict) or report.get("token") != self._token:
            problem = snippet.is_session and isinstance(report, dict) and report.get("problem")
            report = {"problem": problem} if isinstance(problem, str) else {}  # of a notebook
        answer["standard_error"] = self._without_homes(answer["standard_error"])
        if problem := self._problem(snippet, answer, report):
            details = report.get("details", "") or answer["standard_error"]
            problem = f"{problem}\n{details[:MOST_PRINTED]}".rstrip()
            return Outcome(problem=self._without_homes(problem))
        given = {name: answer[name] for name in ("printed", "standard_error", "drawn", "confined")}
        numbers, others = (report.get(kind, {}) for kind in ("numbers", "others"))
        return Outcome(**given, numbers=numbers, others=others)

    def _problem(self, snippet: Snippet, answer: dict, report: dict) -> str:
        """Return why nothing can be approved of a run, whatever ended it first; '' for none."""
        code, limit, errors = answer["code"], answer["limit"], answer["standard_error"]
        text, details = answer["printed"] + errors, report.get("details", "")
        is_cut_off = not snippet.is_session and (code or not report)
        approved = snippet.approved_path(STANDARD_ERROR).name
        strange = shapes.problem(answer["drawn"])
        seconds, bound = (f"{self._limits[kind]:g} s" for kind in (PROCESSOR, WALL))
        memory = " (out of memory?)" if code == -9 else ""
        problems = {
            f"holds the character {_hidden(snippet.source)}. Take it out.": _hidden(snippet.source),
            f"ran past its limit of {seconds} of processor time ([tool.drift] seconds). "
            "Let it do less.": limit == PROCESSOR,
            f"was not done after {bound} ([tool.drift] wall_seconds), though it had processor "
            "time left. Let it wait for nothing.": limit == WALL,
            DISK: limit == DISK,
            MEMORY: "MemoryError" in details,
            PROCESSES: "[Errno 11]" in details,
            "leaves a process behind. Wait for it, or end it.": answer["left"],
            f"was killed by signal {-code}{memory}.": code < 0,
            f"prints over {MOST_PRINTED // 1024} KiB. Print less.": (
                len(text.encode()) > MOST_PRINTED
            ),
            report.get("problem", ""): "problem" in report,
            f"ends with exit code {code}.": code and snippet.is_session,
            f"leaves early, with exit code {code}. It runs to its last line.": is_cut_off,
            "writes to standard error.": errors and not snippet.expects_error,
            "prints the path of a folder of this machine. Print the name of the file alone.": (
                self._without_homes(answer["printed"]) != answer["printed"]
            ),
            f"is meant to warn or fail, and does neither. Delete {approved}.": (
                snippet.expects_error and not errors
            ),
            f"prints the character {_hidden(text)}. Print only what can be seen; a "
            "backslash is written twice.": _hidden(text),
            f"draws what can't be published: {strange}": strange,
            "draws, and prints nothing. Print its key numbers: they describe the figure to those "
            "who can't see it.": answer["drawn"] and not text.strip(),
            "prints nothing and draws nothing. Let it show something.": not text.strip(),
        }
        return next((problem for problem, is_so in problems.items() if is_so), "")

    def _without_homes(self, text: str) -> str:
        text = OURS.sub("", text)
        homes = (sys.prefix, sys.base_prefix, str(self._project.resolve()), str(Path.home()))
        for folder, name in zip(homes, (".venv", "python", ".", "~")):
            if folder != os.sep:
                text = re.sub(rf"(?<!\w){re.escape(folder)}(?!\w)", name, text)
        scratch = re.escape(str(self._scratch))
        return re.sub(rf"{scratch}[/\\][\w-]+[/\\]work", "working-folder", text)


def _hidden(text: str) -> str:
    """Name the first hidden character of a text's beginning; '' where there is none."""
    hidden = (each for each in text[:MOST_PRINTED] if each == "\t" or is_hidden(each))
    return next((f"U+{ord(each):04X}" for each in hidden), "")
