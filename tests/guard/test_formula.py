"""Formulas: where a long one may go on below."""

import pytest

from drift.page.formula import mathml


@pytest.mark.parametrize(
    "latex, rows",
    [
        (r"a + b \le c", ["a", "+b", "≤c"]),
        (r"-a = -b", ["−a", "=−b"]),
        (r"= \frac{a + b}{c} + \left( d + e \right)", ["=a+bc", "+(d+e)"]),
        (r"x", ["x"]),
    ],
    ids=["relation and plus", "signs stay with their number", "first and inner", "one part"],
)
def test_a_displayed_formula_is_in_rows_that_begin_with_a_relation_or_a_plus(latex, rows):
    row = mathml(latex, True, lambda text: pytest.fail(text))[0]
    assert ["".join(part.itertext()) for part in row] == rows
    later = [part[0] for part in row][1:]
    assert all(sign.get("form") == "infix" for sign in later)


def test_a_formula_in_a_sentence_stays_as_it_is():
    row = mathml("a + b", False, lambda text: pytest.fail(text))[0]
    assert [part.tag for part in row] == ["mi", "mo", "mi"]
