"""What each page, program and file keeps to, and claims: its source is read, by `make quick` too."""

import ast
import re

import pytest

from drift.project import files
from drift.project.snippet import DRAWN, PRINTED
from tests.conftest import PROJECT, run
from tests.navigation import KNOWN, PAGES, SECTIONS, SOURCES, page_with

HOME, *READ_ON = [page for page in PAGES if page in KNOWN.pages]
DRAWINGS = {name: each for name, each in KNOWN.snippets.items() if DRAWN in each.approved}
LOSSES = re.compile(r"\b(L1|MAE|mean absolute)\b"), re.compile(r"\b(L2|MSE|mean squared)\b")
LOOKED_UP = {HOME, page_with("\n# Glossary\n"), page_with("\n# References\n")}
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


@pytest.mark.parametrize("page", READ_ON)
def test_a_page_says_what_to_read_next_in_one_paragraph_that_leads_there(page):
    paragraphs = KNOWN.pages[page].text.split("\n\n")
    leading = [each for each in paragraphs if each.startswith("Next:")]
    is_one = [re.search(r"\]\([\w./-]+\.\w+", each) is not None for each in leading] == [True]
    assert is_one, f"docs/{page} has no one paragraph such as: Next: [Pears](pears.md)"


@pytest.mark.parametrize("page", [each for each in PAGES if each not in LOOKED_UP])
def test_a_page_says_below_its_title_what_to_read_before_it(page):
    opening = SOURCES[page].replace('\\n",\n', "\n")  # of a notebook
    assert re.search(r'# .+\n[\s"]+(Before this: |You can begin here)', opening)


def in_the_others_colour(source):
    """Yield the line of each call or row that names one loss alone, and the other's colour alone."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            parts = [*node.args, *(keyword.value for keyword in node.keywords)]
        else:
            parts = node.elts if isinstance(node, ast.Tuple | ast.List) else []
        texts = [each.value for each in parts if isinstance(each, ast.Constant)]
        texts = [text for text in texts if isinstance(text, str)]
        named = [any(map(loss.search, texts)) for loss in LOSSES]
        drawn = [colour in texts for colour in ("C0", "C1")]
        if sum(named) == sum(drawn) == 1 and named != drawn:
            yield node.lineno


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_figure_prints_its_numbers_and_draws_no_loss_in_the_colour_of_the_other(name):
    assert re.search(r"\d", DRAWINGS[name].approved.get(PRINTED, ""))
    assert [*in_the_others_colour(DRAWINGS[name].source)] == []


def test_a_loss_in_the_others_colour_is_seen():
    swapped = 'axes.plot(x, y, color="C1", label="L1 loss")\nrows = [("mean squared", "C0")]'
    assert [*in_the_others_colour(swapped)] == [1, 2]


def test_no_file_holds_a_hidden_character():
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    assert listed.returncode == 0, listed.stderr
    for name in listed.stdout.split("\0"):
        if (PROJECT / name).is_file() and not name.endswith((".woff2", ".png")):
            text = (PROJECT / name).read_text("utf-8", "surrogateescape")
            assert [*files.hidden_characters(name, text)] == []


HIDDEN = {
    "a\nb = '\u202e67.6'": "line 2: holds U+202E (RIGHT-TO-LEFT OVERRIDE)",
    "zero\u200bwidth": "line 1: holds U+200B (ZERO WIDTH SPACE)",
    "\ufeffa mark of the order of bytes": "line 1: holds U+FEFF",
    "a bell\x07": "line 1: holds U+0007 (control)",
    "a lone\rreturn": "line 1: holds U+000D (control)",
    "a separator\u2028": "line 1: holds U+2028 (LINE SEPARATOR)",
    "a private one\ue000": "line 1: holds U+E000 (private use)",
    "none\uffff": "line 1: holds U+FFFF (unassigned)",
    "a tag\U000e0041": "line 1: holds U+E0041 (TAG LATIN CAPITAL LETTER A)",
    "so\xadft, \U0001f469\U0001f3fd\u200d\U0001f52c \u2764\ufe0f\u200d\U0001f525": "",
    "6\xad.67": "line 1: holds U+00AD (SOFT HYPHEN)",
    "a\n\U0001f469\u200d6": "line 2: holds U+200D (ZERO WIDTH JOINER)",
    "MAE² ≈ 6.67\n\ta tab, a dash – and “quotes”": "",
}


@pytest.mark.parametrize("text, expected", HIDDEN.items())
def test_a_hidden_character_is_told_with_its_line(text, expected):
    found = [*map(str, files.hidden_characters("p.py", text))]
    assert len(found) == bool(expected)
    assert all(fault.startswith(f"p.py, {expected}") for fault in found)


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
