"""What each page, program and file keeps to, read from its source: `make quick` runs these too."""

import ast
import re

import pytest

from drift.project import files, project
from drift.project.snippet import DRAWN, PRINTED
from tests.conftest import PROJECT, run
from tests.navigation import PAGES

KNOWN = project.read(PROJECT)
HOME, *READ_ON = [page for page in PAGES if page in KNOWN.pages]
DRAWINGS = {name: each for name, each in KNOWN.snippets.items() if DRAWN in each.approved}
LOSSES = re.compile(r"\b(L1|MAE|mean absolute)\b"), re.compile(r"\b(L2|MSE|mean squared)\b")


@pytest.mark.parametrize("page", READ_ON)
def test_a_page_says_what_to_read_next_in_one_paragraph_that_leads_there(page):
    paragraphs = KNOWN.pages[page].text.split("\n\n")
    leading = [each for each in paragraphs if each.startswith("Next:")]
    is_one = [re.search(r"\]\([\w./-]+\.\w+", each) is not None for each in leading] == [True]
    assert is_one, f"docs/{page} has no one paragraph such as: Next: [Pears](pears.md)"


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
