"""Where figures were taken: they mean nothing without it."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

MEASURED = ("mkdocs", "mkdocs-material", "markdown-exec", "numpy")


def described() -> dict[str, str | int | float]:
    """Return the machine's cores, processor and system, the versions, and how busy it is.

    The load is the number of processes that wanted to run, on average over the last minute.
    """
    return {
        "cores": len(os.sched_getaffinity(0)),
        "processor": _processor(),
        "system": f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {platform.system()}",
        "load": round(os.getloadavg()[0], 2),
        "python": platform.python_version(),
    } | {package: version(package) for package in MEASURED}


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()
