"""Beside each page that shows programs lies a notebook of them, and the check reads it."""

import json

import nbformat
import pytest

from drift.build import Build
from drift.check import given
from drift.check.document import Document
from drift.page import take_away
from drift.project import project
from drift.project.snippet import Snippet
from drift.run import notebook
from tests.guard.small_site import CONFIGURATION, FENCE, MEAN, PAGE, project_of, site_of

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
PROGRAMS = {
    "count.py": COUNT,
    "count.out": "2\n",
    "greet.py": GREET,
    "greet.out": "greets\n",
    "greet.console": "$ python greet.py hello\n",
    "greet.console.out": "greets hello\n",
    "other.py": "print('other')\n",
    "other.out": "other\n",
    "pears.csv": "a\nb\n",
}


@pytest.fixture
def known(site):
    """The project of a small site with a page of pears, its programs, and a page of words."""
    site.write("docs/pears.md", PEARS)
    site.write("docs/words.md", "# Words\n\nNone.\n")
    for name, text in PROGRAMS.items():
        site.write(f"snippets/pears/{name}", text)
    return project.read(site.folder)


def written(known, page, address=""):
    return take_away.written(known.pages[page], known, address)


def told(cell):
    outputs = cell.get("outputs", [])
    return "".join(cell["source"]), "".join(outputs[0]["text"]) if outputs else None


def test_it_holds_the_programs_with_their_data_and_what_was_approved_in_the_pages_order(known):
    notebook = json.loads(written(known, "pears.md", "https://pages.example/pears/"))
    nbformat.validate(nbformat.from_dict(notebook))
    assert [told(cell) for cell in notebook["cells"]] == CELLS
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert all(output["name"] == "stdout" for cell in code for output in cell["outputs"])


def test_without_an_address_it_names_none_and_a_page_without_programs_has_none(known):
    cells = json.loads(written(known, "index.md"))["cells"]
    assert told(cells[0])[0] == f"# Apples\n\nThe programs of one page, {HOW}"
    assert told(cells[2]) == (MEAN.rstrip(), "mean error 6.67\n")
    assert written(known, "words.md") == ""


@pytest.mark.parametrize("flat", [False, True], ids=["folders", "files"])
def test_it_lies_beside_its_page_which_links_to_it(site, flat):
    pages = f"nav: [index.md, pears.md, words.md]\nuse_directory_urls: {str(not flat).lower()}"
    site.write("mkdocs.yml", CONFIGURATION.replace("nav: [index.md]", pages))
    site.write("docs/pears.md", f"# Pears\n\n`#!value mean.mean:.2f`\n\n{FENCE}")
    site.write("docs/words.md", "# Words\n\nNone.\n")
    assert site.build("--strict").returncode == 0
    place, rest = ("site/", ".html") if flat else ("site/pears/", "/index.html")
    assert 'href="pears.ipynb" download' in site.read(f"site/pears{rest}")
    assert "mean error 6.67" in site.read(f"{place}pears.ipynb")
    assert 'href="index.ipynb" download' in site.read("site/index.html")
    assert ".ipynb" not in site.read(f"site/words{rest}")
    assert len(list(site.folder.glob("site/**/*.ipynb"))) == 2


def changed(cells, at, source=None, printed=None):
    if source:
        cells[at]["source"] = [source]
    if printed:
        cells[at]["outputs"][0]["text"] = [printed]
    return cells


FAULTS = {
    "a changed number": (lambda cells: changed(cells, 3, printed="3\n"), "cell 4 is not what was approved"),
    "a changed program": (lambda cells: changed(cells, 10, source="print('another')"), "cell 11 is not what was approved"),
    "changed data": (lambda cells: changed(cells, 2, source="%%writefile pears.csv\na"), "cell 3 is not what was approved"),
    "a typed result": (lambda cells: changed(cells, 0, source="# 7 pears"), "cell 1 is not what was approved"),
    "a cell too few": (lambda cells: cells[:-1], "cell 11 is not what was approved: it is missing"),
    "a cell too many": (lambda cells: [*cells, cells[0] | {"id": "more"}], "cell 12 is not what was approved: it is too much"),
}  # fmt: skip


