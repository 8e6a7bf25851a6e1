"""The snippets and the notebooks of pages are doc-tests: each runs, and gives what was approved."""

import json
import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from drift.project.snippet import DRAWN, PRINTED, STANDARD_ERROR
from tests import plain_run
from tests.conftest import PROJECT, python
from tests.navigation import KNOWN, address_of

SURROUNDINGS = {
    "PYTHONHASHSEED": "2",  # the guard has others
    "TZ": "Asia/Kathmandu",
    "MPLBACKEND": "module://drift.run.drawing",
    "MPLCONFIGDIR": str(PROJECT / ".cache" / "matplotlib"),
    "MATPLOTLIBRC": str(PROJECT / "docs" / "assets" / "figure.mplstyle"),
}


@pytest.fixture(scope="session")
def process():
    """Start a function in a process of its own, which has the large libraries loaded already."""
    with pytest.MonkeyPatch.context() as surroundings:
        for name, value in SURROUNDINGS.items():
            surroundings.setenv(name, value)
        can_fork = "forkserver" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if can_fork else "spawn")
        libraries = (
            "matplotlib.pyplot matplotlib.backends.backend_svg scipy.stats sklearn.linear_model"
        )
        context.set_forkserver_preload(libraries.split())
        yield context.Process


def given(process, snippet, folder):
    """Return what a snippet prints, draws and writes to standard error, and how it ends."""
    work = folder / "work"
    work.mkdir()
    for name, content in snippet.files:  # what it reads lies there, and nothing else
        (work / name).write_bytes(content)
    command = snippet.command.split()[1:]
    words = command if snippet.is_session else [snippet.root / snippet.name]
    running = process(target=plain_run.run, args=(words, work, snippet.expects_error))
    running.start()
    running.join()
    texts = [folder / name for name in ("printed", "drawing", "errors")]
    return *(text.read_text("utf-8") if text.exists() else "" for text in texts), running.exitcode


@pytest.mark.parametrize("name", KNOWN.snippets)
def test_a_snippet_gives_what_was_approved(name, process, tmp_path):
    snippet = KNOWN.snippets[name]
    printed, drawn, errors, code = given(process, snippet, tmp_path)
    approved = snippet.approved.get(STANDARD_ERROR, "").splitlines()
    # Of a traceback the frames around a program differ, and its own lines stand in each.
    errors = errors.replace(f"{PROJECT.as_posix()}/", "")
    assert [line for line in approved if line.strip(" ^~") not in errors] == []
    assert bool(errors) == bool(approved) and code == ("Traceback" in errors)
    assert printed == snippet.approved.get(PRINTED, "")
    assert drawn == ("" if snippet.is_session else snippet.approved.get(DRAWN, ""))


RUN = """
import os, nbformat
from nbclient import NotebookClient

os.environ.pop("MPLBACKEND", None)
notebook = nbformat.read("notebook.ipynb", as_version=4)
NotebookClient(notebook, kernel_name="python3", timeout=None).execute()
nbformat.write(notebook, "executed.ipynb")
"""


def file_of(site, page):
    return site / address_of(page) / f"{Path(page).stem}.ipynb"


def run(file, folder):
    """Run a notebook in an empty folder; return its cells as they are then."""
    folder.mkdir()
    (folder / "notebook.ipynb").write_bytes(file.read_bytes())
    ran = python("-c", RUN, folder=folder, PYTHONWARNINGS="default")
    assert ran.returncode == 0, f"{file}: {ran.stderr[-2000:]}"
    return json.loads((folder / "executed.ipynb").read_text("utf-8"))["cells"]


def given_by(cell):
    """Return what a cell printed, the drawings that it showed, and everything else it gave."""
    text, drawings, others = "", 0, []
    for output in cell.get("outputs", []):
        if output.get("name") == "stdout":
            text += "".join(output["text"])
        elif "image/png" in output.get("data", {}):
            drawings += 1
        else:
            others.append(output)
    return text, drawings, others


def of_each_kind(files):
    """Return few notebooks that together have each kind of cell that one may have."""
    texts = {path: file.read_text("utf-8") for path, file in files.items()}
    kinds, chosen = {"%%writefile", "%run", "raises-exception", "plt.show()"}, {}
    while kinds:
        found = {path: {kind for kind in kinds if kind in text} for path, text in texts.items()}
        path = max(found, key=lambda each: len(found[each]))
        if not found[path]:
            break
        kinds -= found[path]
        chosen[path] = files[path]
    return chosen


@pytest.mark.parametrize(
    "chosen", [of_each_kind, pytest.param(dict, marks=pytest.mark.exhaustive)], ids=["kinds", "all"]
)
def test_a_notebook_gives_in_an_empty_folder_what_it_stores(published_site, tmp_path, chosen):
    import matplotlib.font_manager  # noqa: F401, which makes its list of fonts

    having = [path for path, page in KNOWN.pages.items() if page.programs]
    files = chosen({path: file_of(published_site, path) for path in having})
    with ThreadPoolExecutor(2) as pool:
        folders = [tmp_path / str(number) for number in range(len(files))]
        executed = dict(zip(files, pool.map(run, files.values(), folders)))
    assert executed
    for path, cells in executed.items():
        stored = json.loads(files[path].read_text("utf-8"))["cells"]
        drawings = 0
        for number, (before, now) in enumerate(zip(stored, cells, strict=True), start=1):
            text, drawn, others = given_by(now)
            if "raises-exception" in before["metadata"].get("tags", ()):
                assert others, f"{path}, cell {number} neither warns nor fails"
                others = []
            assert (text, others) == (given_by(before)[0], []), f"{path}, cell {number}"
            assert now.get("execution_count") == before.get("execution_count")
            drawings += drawn
        shown = [KNOWN.snippets[name] for name in KNOWN.pages[path].programs]
        assert drawings == sum(DRAWN in snippet.approved for snippet in shown), path
