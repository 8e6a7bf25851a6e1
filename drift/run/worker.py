"""Runs one snippet inside a process of its own, which has been prepared for it."""

from __future__ import annotations

import atexit
import importlib
import json
import linecache
import os
import sys
import traceback
import types
import warnings
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn


def load(modules: Iterable[str]) -> None:
    """Import modules by name. What does not import is told by the snippet that needs it."""
    for module in modules:
        with suppress(Exception):
            importlib.import_module(module)


def execute(
    source: str, shown_path: str, names: dict[str, int], may_complain: bool = False
) -> dict:
    """Run a snippet as the main program of this process, and return a report.

    `shown_path` is the file as tracebacks name it, `names` are the variables to report, each with
    its line. The report says that the program came to its end, by which its numbers are told from
    those of one that left early. One that `may_complain` warns and fails as any Python program
    does, on standard error.
    """
    main = types.ModuleType("__main__")
    main.__file__ = shown_path
    sys.modules["__main__"] = main
    sys.argv = [shown_path]
    linecache.cache[shown_path] = (len(source), None, source.splitlines(True), shown_path)
    warnings.simplefilter("default" if may_complain else "error")
    try:
        exec(compile(source, shown_path, "exec"), main.__dict__)
        report = {"values": _numbers(main.__dict__, names)}
    except SystemExit as left:
        report = {"problem": f"calls sys.exit({left.code!r}). A snippet runs to its last line."}
    except BaseException as error:
        # The first entry is this call; a learner's program begins at the second.
        error.__traceback__ = error.__traceback__.tb_next if error.__traceback__ else None
        if may_complain and isinstance(error, Exception):
            traceback.print_exc()
            return {"values": _numbers(main.__dict__, names)}
        report = {"problem": "raises an error.", "details": traceback.format_exc()}
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot and pyplot.get_fignums() and "problem" not in report:
        report = {"problem": "draws a figure and never shows it. End it with plt.show()."}
    return report


def leave(code: int) -> NoReturn:
    """End this process with what a program still does at its end, and none of the teardown.

    Taking every library apart takes three times as long as a small program runs.
    """
    if "threading" in sys.modules:
        sys.modules["threading"]._shutdown()
    atexit._run_exitfuncs()
    sys.modules["__main__"].__dict__.clear()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not stream.closed:
            stream.flush()
    os._exit(code)


def _numbers(namespace: dict, names: dict[str, int]) -> dict[str, list]:
    """Return type, exact text and line of each variable that holds one number or boolean."""
    numbers = {}
    for name, line in names.items():
        value = namespace.get(name)
        if type(value).__module__ == "numpy" and getattr(value, "ndim", None) == 0:
            value = value.item()
        if type(value) in (bool, int, float):
            numbers[name] = [type(value).__name__, repr(value), line]
    return numbers


if __name__ == "__main__":
    # On systems without fork, one of these processes is started for each snippet.
    _, given, wanted = sys.argv
    task = json.loads(Path(given).read_text("utf-8"))
    # What a library warns of while it is imported is no matter of the snippet: in a warm process it
    # has been imported.
    load(task["modules"])
    told = execute(task["source"], task["shown_path"], task["names"], task["may_complain"])
    Path(wanted).write_text(json.dumps(told), "utf-8")
