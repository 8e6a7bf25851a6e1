"""Faults that are planted in programs, pages and files of a site are caught, and counted."""

import random

import pytest

from drift.project import page_source
from drift.run import variants
from tests.guard.small_site import MEAN, PAGE
from tools.mutants import misprints
from tools.mutants.__main__ import chosen
from tools.mutants.mutant import CAUGHT, EQUIVALENT, THROUGH, Change, Found, Mutant

CHANGES = {
    "abs(-1.5)": {"abs(-1.6)", "abs(-1.4)", "abs(+1.5)", "(lambda it: it)(-1.5)"},
    "x ** 1e-3": {"x * 0.001", "x ** 0.002", "x ** 0.0"},
    "x += 1": {"x -= 1", "x += 2", "x += 0"},
    "~x <= sum(y)": {"~x > sum(y)", "~~x <= sum(y)", "~x <= max(y)"},
    "x = np.mean(x) and True": {"x = np.sum(x) and True"},
    "f'{x:5.2f}' 'C0'": {"f'{x:6.2f}C0'", "f'{x:5.3f}C0'", "f'{x:5.2f}C1'"},
}
UNPLANTED = [
    ("docs/index.md", f"{PAGE}\nBy 6.67.\n", "docs/index.md, line 9: the numeral '6.67' was"),
    ("snippets/mean.out", "mean error 6.68\n", "snippets/mean.py prints something else than"),
]


@pytest.mark.parametrize("code", CHANGES)
def test_a_program_is_changed_in_every_number_operator_and_reduction_and_keeps_other_lines(code):
    before, behind = "é = 'ü'  # a comment\n", "\n\nprint(x)\n"
    made = [variant.source for variant in variants.variants(before + code + behind)]
    assert {*made} == {before + changed + behind for changed in CHANGES[code]}


INCLUDE = '```python\n--8<-- "a.py"\n```'
MISPRINTS = [
    ("`#!value a.mean:.2f`", ["`#!value a.mean_70002:.2f`", "`#!value a-70002.mean:.2f`", "70003", "`mean 70004`"]),
    ("`#!math x^2 = \\value{a.b}`", ["`#!math x^2 = \\value{a._b}`", "`#!math x^2 = 50`", "`#!math x^7 = \\value{a.b}`"]),
    ("`#!build python`", ["`#!build 70002-python`", "70003"]),
    ("`#!holds a.small`", ["`#!holds a.small_70002`", "`#!value a.small`"]),
    (INCLUDE, [INCLUDE.replace("a.py", "b.py"), INCLUDE.replace("python", "py"), INCLUDE[:-3]]),
    ("```math\nx\n```", ["~~~math\nx\n~~~"]),
    ("```ledger\na/\nb/\n```", ["```text\na/\nb/\n```"]),
    ("## Apples", ["## Apples 70001"]),
    ('!!! note "Apples"', ['!!! note "Apples 70001"']),
    ("| apples | pears |", ["| apples | pears 70001 |"]),
]  # fmt: skip


@pytest.mark.parametrize("text, changed", MISPRINTS)
def test_a_page_is_misprinted(text, changed):
    source = page_source.read("index.md", "docs/index.md", text)
    made = {each.change.of(text) for each in misprints.page(source, ["a.py", "b.py"])}
    assert made >= {*changed}


FINISHED = {
    '<data class="value" value="6.6" title="mean, line 3 of mean.py">': ('value="1.6"', "line 8"),
    "7</data>": ("2</data>",),
    '<data class="claim" value="True" title="a, line x of a.py">✓</data>': ('value="False"',),
    "<pre>mean 6</pre>": ("<pre>mean 1</pre>",),
    '<figure class="snippet-figure"><desc id="x">of 5</desc></figure>': ("of 0</desc>",),
    "<math><mn>1</mn></math>": ("<mn>6</mn>",),
    '<math><mn>3</mn><mo>+</mo><mn>4</mn><mo>=</mo><mn><data class="value">7</data></mn></math>': (
        '<mo>=</mo><mn><data class="value">50</data>',
    ),
    '<p><data class="value">50</data></p>': ('<p><data class="value">00</data></p>',),
    '<a title="apples">pears</a>': ('title="apples 7"', "pears 7</a>"),
}


