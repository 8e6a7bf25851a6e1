"""A value is what its one statement bound, a claim a boolean of its program, a fact one of the build."""

import platform
import re
from importlib.metadata import version

import pytest

from drift import accept
from drift.build import Build
from drift.project.page_source import Use
from drift.project.snippet import Snippet
from drift.run import approval
from tests.guard.small_site import FENCE, MEAN, PAGE, Spoiled, project_of

OTHER = "x is of type {} (snippets/a.py, line 2: x = "
NO_NUMBER = "A value is a number, as float() makes one; a claim stands as `#!holds {}`."
NUMBERS = {
    "also a name inside a function": ("def f():\n    x = 3\n    return x\nx = 6.67\nall = [x for x in [1]]", "x", "6.67"),
    "one that a function binds": ("def f():\n    global x\n    x = 3\nx = 6.67", "x", "no single top-level statement"),
    "one of a loop": ("for x in [6.67]:\n    pass", "x", "no single top-level statement of snippets/a.py names 'x'. The nearest names: "),
    "one that is bound twice": ("x = 3\nx = 6.67", "x", "no single top-level statement"),
    "one of a condition": ("if (x := 3):\n    pass\ny = [(z := 1) for _ in [1]]\nx = 4", "x", "no single top-level statement"),
    "one of a default": ("x = 1; f = lambda y=(x := 2): y", "x", "no single top-level statement"),
    "a single of NumPy": ("import numpy as np\nx = np.float32(0.5)", "x:.1f", "0.5"),
    "an array of no dimension": ("import numpy as np\nx = np.array(2)", "x", "2"),
    "a long double": ("import numpy as np\nx = np.longdouble(1)", "x", OTHER.format("numpy.longdouble")),
    "a boolean of NumPy": ("import numpy as np\nx = np.bool_(1)", "x", f"x is of type bool (snippets/a.py, line 2: x = np.bool_(1)). {NO_NUMBER.format('a.x')}"),
    "a fraction": ("from fractions import Fraction\nx = Fraction(1, 3)", "x", OTHER.format("fractions.Fraction")),
    "a decimal": ("from decimal import Decimal\nx = Decimal(1)", "x", OTHER.format("decimal.Decimal")),
    "a list": ("\nx = [6.67]", "x", OTHER.format("list")),
    "no end": ("x = float('inf')", "x:.1%", "inf%"),
    "no number at all": ("x = float('nan')", "x:.1f", "nan"),
    "a large one": ("x = -10**20", "x:,", "−100,000,000,000,000,000,000"),
    "one too large for its format": ("x = 10**400", "x:.2f", "'.2f' is not a format for x (int too large to convert to float). Write none."),
    "one that Python does not write": ("\nx = 10**5000", "x", OTHER.format("an integer of thousands of digits")),
    "beside one that is not written": ("y = 10**5000\nx = 1", "x", "1"),
    "digits that fill": ("x = 6.67", "x:9>8.2f", "'9>8.2f' is not a format for x (it may hold a sign"),
    "zeros that fill": ("x = 6.67", "x:08.2f", "'08.2f' is not a format for x"),
    "a character": ("x = 56", "x:c", "'c' is not a format for x"),
    "changed behind its statement": ("x = 6.67\nglobals().update(x=6.68)\nimport __main__\n__main__.x = 6.68", "x", "6.67"),
    "digits without an end": ("x = 6.67", "x:.99999999f", "'.99999999f' is not a format for x"),
    "in a forged report": ("x = 6.67\nimport json, os\nprint(1, flush=True)\nwith open(os.environ['DRIFT_REPORT'], 'w') as file:\n    print(file.write('{\"numbers\": {\"x\": 6.68}}'))\nos._exit(0)", "x", "leaves early, with exit code 0"),
}  # fmt: skip
PROGRAM = MEAN + "is_small = mean < 7\n"
CLAIMING = f"# Apples\n\nThe mean is small. `#!holds mean.is_small`\n\n{FENCE}"
WRONG = {
    "false": ("is_small = mean < 6", "the claim mean.is_small does not hold", "is_small = mean < 6"),
    "a number": ("is_small = mean + 7", "is_small is of type float", "is_small = mean + 7). A claim is True or False, as after < before"),
    "of a thing with itself": ("copy = mean\nis_small = sum([copy]) == sum([mean])", "is_small compares only what was typed, or a thing with itself", "sum([copy])"),
    "typed": ("is_small = True", "is_small compares only what was typed", "is_small = True"),
    "two literals": ("is_small = 6 < 7", "is_small compares only what was typed", "is_small = 6 < 7"),
    "typed under a name": ("few = 6\nis_small = bool(few < 7)", "is_small compares only what was typed", "few < 7"),
}  # fmt: skip


def test_a_value_is_what_its_statement_bound(tmp_path):
    sources = enumerate(row[0] for row in NUMBERS.values())
    files = {f"snippets__{at}__a_py": f"{source}\nprint(1)\n" for at, source in sources}
    build = Build(project_of(tmp_path, **files))
    for at, (name, (_, use, expected)) in enumerate(NUMBERS.items()):
        snippet = build.project.snippets[f"{at}/a.py"]
        try:
            use = Use(0, "value", f"{at}/a.{use}")
            text = approval.formatted(use, snippet, build.outcome(snippet))
        except (LookupError, ValueError) as problem:
            text = problem.args[0].replace(f"{at}/a", "a")
            assert expected in text, name
        else:
            assert text == expected, name
        assert not build.runs.irreproducible(snippet), name
    build.runs.close()


