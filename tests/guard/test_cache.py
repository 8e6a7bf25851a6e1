"""What an earlier build found out is used only where everything that could change it is the same."""

import json
import os
import sys
from concurrent.futures import Future

import pytest

from drift.build import Build
from drift.project import project
from drift.run import cache
from drift.run.cache import FILE, Cache, surroundings
from drift.run.outcome import Outcome
from tests.guard.small_site import FENCE

EVERYTHING = ["data/read.py", "mean.py", "other.py", "session/program.py", "session/run.console"]
CHANGED_FILES = {
    "snippets/mean.py": ["mean.py"],
    "snippets/data/harvest.csv": ["data/read.py"],
    "snippets/data/more.csv": ["data/read.py"],  # which is new
    "snippets/session/program.py": ["session/program.py", "session/run.console"],
    "snippets/session/run.console": ["session/run.console"],
}


@pytest.fixture
def fresh(site, monkeypatch):
    """Build the site's snippets, after the runs of an earlier build; return which would run."""
    ran = []

    class Process:
        """Runs nothing, and so gives the same each time."""

        def __init__(self, *arguments):
            self.close = list

        def run(self, snippet):
            ran.append(snippet.name)
            given = Future()
            given.set_result(Outcome(snippet.name, confined=True))
            return given

    monkeypatch.setattr("drift.run.runs.Launcher", Process)

    def fresh(before=None):
        ran.clear()
        build = Build(project.read(site.folder), before)
        assert list(build.irreproducible()) == []
        build.runs.keep()
        if before is None:
            build.runs.close()
        return sorted(set(ran))

    fresh.ran = ran
    return fresh


@pytest.fixture
def warm_site(site, fresh):
    """A site with two programs and a session, and all that they gave in its cache."""
    site.write("snippets/other.py", "print('other')\n")
    site.write("snippets/data/read.py", "print('reads')\n")
    site.write_table("snippets/data/harvest.csv", "100\n")
    site.write("snippets/session/program.py", "import sys\nprint('program', sys.argv[1:])\n")
    site.write("snippets/session/run.console", "$ python program.py 7\n")
    assert (fresh(), fresh()) == (EVERYTHING, [])
    return site


def test_what_reads_a_changed_file_runs_again_and_nothing_else(warm_site, fresh):
    for file, expected in CHANGED_FILES.items():
        before = warm_site.read(file) if (warm_site.folder / file).exists() else ""
        after = before.replace(" 7", " 8") if file.endswith(".console") else before + "\n"
        warm_site.write(file, after)
        assert (fresh(), fresh()) == (expected, []), file


def test_a_changed_style_of_figures_runs_everything_again(warm_site, fresh):
    warm_site.write("pyproject.toml", '[tool.drift]\nfigure_style = "style"\n')
    for width in (2, 3):
        warm_site.write("style", f"lines.linewidth: {width}\n")
        assert (fresh(), fresh()) == (EVERYTHING, [])


def test_in_changed_surroundings_everything_runs_again(warm_site, fresh, monkeypatch, tmp_path):
    (tmp_path / "numpy-9.9.dist-info").mkdir()
    system = ("Linux", "name", "9.99", "#1", "x86_64")
    changes = {
        "the guard": lambda patch: patch.setattr(cache, "_OUR_CODE", "another"),
        "the interpreter": lambda patch: patch.setattr(sys, "version", "3.99"),
        "its place": lambda patch: patch.setattr(sys, "prefix", "/elsewhere"),
        "the system": lambda patch: patch.setattr(cache.os, "uname", lambda: system),
        "a package": lambda patch: patch.syspath_prepend(tmp_path),
    }
    for what, change in changes.items():
        with monkeypatch.context() as patch:
            change(patch)
            assert fresh() == EVERYTHING, what


