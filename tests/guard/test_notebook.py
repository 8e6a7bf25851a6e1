"""A notebook runs while the site is built, and gives what it stores."""

import json

import pytest

from drift.run.notebook import written

PAGE = "docs/try.ipynb"


def notebook(source, printed="", output=None):
    outputs = [output] if output else []
    if printed:
        outputs = [{"name": "stdout", "output_type": "stream", "text": [printed]}]
    cells = [
        {"cell_type": "markdown", "id": "title", "metadata": {}, "source": ["# Try it"]},
        {
            "cell_type": "code",
            "execution_count": 1,
            "id": "cell",
            "metadata": {},
            "outputs": outputs,
            "source": [source],
        },
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return written(
        {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    )


HTML = {
    "output_type": "display_data",
    "metadata": {},
    "data": {"text/html": "<b>7</b>", "text/plain": "7"},
}
FAULTS = {
    "another number than stored": (notebook("print(7)", "6\n"), ["cell 2 gives something else", "-6", "+7", "make accept"]),
    "nothing stored": (notebook("print(7)"), ["cell 2 gives something else", "+7"]),
    "a cell that raises": (notebook("1 / 0"), ["cell 2 raises ZeroDivisionError"]),
    "a cell that warns": (notebook("import warnings; warnings.warn('old')"), ["cell 2 writes to standard error"]),
    "a cell that ends the kernel": (notebook("import os; os._exit(0)"), ["could not be run"]),
    "stored HTML": (notebook("7", output=HTML), ["cell 2 stores HTML or a picture"]),
}  # fmt: skip


@pytest.fixture
def with_notebook(site):
    configuration = site.read("mkdocs.yml").replace("[index.md]", "[index.md, try.ipynb]")
    plugin = '{mkdocs-jupyter: {include: ["**/*.ipynb"], include_source: true}}'
    site.write("mkdocs.yml", configuration.replace("plugins: []", f"plugins: [{plugin}]"))
    return site


@pytest.mark.parametrize("flags", [("--strict",), ("-q",)], ids=" ".join)
@pytest.mark.parametrize("text, expected", FAULTS.values(), ids=FAULTS)
def test_a_notebook_that_drifts_stops_the_build(with_notebook, text, expected, flags):
    with_notebook.write(PAGE, text)
    built = with_notebook.build(*flags)
    said = built.stdout + built.stderr
    assert built.returncode == 1, said
    assert not with_notebook.published
    for words in [PAGE, *expected]:
        assert words in said


def test_a_broken_link_in_a_notebook_stops_the_build(with_notebook):
    text = notebook("print(7)", "7\n").replace("# Try it", "# Try it [more](gone.html)")
    with_notebook.write(PAGE, text)
    built = with_notebook.make_build()
    assert built.returncode == 1
    assert "try/index.html" in built.stderr and "gone.html leads nowhere" in built.stderr
    assert not with_notebook.published


def test_accepting_stores_what_the_notebook_gives_and_the_site_is_built(with_notebook):
    with_notebook.write(PAGE, notebook("print(7)", "6\n"))
    accepted = with_notebook.run("drift", "accept")
    assert accepted.returncode == 0, accepted.stderr
    assert '6\\n"' in accepted.stdout and '7\\n"' in accepted.stdout
    assert json.loads(with_notebook.read(PAGE))["cells"][1]["outputs"][0]["text"] == ["7\n"]
    assert with_notebook.make_build().returncode == 0
    assert (with_notebook.folder / "site/try/try.ipynb").exists()
