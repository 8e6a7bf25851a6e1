"""The process that runs snippets, one after the other, under one hash seed.

It is no fork of the build. It answers each line of its input by one; when that ends, with the
build, it ends what it runs and itself. On Linux it loads the libraries once and forks for each
snippet; elsewhere it starts a plain process for each.
"""

import base64
import ctypes
import gc
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
import traceback
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NoReturn

from drift.run import sandbox, worker

try:
    import resource
except ImportError:  # Windows has no such limits: there the bound of wall time has to do
    resource = None

PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36
MOST_WRITTEN, MOST_FILES, DEEPEST = 64 * 1024 * 1024, 1000, 20
MOST_MEMORY, MOST_PROCESSES = 2 * 1024**3, 100
PROCESSOR, WALL = "processor", "wall"
DISK = (
    f"leaves over {MOST_WRITTEN >> 20} MiB in its working folder, {MOST_FILES} files, or folders "
    f"{DEEPEST} deep in each other. Let it write less."
)
MEMORY = f"needs over {MOST_MEMORY >> 30} GiB of memory. Let it do with less."
PROCESSES = f"has over {MOST_PROCESSES} processes. Let it start fewer."
WORKER = "-P", "-s", "-m", "drift.run.worker"
LOOK = 200  # milliseconds between two looks at what a run has written


class Forkserver:
    """Runs snippets below a folder, in forks or in plain processes."""

    def __init__(self, forks: bool, scratch: str, readable: list, modules: list, limits: dict):
        """Run below `scratch`, in `forks` with `modules` loaded, within `limits` (s by kind)."""
        self._requests, self._answers = os.fdopen(os.dup(0), "rb"), os.dup(1)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(2, 1)
        self._limits, self._confined = limits, False
        self._run = self._fork if forks else self._process
        self._scratch, self._folder = scratch, os.path.join(scratch, "work")
        self._report, self._drawing = Path(scratch, "report"), Path(scratch, "drawing")
        os.environ |= dict.fromkeys(("HOME", "USERPROFILE", "TMPDIR"), self._folder)
        os.environ |= {"DRIFT_DRAWING": str(self._drawing), "DRIFT_REPORT": str(self._report)}
        if not forks:
            return
        if sandbox.leave_network(os.environ["TZ"].encode()):
            resource.setrlimit(resource.RLIMIT_NPROC, (MOST_PROCESSES, MOST_PROCESSES))
        # Whatever a snippet leaves running, in a session of its own too, becomes our child.
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)  # if the build ends meanwhile
        worker.load(modules)
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, 0)
        self._keep_in = sandbox.kept_in(scratch, readable)
        self._confined = self._keep_in()
        sandbox.refuse_calls()
        resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_WRITTEN, MOST_WRITTEN))
        # A page of memory touched in a new process is copied: most of the time of a small program.
        gc.collect()
        gc.freeze()

    def serve(self) -> None:
        """Answer requests until there are no more."""
        for line in self._requests:
            try:
                answer = self._answer(json.loads(line))
            except OSError as error:
                answer = {"error": f"no process could be started for snippets: {error}"}
            try:
                os.write(self._answers, json.dumps(answer).encode() + b"\n")
            except BrokenPipeError:  # the build has gone
                return

    def _answer(self, request: dict) -> dict:
        os.mkdir(self._folder)
        for name, content in request["files"].items():
            Path(self._folder, name).write_bytes(base64.b64decode(content))
        with TemporaryFile(dir=self._scratch) as printed, TemporaryFile(dir=self._scratch) as error:
            code, limit, left = self._run(request, printed, error)
            answer = {"printed": _text(printed), "standard_error": _text(error)}
        for name, path in (("report", self._report), ("drawn", self._drawing)):
            is_plain = path.is_file() and not path.is_symlink()
            with open(path if is_plain else os.devnull, "rb") as file:
                answer[name] = _text(file)
        _empty(self._scratch)  # it may have written beside its folder, too
        return answer | {"code": code, "limit": limit, "left": left, "confined": self._confined}

    def _fork(self, request: dict, printed: IO, error: IO) -> tuple[int, str, int]:
        """Run a snippet in a fork; return its exit code, the limit that ended it, what it left."""
        # What was not loaded at the start, and may keep something for later: a fork may not.
        worker.load(worker.modules_imported(request["task"]["source"]))
        child = os.fork()
        if child == 0:
            try:
                self._become(request, printed, error)
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(1)
        handle = os.pidfd_open(child)
        events = select.poll()
        events.register(handle, select.POLLIN)
        events.register(self._requests, 0)  # only that nobody writes requests any more
        until, found = time.monotonic() + self._limits[WALL], []
        while not found and time.monotonic() < until and not _is_too_much(self._scratch):
            found = events.poll(LOOK)
        ended = any(file == handle for file, _ in found)
        os.close(handle)
        if not ended:  # or the build has gone, and nobody waits for the answer
            with suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)
            os.kill(child, signal.SIGKILL)
        _, status, used = os.wait4(child, 0)
        code, seconds = os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime
        is_late = code == -signal.SIGKILL and seconds >= self._limits[PROCESSOR]
        limit = PROCESSOR if is_late or code == -signal.SIGXCPU else ""
        left = _end_what_is_left()
        too_much = _is_too_much(self._scratch)
        return code, DISK if too_much else limit if ended else WALL, left

    def _become(self, request: dict, printed: IO, error: IO) -> NoReturn:
        """Make this fork the process of a snippet."""
        os.setsid()
        os.close(self._answers)
        os.close(self._requests.fileno())
        os.dup2(printed.fileno(), 1)
        os.dup2(error.fileno(), 2)
        os.chdir(self._folder)
        _limit(self._limits[PROCESSOR])
        self._keep_in()  # again: it is to signal none of those that came before
        if request["command"]:
            os.environ.update(request["environment"])
            worker.run_command(request["command"])
        worker.run(self._report, **request["task"])

    def _process(self, request: dict, printed: IO, error: IO) -> tuple[int, str, int]:
        """Run a snippet in a plain process; return what `_fork` returns."""
        import psutil

        command = ["-W", "error", *request["command"]]
        process = psutil.Popen(
            [sys.executable, *(command if request["command"] else WORKER)],
            cwd=self._folder,
            env=os.environ | request["environment"],
            stdin=subprocess.PIPE,
            stdout=printed,
            stderr=error,
            start_new_session=True,
            preexec_fn=partial(_limit, self._limits[PROCESSOR]) if resource else None,
        )
        task = b"" if request["command"] else json.dumps(request["task"]).encode()
        limit, left = "", 0
        try:
            process.communicate(task, self._limits[WALL])
        except subprocess.TimeoutExpired:
            limit = WALL
            for child in [*process.children(recursive=True), process]:
                with suppress(psutil.NoSuchProcess):
                    child.kill()
            process.wait()
        if resource:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)  # finds none, where it left none
                left = 1
            if process.returncode == -signal.SIGXCPU:
                limit = PROCESSOR
        return process.returncode, limit, left


