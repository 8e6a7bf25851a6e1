"""A warm process: libraries loaded once, then a fork for each snippet. Linux only.

It is not a fork of the build, so nothing of the build is in it. It reads one request a line from
standard input and answers one line; when its input ends, with the build, it ends what it runs and
itself.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import os
import select
import signal
import sys
import time
from contextlib import suppress

import psutil

from drift import confine, program

PR_SET_CHILD_SUBREAPER = 36


def main() -> None:
    """Answer requests until standard input ends."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    confine.leave_network()
    # Whatever a snippet leaves running, in a session of its own too, becomes our child.
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    limits = json.loads(sys.argv[1])
    for module in sys.argv[2:]:
        with suppress(Exception):
            importlib.import_module(module)
    confined = confine.read_nothing_below(limits["project"], limits["readable"])
    for line in requests:
        request = json.loads(line)
        child = os.fork()
        if child == 0:
            os.setsid()
            os.close(answers)
            requests.close()
            try:
                program.prepare(request)
                confine.write_only_below(request["writable"])
            except FileNotFoundError:  # the build has gone, and its temporary folders with it
                os._exit(1)
            if request["command"]:
                os.execv(request["command"][0], request["command"])
            program.leave(program.execute(request))
        answer = _supervise(child, request["seconds"], requests.fileno())
        answer["confined"] = confined
        try:
            os.write(answers, json.dumps(answer).encode() + b"\n")
        except BrokenPipeError:
            return


def _supervise(child: int, seconds: float, requests: int) -> dict:
    """Wait for `child`; return its exit code (negative: a signal), lateness, what it left."""
    handle = os.pidfd_open(child)
    deadline = time.monotonic() + seconds
    late = False
    try:
        while True:
            ready, _, _ = select.select([handle, requests], [], [], deadline - time.monotonic())
            if handle in ready:
                break
            late = True  # or the build has gone, and nobody waits for the answer
            os.killpg(child, signal.SIGKILL)
            select.select([handle], [], [])
            break
    except (ValueError, ProcessLookupError):
        late = True
        os.kill(child, signal.SIGKILL)
    finally:
        os.close(handle)
    _, status = os.waitpid(child, 0)
    return {
        "code": os.waitstatus_to_exitcode(status),
        "late": late,
        "left": 0 if late and not psutil.Process().children() else _end_what_is_left(),
    }


def _end_what_is_left() -> int:
    """End every process that outlived its snippet; return how many there were."""
    count = 0
    while True:
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        left = psutil.Process().children(recursive=True)
        if not left:
            return count
        count += len(left)
        for process in left:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(left, timeout=5)


if __name__ == "__main__":
    main()
