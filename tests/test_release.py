"""What a release says: one version, one day, and notes that a person wrote."""

import hashlib
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import version

import pytest
from bs4 import BeautifulSoup

import release
from tests.conftest import PROJECT

# The text of Creative Commons, as the list of SPDX holds it.
TEXT_OF_CC_BY = "d557539df68e771cc1eedcc91d13f70fca930e508d11eedcafa4b15db49e3744"
CHANGELOG = """\
# Changelog

## [Unreleased]

## [0.2.0] - 2026-12-24

### Added

- Pears.

### Fixed

- A worm.

## [0.1.0] - 2026-11-25

### Added

- Apples.
"""
CITATION = 'version: 0.2.0\ndate-released: "2026-12-24"\n'


@pytest.fixture
def project(tmp_path):
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG, "utf-8")
    (tmp_path / "CITATION.cff").write_text(CITATION, "utf-8")
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "0.2.0"\n', "utf-8")
    return tmp_path


def changed(project, name, before, after):
    file = project / name
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def test_this_project_says_one_version_everywhere():
    assert list(release.problems(PROJECT)) == []
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    assert version("l1-and-l2-loss") == settings["project"]["version"]


def test_a_changelog_that_agrees_is_released_with_the_notes_of_its_newest_version(project):
    assert list(release.problems(project, "v0.2.0")) == []
    assert release.notes(project) == "### Added\n\n- Pears.\n\n### Fixed\n\n- A worm.\n"


# What is wrong: a file, what stands there, what is put there, and what is said of it.
WRONG = {
    "another version": ("pyproject.toml", "0.2.0", "0.3.0", "CHANGELOG.md, line 5: the newest version is 0.2.0, and pyproject.toml has 0.3.0."),
    "another citation": ("CITATION.cff", "0.2.0", "0.1.0", "CITATION.cff has 0.1.0 of 2026-12-24, and CHANGELOG.md 0.2.0 of 2026-12-24."),
    "another day of it": ("CITATION.cff", "12-24", "12-25", "CITATION.cff has 0.2.0 of 2026-12-25"),
    "no day": ("CHANGELOG.md", " - 2026-11-25", "", "CHANGELOG.md, line 15: 0.1.0 has no day."),
    "a day that is none": ("CHANGELOG.md", "2026-11-25", "2026-11-31", "line 15: 0.1.0 has no day."),
    "a day in another form": ("CHANGELOG.md", "2026-11-25", "20261125", "line 15: 0.1.0 has no day."),
    "days that go back": ("CHANGELOG.md", "2026-11-25", "2026-12-25", "line 15: 0.1.0 is not older than 0.2.0"),
    "a version told twice": ("CHANGELOG.md", "[0.1.0] - 2026-11-25", "[0.2.0] - 2026-12-24", "0.2.0 is not older than 0.2.0"),
    "another tag": ("pyproject.toml", "[project]", "# v0.2.1\n[project]", "the tag v0.2.1 is not v0.2.0"),
    "changes that are told as unreleased": ("CHANGELOG.md", "## [0.2.0]", "- Plums.\n\n## [0.2.0]", "line 3: what stands under Unreleased is in this tag too."),
    "a second list of what is unreleased": ("CHANGELOG.md", "## [0.1.0]", "## [Unreleased]\n\n## [0.1.0]", "line 15: Unreleased stands first, and once."),
    "nothing told": ("CHANGELOG.md", "### Added\n\n- Pears.\n\n### Fixed\n\n- A worm.", "", "line 5: nothing is told of 0.2.0."),
}  # fmt: skip


@pytest.mark.parametrize("name, before, after, expected", WRONG.values(), ids=WRONG)
def test_what_does_not_agree_is_told_with_its_place(project, name, before, after, expected):
    changed(project, name, before, after)
    tag = "v0.2.1" if "the tag" in expected else "v0.2.0"
    assert any(expected in problem for problem in release.problems(project, tag))


UNREADABLE = {
    "no version": ("## [0.1.0]", "## Apples", "line 15: '## Apples - 2026-11-25' is no version."),
    "a link": ("## [0.1.0]", "## [0.1](a)", "is no version"),
    "a kind of its own": ("### Fixed", "### Mended", "line 11: '### Mended' is no kind of change."),
}


@pytest.mark.parametrize("before, after, expected", UNREADABLE.values(), ids=UNREADABLE)
def test_a_changelog_in_another_form_is_told_with_its_line(project, before, after, expected):
    changed(project, "CHANGELOG.md", before, after)
    with pytest.raises(ValueError, match="CHANGELOG.md, ") as told:
        list(release.problems(project))
    assert expected in str(told.value)


def run(project, tag):
    shutil.copy(PROJECT / "release.py", project)
    command = [sys.executable, "release.py", tag, "notes/notes.md"]
    return subprocess.run(command, cwd=project, capture_output=True, text=True)


def test_the_command_writes_the_notes_where_all_agrees_and_nothing_else(project):
    assert run(project, "v0.2.0").returncode == 0
    assert (project / "notes/notes.md").read_text("utf-8") == release.notes(project)


def test_the_command_writes_no_notes_where_something_does_not_agree(project):
    said = run(project, "v0.3.0")
    assert said.returncode == 1
    assert "release: the tag v0.3.0 is not v0.2.0" in said.stderr
    assert "nothing is released" in said.stderr
    assert not (project / "notes").exists()


def test_the_citation_has_its_form():
    schema = ["--builtin-schema", "vendor.citation-file-format"]
    command = [sys.executable, "-m", "check_jsonschema", *schema, "CITATION.cff"]
    checked = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout


def test_the_citation_names_whom_the_licence_names():
    assert "Copyright (c) 2026 the contributors" in (PROJECT / "LICENSE").read_text("utf-8")
    assert "- name: the contributors\n" in (PROJECT / "CITATION.cff").read_text("utf-8")


def test_the_licence_of_the_text_is_whole_and_unchanged():
    text = (PROJECT / "LICENSE-TEXT").read_bytes().replace(b"\r\n", b"\n")
    assert hashlib.sha256(text).hexdigest() == TEXT_OF_CC_BY


def test_the_readme_names_both_licences_and_so_does_every_page(published_site):
    readme = (PROJECT / "README.md").read_text("utf-8")
    assert "(LICENSE)" in readme and "(LICENSE-TEXT)" in readme
    for page in published_site.rglob("*.html"):
        footer = page.read_text("utf-8").partition('class="md-copyright"')[2]
        assert "MIT" in footer and "CC BY 4.0" in footer, page


def test_the_version_stands_below_every_page(published_site):
    for page in published_site.rglob("*.html"):
        html = BeautifulSoup(page.read_text("utf-8"), "html.parser")
        told = html.select_one(".md-copyright data.build")
        assert told["title"] == "l1-and-l2-loss of this build", page
        assert told.text == told["value"] == version("l1-and-l2-loss"), page
        assert "Version" in told.parent.text
