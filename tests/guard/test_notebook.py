"""A notebook runs while the site is built, and gives what it stores."""

import json

import nbformat
import pytest
from nbformat import v4

from drift.build import Build
from drift.run.notebook import compare
from tests.guard.small_site import project_of

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
    "a cell that ends the process": (notebook("import os; os._exit(0)"), ["prints nothing and draws nothing"]),
}  # fmt: skip


def test_html_that_a_notebook_stores_is_refused_and_its_cell_is_named():
    with pytest.raises(ValueError, match="cell 2 stores HTML or a picture"):
        compare(notebook("7", HTML), notebook("7"), "try.ipynb")


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
