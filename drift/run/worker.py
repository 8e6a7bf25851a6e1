"""Runs one snippet inside a process of its own, which has been prepared for it."""

import ast
import atexit
import importlib
import json
import linecache
import os
import re
import runpy
import sys
import traceback
import types
import warnings
from codeop import Compile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

NUMBERS = (bool, int, float)
REFUSED = (
    "does what the system refuses. A snippet writes only into its working folder, and has no "
    "network and no memory to share. Let one process compute it."
)
NO_FILE = "finds no such file. It can read the .csv and .json files beside it, by open('name')."


def modules_imported(source: str) -> set[str]:
    """Return the modules that a program imports at its top, the first of each statement."""
    return set(re.findall(r"^(?:import|from) +([\w.]+)", source, re.MULTILINE))


def load(modules: Iterable[str]) -> None:
    """Import modules by name. One that does not import fails in the snippet that needs it."""
    for module in modules:
        with suppress(Exception):
            importlib.import_module(module)


def run(
    report: Path,
    source: str,
    shown_path: str,
    names: dict[str, int],
    expects_error: bool,
    token: str,
) -> NoReturn:
    """Run a snippet as the main program of this process; report its numbers, or its problem.

    `shown_path` is the file as tracebacks name it. Of each of `names` what the statement on its
    line bound is reported, whatever the program did later. A report with the `token` shows that it
    came to its end. One that `expects_error` warns and fails as any does, on standard error.
    """
    main = types.ModuleType("__main__")
    main.__file__ = str(Path.cwd() / Path(shown_path).name)
    sys.modules["__main__"] = main
    sys.argv = [shown_path]
    linecache.cache[shown_path] = (len(source), None, source.splitlines(True), shown_path)
    warnings.simplefilter("default" if expects_error else "error")
    place, found = os.fspath(report), {"token": token, "numbers": {}, "others": {}}
    try:
        # Run one by one, so that each is seen to bind its number.
        compiled, tree = Compile(), compile(source, shown_path, "exec", ast.PyCF_ONLY_AST)
        parts = [ast.Module([part], []) for part in tree.body]
        for part, code in zip(tree.body, [compiled(part, shown_path, "exec") for part in parts]):
            exec(code, main.__dict__)
            for name in (name for name, line in names.items() if line == part.lineno):
                kind, value = _of(main.__dict__.get(name))
                found[kind][name] = value
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot and pyplot.get_fignums():
            found["problem"] = "draws a figure and never shows it. End it with plt.show()."
    except SystemExit as left:
        found["problem"] = f"calls sys.exit({left.code!r}). A snippet runs to its last line."
    except BaseException as error:
        if expects_error and isinstance(error, Exception):
            traceback.print_exc()
        else:
            told = {PermissionError: REFUSED, FileNotFoundError: NO_FILE}
            problem = told.get(type(error), "raises an error.")
            found |= {"problem": problem, "details": traceback.format_exc()}
    finish(main)
    # Last, when nothing of the program runs any more, and by no class that a program could change.
    os.write(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), json.dumps(found).encode())
    os._exit(0)


def run_command(command: list[str]) -> NoReturn:
    """Run the file that a command begins with, as `python -W error` would; end this process."""
    sys.argv = command
    sys.path.insert(0, os.getcwd())
    warnings.simplefilter("error")
    if matplotlib := sys.modules.get("matplotlib"):
        matplotlib.use(os.environ["MPLBACKEND"])
    code = 0
    try:
        runpy.run_path(command[0], run_name="__main__")
    except SystemExit as left:
        code = left.code or 0
    if not isinstance(code, int):  # but words, which Python prints
        print(code, file=sys.stderr)
    finish(types.ModuleType("__main__"))
    os._exit(code if isinstance(code, int) else 1)


def finish(main: types.ModuleType) -> None:
    """Do what a main program still does at its end, and none of the teardown.

    Taking every library apart takes three times as long as a small program runs.
    """
    if "threading" in sys.modules:
        sys.modules["threading"]._shutdown()
    atexit._run_exitfuncs()
    main.__dict__.clear()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not stream.closed:
            stream.flush()


def _of(value: object) -> tuple[str, object]:
    """Return in which part of a report a variable is, and what is there: its value or its type."""
    if type(value).__module__ == "numpy" and getattr(value, "ndim", None) == 0:
        value = value.item()
    kind = type(value)
    if kind is int and abs(value) >= 10**4300:  # which Python does not write
        return "others", "an integer of thousands of digits"
    if kind in NUMBERS:
        return "numbers", value
    return "others", f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")


if __name__ == "__main__":
    # Without a fork, one of these processes is started for each snippet. What a library warns of
    # while it is imported is no matter of the snippet: in a warm process it has been imported.
    task = json.load(sys.stdin)
    load(modules_imported(task["source"]))
    run(Path(os.environ["DRIFT_REPORT"]), **task)
