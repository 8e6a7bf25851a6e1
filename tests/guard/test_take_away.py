"""Beside each page that shows programs lies a notebook of them, and the check reads it."""

import json

import nbformat
import pytest
from bs4 import BeautifulSoup

from drift.check import site as finished
from tests.guard.small_site import CONFIGURATION, FENCE, MEAN, PAGE, Site

COUNT = "from pathlib import Path\n\nprint(len(Path('pears.csv').read_text().split()))\n"
GREET = "import sys\n\nprint('greets', *sys.argv[1:])\n"
PEARS = """\
---
title: Pears
---

# Pears, [counted](index.md) { .big }

```python
--8<-- "pears/count.py"
```

## In a terminal

??? example "A greeting"
    ```console
    --8<-- "pears/greet.console"
    ```

    ```python
    --8<-- "pears/greet.py"
    ```

Behind the box.

```python
--8<-- "pears/other.py"
```
"""
HOW = "with what they printed. Run the cells from the first to the last, in an empty folder."
CELLS = [
    (f"# Pears, counted\n\nThe programs of <https://pages.example/pears/>, {HOW}", None),
    ("`pears/count.py`", None),
    ("%%writefile pears.csv\na\nb", "Writing pears.csv\n"),
    (COUNT.rstrip(), "2\n"),
    ("## In a terminal\n\n**A greeting**", None),
    (f"%%writefile greet.py\n{GREET.rstrip()}", "Writing greet.py\n"),
    ("%run greet.py hello", "greets hello\n"),
    ("`pears/greet.py`", None),
    ("%run greet.py", "greets\n"),
    ("`pears/other.py`", None),
    ("print('other')", "other\n"),
]
NOTEBOOK = "site/pears/pears.ipynb"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A site of three pages, one without a program, built once."""
    site = Site(tmp_path_factory.mktemp("take_away"))
    pages = "nav: [index.md, pears.md, words.md]\nsite_url: https://pages.example/"
    site.write("mkdocs.yml", CONFIGURATION.replace("nav: [index.md]", pages))
    site.write("docs/pears.md", PEARS)
    site.write("docs/words.md", "# Words\n\nNone.\n")
    for name, text in {
        "count.py": COUNT,
        "greet.py": GREET,
        "greet.console": "$ python greet.py hello\n",
        "other.py": "print('other')\n",
    }.items():
        site.write(f"snippets/pears/{name}", text)
    site.write_table("snippets/pears/pears.csv", "a\nb\n")
    accepted = site.run("drift", "accept")
    assert accepted.returncode == 0, accepted.stderr
    done = site.make_build()
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def told(cell):
    outputs = cell.get("outputs", [])
    return "".join(cell["source"]), "".join(outputs[0]["text"]) if outputs else None


def test_it_holds_the_programs_with_their_data_and_what_was_approved_in_the_pages_order(made):
    notebook = json.loads(made.read(NOTEBOOK))
    nbformat.validate(nbformat.from_dict(notebook))
    assert [told(cell) for cell in notebook["cells"]] == CELLS
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert all(output["name"] == "stdout" for cell in code for output in cell["outputs"])


def test_a_page_links_to_its_notebook_and_a_page_without_programs_to_none(made):
    for page, expected in (
        ("index", "index.ipynb"),
        ("pears/index", "pears.ipynb"),
        ("words/index", None),
    ):
        html = BeautifulSoup(made.read(f"site/{page}.html"), "html.parser")
        link = html.find("a", string="Download this page as a notebook (.ipynb)")
        assert (link and link["href"]) == expected
    assert not (made.folder / "site/words/words.ipynb").exists()


def test_without_an_address_and_where_pages_are_files_it_lies_beside_the_page(site):
    flat = f"{CONFIGURATION}use_directory_urls: false\nsite_url: ''\n"
    site.write("mkdocs.yml", flat.replace("nav: [index.md]", "nav: [index.md, pears.md]"))
    site.write("docs/pears.md", f"# Pears\n\n`#!value mean.mean:.2f`\n\n{FENCE}")
    done = site.make_build()
    assert done.returncode == 0, done.stdout + done.stderr
    cells = json.loads(site.read("site/pears.ipynb"))["cells"]
    assert told(cells[0])[0] == f"# Pears\n\nThe programs of one page, {HOW}"
    assert told(cells[2]) == (MEAN.rstrip(), "mean error 6.67\n")
    assert 'href="pears.ipynb"' in site.read("site/pears.html")


def changed(cells, at, source=None, printed=None):
    if source:
        cells[at]["source"] = [source]
    if printed:
        cells[at]["outputs"][0]["text"] = [printed]
    return cells


FAULTS = {
    "a changed number": (lambda cells: changed(cells, 3, printed="3\n"), "cell 4 is not what was approved", "3"),
    "a changed program": (lambda cells: changed(cells, 10, source="print('another')"), "cell 11 is not what", "another"),
    "changed data": (lambda cells: changed(cells, 2, source="%%writefile pears.csv\na"), "cell 3 is not what", "pears.csv"),
    "a typed result": (lambda cells: changed(cells, 0, source="# 7 pears"), "cell 1 is not what", "7 pears"),
    "a cell too few": (lambda cells: cells[:-1], "cell 11 is not what was approved: it is missing", "index"),
    "a cell too many": (lambda cells: [*cells, cells[0] | {"id": "more"}], "cell 12 is not what was approved: it is too much", ""),
}  # fmt: skip


@pytest.mark.parametrize("change, expected, there", FAULTS.values(), ids=FAULTS)
def test_a_notebook_that_was_changed_is_found_with_file_and_cell(made, change, expected, there):
    text = made.read(NOTEBOOK)
    notebook = json.loads(text)
    made.write(NOTEBOOK, json.dumps(notebook | {"cells": change(notebook["cells"])}))
    said = list(finished.faults(made.folder, made.folder / "site"))
    made.write(NOTEBOOK, text)
    assert len(said) == 1 and said[0].startswith(f"pears/pears.ipynb: {expected}"), said
    assert "make build" in said[0]


def test_a_notebook_that_is_missing_or_broken_or_nobodys_is_found(made):
    text = made.read(NOTEBOOK)
    for content, expected in (("", "it is no notebook"), (text + "\n", "it is not written as")):
        made.write(NOTEBOOK, content)
        assert expected in "".join(finished.faults(made.folder, made.folder / "site"))
    (made.folder / NOTEBOOK).rename(made.folder / "site/words/words.ipynb")
    said = "\n".join(finished.faults(made.folder, made.folder / "site"))
    (made.folder / "site/words/words.ipynb").unlink()
    made.write(NOTEBOOK, text)
    assert "pears/pears.ipynb: this notebook is not in the site" in said
    assert "words/words.ipynb: no page gives this notebook" in said


def test_a_number_that_drifts_in_a_program_reaches_no_notebook(site):
    site.write("docs/index.md", PAGE)
    site.write("snippets/mean.out", "mean error 7.00\n")
    assert site.make_build().returncode == 1
    assert not list(site.folder.rglob("*.ipynb"))
