"""The workflow that makes a release: its last step, with a stand-in for GitHub's program."""

import json
import sys

import pytest

from drift.project import settings
from tests.conftest import PROJECT
from tests.workflows import FOLDER, JOBS, read, run_step, stand_in

# In the place of GitHub's program: keeps what it is told, and fails where the tag is not there.
GH = """\
#!{python}
import json, os, sys

with open("told.json", "w") as told:
    json.dump(sys.argv[1:], told)
sys.exit(0 if sys.argv[3] == os.environ["TAG_THAT_IS_THERE"] else 1)
"""


@pytest.fixture
def folder(tmp_path):
    stand_in(tmp_path / "bin" / "gh", GH.format(python=sys.executable))
    (tmp_path / "release").mkdir()
    for name in ("notes.md", "l1-and-l2-loss.zip", "l1-and-l2-loss.pdf"):
        (tmp_path / "release" / name).write_text(name, "utf-8")
    return tmp_path


def publish(folder, tag, there="v0.1.0"):
    named = {"GITHUB_REF_NAME": tag, "TAG_THAT_IS_THERE": there}
    return run_step("release, publish", "Make the release of the tag", folder, **named)


def told(folder):
    return json.loads((folder / "told.json").read_text("utf-8"))


def test_the_release_of_a_tag_has_the_notes_the_zip_and_the_pdf(folder):
    assert publish(folder, "v0.1.0").returncode == 0
    assert told(folder) == [
        "release", "create", "v0.1.0", "--verify-tag", "--title", "v0.1.0", "--notes-file",
        "release/notes.md", "release/l1-and-l2-loss.pdf", "release/l1-and-l2-loss.zip",
    ]  # fmt: skip


def test_where_no_pdf_was_printed_the_release_has_the_zip_alone(folder):
    (folder / "release" / "l1-and-l2-loss.pdf").unlink()
    assert publish(folder, "v0.1.0").returncode == 0
    assert told(folder)[-2:] == ["release/notes.md", "release/l1-and-l2-loss.zip"]


def test_a_tag_is_a_name_and_never_a_command(folder):
    tag = "v1; touch planted; $(touch planted)"
    assert publish(folder, tag, there=tag).returncode == 0
    assert told(folder)[2] == tag
    assert not (folder / "planted").exists()


def test_where_the_tag_is_not_there_the_step_fails(folder):
    assert publish(folder, "v0.1.0", there="").returncode == 1


def test_a_release_is_made_of_a_tag_alone():
    assert read(FOLDER / "release.yml")[True] == {
        "push": {"tags": ["v*"]}
    }  # YAML 1.1 takes "on" for yes


def test_what_is_not_tested_built_and_attested_is_not_released():
    assert JOBS["release, attest"]["needs"] == ["test", "build"]
    assert JOBS["release, publish"]["needs"] == ["attest"]


def test_the_build_compares_the_tag_before_it_builds_and_runs_every_program():
    steps = JOBS["release, build"]["steps"]
    runs = [step["run"] for step in steps if "run" in step]
    assert runs[1] == '.venv/bin/python release.py "$GITHUB_REF_NAME" .build/release/notes.md'
    assert "make pdf" in runs[2] and "make offline" in runs[2]
    assert [step["env"]["DRIFT_CACHE"] for step in steps if "env" in step] == ["off"]


def test_the_pdf_has_one_name():
    printed = settings.read(PROJECT).printed
    assert f"PDF := {printed}\n" in (PROJECT / "Makefile").read_text("utf-8")
    assert f"site/{printed}" in JOBS["release, build"]["steps"][-2]["run"]
