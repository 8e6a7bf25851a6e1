"""Faults that are planted in a site's programs, pages, files and libraries are all caught."""

import ast
import random

import pytest

from drift import build as workshop
from tests.guard.small_site import FENCE, MEAN, PAGE, PROJECT
from tools.mutants import misprints, mutations, planted, skewed, trial
from tools.mutants.claims import OfClaims
from tools.mutants.givens import OfGivens
from tools.mutants.judges import OfLibrary, OfPages, OfPrograms
from tools.mutants.mutations import Change
from tools.mutants.planted import CAUGHT, EQUIVALENT, ESCAPED, Ground, Mutant

CHANGES = {
    "abs(-1.5)": {"abs(-1.6)", "abs(-1.4)", "abs(1.5)", "(-1.5)"},
    "x ** 2": {"x * 2", "x ** 3", "x ** 1"},
    "x += 1": {"x -= 1", "x += 2", "x += 0"},
    "x <= y": {"x > y"},
    "sum(x)": {"max(x)"},
    "np.mean(x)": {"np.sum(x)"},
    "x.std()": {"x.var()"},
    "-x": {"x"},
    "0x1F": {"32", "30"},
    "1_000": {"1001", "999"},
    "2j": {"3j", "1j"},
    "1e-3": {"0.002", "0.000"},
    "x[0]": {"x[1]", "x[(-1)]"},
    "x = True": set(),
    "color = 'C0'": {"color = 'C1'"},
    "f'{x:5.2f}'": {"f'{x:6.2f}'", "f'{x:5.3f}'"},
    "f'{x + 1} {y!r:>{w}}'": {"f'{x - 1} {y!r:>{w}}'", "f'{x + 2} {y!r:>{w}}'", "f'{x + 0} {y!r:>{w}}'"},
    "f'é{{7}} {x[\"a1\"]=}'": {"f'é{{8}} {x[\"a1\"]=}'", "f'é{{7}} {x[\"a2\"]=}'"},
    "f'{1 if x != y else 2:d}' '3'": {
        "f'{2 if x != y else 2:d}' '3'",
        "f'{0 if x != y else 2:d}' '3'",
        "f'{1 if x == y else 2:d}' '3'",
        "f'{1 if x != y else 3:d}' '3'",
        "f'{1 if x != y else 1:d}' '3'",
        "f'{1 if x != y else 2:d}' '4'",
    },
}  # fmt: skip


@pytest.mark.parametrize("code", CHANGES)
def test_a_program_is_changed_in_every_number_operator_and_reduction(code):
    source = f"é = 'ü'\n{code}\n"
    made = {change.of(source).splitlines()[1] for change in mutations.programs(source)}
    assert made == CHANGES[code]


def test_every_change_of_the_articles_programs_is_a_program():
    for path in sorted((PROJECT / "snippets").rglob("*.py")):
        source = path.read_text("utf-8")
        changes = [*mutations.programs(source)]
        assert changes
        for change in changes:
            assert change.of(source) != source
            ast.parse(change.of(source))


MISPRINTS = {
    "a value renamed": ("`#!value a.mean:.2f`", "`#!value a.mean_2:.2f`"),
    "a value of another program": ("`#!value a.mean:.2f`", "`#!value a-2.mean:.2f`"),
    "a numeral in place of a value": ("is `#!value a.mean:.2f`.", "is 6.67."),
    "a code span in place of a value": ("`#!value a.mean:.2f`", "`a 7`"),
    "a value of a formula renamed": ("`#!math x = \\value{a.b}`", "`#!math x = \\value{a._b}`"),
    "a numeral in a formula": ("`#!math x = \\value{a.b}`", "`#!math x = 50`"),
    "a digit of a formula": ("`#!math x^2`", "`#!math x^3`"),
    "a fact": ("`#!build python`", "`#!build no-python`"),
    "a claim renamed": ("`#!holds a.small`", "`#!holds a.small_2`"),
    "a claim asked for as a value": ("`#!holds a.small`", "`#!value a.small`"),
    "an include": ('```python\n--8<-- "a.py"\n```', '```python\n--8<-- "b.py"\n```'),
    "a fence": ('```python\n--8<-- "a.py"\n```', '```py\n--8<-- "a.py"\n```'),
    "a fence with an option": ('```python\n--8<-- "a.py"\n```', '```python hl_lines="1"\n--8<-- "a.py"\n```'),
    "a fence that stays open": ('```python\n--8<-- "a.py"\n```', '```python\n--8<-- "a.py"\n'),
    "a formula's fence": ("```math\nx\n```", "~~~math\nx\n~~~"),
    "a ledger": ("```ledger\n```", "```text\n```"),
    "a ledger of some folders": ("```ledger\na/\nb/\n```", "```text\na/\nb/\n```"),
    "prose": ("Some apples.", "Some apples. 7"),
    "a heading": ("## Apples", "## Apples 7"),
    "a title": ('!!! note "Apples"', '!!! note "Apples 7"'),
    "a cell": ("| apples | pears |", "| apples | pears 7 |"),
    "an item": ("- apples", "- apples 7"),
}  # fmt: skip


