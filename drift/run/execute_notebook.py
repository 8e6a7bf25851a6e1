"""Prints a notebook with what its cells give: `python execute_notebook.py FILE`.

It stands alone: it runs beside the notebook, where no project can be searched for the guard.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import warnings
from pathlib import Path

LONG = 24 * 60 * 60  # seconds: it is ended from outside before


def is_unstorable(output: dict) -> bool:
    """Return whether an output of a cell is anything but text."""
    return bool(output.get("data", {}).keys() - {"text/plain"})


def _executed(text: str) -> dict:
    """Return a notebook, given as the text of its file, with what its cells give.

    Where a signal ended the kernel, such as that of the limit which it inherits, it ends this too.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import DeadKernelError
    from traitlets.config import Config

    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    kernels: list[subprocess.Popen] = []
    # A snippet has no network, not even with itself: the kernel is spoken to by way of files.
    by_files = {"transport": "ipc", "ip": os.path.join(os.pardir, "kernel")}
    client = NotebookClient(
        notebook,
        startup_timeout=LONG,
        iopub_timeout=LONG,
        kernel_name="python3",
        record_timing=False,
        allow_errors=True,
        coalesce_streams=True,
        on_cell_start=lambda **_: kernels.append(client.km.provisioner.process),
        config=Config({"ConnectionFileMixin": by_files if sys.platform == "linux" else {}}),
    )
    try:
        # What a kernel says beside its cells, such as that it has no network, is none of theirs.
        client.execute(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except DeadKernelError:
        code = kernels[-1].wait()
        if code < 0:
            os.kill(os.getpid(), -code)
        raise RuntimeError(f"its kernel ended, with exit code {code}.") from None
    # What differs from machine to machine is no part of the notebook.
    notebook.metadata.pop("language_info", None)
    return notebook


def _problem(cells: list[dict]) -> str:
    """Return what is wrong with what the cells of a notebook gave; '' where nothing is."""
    for number, cell in enumerate(cells, start=1):
        for output in cell.get("outputs", []):
            if output["output_type"] == "error":
                trace = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(output["traceback"]))
                return f"cell {number} raises {output['ename']}: {output['evalue']}\n{trace}"
            if output.get("name") == "stderr":
                return f"cell {number} writes to standard error.\n{output['text']}"
            if is_unstorable(output):
                return f"cell {number} gives HTML or a picture. Let it print text."
    return ""


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # of the libraries that run it; cells warn in their kernel
    del os.environ["MPLBACKEND"]  # that of a terminal: a notebook's shows its figures
    if sys.platform == "win32":
        asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())
    import nbformat

    try:
        given = _executed(Path(sys.argv[1]).read_text("utf-8"))
        problem = _problem(given["cells"])
    except Exception as error:
        problem = f"could not be run: {error}"
    if problem:
        Path(os.environ["DRIFT_REPORT"]).write_text(json.dumps({"problem": problem}), "utf-8")
    else:
        print(nbformat.writes(given))
