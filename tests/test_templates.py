"""What GitHub shows to who reports something or offers a change: short, and as GitHub wants it."""

import subprocess
import sys

import pytest
import yaml

from tests.conftest import PROJECT

FOLDER = PROJECT / ".github" / "ISSUE_TEMPLATE"
CHOICES = FOLDER / "config.yml"
FORMS = sorted(path for path in FOLDER.iterdir() if path != CHOICES)


def checked(file, schema):
    """Return the exit code of the check of a file, and all that it says; it asks no network."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", file],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return done.returncode, done.stdout


def test_there_is_a_form_for_a_number_a_text_and_an_idea():
    assert [path.name for path in FORMS] == ["idea.yml", "unclear-text.yml", "wrong-number.yml"]


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one_and_asks_for_little(form, tmp_path):
    code, said = checked(form, "github-issue-forms")
    assert code == 0, said
    text = form.read_text("utf-8")
    assert 1 <= len(yaml.safe_load(text)["body"]) <= 2
    spoilt = tmp_path / form.name
    spoilt.write_text(text.replace("type: textarea", "type: textfield"), "utf-8")
    code, said = checked(spoilt, "github-issue-forms")
    assert code == 1 and "textfield" in said


def test_who_comments_on_a_page_meets_no_form():
    code, said = checked(CHOICES, "github-issue-config")
    assert code == 0, said
    # Else GitHub leads from the site's "Comment on this page" to the forms, and forgets the title.
    assert yaml.safe_load(CHOICES.read_text("utf-8"))["blank_issues_enabled"] is True


def test_a_pull_request_is_asked_for_three_things():
    text = (PROJECT / ".github" / "PULL_REQUEST_TEMPLATE.md").read_text("utf-8")
    assert len(text.splitlines()) <= 6
    assert "why?" in text and "`make test` passes" in text and "approved output" in text
