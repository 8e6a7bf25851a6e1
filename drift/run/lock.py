"""One build at a time in a checkout: two of them would write the same folders."""

import os
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from drift.fault import Fault, FaultsFound


def acquired(project: Path) -> BaseFileLock:
    """Return the lock of a project's builds, held until this process ends, or raise FaultsFound."""
    folder = project / ".cache" / "drift"
    folder.mkdir(parents=True, exist_ok=True)
    lock, builder = FileLock(folder / "build.lock", blocking=False), folder / "builder.txt"
    try:
        lock.acquire()
    except Timeout:
        process = builder.read_text("utf-8") if builder.exists() else "(just begun)"
        message = f"another build is running here, by process {process}. Wait for its end."
        raise FaultsFound(Fault("", 0, message)) from None
    builder.write_text(str(os.getpid()), "utf-8")
    return lock