@pytest.fixture
def found(known):
    """Return what the check says of a page's notebook, and of one beside the page of words."""
    pages = {"pears/index.html": "pears.md", "words/index.html": "words.md"}
    documents = {path: Document(path, "", source) for path, source in pages.items()}

    def found(**files):
        contents = {f"{name}/{name}.ipynb": text.encode() for name, text in files.items()}
        site = site_of(known, files=contents, documents=documents)
        return [str(fault) for fault in given.faults(site)]

    return found


@pytest.mark.parametrize("change, expected", FAULTS.values(), ids=FAULTS)
def test_a_notebook_that_was_changed_is_found_with_its_first_cell(known, found, change, expected):
    notebook = json.loads(written(known, "pears.md"))
    spoilt = json.dumps(notebook | {"cells": change(notebook["cells"])})
    [fault] = found(pears=spoilt)
    assert fault.startswith(f"pears/pears.ipynb: {expected}") and "make build" in fault


def test_a_notebook_that_is_missing_or_broken_or_nobodys_is_found(known, found):
    text = written(known, "pears.md")
    assert found(pears=text) == []
    assert "this notebook is not in the site" in found()[0]
    assert "it is no notebook" in found(pears="")[0]
    assert "it is not written as" in found(pears=text + "\n")[0]
    assert "words/words.ipynb: no page gives this notebook" in found(pears=text, words=text)[0]


def test_a_number_that_drifts_in_a_program_reaches_no_notebook(site):
    site.write("docs/index.md", PAGE)
    site.write("snippets/mean.out", "mean error 7.00\n")
    assert site.build().returncode == 1
    assert not list(site.folder.rglob("*.ipynb"))


AFRESH = {
    "options.console": ("$ python options.py\n", "[0.2]\n"),
    "sum.py": ("sum = 15\nprint(sum)\n", "15\n"),
    "adds.py": ("print(sum([1, 2]))\n", "3\n"),
    "options.py": ("import numpy as np\nnp.set_printoptions(precision=1)\nprint(np.array([0.25]))\n", "[0.2]\n"),
    "prints.py": ("import numpy as np\nprint(np.array([0.25]))\n", "[0.25]\n"),
    "file.py": ("from pathlib import Path\nprint(Path(__file__).name)\n", "file.py\n"),
    "waits.py": ("import asyncio\nasync def one():\n    return 1\nprint(asyncio.run(one()))\n", "1\n"),
    "seeds.py": ("import random\nrandom.seed(7)\nprint('seeded')\n", "seeded\n"),
}  # fmt: skip


def test_each_program_begins_afresh_in_a_notebook_too(tmp_path):
    files = {f"snippets__{name.replace('.', '_')}": text for name, (text, _) in AFRESH.items()}
    for name, (_, text) in AFRESH.items():
        files[f"snippets__{name.removesuffix('.py')}_out"] = text
    fences = [FENCE.replace("mean.py", name) for name in AFRESH]
    files["docs__index_md"] = "\n".join([fences[0].replace("python", "console"), *fences[1:]])
    build = Build(project_of(tmp_path, **files))
    text = written(build.project, "index.md")
    ran = build.runs.run(notebook.session(build.project.docs, "index.ipynb", text)).result()
    assert [*build.irreproducible()] == []
    build.runs.close()
    assert not ran.problem
    notebook.compare(text, ran.printed, "index.ipynb")
    sources = ["".join(cell["source"]) for cell in json.loads(text)["cells"]]
    assert "print(sum([1, 2]))" in sources and AFRESH["prints.py"][0].rstrip() in sources


CHANGES = {
    "sum = 15": True, "def max(): pass": True, "import numpy as np\nnp.random.seed(7)": True,
    "import numpy as np\nold = np.seterr(all='ignore')": True, "import os\nos.environ['A'] = '1'": True,
    "import matplotlib.pyplot as plt\nplt.rcParams['lines.linewidth'] = 2": True,
    "import matplotlib.pyplot as plt\nplt.plot([1])\nplt.title('x')\nplt.show()": False,
    "x = [1]\nx.append(2)\nx[0] = 3\nprint(x)": False,
    "import numpy as np\nx = np.zeros(2)\nx[0] = 1\nprint(np.sum(x))": False,
}  # fmt: skip


@pytest.mark.parametrize("program, expected", CHANGES.items())
def test_what_changes_python_for_those_behind_it_is_known(tmp_path, program, expected):
    assert take_away.changes_python(Snippet(tmp_path, "a.py", program)) == expected
