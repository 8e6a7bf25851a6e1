"""What a reader does on any page: reads programs, unfolds, chooses a palette, follows links, gets lost.

And on a path of questions, where each answer ends in a loss, or leads to the next question.
"""

import re

import pytest

from tests.browser.conftest import SCHEME_OF_A_FRAME, choose_palette, lay_out, on, until
from tests.navigation import ADDRESSES, LABS, address_with

SCREEN = 844  # pixels of a phone, below each other
PATH = address_with('<div class="path"')
LOSS = re.compile(r"L[12]\b|Huber loss|pinball loss|cross-entropy|Look at|names losses")
# Where its first picture begins, and how high it is, with all that a reader has unfolded folded again.
FOLDED = """() => {
  document.querySelectorAll("details").forEach(part => { part.open = false; });
  const top = document.querySelector("article .snippet-figure").getBoundingClientRect().y + scrollY;
  return [top, document.documentElement.scrollHeight];
}"""
SHOWING = {
    "a button": lambda page: page.get_by_role("button", name="Show all questions").click(),
    "the contents": lambda page: page.locator(".md-sidebar--secondary a[href*=noise]").click(),
    "paper": lambda page: page.pdf(),
}
LOST = ["no-such-page", f"{ADDRESSES[1]}mae/", "a/b/c/d/index.html#top"]


@on(LABS)
def test_on_a_phone_a_lab_leads_with_its_picture_and_has_nine_screens_at_most(visited):
    lay_out(visited, 390)
    assert visited.evaluate(FOLDED)[0] <= 2 * SCREEN
    # Where its font comes late, another one stays, which is wider, until the page is opened again.
    assert until(lambda: visited.evaluate(FOLDED)[1] <= 9 * SCREEN or not visited.reload(), 30)


def test_light_dark_and_the_choice_of_the_system_can_be_had_and_a_choice_stays(open_page):
    page = open_page("", palette="light")
    media = "all => all.map(each => each.dataset.mdColorMedia)"
    asked = [f"(prefers-color-scheme{scheme})" for scheme in ("", ": light", ": dark")]
    assert page.locator(".palette button").evaluate_all(media) == asked
    line = page.locator(".snippet-figure path[style*='--figure-0']").first
    stroke = "element => getComputedStyle(element).stroke"
    in_light = line.evaluate(stroke)
    choose_palette(page, "slate")
    assert line.evaluate(stroke) != in_light  # a figure follows the palette
    page.reload()
    assert until(lambda: page.evaluate(SCHEME_OF_A_FRAME) == "slate")
    page.evaluate("__md_set('__palette', {index: 7, color: {}})")  # as another site may
    page.reload()
    assert page.locator(".palette button:visible").count() == 1


def test_a_tab_has_an_icon_and_a_shared_link_a_picture_with_its_title(open_page, published_site):
    page = open_page(address_with('\ntitle: "L2 loss"\n'))
    icon = page.locator("link[rel=icon]").evaluate("link => link.href")
    assert page.request.get(icon).ok
    shared = page.locator("meta[property^='og:']").evaluate_all(
        "all => Object.fromEntries(all.map(each => [each.getAttribute('property'), each.content]))"
    )
    assert shared["og:title"] == "L2 loss"
    assert shared["og:image"] == "https://pages.example/apples/share.png"
    assert (published_site / "share.png").exists()
    assert shared["og:image:alt"] and shared["og:description"]


@pytest.mark.parametrize("path", LOST, ids=["beside home", "below a page", "far below"])
def test_an_address_that_leads_nowhere_offers_home_the_article_and_the_search(open_page, path):
    page = open_page(path)
    status = "Failed to load resource: the server responded with a status of 404 (Not Found)"
    assert page.complaints == [status]  # of the page itself: all that it asks for is there
    text = page.locator("article")
    for name, title in {"Home": "How wrong is a forecast?", "The article": "Introduction"}.items():
        link = text.get_by_role("link", name=name)
        answer = page.request.get(link.evaluate("link => link.href"))
        assert answer.ok and title in answer.text()
    text.get_by_role("button", name="Search this site").press("Enter")
    field = page.locator(".md-search__input")
    assert until(lambda: field.evaluate("field => field === document.activeElement"))
    page.keyboard.type("median")
    found = page.locator(".md-search-result__link").first
    assert until(found.is_visible)
    assert page.request.get(found.evaluate("link => link.href")).ok


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
