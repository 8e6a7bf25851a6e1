"""What a command costs, and on which machine: figures mean nothing without it.

The guard's own processes outlive the build by a moment, and the build does not wait for them. What
they used would be missing from the build's figures, so this process adopts and reaps them. Linux.
"""

import ctypes
import os
import platform
import re
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

PR_SET_CHILD_SUBREAPER = 36
MEASURED = ("mkdocs", "mkdocs-material", "markdown-exec", "numpy")


class Cost(NamedTuple):
    """Seconds until a command ended, and CPU seconds of all that it started, itself included."""

    wall: float
    cpu: float


def adopt_orphans() -> None:
    """Become the parent of every process below this one whose own parent ends.

    Raises SystemExit where the system can't do that.
    """
    if sys.platform != "linux" or ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0):
        raise SystemExit("bench: CPU time is measured on Linux only: no other adopts orphans")


def cost_of(command: list[str], folder: Path, environment: dict[str, str]) -> Cost:
    """Run a command in `folder`, wait for all that comes of it, and return what it cost.

    This process must have no other child. Raises SystemExit where orphans can't be adopted; and
    where the command fails, with what it printed.
    """
    adopt_orphans()
    # A file, because whoever is left behind could hold a pipe open.
    with tempfile.TemporaryFile("w+") as printed:
        used, began = _used(), time.perf_counter()
        done = subprocess.run(
            command, cwd=folder, env=environment, stdout=printed, stderr=subprocess.STDOUT
        )
        wall = time.perf_counter() - began
        wait_for_orphans()
        if done.returncode:
            printed.seek(0)
            raise SystemExit(f"bench: {command} ended with {done.returncode}:\n{printed.read()}")
    return Cost(round(wall, 3), round(_used() - used, 3))


def wait_for_orphans() -> None:
    """Wait until every process below this one has ended."""
    with suppress(ChildProcessError):
        while True:
            os.wait()


def _used() -> float:
    """Return the CPU seconds of all that this process, and what it waited for, has waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def machine() -> dict[str, str | int | float]:
    """Return the machine's cores, processor and system, the versions, and how busy it is.

    The load is the number of processes that wanted to run, on average over the last minute.
    """
    named = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text("utf-8"))
    return {
        "cores": len(os.sched_getaffinity(0)),
        "processor": named[1] if named else platform.machine(),
        "system": f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {platform.system()}",
        "load": round(os.getloadavg()[0], 2),
        "python": platform.python_version(),
    } | {package: version(package) for package in MEASURED}