def test_under_serve_changes_run_again_and_no_other_surroundings_survive(site, fresh, monkeypatch):
    monkeypatch.setenv("DRIFT_CACHE", "off")
    site.write("snippets/other.py", "print('other')\n")
    build = Build(project.read(site.folder))
    assert {*fresh.ran} == {"mean.py", "other.py"}
    assert fresh(build) == []
    site.write("snippets/other.py", "print('another')\n")
    assert fresh(build) == ["other.py"]
    assert fresh(build) == []
    monkeypatch.setattr(cache, "_OUR_CODE", "another")
    assert fresh(build) == ["mean.py", "other.py"]
    build.runs.close()


def test_a_package_that_is_installed_again_changes_the_surroundings(tmp_path, monkeypatch):
    record = tmp_path / "numpy-9.9.dist-info" / "RECORD"
    record.parent.mkdir()
    record.touch()
    monkeypatch.syspath_prepend(tmp_path)
    before = surroundings()
    assert before == surroundings()
    os.utime(record, (1, 1))
    assert before != surroundings()


def kept(site):
    """Build the site's snippets; return the faults, and the names that the next build knows."""
    build = Build(project.read(site.folder))
    faults = [*build.irreproducible()]
    build.runs.keep()
    build.runs.close()
    build = Build(project.read(site.folder))
    build.runs.close()
    known = build.project.snippets.values()
    return faults, [each.name for each in known if build.runs.cache.get(each.fingerprint)]


def test_what_fails_or_changes_from_run_to_run_is_not_kept(site):
    site.write("snippets/fails.py", "raise ValueError('no')\n")
    site.write("snippets/random.py", "import random\nprint(random.random())\n")
    (fault,), known = kept(site)
    assert "snippets/random.py gives something else" in fault.message
    assert known == ["mean.py"]


def test_nothing_is_kept_where_a_snippet_could_read_other_files(site, monkeypatch):
    monkeypatch.setattr("drift.run.launcher.CAN_FORK", False)
    assert kept(site) == ([], [])


def test_the_job_that_publishes_uses_no_cache(warm_site, fresh, monkeypatch):
    before = warm_site.read(FILE.as_posix())
    monkeypatch.setenv("DRIFT_CACHE", "off")
    assert fresh() == EVERYTHING
    assert warm_site.read(FILE.as_posix()) == before


def test_a_file_that_was_cut_off_is_no_answer_and_what_nobody_asks_for_is_forgotten(tmp_path):
    (tmp_path / FILE).parent.mkdir(parents=True)
    for text in ["", "{", "[]", '{"answers": {}}', '{"surroundings": 1}']:
        (tmp_path / FILE).write_text(text)
        assert Cache(tmp_path, "here").get("old") is None
    first = Cache(tmp_path, "here")
    first.put("old", 1)
    first.put("new", 2)
    first.save()
    second = Cache(tmp_path, "here")
    assert second.get("new") == 2
    second.save()
    assert len(json.loads((tmp_path / FILE).read_text())["answers"]) == 1
    assert [path.name for path in (tmp_path / FILE).parent.iterdir()] == [FILE.name]
    assert Cache(tmp_path, "elsewhere").get("new") is None


def test_a_rendered_block_is_taken_from_the_cache_and_drift_is_found_all_the_same(site):
    site.build("--strict")
    cold = site.read("site/index.html")
    assert "snippet-output" in site.read(FILE.as_posix())
    site.build("--strict")
    assert site.read("site/index.html") == cold
    site.write("snippets/mean.out", "mean error 6.68\n")
    assert "+mean error 6.67" in site.build("--strict", code=1)


def test_a_block_on_a_page_of_another_depth_links_to_its_source_from_there(site):
    site.write("docs/deep/index.md", f"# Deep\n\n`#!value mean.mean:.2f`\n\n{FENCE}")
    site.replace("mkdocs.yml", "[index.md]", "[index.md, deep/index.md]")
    site.make_build()
    assert 'href="snippets/mean.py"' in site.read("site/index.html")
    assert 'href="../snippets/mean.py"' in site.read("site/deep/index.html")
