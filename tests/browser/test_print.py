"""Each page on paper: a sheet with its answers on a last page, in ink on white, to be cited."""

import io
import re
from importlib.metadata import version

import pytest
from pypdf import PdfReader

from tests.browser.conftest import SCHEMES, bring_axe, evaluate_all, lay_out, of_each_kind, unfold
from tests.browser.playground import PLAYGROUND
from tests.conftest import ADDRESS
from tests.navigation import ADDRESSES, LABS, address_with

MILLIMETRE = 96 / 25.4  # in the pixels of a style sheet
# What is left of a paper's width between the margins, which take 25 mm each.
PAPERS = {"A4": 210 - 50, "Letter": 216 - 50, "A5": 148 - 50}
ONLY_ON_A_SCREEN = (
    "header, nav, button, .md-header, .md-sidebar, .md-copyright, .md-skip, .md-search, .md-top, "
    "[download], .headerlink, .comment, .button, article select, "
    "article input:not(.playground-table input)"  # there it is a number, as the next test says
)
VISIBLE = """parts => parts.filter(part => part.checkVisibility({visibilityProperty: true}))
    .map(part => part.outerHTML.slice(0, 60))"""
WIDER_THAN_THE_PAPER = """parts => parts.filter(part =>
    part.getBoundingClientRect().right > document.documentElement.clientWidth + 1
    || getComputedStyle(part).overflowX != "visible" && part.scrollWidth > part.clientWidth + 1
    ).map(part => part.outerHTML.slice(0, 60))"""
TEXT = "article :not(svg, svg *)"
PAGE_ITSELF = "html, body, .md-main, .md-content, article"
COLOURED = """parts => parts.map(part => getComputedStyle(part).backgroundColor)
    .filter(ground => !["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"].includes(ground))"""
TOO_PALE = """parts => parts.filter(part =>
    [...part.childNodes].some(n => n.nodeType == 3 && n.data.trim()) && part.checkVisibility()
    && contrast("white", getComputedStyle(part).color) < 5.5
    ).map(part => part.outerHTML.slice(0, 60))"""
LATER = [pytest.param(lab, marks=pytest.mark.exhaustive) for lab in LABS[1:]]


def put_on_paper(page, paper="A4", palette="light"):
    """Lay a page out as for a printer; return it."""
    lay_out(page, PAPERS[paper] * MILLIMETRE, palette, "print")
    return page


def texts_of_sheets(page, paper="A4"):
    file = PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=True)))
    return [" ".join(sheet.extract_text().split()) for sheet in file.pages]


@of_each_kind
def test_a_page_prints_numbered_dark_on_white_and_without_what_only_a_screen_can_use(visited):
    wrong = {}
    unfold(visited)
    bring_axe(visited)
    for paper in reversed(PAPERS):  # A4 last, for all else
        put_on_paper(visited, paper)
        wrong[f"wider than {paper}"] = evaluate_all(visited, TEXT, WIDER_THAN_THE_PAPER)
    wrong["of use on a screen only"] = evaluate_all(visited, ONLY_ON_A_SCREEN, VISIBLE)
    for palette in SCHEMES:
        put_on_paper(visited, palette=palette)
        wrong[f"too pale, {palette}"] = evaluate_all(visited, TEXT, TOO_PALE)
        wrong[f"not on white, {palette}"] = evaluate_all(visited, PAGE_ITSELF, COLOURED)
    faults = [f"{what}: {part}" for what, parts in wrong.items() for part in parts]
    assert not faults, "\n".join(faults)
    assert visited.locator("article h1").first.is_visible()
    texts = [text.split() for text in texts_of_sheets(visited)]
    assert [text[0] for text in texts] == [str(n + 1) for n in range(len(texts))]
    assert all(len(text) > 3 for text in texts)


def letters(*texts):
    return re.sub(r"\W", "", "".join(texts))


@pytest.mark.parametrize("path", [LABS[0], *LATER])
def test_a_lab_prints_as_a_sheet_of_questions_with_the_answers_on_a_last_page(open_page, path):
    page = open_page(path)
    before = page.locator("article").inner_text()
    asked = page.locator("p:has(+ .tip)").all_text_contents()
    answers = page.locator(".success > summary + *").all_text_contents()
    texts = texts_of_sheets(page)
    assert " Hint " not in " ".join(texts) and len(texts) < 9
    last = next(at for at, text in enumerate(texts) if text.startswith(f"{at + 1} Answers "))
    solved = letters(*texts[last:])
    for words in map(letters, asked):
        assert words in letters(*texts[:last]) and words in solved
    found = [solved.find(letters(answer)[:20]) for answer in answers]
    assert found == sorted(found) and found[0] > 0
    title = page.locator("article h1").inner_text()
    cited = f"“{title}”, L1 and L2 loss, executed, version {version('l1-and-l2-loss')}, online ({ADDRESS}{path})"
    assert letters(cited) in letters(texts[-1])
    assert page.locator("article").inner_text() == before  # as if it had not been printed


def test_what_a_reader_has_unfolded_is_printed_and_without_scripts_no_answer_is(open_page):
    page = open_page(LABS[0])
    unfolded = letters(page.locator("details.note > summary + *").first.text_content())[:20]
    assert unfolded not in letters(*texts_of_sheets(page))
    page.locator("details.note > summary").first.click()
    assert unfolded in letters(*texts_of_sheets(page))
    page = open_page(LABS[0], java_script_enabled=False)
    answer = letters(page.locator(".success > summary + *").first.text_content())[:20]
    assert answer not in letters(*texts_of_sheets(page))


def test_the_summary_sheet_is_one_sheet_with_its_figure(open_page):
    page = put_on_paper(open_page(address_with('class="sheet"')))
    for paper in ("A4", "Letter"):
        assert len(texts_of_sheets(page, paper)) == 1, paper
    assert page.locator(".snippet-figure").is_visible()


def test_a_field_of_the_playground_prints_as_the_number_in_it(open_page):
    fields = put_on_paper(open_page(PLAYGROUND)).locator(".playground-table input:visible")
    assert fields.evaluate_all("all => all.map(field => field.value)") == ["100", "90", "95", "105"]
    looks = "all => all.map(getComputedStyle).map(s => [s.borderTopWidth, s.backgroundColor])"
    assert {*map(tuple, fields.evaluate_all(looks))} == {("0px", "rgba(0, 0, 0, 0)")}


def test_figures_print_in_the_same_ink_from_both_palettes(open_page):
    page = open_page("")
    line = page.locator(".snippet-figure path[style*='--figure-0']").first
    inks = set()
    for palette in SCHEMES:
        put_on_paper(page, palette=palette)
        inks.add(line.evaluate("element => getComputedStyle(element).stroke"))
    assert len(inks) == 1


def test_the_address_of_an_outside_link_stands_behind_it_and_no_other(open_page):
    page = open_page(ADDRESSES[1])
    page.evaluate(
        """document.querySelector("article h1 ~ p:not(.before)").innerHTML +=
        ' <a href="https://forge.example/a-file">an outside link</a>, <a href="../">ours</a>.'"""
    )
    assert "an outside link (https://forge.example/a-file), ours." in texts_of_sheets(page)[0]
