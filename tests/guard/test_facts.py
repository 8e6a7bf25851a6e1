"""The facts of a build that a page shows are true: Python, a library, the commit."""

import platform
import re
import subprocess
from importlib.metadata import version

import pytest

from drift.project.facts import Facts
from tests.guard.small_site import PAGE, Spoiled, git

FACTS = "Made by Python `#!build python` and NumPy `#!build numpy` from `#!build commit`.\n"


@pytest.fixture
def committed(site):
    site.write("docs/index.md", f"{PAGE}\n{FACTS}")
    site.write(".gitignore", "site/\n.build/\n.cache/\n__pycache__/\n")
    git(site.folder, "init", "--quiet")
    git(site.folder, "add", ".")
    git(site.folder, "commit", "--quiet", "--message", "Apples")
    return site


# Each of these changes the finished site, as a hook, a theme or a person might.
TAMPERED = {
    "the version": (r">[\d.]+</data> and NumPy", ">3.9.9</data> and NumPy", "the python of this build is not 3.9.9 (in full: "),
    "the exact text": (r'value="[\d.]+">(?=[\d.]+</data> and)', 'value="3.9.9">', "(in full: 3.9.9) but "),
    "the commit": (r">[0-9a-f]{10}<", ">0123456789<", "the commit of this build is not 0123456789 (in full: "),
    "what it is": (r' title="python of this build"', "", "does not say which one of the build it is"),
    "a fact that is none": (r"python of this build", "pyhton of this build", "'pyhton' is no fact of the build"),  # codespell:ignore pyhton
    "a typed one": (r"Made by", '<data class="build">6.67</data>', "the fact 6.67 does not say which"),
    "another class": (r'class="build"', 'class="build loud"', "does not say which snippet it comes from"),
}  # fmt: skip


def test_a_page_shows_the_facts_of_its_build_and_any_other_is_found(committed, tmp_path):
    commit = git(committed.folder, "rev-parse", "HEAD")
    assert committed.build("--strict").returncode == 0
    page = committed.read("site/index.html")
    shown = re.findall(
        r'<data class="build" title="(\w+) of this build" value="([^"]*)">([^<]*)</data>', page
    )
    assert shown == [
        ("python", platform.python_version(), platform.python_version()),
        ("numpy", version("numpy"), version("numpy")),
        ("commit", commit, commit[:10]),
    ]
    spoiled = Spoiled(committed, tmp_path / "spoiled")
    assert spoiled.faults() == []
    for name, (before, after, expected) in TAMPERED.items():
        tampered = re.sub(before, after, page, count=1)
        assert tampered != page, name
        spoiled.write("index.html", tampered)
        assert any(expected in fault for fault in spoiled.faults()), name


@pytest.mark.parametrize("name", ["docs/index.md", "docs/new.md"])
def test_a_build_of_changed_files_or_new_ones_does_not_pass_for_its_commit(committed, name):
    commit = git(committed.folder, "rev-parse", "HEAD")
    committed.write(name, "# Changed\n")
    changed = "{}, and changes since"
    assert Facts(committed.folder).fact("commit") == (
        changed.format(commit[:10]),
        changed.format(commit),
    )


def test_without_a_commit_the_page_says_so(site):
    assert Facts(site.folder).fact("commit").text == "no commit"
    git(site.folder, "init", "--quiet")
    assert Facts(site.folder).fact("commit").text == "no commit"


def test_the_commit_of_another_repository_is_shown_by_no_page(committed, monkeypatch):
    inside = committed.folder / "inside"
    inside.mkdir()
    assert Facts(inside).fact("commit").text == "no commit"
    monkeypatch.setenv("GIT_DIR", str(committed.folder / ".git"))
    assert Facts(inside).fact("commit").text == "no commit"


def test_a_checkout_that_another_user_owns_tells_its_commit(committed, monkeypatch):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(subprocess.CalledProcessError):  # git would rather not
        git(committed.folder, "status")
    assert re.fullmatch("[0-9a-f]{10}", Facts(committed.folder).fact("commit").text)


def test_without_git_the_page_says_so_too(committed, monkeypatch):
    monkeypatch.setenv("PATH", str(committed.folder))
    assert Facts(committed.folder).fact("commit").text == "no commit"


def test_git_that_does_not_answer_stops_the_build_with_what_it_says(committed):
    committed.write(".git/HEAD", "apples\n")
    built = committed.build()
    assert built.returncode == 1
    assert "docs/index.md, line 9: git does not name the commit. It says: fatal" in built.stderr
