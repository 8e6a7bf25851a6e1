import os
import shutil
import sys

import pytest

from drift.project import project
from drift.project.settings import Settings
from drift.run.runs import Runs
from tests.guard.small_site import ENVIRONMENT, Site
from tests.guard.warm import Python

# Confinement is made of parts of Linux (README): elsewhere a snippet is a plain process, and there
# is nothing to test. Windows has no pipes among files, few may make links, and nothing limits time.
collect_ignore = [] if sys.platform == "linux" else ["test_confinement.py"]
collect_ignore += ["test_odd_files.py", "test_limits.py"] if os.name == "nt" else []


def pytest_collection_modifyitems(items):
    """Mark what runs whole commands on a small site: `make quick` leaves it to `make test`."""
    for item in items:
        if "python" in getattr(item, "fixturenames", ()):
            item.add_marker("builds")


@pytest.fixture(scope="session")
def python():
    """A warm Python for all sites, where there can be one; elsewhere each starts its own."""
    warm = Python(os.environ | ENVIRONMENT) if sys.platform == "linux" else None
    yield warm
    if warm:
        warm.close()


@pytest.fixture
def site(tmp_path, python):
    return Site(tmp_path, python)


@pytest.fixture
def with_notebook(site):
    """A site that shows docs/try.ipynb, which a test writes."""
    site.replace("mkdocs.yml", "[index.md]", "[index.md, try.ipynb]")
    plugin = '{mkdocs-jupyter: {include: ["**/*.ipynb"], include_source: true}}'
    site.replace("mkdocs.yml", "plugins: []", f"plugins: [{plugin}]")
    return site


@pytest.fixture(scope="session")
def answers(tmp_path_factory, python):
    """The cache of the sound site, which was built."""
    sound = Site(tmp_path_factory.mktemp("sound"), python)
    sound.build("--strict")
    return sound.folder / ".cache"


@pytest.fixture
def known(site, answers):
    """A site that was built before: only a program that is changed runs."""
    shutil.copytree(answers, site.folder / ".cache")
    return site


@pytest.fixture
def given(tmp_path):
    """Run the snippets of a project, given as files; return by name what each prints, or why not."""

    def given(files, **settings):
        (tmp_path / "docs").mkdir(exist_ok=True)
        for name, text in files.items():
            (tmp_path / "snippets" / name).parent.mkdir(exist_ok=True)
            (tmp_path / "snippets" / name).write_text(text)
        runs = Runs(tmp_path, Settings(**settings))
        snippets = project.read(tmp_path).snippets
        runs.start(snippets)
        texts = {}
        for snippet in snippets.values():
            outcome = runs.outcome(snippet)
            why = outcome.problem or runs.irreproducible(snippet)
            texts[snippet.name] = why or outcome.printed
        runs.close()
        return texts

    return given


@pytest.fixture(params=["in forks", "in plain processes"])
def either_way(request, monkeypatch):
    """Run snippets as on Linux, and then as elsewhere."""
    if request.param == "in plain processes":
        monkeypatch.setattr("drift.run.launcher.CAN_FORK", False)
