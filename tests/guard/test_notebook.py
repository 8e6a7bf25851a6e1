"""The notebook that a page is gives what it stores; beside each page lies one of its programs."""

import json

import nbformat
import pytest
from nbformat import v4

from drift import accept
from drift.build import Build
from drift.check.document import Document
from drift.check.files import not_given
from drift.fault import FaultsFound
from drift.page import take_away
from drift.project import project
from drift.run.notebook import compare
from tests.guard.small_site import MEAN, project_of, site_of

PAGE = "docs/try.ipynb"


def notebook(source, *outputs):
    cells = [v4.new_markdown_cell("# Try it", id="title")]
    cells += [v4.new_code_cell(source, id="cell", execution_count=1, outputs=[*outputs])]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return nbformat.writes(v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})) + "\n"


def printed(text):
    return v4.new_output("stream", text=text)


def build_of(folder, text, settings=""):
    """Return a build of a project that has one notebook, docs/try.ipynb."""
    files = {"docs__try_ipynb": text, "pyproject_toml": f"[tool.drift]\n{settings}"}
    return Build(project_of(folder, **files))


HTML = v4.new_output("display_data", data={"text/html": "<b>7</b>", "text/plain": "7"})
FAULTS = {
    "a cell that raises": (notebook("1 / 0"), ["cell 2 raises ZeroDivisionError"]),
    "a cell that no Python can read alone": (notebook("sx + 1"), ["cell 2 raises NameError"]),
    "a cell that warns": (notebook("import warnings; warnings.warn('old')"), ["cell 2 writes to standard error"]),
    "what no reader sees": (notebook("print(7)", printed("7\n")).replace('"metadata": {}', '"metadata": {"mean": 6.68}', 1), ["holds what no reader sees", '-    "mean": 6.68']),
    "a cell that prints what nobody sees": (notebook("print('7', end=chr(13))"), ["cell 2 prints the character U+000D. Print only what can be seen"]),
    "a cell that ends the process": (notebook("import os; os._exit(0)"), ["prints nothing and draws nothing"]),
}  # fmt: skip


OWN = {
    "a fence": (("# Try it", "Try it:\\n\\n```math\\nx\\n```"), "docs/try.ipynb, cell 1, line 3: a fence can't stand in a notebook. Put a program into a cell of code."),
    "what nobody sees, in code": (("print(7)", "x = 7\\nprint('\u200b')"), "docs/try.ipynb, cell 2, line 2: holds U+200B (ZERO WIDTH SPACE), which nobody sees. Take it out."),
    "what nobody sees, in text": (("Try it", "Try\\n\u200bit"), "docs/try.ipynb, cell 1, line 2: holds U+200B (ZERO WIDTH SPACE), which nobody sees. Take it out."),
}  # fmt: skip


@pytest.mark.parametrize("change, said", OWN.values(), ids=OWN)
def test_what_is_amiss_in_a_cell_is_named_with_it_before_anything_is_approved(
    tmp_path, change, said
):
    text = notebook("print(7)", printed("6\n"))
    known = project_of(tmp_path, docs__try_ipynb=text.replace(*change))
    (fault,) = known.faults_of_sources
    assert str(fault).startswith(said)
    with pytest.raises(FaultsFound, match="nothing is approved until this is mended"):
        accept.accept(tmp_path)
    assert (tmp_path / PAGE).read_text("utf-8") == text.replace(*change)


IN_A_CELL = {
    "a link": ("[a](gone.md)", "the link gone.md leads nowhere. Mend its name, or put there what it names."),
    "an anchor": ("[a](#gone)", "the link #gone leads to an anchor that is not there. Mend its name."),
    "a picture": ("![a](gone.svg)", "the link gone.svg leads nowhere. Mend its name, or put there what it names."),
    "a mark": ("It holds ✓", "'It holds ✓': ✓ is the mark of a claim. Write `#!holds folder/name.variable`."),
    "a drawn line": ("a <s>,</s>", "<s> without words is a drawn line. Take it out."),
    "a numeral": ("Some 7 apples", "the numeral '7' was typed. Let a cell print it; if no program can give it, put its phrase into numerals.toml, with the reason."),
}  # fmt: skip


def test_what_is_wrong_on_its_finished_page_is_named_with_its_cell(with_notebook):
    texts = [text for text, _ in IN_A_CELL.values()]
    cells = [v4.new_markdown_cell(text, id=f"a{at}") for at, text in enumerate(texts)]
    code = json.loads(notebook("print(7)", printed("7\n")))
    code["cells"] += cells
    with_notebook.write(PAGE, nbformat.writes(nbformat.from_dict(code)) + "\n")
    with_notebook.build("--site-dir", ".build/site")
    found = with_notebook.done("drift", "check", ".build/site", code=1).splitlines()
    for at, (_, said) in enumerate(IN_A_CELL.values(), start=3):
        assert f"drift: {PAGE}, cell {at}: {said}" in found
    assert len(found) == len(IN_A_CELL) + 1