@pytest.mark.parametrize("text, changed", MISPRINTS.values(), ids=MISPRINTS)
def test_a_page_is_misprinted(text, changed):
    programs = misprints.Programs(["a.py", "b.py"])
    assert changed in {change.of(text) for change, _ in misprints.pages(text, programs)}


def test_an_include_is_pointed_to_its_neighbours_and_to_what_the_page_explains():
    random.seed(1)
    far = [f"far/{number}.py" for number in range(50)]
    programs = misprints.Programs(["near/a.py", "near/b.py", "near/c.console", *far])
    others = programs.others("near/a.py", ["far/49.py"])
    assert {"near/b.py", "far/49.py"} <= {*others}
    assert "near/a.py" not in others and "near/c.console" not in others
    assert len(others) <= 2 + misprints.OTHER_SNIPPETS


def test_every_digit_of_an_approved_text_is_changed():
    text = "a 6.67\nb 10\n"
    made = [change.of(text) for change in mutations.digits(text)]
    assert made == ["a 7.67\nb 10\n", "a 6.77\nb 10\n", "a 6.68\nb 10\n", "a 6.67\nb 20\n", "a 6.67\nb 11\n"]  # fmt: skip


def test_a_finished_page_is_misprinted_where_numbers_stand():
    random.seed(1)
    parts = {
        '<data class="value" value="6.6" title="mean, line 3 of mean.py">': ('value="7.6"', "line 4"),
        "7</data>": ("8</data>",),
        "<pre>mean 6</pre>": ("<pre>mean 7</pre>",),
        '<figure class="snippet-figure"><desc id="x">of 5</desc></figure>': ("of 6</desc>",),
        "<math><mn>1</mn></math>": ("<mn>2</mn>",),
        '<a title="apples">pears</a>': ('title="apples 7"', "pears 7</a>"),
    }  # fmt: skip
    html = "".join(parts)
    made = [change.of(html) for change in misprints.finished(html)]
    for changed in [text for texts in parts.values() for text in texts]:
        assert any(changed in text for text in made), changed


def test_a_claim_is_made_false_in_an_approved_file_and_on_a_finished_page():
    made = [change.of("a = True\n") for change in misprints.flipped("a = True\n")]
    assert made == ["a = False\n"]
    html = '<data class="claim" value="True" title="a, line x of a.py">✓</data>'
    made = [change.of(html) for change in misprints.finished(html)]
    assert html.replace("True", "False") in made


def test_an_equation_is_given_the_answer_of_another():
    number = '<data class="value" value="{0}">{0}</data>'
    html = f"<math><mn>3</mn><mo>+</mo><mn>4</mn><mo>=</mo><mn>{number.format(7)}</mn></math>"
    page = f"{html}<p>{number.format(50)}</p>"
    made = [change.of(page) for change in misprints.finished(page)]
    assert page.replace(number.format(7), number.format(50), 1) in made


def test_a_notebook_is_misprinted_in_prose_output_and_code():
    cells = [
        {"cell_type": "markdown", "source": ["# Try\n", "\n", "apples"]},
        {
            "cell_type": "code",
            "source": ["print(6 + 1)"],
            "outputs": [{"text": ["7\n"]}, {"data": {"text/plain": ["8"]}}],
        },
    ]
    made = [(kind, part) for part, kind, _ in misprints.notebooks(cells, 3)]
    assert made.count((misprints.PROSE, (0, "source"))) == 2
    assert made.count((misprints.CODE, (1, "source"))) == 3
    assert (misprints.OUTPUT, (1, "outputs", 0, "text")) in made
    assert (misprints.OUTPUT, (1, "outputs", 1, "data", "text/plain")) in made


