"""Prints a notebook with what its cells give: `python execute_notebook.py FILE`.

It stands alone: it runs beside the notebook, where no project can be searched for the guard. The
cells run in this process, by the shell that runs them in Jupyter too.
"""

import json
import os
import re
import sys
import warnings
from pathlib import Path

BACKEND = "module://matplotlib_inline.backend_inline"  # as in Jupyter
UNTOLD = DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning


def is_unstorable(output: dict) -> bool:
    """Return whether an output of a cell is anything but text."""
    return bool(output.get("data", {}).keys() - {"text/plain"})


def _execute(cells: list[dict]) -> str:
    """Put into each cell what it gives; return what is wrong with that, '' where nothing is."""
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output
    from nbformat.v4 import new_output
    from traitlets.config import Config

    warnings.resetwarnings()  # those of Python itself: each cell warns as in Jupyter
    for category in UNTOLD:
        warnings.simplefilter("ignore", category)
    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    if "matplotlib" in sys.modules:  # loaded before: it asks no variable any more
        from IPython.core.pylabtools import activate_matplotlib
        from matplotlib_inline.backend_inline import configure_inline_support

        activate_matplotlib(BACKEND)
        configure_inline_support(shell, BACKEND)
    shell.magics_manager.auto_magic = False  # what is no Python fails
    for step in ("write_output_prompt", "write_format_data", "finish_displayhook"):
        setattr(shell.displayhook, step, lambda *_: None)  # a value is no part of what is printed
    for number, cell in enumerate(cells, start=1):
        if cell["cell_type"] != "code":
            continue
        with capture_output() as given:
            result = shell.run_cell(cell["source"], store_history=True)
        text, error = given.stdout, result.error_before_exec or result.error_in_exec
        if error:
            trace = re.sub(r"\x1b\[[\d;]*m", "", text)
            return f"cell {number} raises {type(error).__name__}: {error}\n{trace}"
        cell["execution_count"] = result.execution_count
        cell["outputs"] = [new_output("stream", name="stdout", text=text)] if text else []
        data = shell.display_formatter.format(result.result)[0]
        if result.result is not None:
            count = result.execution_count
            cell["outputs"] += [new_output("execute_result", data, execution_count=count)]
        if given.outputs or any(map(is_unstorable, cell["outputs"])):
            return f"cell {number} gives HTML or a picture. Let it print text."
        if given.stderr:
            return f"cell {number} writes to standard error.\n{given.stderr}"
        for sign in text + data["text/plain"]:
            if not (sign.isprintable() or sign in "\n\xa0"):
                how = "Print only what can be seen; a backslash is written twice."
                return f"cell {number} prints the character U+{ord(sign):04X}. {how}"
    return ""


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # of the libraries that run it
    os.environ["MPLBACKEND"] = BACKEND
    import nbformat

    notebook = nbformat.read(sys.argv[1], as_version=4)
    if problem := _execute(notebook.cells):
        Path(os.environ["DRIFT_REPORT"]).write_text(json.dumps({"problem": problem}), "utf-8")
    else:
        # What no reader sees, or differs from machine to machine, is no part of the notebook.
        kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
        notebook.metadata = {"kernelspec": kernel}
        for cell in notebook.cells:
            cell.metadata = {}
            cell.pop("attachments", None)
        print(nbformat.writes(notebook))
