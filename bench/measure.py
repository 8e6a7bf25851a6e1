"""What a command costs: its wall time, and the CPU time of every process that came of it.

The guard's own processes outlive the build by a moment, and the build does not wait for them. What
they used would be missing from the build's figures, so this process adopts and reaps them. Linux.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

PR_SET_CHILD_SUBREAPER = 36


class Cost(NamedTuple):
    """Seconds until a command ended, and CPU seconds of all that it started, itself included."""

    wall: float
    cpu: float


def adopt_orphans() -> None:
    """Become the parent of every process below this one whose own parent ends.

    Raises OSError where the system can't do that.
    """
    if sys.platform != "linux" or ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0):
        raise OSError("CPU time can be measured on Linux only: elsewhere orphans are not adopted")


def cost_of(command: list[str], folder: Path, environment: dict[str, str]) -> Cost:
    """Run a command in `folder`, wait for all that comes of it, and return what it cost.

    This process must have no other child. Raises OSError where orphans can't be adopted, and
    subprocess.CalledProcessError, with what was printed, where the command fails.
    """
    adopt_orphans()
    # A file, because whoever is left behind could hold a pipe open.
    with tempfile.TemporaryFile("w+") as printed:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=printed, stderr=subprocess.STDOUT
        )
        cpu = wall = 0.0
        for child, status, used in reaped():
            cpu += used
            if child == process.pid:
                wall = time.perf_counter() - began
                process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            printed.seek(0)
            raise subprocess.CalledProcessError(process.returncode, command, printed.read())
    return Cost(wall, cpu)


def reaped():
    """Yield process id, status and CPU seconds of each child as it ends, until there is none.

    The seconds are those of the child and of every process that it waited for in its turn.
    """
    while True:
        try:
            child, status, used = os.wait4(-1, 0)
        except ChildProcessError:
            return
        yield child, status, used.ru_utime + used.ru_stime