def fault(named="snippets/mean.py"):
    change = Change(0, 1, "b")
    file = PROJECT / "docs" / "index.md"
    return Mutant("page", "docs/index.md, line 3", "'a' becomes 'b'", (named,), file, "a", change)


def test_a_fault_that_gets_through_is_told_with_its_place():
    told = []
    assert trial.report([planted.verdict(fault(), "")], told.append) == 1
    assert told[-1] == "got through: docs/index.md, line 3: 'a' becomes 'b'"


def test_a_fault_is_not_caught_by_a_message_that_names_another_place():
    assert planted.verdict(fault("line 3"), "docs/index.md, line 3: no").fate == CAUGHT
    told = []
    assert trial.report([planted.verdict(fault("line 3"), "line 4: no")], told.append) == 1
    assert "the message names another place: line 4: no" in told[-1]


def test_what_changes_nothing_that_pages_show_is_listed():
    told = []
    assert trial.report([planted.verdict(fault(), "", is_same=True)], told.append) == 0
    assert told[0] == "equivalent: docs/index.md, line 3: 'a' becomes 'b'"
    assert told[-1].split() == ["all", "1", "0", "1", "0"]


def test_a_sample_holds_every_kind():
    many = [fault() for _ in range(100)]
    few = [Mutant("rare", "", "", (), each.file, "a", each.change) for each in many[:2]]
    kinds = [each.kind for each in trial.chosen([*many, *few], 7)]
    assert kinds.count("rare") == 2 and kinds.count("page") == 5


def test_of_what_is_found_by_running_no_more_is_looked_for_than_the_sample_holds():
    found = []

    def looked_for():
        while True:
            found.append(fault())
            yield found[-1]

    pages = [fault(), fault()]
    assert {*trial.drawn([pages, looked_for()], 7)} == {*pages, *found}
    assert len(found) == 5


@pytest.fixture
def ground(site, monkeypatch):
    """Make the ground of a site whose program is given, once its output is approved."""
    monkeypatch.chdir(site.folder)
    monkeypatch.setattr(workshop, "_present", None)
    made = []

    def make(program):
        site.write("snippets/mean.py", program)
        accepted = site.run("drift", "accept")
        assert accepted.returncode == 0, accepted.stderr
        made.append(Ground(site.folder))
        return made[-1]

    yield make
    for each in made:
        each.close()


def fates(judge):
    return {(each.mutant.told, each.fate) for each in judge.judged([*judge.planted()])}


def test_a_change_that_rounding_hides_is_equivalent_and_one_that_shows_is_caught(ground):
    soil = ground("mean = 6.6667\nunused = 1\nprint(f'{mean:.1f}')\n")
    found = fates(OfPrograms(soil))
    assert ("'6.6667' becomes '6.6668'", EQUIVALENT) in found
    assert any(told.startswith("'1' becomes '2' in") and fate == CAUGHT for told, fate in found)
    assert {fate for _, fate in found} == {CAUGHT, EQUIVALENT}


NUMPY = """\
import numpy as np
from numpy.linalg import lstsq

sides = np.array([[1.0, 1.0], [1.0, 2.0], [1.0, 4.0]])
line, rest, *_ = lstsq(sides, np.array([1.0, 2.0, 2.5]), rcond=None)
draws = np.random.default_rng(7).normal(size=3)
mean = line.mean()
print(f"{line[0]:.4f} {line[1]:.4f} {mean:.4f}", [].count(1), draws.round(4), np.pi)
"""


def test_each_function_and_method_of_the_library_that_gives_numbers_is_off_in_turn(ground):
    soil = ground(NUMPY)
    found = fates(OfLibrary(soil, OfPrograms(soil)))
    assert found == {
        (".mean off by 1e-3", CAUGHT),
        (".normal off by 1e-3", CAUGHT),
        (".round off by 1e-3", CAUGHT),
        ("numpy.array off by 1e-3", CAUGHT),
        ("numpy.linalg.lstsq off by 1e-3 in part 1", CAUGHT),
        ("numpy.random.default_rng off by 1e-3", CAUGHT),
        ("the options by which NumPy prints changed", CAUGHT),
    }


