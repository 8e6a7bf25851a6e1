"""What the site argues is held by programs: each kind of page makes the claims that it needs."""

import re

import pytest

from drift.build import Build
from drift.project import project
from drift.run.variants import can_fail
from tests.conftest import PROJECT
from tests.navigation import pages_of_the_navigation

CLAIM = re.compile(r"`#!holds ([^`\s]+)\.(\w+)`")
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
TEXTS = {
    page: (PROJECT / "docs" / page).read_text("utf-8")
    for page in pages_of_the_navigation()
    if page.endswith(".md")
}
LABS = [page for page in TEXTS if page.startswith("labs/") and page != "labs/index.md"]
RELATED = [page for page in TEXTS if page.startswith("related/")]


def sections(page: str) -> dict[str, str]:
    """Return the text below each heading of the second level."""
    _, *parts = HEADING.split(TEXTS[page])
    return dict(zip(parts[::2], parts[1::2]))


def claims(text: str) -> int:
    return len(CLAIM.findall(text))


@pytest.mark.parametrize("page", [*LABS, *RELATED])
def test_the_answer_to_each_guess_is_held(page):
    guess = sections(page).get("Guess first")
    assert guess is None or claims(guess) >= 1


@pytest.mark.parametrize("page", LABS)
def test_the_answer_of_each_lab_and_what_it_lets_a_reader_try_are_held(page):
    assert claims(sections(page)["The answer"]) >= 1
    assert claims(sections(page)["Try it"]) >= 1


@pytest.mark.parametrize("page", [*LABS, *RELATED, "article/exercises.md"])
def test_exercises_are_answered_by_what_is_held(page):
    """At least every second answer: some are explanations, which no program can hold."""
    text = TEXTS[page] if page == "article/exercises.md" else sections(page)["Exercises"]
    answers = text.split('??? success "Answer"')[1:]
    assert answers
    held = [answer for answer in answers if claims(answer.split("\n\n**")[0])]
    assert 2 * len(held) >= len(answers)


@pytest.mark.parametrize("heading", sections("article/corrections.md"))
def test_each_correction_is_held(heading):
    assert claims(sections("article/corrections.md")[heading]) >= 1


@pytest.mark.parametrize("page", [page for page in TEXTS if page.startswith("article/")])
def test_each_box_with_a_correction_is_held(page):
    for box in re.findall(
        r'^!!! warning "Correction.*\n((?:    .*\n|\n)*)', TEXTS[page], re.MULTILINE
    ):
        assert claims(box) >= 1


@pytest.mark.parametrize("heading", sections("which-loss.md"))
def test_each_question_of_the_decision_guide_has_a_rule_that_is_held(heading):
    assert claims(sections("which-loss.md")[heading]) >= 1


def test_fit_and_score_are_told_apart_wherever_l1_is_called_robust():
    """What L1 asks for stays when one forecast goes wild, and the loss itself does not."""
    for page in ["index.md", "article/l1.md", "article/key-takeaways.md", "which-loss.md"]:
        made = CLAIM.findall(TEXTS[page])
        for name in ("fit_stays", "score_moves"):
            assert ("article/l1/fit_and_score", name) in made, page
    fit, score = "article/real-difference/outlier_in_y", "article/real-difference/one_wild_forecast"
    for claim in [(fit, "l1_stays"), (score, "mae_more_than_doubles")]:
        assert claim in CLAIM.findall(TEXTS["summary.md"])
        assert claim in CLAIM.findall(TEXTS["article/real-difference.md"])


@pytest.mark.parametrize("page, least", [("article/key-takeaways.md", 3), ("summary.md", 6), ("which-loss.md", 10), ("playground.md", 3)])  # fmt: skip
def test_what_a_reader_takes_along_is_held(page, least):
    assert claims(TEXTS[page]) >= least


@pytest.mark.exhaustive  # accept refuses such a claim, too
def test_every_claim_can_come_out_false():
    """One that no change of its program reaches would hold whatever is computed."""
    build = Build(project.read(PROJECT))
    made = {claim for text in TEXTS.values() for claim in CLAIM.findall(text)}
    try:
        empty = [
            f"{path}.{name}"
            for path, name in sorted(made)
            if not can_fail(build.project.snippets[f"{path}.py"], name, build.runs.run)
        ]
    finally:
        build.runs.close()
    assert empty == []
