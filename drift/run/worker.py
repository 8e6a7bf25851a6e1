"""Runs one snippet inside a process of its own, which has been prepared for it."""

from __future__ import annotations

import atexit
import importlib
import json
import linecache
import os
import re
import sys
import traceback
import types
import warnings
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn


def modules_imported(source: str) -> set[str]:
    """Return the modules that a program imports at its top, the first of each statement."""
    return set(re.findall(r"^(?:import|from) +([\w.]+)", source, re.MULTILINE))


def load(modules: Iterable[str]) -> None:
    """Import modules by name. One that does not import fails in the snippet that needs it."""
    for module in modules:
        with suppress(Exception):
            importlib.import_module(module)


def write_report(
    file: Path, source: str, shown_path: str, names: dict[str, int], expects_error: bool
) -> None:
    """Run a snippet as the main program of this process; write its numbers, or its problem.

    `shown_path` is the file as tracebacks name it, `names` are the variables to report, each with
    its line. That there is a report tells a program that came to its end from one that left early.
    One that `expects_error` warns and fails as any Python program does, on standard error.
    """
    main = types.ModuleType("__main__")
    main.__file__ = shown_path
    sys.modules["__main__"] = main
    sys.argv = [shown_path]
    linecache.cache[shown_path] = (len(source), None, source.splitlines(True), shown_path)
    warnings.simplefilter("default" if expects_error else "error")
    report = {}
    try:
        exec(compile(source, shown_path, "exec"), main.__dict__)
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot and pyplot.get_fignums():
            report["problem"] = "draws a figure and never shows it. End it with plt.show()."
    except SystemExit as left:
        report["problem"] = f"calls sys.exit({left.code!r}). A snippet runs to its last line."
    except BaseException as error:
        # The first entry is this call; a learner's program begins at the second.
        error.__traceback__ = error.__traceback__.tb_next if error.__traceback__ else None
        if expects_error and isinstance(error, Exception):
            traceback.print_exc()
        else:
            report = {"problem": "raises an error.", "details": traceback.format_exc()}
    report["numbers"] = _numbers(main.__dict__, names)
    file.write_text(json.dumps(report), "utf-8")


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


def _numbers(namespace: dict, names: dict[str, int]) -> dict[str, dict]:
    """Return value and line of each variable that holds one number or boolean."""
    numbers = {}
    for name, line in names.items():
        value = namespace.get(name)
        if type(value).__module__ == "numpy" and getattr(value, "ndim", None) == 0:
            value = value.item()
        if type(value) in (bool, int, float):
            numbers[name] = {"value": value, "line": line}
    return numbers


if __name__ == "__main__":
    # Without a fork, one of these processes is started for each snippet. What a library warns of
    # while it is imported is no matter of the snippet: in a warm process it has been imported.
    task = json.load(sys.stdin)
    load(modules_imported(task["source"]))
    write_report(Path(os.environ["DRIFT_REPORT"]), **task)
