"""What GitHub shows to who reports something or offers a change: short. Schemas: test_github_folder."""

import pytest
import yaml

from tests.conftest import PROJECT

FOLDER = PROJECT / ".github" / "ISSUE_TEMPLATE"
CHOICES = FOLDER / "config.yml"
FORMS = sorted(path for path in FOLDER.iterdir() if path != CHOICES)


def test_there_is_a_form_for_a_number_a_text_and_an_idea():
    assert [path.name for path in FORMS] == ["idea.yml", "unclear-text.yml", "wrong-number.yml"]


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_for_little(form):
    assert 1 <= len(yaml.safe_load(form.read_text("utf-8"))["body"]) <= 2


def test_who_comments_on_a_page_meets_no_form():
    # Else GitHub leads from the site's "Comment on this page" to the forms, and forgets the title.
    assert yaml.safe_load(CHOICES.read_text("utf-8"))["blank_issues_enabled"] is True


def test_a_pull_request_is_asked_for_three_things():
    text = (PROJECT / ".github" / "PULL_REQUEST_TEMPLATE.md").read_text("utf-8")
    assert len(text.splitlines()) <= 6
    assert "why?" in text and "`make test` passes" in text and "approved output" in text
