"""Notebooks: run from the first cell to the last, and compared with the outputs they store.

`python -m drift.run.notebook LIMITS` runs the one on its standard input in this process, and prints
it as JSON; the guard starts that as a process of its own.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from drift.project.project import Project
from drift.project.settings import Settings
from drift.run import approval, sandbox
from drift.run.cache import Cache
from drift.run.forkserver import resource


class Notebooks:
    """The notebooks of a project, running while pages are rendered."""

    def __init__(self, project: Project, cache: Cache, before: Notebooks | None = None):
        """Begin to run, one after the other, those that neither `cache` nor `before` knows."""
        self._texts, self._cache = project.notebooks, cache
        # What ran in other surroundings, which have another cache, tells nothing of these.
        known = before._runs if before and before._cache is cache else {}
        pool = ThreadPoolExecutor(max_workers=1)
        run_it = partial(pool.submit, run, project.folder, settings=project.settings)
        self._runs: dict[str, Future] = {
            text: known.get(text) or self._kept(text) or run_it(text=text)
            for text in self._texts.values()
        }
        pool.shutdown(wait=False)

    def _kept(self, text: str) -> Future | None:
        if (answer := self._cache.get(text)) is None:
            return None
        future = Future()
        future.set_result(answer)
        return future

    def are_running(self) -> bool:
        """Return whether any notebook is not known from before."""
        return not all(future.done() for future in self._runs.values())

    def keep(self) -> None:
        """Keep for later builds what ran to its end and could read nothing else."""
        for text, future in self._runs.items():
            if not future.exception() and future.result()["confined"]:
                self._cache.put(text, future.result())

    def executed(self, name: str) -> str:
        """Return the text of a notebook as it is now, its outputs replaced by what cells give.

        Raises ValueError, which names the cell, where one fails.
        """
        return self._runs[self._texts[name]].result()["notebook"]

    def check(self, name: str) -> None:
        """Raise ValueError, which names the first cell that gives something else than approved."""
        compare(self._texts[name], self.executed(name), name)


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


def run(project: Path, text: str, settings: Settings) -> dict:
    """Run a notebook, given as its file's text, in a process and a folder of its own.

    Returns `notebook`, its text with its outputs, and `confined`: whether it could read no file of
    the project. Raises ValueError, which names the cell, where one fails or warns.
    """
    with tempfile.TemporaryDirectory(prefix="notebook-", ignore_cleanup_errors=True) as folder:
        inherited = {name: os.environ.get(name, "") for name in ("PATH", "SYSTEMROOT", "LANG")}
        homes = dict.fromkeys(("HOME", "USERPROFILE", "IPYTHONDIR", "TMPDIR"), folder)
        limits = {"seconds": settings.seconds, "wall": settings.wall_seconds}
        arguments = limits | {"project": str(project.resolve()), "folder": folder}
        process = subprocess.run(
            [sys.executable, "-P", "-s", "-m", "drift.run.notebook", json.dumps(arguments)],
            cwd=folder,
            env=inherited | homes | {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1"},
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
    if process.returncode:
        last = process.stderr.strip().splitlines()[-1:] or ["no message"]
        raise ValueError(f"could not be run: {last[0]}")
    answer = json.loads(process.stdout)
    if problem := answer.get("problem"):
        raise ValueError(problem)
    return answer


def _execute(text: str, project: str, folder: str, seconds: float, wall: float) -> dict:
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    ours = [folder, str(Path(__file__).parents[1]), sys.prefix, sys.base_prefix]
    confined = sandbox.read_nothing_below(project, ours)
    if resource:
        # The kernel inherits the limit, and counts anew; this process is none of the notebook.
        signal.signal(signal.SIGXCPU, lambda *_: None)
        resource.setrlimit(resource.RLIMIT_CPU, (round(seconds), resource.RLIM_INFINITY))
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    kernels: list[subprocess.Popen] = []
    client = NotebookClient(
        notebook,
        **dict.fromkeys(("timeout", "startup_timeout", "iopub_timeout"), round(wall)),
        kernel_name="python3",
        record_timing=False,
        allow_errors=True,
        on_cell_start=lambda **_: kernels.append(client.km.provisioner.process),
    )
    try:
        client.execute()
    except CellTimeoutError:
        return {"problem": f"a cell was not done after {wall:g} s. Let it wait for nothing."}
    except DeadKernelError:
        code = kernels[-1].wait()
        problem = f"could not be run: its kernel ended, with exit code {code}."
        if resource and code == -signal.SIGXCPU:
            problem = f"ran past its limit of {seconds:g} s of processor time. Let it do less."
        return {"problem": problem}
    for number, cell in enumerate(notebook.cells, start=1):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                trace = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(output.traceback))
                trace = trace.replace(str(Path.home()), "~")
                return {"problem": f"cell {number} raises {output.ename}: {output.evalue}\n{trace}"}
            if output.get("name") == "stderr":
                return {"problem": f"cell {number} writes to standard error.\n{output.text}"}
            if _unstorable(output):
                return {"problem": f"cell {number} gives HTML or a picture. Let it print text."}
    # What differs from machine to machine is no part of the notebook.
    notebook.metadata.pop("language_info", None)
    return {"notebook": nbformat.writes(notebook) + "\n", "confined": confined}


def _unstorable(output: dict) -> bool:
    return bool(output.get("data", {}).keys() - {"text/plain"})


if __name__ == "__main__":
    if sys.platform == "win32":
        asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())
    print(json.dumps(_execute(sys.stdin.read(), **json.loads(sys.argv[1]))))
