"""Notebooks: run from the first cell to the last, and compared with the outputs they store.

To the guard the run of one is a terminal session, isolated, limited and run again as any other:
`python -m drift.run.notebook FILE` prints a notebook with what its cells give.
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

from drift.project.snippet import Snippet
from drift.run import approval

FILE = "notebook.ipynb"
LONG = 24 * 60 * 60  # seconds: it is ended from outside before


def session(docs: Path, name: str, text: str) -> Snippet:
    """Return the terminal session that prints a notebook of the folder `docs` with its outputs."""
    command = f"$ python -m drift.run.notebook {FILE}"
    return Snippet(docs, name, command, ((FILE, text.encode()),))


def compare(stored: str, executed: str, name: str) -> None:
    """Raise ValueError, which names the first cell of a notebook that gives what is not stored."""
    import nbformat  # takes as long as a small build, and most commands need none

    cells = (nbformat.reads(text, as_version=4).cells for text in (stored, executed))
    for number, (before, now) in enumerate(zip(*cells, strict=True), start=1):
        if any(map(_unstorable, before.get("outputs", []))):
            raise ValueError(f"cell {number} stores HTML or a picture. Let it print text.")
        if diff := approval.difference(output_of(before), output_of(now), name):
            raise ValueError(
                f"cell {number} gives something else than was approved.\n{diff}\n"
                f"{approval.HOW_TO_ACCEPT}"
            )


def output_of(cell: dict) -> str:
    """Return all the text that a cell gave."""
    outputs = cell.get("outputs", [])
    texts = [each.get("text") or each.get("data", {}).get("text/plain", "") for each in outputs]
    return "".join("".join(text) for text in texts)


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
            if _unstorable(output):
                return f"cell {number} gives HTML or a picture. Let it print text."
    return ""


def _unstorable(output: dict) -> bool:
    return bool(output.get("data", {}).keys() - {"text/plain"})


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