def _end_what_is_left() -> int:
    """End every process that outlived its snippet; return how many there were."""
    count = 0
    while True:
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except ChildProcessError:  # there is none, which is the rule, and costs no look at others
            return count
        import psutil  # it imports threading, which slows every fork down

        left = psutil.Process().children(recursive=True)
        count += len(left)
        for process in left:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(left, timeout=5)


def _limit(seconds: float) -> None:
    """Let this process use so many seconds of a processor, and one more to end by itself."""
    whole = max(1, round(seconds))  # the system counts whole ones
    resource.setrlimit(resource.RLIMIT_CPU, (whole, whole + 1))
    if sys.platform == "linux":  # the only one that counts it
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))


def _is_too_much(folder: str) -> bool:
    """Whether a folder holds more than a run may leave."""
    size = count = 0
    with suppress(OSError):  # what is gone by now is looked for again
        for place, folders, files in os.walk(folder):
            count += len(folders) + len(files)
            size += sum(os.lstat(os.path.join(place, name)).st_size for name in files)
            depth = place.count(os.sep) - folder.count(os.sep)
            if size > MOST_WRITTEN or count > MOST_FILES or depth > DEEPEST:
                return True
    return False


def _empty(folder: str) -> None:
    """Take away what lies in a folder, however deep it goes."""
    for entry in [*os.scandir(folder)]:
        if not entry.is_dir(follow_symlinks=False):
            os.unlink(entry)
            continue
        try:
            shutil.rmtree(entry)
        except (OSError, RecursionError):  # what may not be opened, or lies too deep for Python
            subprocess.run(["rm", "-rf", entry.path], stderr=subprocess.DEVNULL)


def _text(file: IO[bytes]) -> str:
    """Return what stands in a whole file, with Windows's ends of lines made plain."""
    file.seek(0)
    return file.read(MOST_WRITTEN).decode("utf-8", "backslashreplace").replace(os.linesep, "\n")


if __name__ == "__main__":
    Forkserver(**json.loads(sys.argv[1])).serve()
