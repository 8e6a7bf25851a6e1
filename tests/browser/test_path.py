"""A path of questions: each answer ends in a loss, or leads to the next question."""

import re

import pytest

from tests.browser.conftest import until
from tests.navigation import address_with

PATH = address_with('<div class="path"')
LOSS = re.compile(r"L[12]\b|Huber loss|pinball loss|cross-entropy|Look at|names losses")
SHOWING = {
    "a button": lambda page: page.get_by_role("button", name="Show all questions").click(),
    "the contents": lambda page: page.locator(".md-sidebar--secondary a[href*=noise]").click(),
    "paper": lambda page: page.pdf(),
}


def are_shown(page, selector, count):
    return until(lambda: page.locator(selector).filter(visible=True).count() == count)


def test_each_answer_names_a_loss_and_a_page_on_it_or_leads_to_the_next_question(open_page):
    page = open_page(PATH)
    questions = page.locator(".path > section").all()
    for number, question in enumerate(questions, start=1):
        assert are_shown(page, ".path > section", number)
        for answer in question.locator(".answer").all():
            answer.locator("summary").press("Enter")
            assert are_shown(page, f".path > section:nth-of-type({number}) [open] > p", 1)
            reason = answer.locator("p")
            leads_on = reason.inner_text() == "Go on."
            assert are_shown(page, ".path > section", number + leads_on)
            ends = LOSS.search(reason.inner_text()) and reason.locator("a:not(.term)").count()
            assert leads_on or ends, reason.inner_text()
    assert len(questions) > 1 and not leads_on
    assert page.complaints == []


def test_without_scripts_all_is_there(open_page):
    page = open_page(PATH, java_script_enabled=False)
    assert are_shown(page, ".path li", page.locator(".path li").count())


@pytest.mark.parametrize("show", SHOWING.values(), ids=SHOWING)
def test_all_questions_come_by_a_button_by_a_link_to_one_of_them_and_on_paper(open_page, show):
    page = open_page(PATH)
    assert are_shown(page, ".path h2", 1)
    show(page)
    assert are_shown(page, ".path h2", page.locator(".path h2").count())
    if show is SHOWING["paper"]:
        assert are_shown(page, ".path li p", page.locator(".path li").count())