STORED = {
    "a traceback in colours": v4.new_output("error", ename="E", evalue="", traceback=["\x1b[31mE"]),
    "a bar that grew": printed("1%\r100%\r"),
    "what nobody sees in HTML": v4.new_output("display_data", data={"text/html": "\u200b"}),
}  # fmt: skip


@pytest.mark.builds
@pytest.mark.parametrize("output", STORED.values(), ids=STORED)
def test_whatever_a_notebook_stores_accept_replaces_it(tmp_path, output):
    text = notebook("print(7)", output)
    build = build_of(tmp_path, text)
    assert build.project.faults_of_sources == () and [*build.faults_of_notebook("try.ipynb")]
    build.runs.close()
    assert accept.accept(tmp_path) == 0
    assert (tmp_path / PAGE).read_text("utf-8") == notebook("print(7)", printed("7\n"))


@pytest.mark.builds
def test_a_cell_that_prints_what_nobody_sees_is_not_approved(tmp_path, capsys):
    text = notebook("print(7, end=chr(13))")
    project_of(tmp_path, docs__try_ipynb=text)
    assert accept.accept(tmp_path) == 1
    said = "drift: not approved: docs/try.ipynb cell 2 prints the character U+000D. Print only"
    assert capsys.readouterr().err.startswith(said)
    assert (tmp_path / PAGE).read_text("utf-8") == text


def test_html_that_a_notebook_stores_is_refused_and_its_cell_is_named():
    with pytest.raises(ValueError, match="cell 2 stores HTML or a picture"):
        compare(notebook("7", HTML), notebook("7"), "try.ipynb")


DRAWS = (
    "from matplotlib import pyplot as plt\nfig, ax = plt.subplots()\nfrom_line = ax.plot([1, 2])\n"
)
PICTURES = {
    "shown": "plt.show()",
    "shown and closed": "plt.show()\nplt.close()",
    "not shown": "print(7)",
    "a value": "plt.close()\nfig",
}  # fmt: skip


@pytest.mark.builds
@pytest.mark.parametrize("program", ["print(1)\n", "import matplotlib.pyplot\nprint(1)\n"])
def test_a_picture_is_refused_whether_or_not_a_program_of_the_site_draws_too(tmp_path, program):
    texts = {f"docs__{at}_ipynb": notebook(DRAWS + end) for at, end in enumerate(PICTURES.values())}
    build = Build(project_of(tmp_path, snippets__mean_py=program, **texts))
    said = {how: list(build.faults_of_notebook(f"{at}.ipynb")) for at, how in enumerate(PICTURES)}
    build.runs.close()
    for how, (fault,) in said.items():
        first = fault.message.splitlines()[0]  # behind which stands what a cold Matplotlib writes
        assert first == "cell 2 gives HTML or a picture. Let it print text.", (how, fault)


@pytest.mark.builds
def test_a_cell_of_a_notebook_that_fails_or_gives_something_else_again_is_named(tmp_path):
    once = {"once": (notebook("import random; random.random()"), [])}
    texts = {f"docs__{at}_ipynb": text for at, (text, _) in enumerate((FAULTS | once).values())}
    build = Build(project_of(tmp_path, **texts))
    for at, (what, (_, expected)) in enumerate(FAULTS.items()):
        (fault,) = build.faults_of_notebook(f"{at}.ipynb")
        assert all(words in fault.message for words in expected), (what, fault)
    (fault,) = build.irreproducible()
    build.runs.close()
    assert fault.path == f"docs/{len(FAULTS)}.ipynb"
    assert "a random number that has no seed" in fault.message
    assert "It calls random()." in fault.message


def test_a_notebook_that_drifts_stops_the_build_until_what_it_gives_is_accepted(with_notebook):
    site = with_notebook
    site.write(PAGE, notebook("print(7)", printed("6\n")))
    built = site.refused("-q")
    for words in [PAGE, "cell 2 gives something else", "-6", "+7", "make accept"]:
        assert words in built
    accepted = site.accept()
    assert '6\\n"' in accepted and '7\\n"' in accepted
    assert json.loads(site.read(PAGE))["cells"][1]["outputs"][0]["text"] == ["7\n"]
    site.make_build()
    assert (site.folder / "site/try/try.ipynb").exists()
    site.replace("site/try/index.html", "</article>", '<a href="gone.html">a</a></article>')
    checked = site.done("drift", "check", "site", code=1)
    assert "try/index.html" in checked and "gone.html leads nowhere" in checked


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
