"""A value is what its one statement bound: a number, or its type is named; nothing forges another."""

from drift.build import Build
from drift.project.page_source import Use
from drift.run import approval
from tests.guard.small_site import project_of

OTHER = "(line 2 of snippets/a.py) is no number but of type {}. Let a statement name a number"
NUMBERS = {
    "also a name inside a function": ("def f():\n    x = 3\n    return x\nx = 6.67\nall = [x for x in [1]]", "x", "6.67"),
    "one that a function binds": ("def f():\n    global x\n    x = 3\nx = 6.67", "x", "no single top-level statement"),
    "one of a loop": ("for x in [6.67]:\n    pass", "x", "no single top-level statement of snippets/a.py names a number 'x'. The nearest names: "),
    "one that is bound twice": ("x = 3\nx = 6.67", "x", "no single top-level statement"),
    "one of a condition": ("if (x := 3):\n    pass\ny = [(z := 1) for _ in [1]]\nx = 4", "x", "no single top-level statement"),
    "one of a default": ("x = 1; f = lambda y=(x := 2): y", "x", "no single top-level statement"),
    "a single of NumPy": ("import numpy as np\nx = np.float32(0.5)", "x:.1f", "0.5"),
    "an array of no dimension": ("import numpy as np\nx = np.array(2)", "x", "2"),
    "a long double": ("import numpy as np\nx = np.longdouble(1)", "x", OTHER.format("numpy.longdouble")),
    "a boolean of NumPy": ("import numpy as np\nx = np.bool_(1)", "x", "x is True or False, and no number. Write `#!holds a.x`"),
    "a fraction": ("from fractions import Fraction\nx = Fraction(1, 3)", "x", OTHER.format("fractions.Fraction")),
    "a decimal": ("from decimal import Decimal\nx = Decimal(1)", "x", OTHER.format("decimal.Decimal")),
    "a list": ("\nx = [6.67]", "x", OTHER.format("list")),
    "no end": ("x = float('inf')", "x:.1%", "inf%"),
    "no number at all": ("x = float('nan')", "x:.1f", "nan"),
    "a large one": ("x = -10**20", "x:,", "-100,000,000,000,000,000,000"),
    "one too large for its format": ("x = 10**400", "x:.2f", "'.2f' is not a format for x (int too large"),
    "one that Python does not write": ("\nx = 10**5000", "x", OTHER.format("an integer of thousands of digits")),
    "beside one that is not written": ("y = 10**5000\nx = 1", "x", "1"),
    "digits that fill": ("x = 6.67", "x:9>8.2f", "'9>8.2f' is not a format for x (it may hold a sign"),
    "zeros that fill": ("x = 6.67", "x:08.2f", "'08.2f' is not a format for x"),
    "a character": ("x = 56", "x:c", "'c' is not a format for x"),
    "changed behind its statement": ("x = 6.67\nglobals().update(x=6.68)\nimport __main__\n__main__.x = 6.68", "x", "6.67"),
    "digits without an end": ("x = 6.67", "x:.99999999f", "'.99999999f' is not a format for x"),
    "in a forged report": ("x = 6.67\nimport json, os\nprint(1, flush=True)\nwith open(os.environ['DRIFT_REPORT'], 'w') as file:\n    print(file.write('{\"numbers\": {\"x\": 6.68}}'))\nos._exit(0)", "x", "leaves early, with exit code 0"),
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
