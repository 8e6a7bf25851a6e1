"""A sentence with `#!holds` stands on a boolean of its program; where that is false, nothing is published."""

import pytest

from drift import accept
from drift.project.snippet import Snippet
from drift.run import approval
from tests.guard.small_site import FENCE, MEAN, Spoiled

PROGRAM = MEAN + "is_small = mean < 7\n"
PAGE = f"# Apples\n\nThe mean is small. `#!holds mean.is_small`\n\n{FENCE}"


@pytest.fixture
def claimed(site):
    site.write("snippets/mean.py", PROGRAM)
    site.write("snippets/mean.values", "is_small = True\n")
    site.write("docs/index.md", PAGE)
    return site


def test_a_claim_that_holds_is_marked_leads_to_its_line_and_is_held_on_the_finished_page(
    claimed, tmp_path
):
    assert claimed.build("--strict").returncode == 0
    page = claimed.read("site/index.html")
    assert (
        'small.\u00a0<data class="claim" data-line="is_small = mean &lt; 7" data-source="#mean-7" '
        'title="is_small, line 7 of mean.py" value="True">'
        '<span aria-label="A program checks this." data-search-exclude="true" role="img">✓</span></data>'
    ) in page
    assert Spoiled(claimed, tmp_path / "sound").faults() == []
    for before, after in {
        'value="True"': 'value="False"',
        "is_small, line 7": "is_small, line 6",
        "is_small, line": "is_large, line",
        ">✓<": ">✓✓<",
    }.items():
        spoiled = Spoiled(claimed, tmp_path / after)
        spoiled.replace("index.html", before, after)
        assert any("is not what was approved" in fault for fault in spoiled.faults()), after


def test_accepting_approves_what_holds(claimed):
    claimed.write("snippets/mean.values", "mean:.2f = 6.67\n")
    assert accept.accept(claimed.folder) == 0
    assert claimed.read("snippets/mean.values") == "is_small = True\n"


WRONG = {
    "false": ("is_small = mean < 6", "the claim mean.is_small does not hold", "is_small = mean < 6"),
    "a number": ("is_small = mean + 7", "is_small is neither True nor False", "is_small = mean + 7"),
    "of a thing with itself": ("copy = mean\nis_small = sum([copy]) == sum([mean])", "is_small compares only what was typed, or a thing with itself", "sum([copy])"),
    "typed": ("is_small = True", "is_small compares only what was typed", "is_small = True"),
    "two literals": ("is_small = 6 < 7", "is_small compares only what was typed", "is_small = 6 < 7"),
    "typed under a name": ("few = 6\nis_small = bool(few < 7)", "is_small compares only what was typed", "few < 7"),
}  # fmt: skip


@pytest.mark.parametrize("claim, message, line", WRONG.values(), ids=WRONG)
def test_what_does_not_hold_is_refused_and_not_approved(claimed, capsys, claim, message, line):
    claimed.write("snippets/mean.py", f"{MEAN}{claim}\n")
    (said,) = claimed.refusals()
    assert said.startswith(f"docs/index.md, line 3: {message}")
    assert "(snippets/mean.py, line " in said and line in said
    claimed.write("snippets/mean.values", "")
    assert accept.accept(claimed.folder) == 1
    assert f"not approved: {message}" in capsys.readouterr().err
    assert claimed.read("snippets/mean.values") == ""


def test_what_no_change_of_the_program_makes_false_is_not_approved(claimed, capsys):
    claimed.write("snippets/mean.py", MEAN + "is_small = abs(mean) >= 0\n")
    claimed.write("snippets/mean.values", "")
    assert accept.accept(claimed.folder) == 1
    said = "snippets/mean.py, line 7: is_small holds whatever is changed in the program"
    assert said in capsys.readouterr().err


ASKED_WRONGLY = {
    "a number": ("`#!holds mean.mean`", "line 3: mean is neither True nor False"),
    "a claim as a value": ("`#!value mean.is_small`", "line 3: is_small is True or False, and no number. Write `#!holds mean.is_small`"),
    "no such name": ("`#!holds mean.large`", "line 3: no single top-level statement of snippets/mean.py names a claim 'large'"),
    "no such program": ("`#!holds men.is_small`", "line 3: there is no snippet snippets/men.py"),
    "a format": ("`#!holds mean.is_small:.2f`", "line 3: `#!holds mean.is_small:.2f` is neither a value nor a claim"),
    "a heading": ("\n\n## Small `#!holds mean.is_small`", "line 5: a value can't stand in a heading"),
    "a link": ("[small `#!holds mean.is_small`](index.md)", "line 3: a value can't stand in link text"),
}  # fmt: skip


def test_a_claim_that_is_asked_for_wrongly_is_named_with_its_line(claimed):
    for name, (span, _) in ASKED_WRONGLY.items():
        claimed.write(f"docs/{name}.md", PAGE.replace("`#!holds mean.is_small`", span))
    found = claimed.refusals()
    for name, (_, message) in ASKED_WRONGLY.items():
        assert any(each.startswith(f"docs/{name}.md, {message}") for each in found), name


COMPUTED = {
    "x = abs(a - b) < 1e-9\na = 1\nb = 2": True,
    "a = np.array([1, 2])\nb = a\nx = np.all(b < 2)": False,
    "a = np.array([1, 2])\nx = np.all(a.mean() < 2)": True,
    "a, b = 1, 2\nx = a < b and not b > a and a > a or 6 < 7": False,
    "a, b = np.array([1, 2])\nx = a < b": True,
    "x = np.allclose(fit(a), [1, 2])": True,
    "a = f()\nb, c = a, a\nx = a == a and not a != b or np.all(a == a) or np.allclose(b, c)": False,
    "a = f()\nx = np.allclose(a, a, b) or a == a": True,
    "a = f()\nb = a\na = a + 1\nx = a == b": True,
    "a = f()\nb = a\nb += 1\nx = a == b": True,
}


@pytest.mark.parametrize("source", COMPUTED)
def test_a_claim_compares_what_is_computed(source):
    assert approval.is_computed(Snippet(None, "x.py", source), "x") is COMPUTED[source]
