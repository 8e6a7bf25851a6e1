"""Beside each page that shows programs lies a notebook of them, and the check reads it."""

import json

import nbformat
import pytest

from drift.check.document import Document
from drift.check.files import not_given
from drift.page import take_away
from drift.project import project
from tests.guard.small_site import MEAN, site_of

COUNT = "from pathlib import Path\n\nprint(len(Path('pears.csv').read_text().split()))\n"
GREET = "import sys\n\nprint('greets', *sys.argv[1:])\n"
PEARS = """\
---
# A note for authors
title: Pears
---

<!--
# Another one
-->

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
    site.write_all({f"snippets/pears/{name}": text for name, text in PROGRAMS.items()})
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


@pytest.fixture
def found(known):
    """Return what the check says of a page's notebook, and of one beside the page of words."""
    pages = {"pears/index.html": "pears.md", "words/index.html": "words.md"}
    documents = {path: Document(path, "", source) for path, source in pages.items()}

    def found(**files):
        contents = {f"{name}/{name}.ipynb": text.encode() for name, text in files.items()}
        site = site_of(known, files=contents, documents=documents)
        return [str(fault) for fault in not_given(site)]

    return found


def test_a_notebook_that_was_changed_or_is_missing_or_nobodys_is_found(known, found):
    text = written(known, "pears.md")
    assert found(pears=text) == []
    assert "this file is not in the site" in found()[0]
    for before, after in [('"2\\n"', '"3\\n"'), ("other", "another"), ("# Pears", "# 7 pears")]:
        assert before in text
        [fault] = found(pears=text.replace(before, after))
        assert fault.startswith("pears/pears.ipynb: is not what was approved of its page. Build")
    assert "is not what was approved" in found(pears="")[0]
    assert "words/words.ipynb: nothing gives this file" in found(pears=text, words=text)[0]