@pytest.fixture
def claimed(site):
    site.write("snippets/mean.py", PROGRAM)
    site.write("snippets/mean.values", "is_small = True\n")
    site.write("docs/index.md", CLAIMING)
    return site


def test_a_claim_that_holds_is_marked_and_held_on_the_finished_page(claimed, tmp_path):
    claimed.build("--strict")
    says = 'aria-label="A program checks this." data-search-exclude="true" role="img"'
    mark = f"<span {says}>✓</span>"
    leads = 'data-line="is_small = mean &lt; 7" data-source="#mean-7"'
    data = f'<data class="claim" {leads} title="is_small, line 7 of mean.py" value="True">{mark}</data>'
    assert f"small.\u00a0{data}" in claimed.read("site/index.html")
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


@pytest.mark.parametrize("claim, message, line", WRONG.values(), ids=WRONG)
def test_what_does_not_hold_is_refused_and_not_approved(claimed, capsys, claim, message, line):
    claimed.write("snippets/mean.py", f"{MEAN}{claim}\n")
    (said,) = claimed.refusals()
    assert said.startswith(f"docs/index.md, line 3: {message}")
    assert "(snippets/mean.py, line " in said and line in said
    claimed.write("snippets/mean.values", "")
    assert accept.accept(claimed.folder) == 1
    assert f"not approved: docs/index.md, line 3: {message}" in capsys.readouterr().err
    assert claimed.read("snippets/mean.values") == ""


def test_what_holds_is_approved_but_what_no_change_of_the_program_makes_false(claimed, capsys):
    claimed.write("snippets/mean.values", "mean:.2f = 6.67\n")
    assert accept.accept(claimed.folder) == 0
    assert claimed.read("snippets/mean.values") == "is_small = True\n"
    claimed.write("snippets/mean.py", MEAN + "is_small = abs(mean) >= 0\n")
    claimed.write("snippets/mean.values", "")
    assert accept.accept(claimed.folder) == 1
    said = "snippets/mean.py, line 7: is_small holds whatever is changed in the program"
    assert said in capsys.readouterr().err


ASKED_WRONGLY = {
    "a number": ("`#!holds mean.mean`", "line 3: mean is of type float (snippets/mean.py, line 3: mean = sum(errors) / count). A claim is True or False"),
    "a claim as a value": ("`#!value mean.is_small`", f"line 3: is_small is of type bool (snippets/mean.py, line 7: is_small = mean < 7). {NO_NUMBER.format('mean.is_small')}"),
    "no such name": ("`#!holds mean.large`", "line 3: no single top-level statement of snippets/mean.py names 'large'. The nearest names: "),
    "no such program": ("`#!holds men.is_small`", "line 3: there is no snippet snippets/men.py"),
    "a format": ("`#!holds mean.is_small:.2f`", "line 3: `#!holds mean.is_small:.2f` is neither a value nor a claim"),
    "a heading": ("\n\n## Small `#!holds mean.is_small`", "line 5: a value can't stand in a heading"),
    "a link": ("[small `#!holds mean.is_small`](index.md)", "line 3: a value can't stand in link text"),
}  # fmt: skip


def test_a_claim_that_is_asked_for_wrongly_is_named_with_its_line(claimed):
    for name, (span, _) in ASKED_WRONGLY.items():
        claimed.write(f"docs/{name}.md", CLAIMING.replace("`#!holds mean.is_small`", span))
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


PYTHON = platform.python_version()
FACTS = "Made by Python `#!build python` and NumPy `#!build numpy`.\n"
# Each of these changes the finished site, as a hook, a theme or a person might.
TAMPERED = {
    "the version": (r">[\d.]+</data> and NumPy", ">3.9.9</data> and NumPy", f"the python of this build is {PYTHON}, and not <data "),
    "the exact text": (r'value="[\d.]+">(?=[\d.]+</data> and)', 'value="3.9.9">', 'value="3.9.9">'),
    "what it is": (r' title="python of this build"', "", "does not say which one of the build it is"),
    "a fact that is none": (r"python of this build", "pyhton of this build", "'pyhton' is no fact of the build"),  # codespell:ignore pyhton
    "a typed one": (r"Made by", '<data class="build">6.67</data>', "the fact 6.67 does not say which"),
    "another class": (r'class="build"', 'class="build loud"', "does not say which snippet it comes from"),
}  # fmt: skip


def test_a_page_shows_the_facts_of_its_build_and_any_other_is_found(site, tmp_path):
    site.write("docs/index.md", f"{PAGE}\n{FACTS}")
    site.build("--strict")
    page = site.read("site/index.html")
    fact = r'<data class="build" title="(\w+) of this build" value="([^"]*)">([^<]*)</data>'
    shown = re.findall(fact, page)
    assert shown == [("python", PYTHON, PYTHON), ("numpy", version("numpy"), version("numpy"))]
    spoiled = Spoiled(site, tmp_path / "spoiled")
    assert spoiled.faults() == []
    for name, (before, after, expected) in TAMPERED.items():
        tampered = re.sub(before, after, page, count=1)
        assert tampered != page, name
        spoiled.write("index.html", tampered)
        assert any(expected in fault for fault in spoiled.faults()), name
