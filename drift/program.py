"""Runs one snippet inside a process of its own, which has been prepared for it."""

from __future__ import annotations

import atexit
import json
import linecache
import os
import sys
import threading
import traceback
import types
import warnings
from pathlib import Path
from typing import NoReturn

from drift.names import names_bound_once


def execute(request: dict) -> int:
    """Run the snippet that `request` describes, as the main program of this process.

    `request` holds `source`, `shown_path` (the file as tracebacks name it) and `report` (the file
    to write). The report says that the program came to its end, by which its numbers are told from
    those of one that left early. Returns the exit code.
    """
    source, shown_path = request["source"], request["shown_path"]
    main = types.ModuleType("__main__")
    main.__file__ = shown_path
    sys.modules["__main__"] = main
    sys.argv = [shown_path]
    linecache.cache[shown_path] = (len(source), None, source.splitlines(True), shown_path)
    warnings.simplefilter("error")
    try:
        exec(compile(source, shown_path, "exec"), main.__dict__)
        report = {"values": _numbers(main.__dict__, source)}
    except SystemExit as left:
        report = {"problem": f"calls sys.exit({left.code!r}). A snippet runs to its last line."}
    except BaseException as error:
        # The first entry is this call; a learner's program begins at the second.
        error.__traceback__ = error.__traceback__.tb_next if error.__traceback__ else None
        report = {"problem": "raises an error.", "details": traceback.format_exc()}
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot and pyplot.get_fignums() and "problem" not in report:
        report = {"problem": "draws a figure and never shows it. End it with plt.show()."}
    Path(request["report"]).write_text(json.dumps(report), "utf-8")
    return 0


def leave(code: int) -> NoReturn:
    """End this process with what a program still does at its end, and none of the teardown.

    Taking every library apart takes three times as long as a small program runs.
    """
    threading._shutdown()
    atexit._run_exitfuncs()
    sys.modules["__main__"].__dict__.clear()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not stream.closed:
            stream.flush()
    os._exit(code)


def _numbers(namespace: dict, source: str) -> dict[str, list]:
    """Return type, exact text and line of each number that one single statement names."""
    numbers = {}
    for name, line in names_bound_once(source).items():
        value = namespace.get(name)
        if type(value).__module__ == "numpy" and getattr(value, "ndim", None) == 0:
            value = value.item()
        if type(value) in (int, float):
            numbers[name] = [type(value).__name__, repr(value), line]
    return numbers


def prepare(request: dict) -> None:
    """Give this process the working folder, the outputs and the environment of the request."""
    os.chdir(request["folder"])
    os.environ.update(request["environment"])
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(os.open(request["printed"], flags), 1)
    os.dup2(os.open(request["complaints"], flags), 2)


if __name__ == "__main__":
    # On systems without fork, one of these processes is started for each snippet.
    task = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    prepare(task)
    sys.exit(execute(task))
