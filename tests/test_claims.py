"""What the site argues is held by programs: each kind of page makes the claims that it needs."""

import re
from dataclasses import replace

import pytest

from drift.build import Build
from drift.project import project
from drift.run.variants import never_false
from tests.conftest import PROJECT
from tests.navigation import PAGES, SECTIONS, SOURCES, page_with

CLAIM = re.compile(r"`#!holds ([^`\s]+)\.(\w+)`")
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
CORRECTION = re.compile(r'^!!! warning "Correction.*\n((?:    .*\n|\n)*)', re.MULTILINE)
_, *LABS = SECTIONS["Labs"].values()
RELATED = SECTIONS["Related topics"].values()
EXERCISES = page_with("\n# Exercises\n")
CORRECTIONS = page_with("\n# What running the article corrected\n")
GUIDE = page_with("\n# Which loss should I use?\n")
SUMMARY = page_with('class="sheet"')
TAKEAWAYS = page_with("\n# Key takeaways\n")


def sections(page: str) -> dict[str, str]:
    """Return the text below each heading of the second level."""
    _, *parts = HEADING.split(SOURCES[page])
    return dict(zip(parts[::2], parts[1::2]))


def claims_of(page: str) -> set[tuple[str, str]]:
    """Return the claims of a page, each with the name of its program."""
    return {(path.rpartition("/")[2], name) for path, name in CLAIM.findall(SOURCES[page])}


def without_a_claim(texts: dict[str, str]) -> list[str]:
    return [name for name, text in texts.items() if not CLAIM.search(text)]


@pytest.mark.parametrize("page", [*LABS, *RELATED])
def test_a_page_claims_the_answer_to_each_guess_and_what_it_lets_a_reader_try(page):
    needed = {"Guess first"} | ({"The answer", "Try it"} if page in LABS else set())
    found = sections(page)
    assert page not in LABS or found.keys() >= {"The answer", "Try it"}
    assert without_a_claim({name: found[name] for name in needed & found.keys()}) == []


@pytest.mark.parametrize("page", [*LABS, *RELATED, EXERCISES])
def test_at_least_every_second_exercise_is_answered_by_a_claim(page):
    """Some answers are explanations, which no program can hold."""
    text = SOURCES[page] if page == EXERCISES else sections(page)["Exercises"]
    answers = [each.split("\n\n**")[0] for each in text.split('??? success "Answer"')[1:]]
    assert answers and 2 * sum(map(bool, map(CLAIM.search, answers))) >= len(answers)


@pytest.mark.parametrize("page", [CORRECTIONS, GUIDE])
def test_each_correction_and_each_question_of_the_decision_guide_makes_a_claim(page):
    assert without_a_claim(sections(page)) == []


def test_each_box_with_a_correction_makes_a_claim():
    texts = [SOURCES[page] for page in SECTIONS["The article"].values()]
    boxes = [box for text in texts for box in CORRECTION.findall(text)]
    assert boxes and all(map(CLAIM.search, boxes))


def test_fit_and_score_are_told_apart_wherever_l1_is_called_robust():
    """What L1 asks for stays when one forecast goes wild, and the loss itself does not."""
    told = {("fit_and_score", "fit_stays"), ("fit_and_score", "score_moves")}
    for page in [PAGES[0], page_with("/fit_and_score.py"), TAKEAWAYS, GUIDE]:
        assert claims_of(page) >= told, page
    shown = {("outlier_in_y", "l1_stays"), ("one_wild_forecast", "mae_more_than_doubles")}
    for page in [SUMMARY, page_with("/outlier_in_y.py", "/one_wild_forecast.py")]:
        assert claims_of(page) >= shown, page
    # What a reader takes along makes claims, too.
    least = {TAKEAWAYS: 3, SUMMARY: 6, GUIDE: 10, page_with("/three_experiments.py"): 3}
    assert [page for page in least if len(CLAIM.findall(SOURCES[page])) < least[page]] == []


@pytest.mark.exhaustive  # accept refuses such a claim, too
def test_every_claim_can_come_out_false():
    """One that no change of its program reaches would hold whatever is computed."""
    known = project.read(PROJECT)
    build = Build(replace(known, settings=replace(known.settings, seconds=10)))
    of, ran = known.snippets, build.runs.run
    empty = {path: [*never_false(of[path], uses, ran)] for path, uses in known.uses.items()}
    build.runs.close()
    assert [path for path, names in empty.items() if names] == []
