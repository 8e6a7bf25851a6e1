"""What the tests of the mathematics look at: a snippet's variables, and the text of a page."""

import runpy

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import PROJECT


@pytest.fixture
def numbers(monkeypatch):
    """Run a snippet, given as `folder/name`, without drawing; return its variables."""

    def run(name):
        import matplotlib.pyplot as plt

        program = PROJECT / "snippets" / f"{name}.py"
        monkeypatch.setattr(plt, "show", lambda: plt.close("all"))
        monkeypatch.chdir(program.parent)  # where its data lies
        return runpy.run_path(str(program))

    monkeypatch.setenv("MPLBACKEND", "agg")
    return run


@pytest.fixture(scope="session")
def text_of(published_site):
    """Return the text of a page of the built site, given as `folder/name`, in single spaces."""

    def read(page):
        html = (published_site / page / "index.html").read_text("utf-8")
        return " ".join(LexborHTMLParser(html).css_first("article").text().split())

    return read
