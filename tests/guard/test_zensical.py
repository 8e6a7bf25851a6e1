"""The guard under Zensical: the same faults stop it, and the site holds what stands beside a page."""

import re
import shutil

import pytest

from tests.guard.small_site import PAGE, PROJECT
from tests.guard.test_notebook import notebook

NAVIGATION = re.compile(r"^nav:\n.*", re.MULTILINE | re.DOTALL)
PAGES = "nav:\n  - Apples: index.md\n  - Try it: fruit/try.ipynb\n"
SEEN = f"{PAGE}\nSee [the notebook](fruit/try.ipynb).\n"
RUN = "drift.generators.zensical", "site"


@pytest.fixture
def successor(site):
    """A small site with the project's own configuration, to be built by Zensical."""
    configuration = (PROJECT / "mkdocs.yml").read_text("utf-8")
    site.write("mkdocs.yml", NAVIGATION.sub(PAGES, configuration))
    shutil.copytree(PROJECT / "overrides", site.folder / "overrides")
    shutil.copy(PROJECT / "config" / "policy.toml", site.folder)
    site.write("docs/index.md", SEEN)
    site.write("docs/fruit/try.ipynb", notebook("print('pears')", "pears\n"))
    return site


FAULTS = {
    "an output that drifts": (
        {"snippets/mean.out": "mean error 6.66\n"},
        ["docs/index.md, line 5", "prints something else", "-mean error 6.66", "make accept"],
    ),
    "a value that drifts": (
        {"snippets/mean.values": "mean:.2f = 6.66\n"},
        ["docs/index.md, line 3", "the value mean.mean:.2f is 6.67 now; approved was 6.66"],
    ),
    "a value nobody named": (
        {"docs/index.md": SEEN + "\nThe median is `#!value mean.median:.2f`.\n"},
        [
            "docs/index.md, line 11",
            "no single top-level statement of snippets/mean.py names a number 'median'",
        ],
    ),
    "code that is no snippet": (
        {"docs/index.md": SEEN + "\n```python\nprint(7)\n```\n"},
        ["docs/index.md, line 11", "this is not the whole of one snippet"],
    ),
    "a program that nobody shows": (
        {"snippets/pears.py": "print('pears')\n", "snippets/pears.out": "pears\n"},
        ["snippets/pears.py: no page shows it"],
    ),
    "a notebook that drifts": (
        {"docs/fruit/try.ipynb": notebook("print('pears')", "plums\n")},
        ["docs/fruit/try.ipynb: cell 2 gives something else", "-plums", "+pears"],
    ),
    "a program that gives something else again": (
        {"snippets/mean.py": "mean = id(object())\nprint(f'{mean:.2f}')\n"},
        ["docs/index.md", "gives something else when it runs again"],
    ),
}


@pytest.mark.parametrize("files, expected", FAULTS.values(), ids=FAULTS)
def test_a_fault_stops_the_build_and_is_named(successor, files, expected):
    for name, text in files.items():
        successor.write(name, text)
    built = successor.run(*RUN)
    assert built.returncode == 1
    told = built.stderr.rpartition("drift: ")[2]
    for text in expected:
        assert text in told
    assert "Traceback" not in told
    assert not (successor.folder / "site").exists()


def test_a_fault_leaves_the_site_that_was_there_as_it_was(successor):
    successor.write("site/index.html", "yesterday's")
    successor.write("snippets/mean.out", "mean error 6.66\n")
    assert successor.run(*RUN).returncode == 1
    assert successor.read("site/index.html") == "yesterday's"


@pytest.fixture
def built(successor):
    done = successor.run(*RUN)
    assert done.returncode == 0, done.stderr
    return successor


def test_what_it_builds_holds_in_the_same_check(built):
    checked = built.run("drift", "check", "site", "--generator", "zensical")
    assert (checked.returncode, checked.stderr) == (0, "")


def test_what_is_spoilt_after_it_was_built_is_named(built):
    built.write("site/index.html", built.read("site/index.html").replace(">6.67<", ">6.66<"))
    checked = built.run("drift", "check", "site", "--generator", "zensical")
    assert checked.returncode == 1
    assert "index.html" in checked.stderr and "the value 6.66" in checked.stderr


def test_what_its_search_finds_stands_on_the_pages(built):
    built.write(
        "site/search.json", built.read("site/search.json").replace("6.67 apples", "6.66 apples")
    )
    checked = built.run("drift", "check", "site", "--generator", "zensical")
    assert checked.returncode == 1
    assert "search.json: at its start, the search finds what does not stand there" in checked.stderr


def test_the_check_tells_when_another_generator_built_the_site(built):
    checked = built.run("drift", "check", "site")
    assert checked.returncode == 1
    assert "nobody has reviewed the inline script" in checked.stderr


def test_a_notebook_is_a_page_with_its_cells_and_what_they_gave(built):
    page = built.read("site/fruit/try/index.html")
    assert [page.count(text) for text in ("<h1", "'pears'", ">pears\n</pre>")] == [1, 1, 1]
    assert built.read("site/fruit/try/try.ipynb") == built.read("docs/fruit/try.ipynb")
    assert 'href="try.ipynb" download' in page


def test_a_link_to_a_notebook_leads_to_its_page(built):
    assert '<a href="fruit/try/">the notebook</a>' in built.read("site/index.html").replace(
        "./", ""
    )


def test_sources_and_notebooks_lie_beside_the_pages(built):
    assert built.read("site/snippets/mean.py") == built.read("snippets/mean.py")
    assert "mean error 6.67" in built.read("site/index.ipynb")
    assert 'href="index.ipynb" download' in built.read("site/index.html")


def test_the_style_is_published_without_what_only_its_authors_read(built):
    assert "/*" not in built.read("site/assets/site.css")


def test_the_project_is_left_as_it_was(successor):
    def files():
        return {
            path.relative_to(successor.folder).as_posix(): path.read_bytes()
            for path in successor.folder.rglob("*")
            if path.is_file() and ".cache" not in path.parts
        }

    before = files()
    assert successor.run(*RUN).returncode == 0
    assert {name: text for name, text in files().items() if not name.startswith("site/")} == before
