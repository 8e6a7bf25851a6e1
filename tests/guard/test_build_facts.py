"""The facts of a build that a page shows are true: Python, a library, the commit."""

import platform
import re
import subprocess
from importlib.metadata import version

import pytest

from drift.check import numerals
from drift.page.facts import BuildFacts
from tests.guard.small_site import PAGE

FACTS = "Made by Python `#!build python` and NumPy `#!build numpy` from `#!build commit`.\n"
AUTHOR = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


def git(folder, *command):
    done = subprocess.run(
        ["git", *AUTHOR, *command], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def committed(site):
    site.write(".gitignore", "site/\n.build/\n.cache/\n__pycache__/\n")
    git(site.folder, "init", "--quiet")
    git(site.folder, "add", ".")
    git(site.folder, "commit", "--quiet", "--message", "Apples")
    return git(site.folder, "rev-parse", "HEAD")


def test_a_page_shows_the_python_the_library_and_the_commit_of_its_build(site):
    site.write("docs/index.md", f"{PAGE}\n{FACTS}")
    commit = committed(site)
    built = site.make_build()
    assert built.returncode == 0, built.stderr
    shown = re.findall(
        r'<data class="build" title="(\w+) of this build" value="([^"]*)">([^<]*)</data>',
        site.read("site/index.html"),
    )
    assert shown == [
        ("python", platform.python_version(), platform.python_version()),
        ("numpy", version("numpy"), version("numpy")),
        ("commit", commit, commit[:10]),
    ]


def test_a_build_of_changed_files_does_not_pass_for_its_commit(site):
    commit = committed(site)
    site.write("docs/index.md", f"{PAGE}\n{FACTS}")
    assert BuildFacts(site.folder).fact("commit") == (
        f"{commit[:10]}, and changes since",
        f"{commit}, and changes since",
    )


def test_a_new_file_is_a_change_as_well(site):
    committed(site)
    site.write("docs/new.md", "# New\n")
    assert "changes since" in BuildFacts(site.folder).fact("commit").text


def test_without_a_commit_the_page_says_so(site):
    assert BuildFacts(site.folder).fact("commit").text == "no commit"
    git(site.folder, "init", "--quiet")
    assert BuildFacts(site.folder).fact("commit").text == "no commit"


def test_without_git_the_page_says_so_too(site, monkeypatch):
    committed(site)
    monkeypatch.setenv("PATH", str(site.folder))
    assert BuildFacts(site.folder).fact("commit").text == "no commit"


def test_git_that_does_not_answer_stops_the_build_with_what_it_says(site):
    committed(site)
    site.write(".git/HEAD", "apples\n")
    site.write("docs/index.md", f"{PAGE}\n{FACTS}")
    built = site.build()
    assert built.returncode == 1
    assert "docs/index.md, line 9: git does not tell the commit. It says: fatal" in built.stderr


# Each of these changes the finished site, as a hook, a theme or a person might.
TAMPERED = {
    "the version": (r">[\d.]+</data> and NumPy", ">3.9.9</data> and NumPy", "the python of this build is not 3.9.9 (in full: "),
    "the exact text": (r'value="[\d.]+">(?=[\d.]+</data> and)', 'value="3.9.9">', "(in full: 3.9.9) but "),
    "the commit": (r">no commit<", ">0123456789<", "the commit of this build is not 0123456789 (in full: no commit) but no commit"),
    "what it tells of": (r' title="python of this build"', "", "does not say what of the build it tells"),
    "a fact that is none": (r"python of this build", "pyhton of this build", "`#!build pyhton` is no fact of the build"),  # codespell:ignore pyhton
    "a typed one": (r"Made by", '<data class="build">6.67</data>', "the fact 6.67 does not say what"),
    "another class": (r'class="build"', 'class="build loud"', "does not say which snippet it comes from"),
}  # fmt: skip


@pytest.mark.parametrize("before, after, expected", TAMPERED.values(), ids=TAMPERED)
def test_a_fact_that_is_not_true_is_found_in_the_finished_site(site, before, after, expected):
    site.write("docs/index.md", f"{PAGE}\n{FACTS}")
    assert site.build("--strict").returncode == 0
    page = site.read("site/index.html")
    tampered = re.sub(before, after, page, count=1)
    assert tampered != page
    site.write("site/index.html", tampered)
    checked = site.run("drift", "check", "site")
    assert checked.returncode == 1
    line = page[: page.index("Made by")].count("\n") + 1
    assert f"index.html, line {line}: " in checked.stderr
    assert expected in checked.stderr


def test_a_typed_version_is_a_typed_numeral(site):
    found = numerals.typed("<p>Python <data>3.11.7</data></p>", numerals.allowed(site.folder / "-"))
    assert [numeral.text for numeral in found] == ["3.11.7"]
