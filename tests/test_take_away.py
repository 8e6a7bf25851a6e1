"""The notebook of each page runs by itself, and gives what it stores."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from drift.project import project
from drift.project.snippet import DRAWN
from tests.conftest import PROJECT, python
from tests.navigation import address_of

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


def given(cell):
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

    known = project.read(PROJECT)
    having = [path for path, page in known.pages.items() if page.programs]
    files = chosen({path: file_of(published_site, path) for path in having})
    with ThreadPoolExecutor(2) as pool:
        folders = [tmp_path / str(number) for number in range(len(files))]
        executed = dict(zip(files, pool.map(run, files.values(), folders)))
    assert executed
    for path, cells in executed.items():
        stored = json.loads(files[path].read_text("utf-8"))["cells"]
        drawings = 0
        for number, (before, now) in enumerate(zip(stored, cells, strict=True), start=1):
            text, drawn, others = given(now)
            if "raises-exception" in before["metadata"].get("tags", ()):
                assert others, f"{path}, cell {number} neither warns nor fails"
                others = []
            assert (text, others) == (given(before)[0], []), f"{path}, cell {number}"
            assert now.get("execution_count") == before.get("execution_count")
            drawings += drawn
        shown = [known.snippets[name] for name in known.pages[path].programs]
        assert drawings == sum(DRAWN in snippet.approved for snippet in shown), path
