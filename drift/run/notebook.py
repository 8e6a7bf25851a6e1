"""Notebooks: run from the first cell to the last, and compared with the outputs they store.

`python -m drift.run.notebook LIMITS` runs the one on its standard input in this process, and prints
it as JSON; the guard starts that as a process of its own.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from drift.run import approval
from drift.run import sandbox as confine
from drift.run.cache import Cache


class Notebooks:
    """The notebooks below a folder, running while pages are rendered."""

    def __init__(self, project: Path, seconds: float, cache: Cache):
        """Run below no folder of the `project`; `seconds` is the limit of one cell."""
        self._project, self._seconds, self._cache = project, seconds, cache
        self._known: dict[str, Future] = {}
        self._runs: dict[str, Future] = {}
        self._texts: Mapping[str, str] = {}

    def start(self, texts: Mapping[str, str], before: Notebooks | None = None) -> None:
        """Begin to run each notebook, given as text by name, that nothing is known of."""
        known = before._known if before else {}
        self._texts = texts
        pool = ThreadPoolExecutor(max_workers=1)
        for name, text in texts.items():
            key = f"{self._cache.surroundings}\n{text}"
            answer = self._cache.get(key)
            if answer is not None:
                future = Future()
                future.set_result(answer)
            else:
                future = known.get(key) or pool.submit(run, self._project, text, self._seconds)
            self._known[key] = self._runs[name] = future
        pool.shutdown(wait=False)

    def are_running(self) -> bool:
        """Whether any notebook is not known from before."""
        return not all(future.done() for future in self._known.values())

    def keep(self) -> None:
        """Keep for later builds what ran to its end and could read nothing else."""
        for key, future in self._known.items():
            if not future.exception() and future.result()["confined"]:
                self._cache.put(key, future.result())

    def executed(self, name: str) -> dict:
        """Return a notebook as it is now, its outputs replaced by what its cells give.

        Raises ValueError, which names the cell, where one fails.
        """
        return self._runs[name].result()["notebook"]

    def check(self, name: str) -> None:
        """Raise ValueError, which names the first cell that gives something else than approved."""
        compare(json.loads(self._texts[name]), self.executed(name), name)


def compare(stored: dict, executed: dict, name: str) -> None:
    """Raise ValueError, which names the first cell of a notebook that gives what is not stored."""
    for number, (before, now) in enumerate(
        zip(stored["cells"], executed["cells"], strict=True), start=1
    ):
        for output in before.get("outputs", []):
            if _unstorable(output):
                raise ValueError(f"cell {number} stores HTML or a picture. Let it print text.")
        if diff := approval.difference(told(before), told(now), name):
            raise ValueError(
                f"cell {number} gives something else than was approved.\n{diff}\n"
                f"{approval.HOW_TO_ACCEPT}"
            )


def written(notebook: dict) -> str:
    """Return a notebook's file text, the same for the same content."""
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def run(project: Path, text: str, seconds: float) -> dict:
    """Run a notebook, given as its file's text, in a process and a folder of its own.

    Returns `notebook`, with its outputs, and `confined`: whether it could read no file of the
    project. Raises ValueError, which names the cell, where one fails or complains.
    """
    with tempfile.TemporaryDirectory(prefix="notebook-", ignore_cleanup_errors=True) as folder:
        environment = {
            name: value
            for name, value in os.environ.items()
            if name in ("PATH", "SYSTEMROOT", "LANG")
        } | {
            "HOME": folder,
            "USERPROFILE": folder,  # the home on Windows
            "IPYTHONDIR": folder,
            "TMPDIR": folder,
            "PYTHONHASHSEED": "0",
            "PYTHONUTF8": "1",
        }
        limits = {"project": str(project.resolve()), "folder": folder, "seconds": seconds}
        process = subprocess.run(
            [sys.executable, "-P", "-s", "-m", "drift.run.notebook", json.dumps(limits)],
            cwd=folder,
            env=environment,
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


def _execute(text: str, project: str, folder: str, seconds: float) -> dict:
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellTimeoutError

    ours = [folder, str(Path(__file__).parents[1]), sys.prefix, sys.base_prefix]
    confined = confine.read_nothing_below(project, ours)
    notebook = nbformat.reads(text, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=int(seconds),
        kernel_name="python3",
        record_timing=False,
        allow_errors=True,
    )
    try:
        client.execute()
    except CellTimeoutError:
        return {"problem": f"a cell ran past its time limit of {seconds:g} s. Let it do less."}
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
    return {"notebook": json.loads(nbformat.writes(notebook)), "confined": confined}


def _unstorable(output: dict) -> bool:
    return bool(output.get("data", {}).keys() - {"text/plain"})


def told(cell: dict) -> str:
    """Return all the text that a cell gave."""
    texts = [
        output.get("text") or output.get("data", {}).get("text/plain", "")
        for output in cell.get("outputs", [])
    ]
    return "".join("".join(text) for text in texts)


if __name__ == "__main__":
    if sys.platform == "win32":
        asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())
    print(json.dumps(_execute(sys.stdin.read(), **json.loads(sys.argv[1]))))
