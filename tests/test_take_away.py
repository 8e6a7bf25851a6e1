"""The notebook of each page runs by itself, and gives what it stores."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from drift.project import page_source as source
from drift.project.snippet import DRAWN, Snippets
from tests.conftest import PROJECT

SNIPPETS = Snippets(PROJECT / "snippets").by_name
PAGES = {
    path.relative_to(PROJECT / "docs"): source.read(path.read_text("utf-8"))
    for path in sorted((PROJECT / "docs").rglob("*.md"))
}
SHOWING = {
    path: [SNIPPETS[fence.content] for fence in page.fences if fence.is_snippet]
    for path, page in PAGES.items()
    if any(fence.is_snippet for fence in page.fences)
}
RUN = """
import sys, nbformat
from nbclient import NotebookClient

notebook = nbformat.read("notebook.ipynb", as_version=4)
NotebookClient(notebook, kernel_name="python3", timeout=120).execute()
nbformat.write(notebook, "executed.ipynb")
"""


def file_of(site, path):
    folder = path.parent if path.stem == "index" else path.with_suffix("")
    return site / folder / f"{path.stem}.ipynb"


def run(file, folder):
    """Run a notebook in an empty folder; return its cells as they are then."""
    folder.mkdir()
    (folder / "notebook.ipynb").write_bytes(file.read_bytes())
    environment = {name: text for name, text in os.environ.items() if name != "MPLBACKEND"}
    ran = subprocess.run(
        [sys.executable, "-c", RUN],
        cwd=folder,
        env=environment | {"PYTHONWARNINGS": "default"},
        capture_output=True,
        text=True,
        timeout=280,
    )
    assert ran.returncode == 0, f"{file}: {ran.stderr[-2000:]}"
    return json.loads((folder / "executed.ipynb").read_text("utf-8"))["cells"]


def printed(cell):
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


def test_each_notebook_runs_in_an_empty_folder_and_gives_what_it_stores(published_site, tmp_path):
    subprocess.run([sys.executable, "-c", "import matplotlib.pyplot"], check=True)  # its font list
    files = {path: file_of(published_site, path) for path in SHOWING}
    with ThreadPoolExecutor(2) as pool:
        folders = [tmp_path / str(number) for number in range(len(files))]
        executed = dict(zip(files, pool.map(run, files.values(), folders)))
    assert len(executed) > 8
    for path, cells in executed.items():
        stored = json.loads(files[path].read_text("utf-8"))["cells"]
        drawings = 0
        for number, (before, now) in enumerate(zip(stored, cells, strict=True), start=1):
            text, drawn, others = printed(now)
            if "raises-exception" in before["metadata"].get("tags", ()):
                assert others, f"{path}, cell {number} neither warns nor fails"
                others = []
            assert (text, others) == (printed(before)[0], []), f"{path}, cell {number}"
            assert now.get("execution_count") == before.get("execution_count")
            drawings += drawn
        assert drawings == sum(
            snippet.approved_path(DRAWN).exists() for snippet in SHOWING[path]
        ), path


def test_each_program_stands_in_the_notebook_of_its_page(published_site):
    for path, snippets in SHOWING.items():
        cells = json.loads(file_of(published_site, path).read_text("utf-8"))["cells"]
        sources = ["".join(cell["source"]) for cell in cells]
        for snippet in snippets:
            text = snippet.source.strip().removeprefix("$ python ")
            forms = {text, f"%%writefile {snippet.path.name}\n{text}", f"%run {text}"}
            assert forms & set(sources), f"{path}: {snippet.name}"
