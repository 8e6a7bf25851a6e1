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
CORRECTION = re.compile(r'^!!! warning "Correction.*\n((?:    .*\n|\n)*)', re.MULTILINE)
PAGES = [page for page in pages_of_the_navigation() if page.endswith(".md")]
TEXTS = {page: (PROJECT / "docs" / page).read_text("utf-8") for page in PAGES}
LABS = [page for page in TEXTS if page.startswith("labs/") and page != "labs/index.md"]
RELATED = [page for page in TEXTS if page.startswith("related/")]


def sections(page: str) -> dict[str, str]:
    """Return the text below each heading of the second level."""
    _, *parts = HEADING.split(TEXTS[page])
    return dict(zip(parts[::2], parts[1::2]))


def without_a_claim(texts: dict[str, str]) -> list[str]:
    return [name for name, text in texts.items() if not CLAIM.search(text)]


@pytest.mark.parametrize("page", [*LABS, *RELATED])
def test_a_lab_and_a_related_topic_claim_the_answer_to_each_guess_and_what_they_let_a_reader_try(
    page,
):
    needed = {"Guess first"} | ({"The answer", "Try it"} if page in LABS else set())
    found = sections(page)
    assert page not in LABS or found.keys() >= {"The answer", "Try it"}
    assert without_a_claim({name: found[name] for name in needed & found.keys()}) == []


@pytest.mark.parametrize("page", [*LABS, *RELATED, "article/exercises.md"])
def test_at_least_every_second_exercise_is_answered_by_a_claim(page):
    """Some answers are explanations, which no program can hold."""
    text = TEXTS[page] if page == "article/exercises.md" else sections(page)["Exercises"]
    answers = [each.split("\n\n**")[0] for each in text.split('??? success "Answer"')[1:]]
    assert answers and 2 * sum(map(bool, map(CLAIM.search, answers))) >= len(answers)


@pytest.mark.parametrize("page", ["article/corrections.md", "which-loss.md"])
def test_each_correction_and_each_question_of_the_decision_guide_makes_a_claim(page):
    assert without_a_claim(sections(page)) == []


def test_each_box_with_a_correction_makes_a_claim():
    boxes = [
        box
        for page in TEXTS
        if page.startswith("article/")
        for box in CORRECTION.findall(TEXTS[page])
    ]
    assert boxes and all(map(CLAIM.search, boxes))


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


def test_what_a_reader_takes_along_makes_claims():
    least = {
        "article/key-takeaways.md": 3,
        "summary.md": 6,
        "which-loss.md": 10,
        "playground.md": 3,
    }
    assert [page for page in least if len(CLAIM.findall(TEXTS[page])) < least[page]] == []


@pytest.mark.exhaustive  # accept refuses such a claim, too
def test_every_claim_can_come_out_false():
    """One that no change of its program reaches would hold whatever is computed."""
    build = Build(project.read(PROJECT))
    made = sorted({claim for text in TEXTS.values() for claim in CLAIM.findall(text)})
    of = {claim: build.project.snippets[f"{claim[0]}.py"] for claim in made}
    empty = [claim for claim in made if not can_fail(of[claim], claim[1], build.runs.run)]
    build.runs.close()
    assert empty == []
