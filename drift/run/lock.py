"""One build at a time in a checkout: two of them would write the same folders."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from drift.fault import Fault, FaultsFound


@contextmanager
def only_build(project: Path) -> Iterator[None]:
    """Let no other build of the project begin; raise FaultsFound where one is running.

    The system takes the lock back from a process that ends, however it ends.
    """
    folder = project / ".cache" / "drift"
    folder.mkdir(parents=True, exist_ok=True)
    builder = folder / "builder.txt"
    try:
        with FileLock(folder / "build.lock", blocking=False):
            builder.write_text(str(os.getpid()), "utf-8")
            yield
    except Timeout:
        process = builder.read_text("utf-8") if builder.exists() else "(just begun)"
        message = f"another build is running here, by process {process}."
        raise FaultsFound(Fault("", 0, message)) from None
