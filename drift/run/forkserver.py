"""A warm process: libraries loaded once, then a fork for each snippet. Linux only.

It is not a fork of the build, so nothing of the build is in it. It reads one request a line from
standard input and answers one line; when its input ends, with the build, it ends what it runs and
itself. What can be done before a fork is: a page of memory touched in the new process is copied,
and that takes most of the time of a small program.
"""

from __future__ import annotations

import base64
import ctypes
import gc
import json
import os
import resource
import select
import shutil
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

from drift.run import sandbox as confine
from drift.run import worker as program

PR_SET_CHILD_SUBREAPER = 36
TOLD = ("printed", "complaints", "report")
MOST_WRITTEN = 64 * 1024 * 1024


class Workplace:
    """The folder of one run after the other, and nameless files for what each of them tells."""

    def __init__(self, folder: str):
        """Let runs work in `folder`/work; a process started from here finds it as its home."""
        self._folder = Path(folder)
        self.work = f"{folder}/work"
        self._drawing = self._folder / "drawing.svg"
        os.environ.update(HOME=self.work, TMPDIR=self.work, DRIFT_DRAWING=str(self._drawing))

    def open(self, files: dict[str, str]) -> None:
        """Make the folder anew, with `files` in it (name, and content in base 64)."""
        os.mkdir(self.work)
        for name, content in files.items():
            Path(self.work, name).write_bytes(base64.b64decode(content))
        self.printed, self.complaints, self.report = map(os.memfd_create, TOLD)

    def close(self) -> dict[str, str]:
        """Return all that the run wrote, and take the folder and the files away."""
        texts = {"drawn": ""}
        for name in TOLD:
            file = getattr(self, name)
            size = min(os.fstat(file).st_size, MOST_WRITTEN)
            texts[name] = os.pread(file, size, 0).decode("utf-8", "backslashreplace")
            os.close(file)
        if self._drawing.is_file():
            texts["drawn"] = self._drawing.read_text("utf-8", "backslashreplace")
        # It may have written beside its folder, too.
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry, ignore_errors=True)
                else:
                    os.unlink(entry)
        return texts


def main(scratch: str, project: str, readable: list[str], modules: list[str]) -> None:
    """Answer requests until standard input ends.

    Snippets work below `scratch`, can read nothing of `project` but what is `readable`, and find
    `modules` loaded.
    """
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    confine.leave_network()
    # Whatever a snippet leaves running, in a session of its own too, becomes our child.
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    program.load(modules)
    confined = confine.read_nothing_below(project, readable)
    limits = confine.WriteOnlyBelow(scratch)
    place = Workplace(scratch)
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_WRITTEN, MOST_WRITTEN))
    gc.collect()
    gc.freeze()
    for line in requests:
        request = json.loads(line)
        try:
            place.open(request["files"])
        except FileNotFoundError:  # the build has gone, and its temporary folders with it
            return
        child = os.fork()
        if child == 0:
            os.setsid()
            os.close(answers)
            os.close(requests.fileno())
            try:
                os.chdir(place.work)
            except FileNotFoundError:  # as above
                program.leave(0)
            os.dup2(place.printed, 1)
            os.dup2(place.complaints, 2)
            limits.apply()
            if request["command"]:
                os.environ.update(request["environment"])
                os.execv(request["command"][0], request["command"])
            told = (request[key] for key in ("source", "shown_path", "names", "may_complain"))
            report = program.execute(*told)
            os.write(place.report, json.dumps(report).encode())
            program.leave(0)
        answer = _supervise(child, request["seconds"], requests.fileno())
        try:
            answer |= place.close() | {"confined": confined}
            os.write(answers, json.dumps(answer).encode() + b"\n")
        except (BrokenPipeError, FileNotFoundError):  # as above
            return


def _supervise(child: int, seconds: float, requests: int) -> dict:
    """Wait for `child`; return its exit code (negative: a signal), lateness, what it left."""
    handle = os.pidfd_open(child)
    gone = select.poll()
    gone.register(handle, select.POLLIN)
    gone.register(requests, 0)  # only that nobody writes requests any more
    deadline = time.monotonic() + seconds
    late = False
    while not late:
        ready = gone.poll(max(0, deadline - time.monotonic()) * 1000)
        if any(file == handle for file, _ in ready):
            break
        late = True  # or the build has gone, and nobody waits for the answer
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        os.kill(child, signal.SIGKILL)
    os.close(handle)
    _, status = os.waitpid(child, 0)
    left = _end_what_is_left()
    return {"code": os.waitstatus_to_exitcode(status), "late": late, "left": 0 if late else left}


def _end_what_is_left() -> int:
    """End every process that outlived its snippet; return how many there were."""
    count = 0
    while True:
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except ChildProcessError:  # there is none, which is the rule, and costs no look at others
            return count
        import psutil  # it takes threads along, which makes every fork dearer

        left = psutil.Process().children(recursive=True)
        count += len(left)
        for process in left:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(left, timeout=5)


if __name__ == "__main__":
    main(**json.loads(sys.argv[1]))
