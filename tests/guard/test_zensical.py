"""The guard under Zensical: the same faults stop it, and the site holds what stands beside a page."""

import re
import shutil

import pytest

from tests.guard.small_site import PAGE, PROJECT, Site, Spoiled
from tests.guard.test_notebook import notebook, printed

NAVIGATION = re.compile(r"^nav:\n.*", re.MULTILINE | re.DOTALL)
PAGES = "nav:\n  - Apples: index.md\n  - Try it: fruit/try.ipynb\n"
SEEN = f"{PAGE}\nSee [the notebook](fruit/try.ipynb).\n"
RUN = "drift.generators.zensical", "site"
SPOILT = {
    "search.json": ("6.67 apples", "6.66 apples", "the search finds what does not stand there"),
    "index.html": (">6.67<", ">6.66<", "the value 6.66"),
}


def successor(site: Site) -> Site:
    """Give a small site the project's own configuration, to be built by Zensical."""
    configuration = (PROJECT / "mkdocs.yml").read_text("utf-8")
    site.write("mkdocs.yml", NAVIGATION.sub(PAGES, configuration))
    shutil.copytree(PROJECT / "overrides", site.folder / "overrides")
    site.write("docs/index.md", SEEN)
    site.write("docs/fruit/try.ipynb", notebook("print('pears')", printed("pears\n")))
    return site


def contents(folder):
    files = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


DRIFTED = {"snippets/mean.out": "mean error 6.66\n"}
OF_FILES = {
    "docs/index.md": f'{SEEN}\n```python\nprint(7)\n```\n\n```bash exec="yes"\ntouch ran\n```\n',
    "snippets/pears.py": "print('pears')\n",
    "snippets/pears.out": "pears\n",
    "docs/fruit/try.ipynb": notebook("print('pears')", printed("plums\n")),
}
FAULTS = {
    "an output that drifts": (DRIFTED, ["docs/index.md, line 5", "prints something else", "-mean error 6.66", "make accept"]),
    "a value that drifts": ({"snippets/mean.values": "mean:.2f = 6.66\n"}, ["docs/index.md, line 3", "the value mean.mean:.2f is 6.67 now; approved was 6.66"]),
    "code, a program and a notebook": (OF_FILES, ["docs/index.md, line 11: this is not the whole of one snippet", "docs/index.md, line 15: this is not a fence of this site", "docs/fruit/try.ipynb: cell 2 gives something else", "-plums", "+pears"]),
    "a program that gives something else again": ({"snippets/mean.py": "mean = id(object())\nprint(f'{mean:.2f}')\n"}, ["docs/index.md", "gives something else when it runs again"]),
}  # fmt: skip


@pytest.mark.parametrize("files, expected", FAULTS.values(), ids=FAULTS)
def test_a_fault_stops_the_build_is_named_and_the_site_stays(site, built, files, expected):
    successor(site).write("site/index.html", "yesterday's")
    shutil.copytree(built.folder / ".cache", site.folder / ".cache")  # only what changed runs again
    site.write_all(files)
    message = site.done(*RUN, code=1).rpartition("drift: ")[2]
    assert all(text in message for text in expected), message
    assert "Traceback" not in message
    assert contents(site.folder / "site") == {"index.html": b"yesterday's"}


@pytest.fixture(scope="module")
def built(tmp_path_factory, python):
    site = successor(Site(tmp_path_factory.mktemp("zensical"), python))
    before = contents(site.folder)
    site.done(*RUN)
    after = contents(site.folder)
    assert {name: after[name] for name in after if not name.startswith("site/")} == before
    return site


def test_what_it_builds_holds_in_the_same_check_and_is_known_as_its_own(built, tmp_path):
    sound = Spoiled(built, tmp_path, is_cut=True, generator="zensical")
    assert sound.faults() == []
    for name, (before, after, expected) in SPOILT.items():
        sound.replace(name, before, after)
        assert any(expected in fault for fault in sound.faults()), name
    licence = "assets/javascripts/LICENSE: nothing gives this file"
    assert licence in built.done("drift", "check", "site", code=1)


def test_a_notebook_is_a_page_with_its_cells_and_what_they_gave(built):
    page = built.read("site/fruit/try/index.html")
    assert [page.count(text) for text in ("<h1", "'pears'", ">pears\n</pre>")] == [1, 1, 1]
    assert built.read("site/fruit/try/try.ipynb") == built.read("docs/fruit/try.ipynb")
    assert 'href="try.ipynb" download' in page
    home = built.read("site/index.html").replace("./", "")
    assert '<a href="fruit/try/">the notebook</a>' in home


def test_sources_notebooks_and_short_styles_lie_beside_the_pages(built):
    assert built.read("site/snippets/mean.py") == built.read("snippets/mean.py")
    assert "mean error 6.67" in built.read("site/index.ipynb")
    assert 'href="index.ipynb" download' in built.read("site/index.html")
    assert "/*" not in built.read("site/assets/site.css")
