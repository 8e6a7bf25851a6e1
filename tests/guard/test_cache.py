"""What an earlier build found out is used only where everything that could change it is the same."""

import json
import os
import sys

import pytest

from drift.build import Workshop
from drift.run import cache
from drift.run.cache import FILE, Cache, surroundings
from drift.run.launcher import Launcher
from tests.guard.small_site import FENCE


def fresh_runs(site, monkeypatch):
    """Build the site's snippets; return the names of those that really ran."""
    ran = []
    send = Launcher.send
    monkeypatch.setattr(
        Launcher, "send", lambda self, snippet: ran.append(snippet.name) or send(self, snippet)
    )
    work = Workshop(site.folder).start()
    for snippet in work.snippets.by_name.values():
        work.sound(snippet)
    assert list(work.runs.unsteady()) == []
    work.runs.keep()
    work.runs.close()
    monkeypatch.setattr(Launcher, "send", send)
    return sorted(set(ran))


@pytest.fixture
def warm_site(site, monkeypatch):
    """A site with two programs and a session, and all that they gave in its cache."""
    site.write("snippets/other.py", "print('other')\n")
    site.write(
        "snippets/data/read.py", "import pathlib\nprint(pathlib.Path('harvest.csv').read_text())\n"
    )
    site.write_table("snippets/data/harvest.csv", "100\n")
    site.write("snippets/session/program.py", "import sys\nprint('program', sys.argv[1:])\n")
    site.write("snippets/session/run.console", "$ python program.py 7\n")
    everything = [
        "data/read.py",
        "mean.py",
        "other.py",
        "session/program.py",
        "session/run.console",
    ]
    assert fresh_runs(site, monkeypatch) == everything
    assert fresh_runs(site, monkeypatch) == []
    site.everything = everything
    return site


CHANGED_FILES = {
    "the program": ("snippets/mean.py", ["mean.py"]),
    "the data it reads": ("snippets/data/harvest.csv", ["data/read.py"]),
    "new data beside it": ("snippets/data/more.csv", ["data/read.py"]),
    "the program of a session": (
        "snippets/session/program.py",
        ["session/program.py", "session/run.console"],
    ),
    "the command of a session": ("snippets/session/run.console", ["session/run.console"]),
}


@pytest.mark.parametrize("file, expected", CHANGED_FILES.values(), ids=CHANGED_FILES)
def test_what_reads_a_changed_file_runs_again_and_nothing_else(
    warm_site, monkeypatch, file, expected
):
    before = warm_site.read(file) if (warm_site.folder / file).exists() else ""
    after = before.replace(" 7", " 8") if file.endswith(".console") else before + "\n"
    warm_site.write(file, after)
    assert fresh_runs(warm_site, monkeypatch) == expected
    assert fresh_runs(warm_site, monkeypatch) == []


def test_a_changed_style_of_figures_runs_everything_again(warm_site, monkeypatch):
    warm_site.write("pyproject.toml", '[tool.drift]\nfigure_style = "style"\n')
    warm_site.write("style", "lines.linewidth: 2\n")
    assert fresh_runs(warm_site, monkeypatch) == warm_site.everything
    warm_site.write("style", "lines.linewidth: 3\n")
    assert fresh_runs(warm_site, monkeypatch) == warm_site.everything
    assert fresh_runs(warm_site, monkeypatch) == []


CHANGED_SURROUNDINGS = {
    "the guard itself": lambda patch, folder: patch.setattr(cache, "_OUR_CODE", "another"),
    "the interpreter": lambda patch, folder: patch.setattr(sys, "version", "3.99"),
    "where the interpreter lies": lambda patch, folder: patch.setattr(sys, "prefix", "/elsewhere"),
    "the system": lambda patch, folder: patch.setattr(
        cache.os, "uname", lambda: ("Linux", "name", "9.99", "#1", "x86_64")
    ),
    "an installed version": lambda patch, folder: patch.syspath_prepend(
        (folder / "numpy-9.9.dist-info").mkdir() or folder
    ),
}


@pytest.mark.parametrize("change", CHANGED_SURROUNDINGS.values(), ids=CHANGED_SURROUNDINGS)
def test_in_changed_surroundings_everything_runs_again(
    warm_site, monkeypatch, tmp_path_factory, change
):
    with monkeypatch.context() as patch:
        change(patch, tmp_path_factory.mktemp("packages"))
        assert fresh_runs(warm_site, monkeypatch) == warm_site.everything