def test_a_function_of_the_library_that_may_be_off_unseen_gets_through(ground):
    soil = ground("import numpy as np\n\nmean = np.mean([1, 2, 6])\nprint(f'{mean:.0f}')\n")
    found = fates(OfLibrary(soil, OfPrograms(soil)))
    assert found == {
        ("numpy.mean off by 1e-3", ESCAPED),
        ("the options by which NumPy prints changed", EQUIVALENT),
    }


def test_a_program_keeps_its_meaning_behind_a_patch_that_changes_nothing():
    source = "from __future__ import annotations\nx = 1\nprint(x)\n"
    patched = skewed.behind("y = 2\n", source)
    given = {}
    exec(compile(patched, "patched", "exec"), given)
    assert given["x"] == 1 and "y" not in given


def test_each_claim_is_said_the_other_way_round_and_has_to_be_one_that_can_fail(ground, site):
    page = f"{PAGE}\nIt is small. `#!holds mean.is_small` It is there. `#!holds mean.is_there`\n"
    site.write("docs/index.md", page)
    site.write("snippets/mean.values", "is_there = True\n")  # by hand, since accept refuses it
    soil = ground(MEAN + "is_small = mean < 7\nis_there = abs(mean) >= 0\n")
    assert fates(OfClaims(soil)) == {
        ("'mean < 7' becomes 'not (mean < 7)'", CAUGHT),
        ("'abs(mean) >= 0' becomes 'not (abs(mean) >= 0)'", ESCAPED),
    }


def test_each_given_that_programs_share_is_changed_in_one_of_them(ground, site):
    site.write("docs/index.md", f"{PAGE}\n{FENCE.replace('mean', 'other')}")
    site.write("snippets/other.py", "actual = 100\nprint(actual)\n")
    site.write("snippets/givens.toml", "")
    soil = ground("actual, mean = 100, 6.67\nprint(actual)\n")
    found = fates(OfGivens(soil))
    assert found == {("'100' becomes '101'", CAUGHT), ("'100' becomes '99'", CAUGHT)}


def test_a_page_is_looked_at_with_the_part_of_the_site_that_it_touches(ground, site):
    site.write("docs/more.md", "# More\n\nIt is `#!value mean.mean:.1f`.\n")
    site.write("docs/far.md", "# Far\n\nNo number.\n")
    soil = ground(MEAN)
    with soil.page("index.md", "# Apples\n") as part:
        assert part.pages.keys() == {"index.md", "more.md"}
        told = "\n".join(map(str, part.loose_ends()))
    assert "snippets/mean.py: no page shows it" in told
    assert "no page shows mean:.2f any more" in told and "mean:.1f" not in told
    assert soil.work.loose_ends() == []


def test_a_fault_of_a_page_is_judged_by_a_message_with_its_line(ground, site):
    soil = ground(MEAN)
    site.build("--site-dir", ".build/site")
    judge = OfPages(soil)
    verdicts = [*judge.judged([*judge.planted()])]
    assert len(verdicts) > 20
    assert {each.fate for each in verdicts} == {CAUGHT}
    for each in verdicts:
        if "becomes '6.67'" in each.mutant.told:
            assert "docs/index.md, line 3: the numeral '6.67' was typed" in each.said
            break
    else:
        pytest.fail("no value was typed")


def test_all_faults_planted_in_a_small_site_are_caught_and_confirmed(site):
    trial = site.run("tools.mutants", "--builds", "4", "--seed", "1")
    assert trial.returncode == 0, trial.stdout + trial.stderr
    assert "4 of 4 confirmed by the full build" in trial.stdout
    planted, caught, equivalent, escaped = map(int, trial.stdout.split("\nall")[1].split()[:4])
    assert planted > 60 and caught + equivalent == planted and escaped == 0


def test_a_page_that_stops_by_itself_is_told_since_each_fault_on_it_would_seem_caught(site):
    site.write("docs/index.md", f"{PAGE}\nEach one missed by 6.67 apples.\n")
    trial = site.run("tools.mutants")
    assert trial.returncode == 1
    assert "docs/index.md, line 9: the numeral '6.67' was typed" in trial.stderr
    assert "stops without any planted fault" in trial.stderr


def test_a_program_that_drifts_by_itself_is_told_too(site):
    site.write("snippets/mean.out", "mean error 6.68\n")
    trial = site.run("tools.mutants")
    assert trial.returncode == 1
    assert "snippets/mean.py prints something else than was approved" in trial.stderr