def test_a_finished_page_is_misprinted_where_numbers_stand_and_where_they_are_heard():
    html = "".join(FINISHED)
    made = [change.of(html) for sort in misprints.finished(html) for change in sort]
    for changed in (text for texts in FINISHED.values() for text in texts):
        assert any(changed in text for text in made), changed


def test_of_an_exact_number_no_digit_is_changed_that_no_page_shows():
    html = '<data class="value" value="{}" title="a">{}</data>'
    changed = {("4.98e-26", "0.00"): 0, ("4.98e-26", "4.98e-26"): 1, ("0.0498", "0.05"): 1}
    for each, count in changed.items():
        attributes, *_ = misprints.finished(html.format(*each))
        assert len(attributes) == count, each


def fault(kind="page", messages=(), is_same=False):
    def found():
        return Found(messages, is_same)

    return Mutant(kind, "a.md", "x\n7\n", Change(2, 3, "8"), ("a.md, line 2:",), found)


def test_only_a_message_that_names_the_place_catches_a_fault():
    assert str(fault()) == "a.md, line 2: '7' becomes '8' in 'x 7'"
    assert fault(messages=["a.md, line 2: no"]).fate() == (CAUGHT, "")
    elsewhere = "a.md, line 21: no"
    assert fault(messages=[elsewhere], is_same=True).fate() == (THROUGH, elsewhere)
    assert fault(is_same=True).fate() == (EQUIVALENT, "")
    assert fault().fate() == (THROUGH, "")


def test_a_sample_holds_every_kind():
    random.seed(1)
    faults = [*(fault() for _ in range(100)), fault("rare"), fault("rare")]
    kinds = [each.kind for each in chosen(faults, 7)]
    assert kinds.count("rare") == 2 and kinds.count("page") == 5


def test_all_faults_planted_in_a_small_site_are_caught_but_an_empty_claim(site):
    """Of every kind: a claim that nothing makes false is put in by hand, since accept refuses it."""
    claims = "It is small. `#!holds mean.is_small` It is there. `#!holds mean.is_there`\n"
    other = '\n```python\n--8<-- "other.py"\n```\n'
    site.write("docs/index.md", f"{PAGE}\n{claims}{other}")
    program = MEAN + "bound = 7\nis_small = mean < bound\nis_there = abs(mean) >= 0\n"
    site.write("snippets/mean.py", program)
    site.write("snippets/mean.values", "is_small = True\nis_there = True\nmean:.2f = 6.67\n")
    site.write("snippets/other.py", "bound = 7\nprint(bound)\n")
    site.write("snippets/other.out", "7\n")
    trial = site.run("tools.mutants", "--seed", "1")
    assert trial.returncode == 1 and not trial.stderr, trial.stderr
    through = [line for line in trial.stdout.splitlines() if line.startswith("got through")]
    assert len(through) == 1 and "is_there is true whatever" in through[0], trial.stdout
    rows = [line.rsplit(maxsplit=4) for line in trial.stdout.splitlines()]
    caught = {row[0]: int(row[2]) for row in rows if len(row) == 5 and row[2].isdecimal()}
    kinds = ("program", "approved", "page", "finished", "claim", "given")
    assert all(caught[kind] for kind in kinds)


@pytest.mark.parametrize("file, text, message", UNPLANTED)
def test_a_fault_that_was_not_planted_is_named_as_it_hides_others(site, file, text, message):
    site.write(file, text)
    trial = site.done("tools.mutants", code=1)
    assert "a fault that was not planted" in trial and message in trial