def test_under_serve_nothing_of_other_surroundings_survives(site, monkeypatch):
    first = Workshop(site.folder).start()
    assert list(first.runs.unsteady()) == []
    ran = []
    send = Launcher.send
    monkeypatch.setattr(
        Launcher, "send", lambda self, snippet: ran.append(snippet.name) or send(self, snippet)
    )
    Workshop(site.folder).start(first.runs)
    assert list(first.runs.unsteady()) == [] and ran == []
    monkeypatch.setattr(cache, "_OUR_CODE", "another")
    Workshop(site.folder).start(first.runs)
    assert list(first.runs.unsteady()) == []
    first.runs.close()
    assert set(ran) == {"mean.py"}


def test_a_package_that_is_installed_again_under_its_version_changes_the_surroundings(
    tmp_path, monkeypatch
):
    record = tmp_path / "numpy-9.9.dist-info" / "RECORD"
    record.parent.mkdir()
    record.write_text("numpy/__init__.py,sha256=1,1\n")
    monkeypatch.syspath_prepend(tmp_path)
    before = surroundings()
    assert before == surroundings()
    os.utime(record, (1, 1))
    assert before != surroundings()


def test_what_fails_or_changes_from_run_to_run_is_not_kept(site, monkeypatch):
    site.write("snippets/fails.py", "raise ValueError('no')\n")
    site.write("snippets/random.py", "import random\nprint(random.random())\n")
    work = Workshop(site.folder).start()
    assert [snippet.name for snippet, _ in work.runs.unsteady()] == ["random.py"]
    work.runs.keep()
    work.runs.close()
    work = Workshop(site.folder).start()
    kept = {name for name, task in work.runs._tasks.items() if task.is_kept}
    work.runs.close()
    assert kept == {"mean.py"}


def test_nothing_is_kept_where_a_snippet_could_read_other_files(site, monkeypatch):
    monkeypatch.setattr("drift.run.launcher.CAN_FORK", False)
    assert fresh_runs(site, monkeypatch) == ["mean.py"]
    assert fresh_runs(site, monkeypatch) == ["mean.py"]


def test_the_job_that_publishes_uses_no_cache(warm_site, monkeypatch):
    before = warm_site.read(FILE.as_posix())
    monkeypatch.setenv("DRIFT_CACHE", "off")
    assert fresh_runs(warm_site, monkeypatch) == warm_site.everything
    assert warm_site.read(FILE.as_posix()) == before


@pytest.mark.parametrize("text", ["", "{", "[]", '{"answers": {}}', '{"surroundings": 1}'])
def test_a_file_that_was_cut_off_is_no_answer(warm_site, monkeypatch, text):
    warm_site.write(FILE.as_posix(), text)
    assert fresh_runs(warm_site, monkeypatch) == warm_site.everything
    assert fresh_runs(warm_site, monkeypatch) == []


def test_answers_nobody_asks_for_are_forgotten(tmp_path):
    first = Cache(tmp_path, "here")
    first.put("old", 1)
    first.put("new", 2)
    first.save()
    second = Cache(tmp_path, "here")
    assert second.get("new") == 2
    second.save()
    assert len(json.loads((tmp_path / FILE).read_text())["answers"]) == 1
    assert Cache(tmp_path, "elsewhere").get("new") is None


def test_a_rendered_block_is_taken_from_the_cache_and_drift_is_found_all_the_same(site):
    assert site.build("--strict").returncode == 0
    cold = site.read("site/index.html")
    answers = json.loads(site.read(FILE.as_posix()))
    assert any("snippet-output" in str(answer) for answer in answers["answers"].values())
    assert site.build("--strict").returncode == 0
    assert site.read("site/index.html") == cold
    site.write("snippets/mean.out", "mean error 6.68\n")
    drifted = site.build("--strict")
    assert drifted.returncode == 1
    assert "+mean error 6.67" in drifted.stdout + drifted.stderr


def test_a_block_on_a_page_of_another_depth_links_to_its_source_from_there(site):
    assert site.make_build().returncode == 0
    site.write("docs/deep/index.md", f"# Deep\n\n`#!value mean.mean:.2f`\n\n{FENCE}")
    navigation = site.read("mkdocs.yml").replace("[index.md]", "[index.md, deep/index.md]")
    site.write("mkdocs.yml", navigation)
    built = site.make_build()
    assert built.returncode == 0, built.stderr
    assert 'href="snippets/mean.py"' in site.read("site/index.html")
    assert 'href="../snippets/mean.py"' in site.read("site/deep/index.html")
