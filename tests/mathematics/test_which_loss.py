"""The rules of the decision guide, against fractions, closed forms and second methods."""

import math
import statistics
from fractions import Fraction

import numpy as np
import pytest
from pytest import approx
from scipy.optimize import brentq
from sklearn.linear_model import QuantileRegressor

from tests.mathematics.conftest import page_shows, programs_give

PAGE_WITH = "two_crossovers.py"
HARVESTS = [1, 2, 3, 4, 100]
MEDIAN, MEAN = statistics.median(HARVESTS), statistics.mean(HARVESTS)
test_the_guide_names_both_crossovers_and_what_the_papers_say = page_shows("For the spread, 1.75 such values in a thousand | they do not claim that it is better | The median overtakes the mean only at 10.06 in a hundred | L2 for normal errors, L1 for Laplace’s, and another loss for other errors")  # fmt: skip
test_what_the_guide_says_is_so = programs_give({
    # Three quarters of five are 3.75: the fourth is the first that has as many up to it.
    "the losses ask for median, mean and quantile": {"which_number": dict(l1_best=MEDIAN, l2_best=MEAN, pinball_best=HARVESTS[math.ceil(0.75 * 5) - 1], below=0, above=1, total=110, by_median=15)},
    "a rare class is scored as by hand": {"one_class_is_rare": dict(accuracy=float(Fraction(990, 1000)), found=0)},
    # (1-p)·s² + p·(1-s)² is smallest where its slope, 2(s - p), is zero; |·| where s is one.
    "so is a chance": {"one_class_is_rare": dict(l2_says=approx(0.7), l1_says=1)},
})  # fmt: skip


def test_the_spread_turns_at_two_in_a_thousand_and_the_middle_at_one_in_ten(gives):
    # (1 + 8s)(1 - 2s/3)² 2/π = 1, multiplied out: a cubic, solved by its matrix.
    roots = np.roots([32 / 9, 4 / 9 - 32 / 3, 8 - 4 / 3, 1 - math.pi / 2])
    first = min(root.real for root in roots if abs(root.imag) < 1e-9)
    spread, middle = approx(1.7537, abs=1e-3), approx(100 * first, abs=2e-4)
    found = gives("two_crossovers", per_thousand=spread, percent=middle, laplace=2)
    assert found["percent"] == approx(10.06, abs=0.005)
    # Tukey's table, and at the ends the textbook's efficiencies.
    spreads = {0: 0.8759692, 0.002: 1.016, 0.005: 1.198, 0.01: 1.439, 0.05: 2.035}
    for share, efficiency in spreads.items():
        assert found["of_spreads"](share) == approx(efficiency, abs=5e-4)
    assert found["of_middles"](0) == approx(2 / math.pi)
    assert found["of_middles"](0.002) == approx(0.645, abs=5e-4)


@pytest.mark.parametrize("day, height", [(10, 71), (50, 0), (50, 101)])
def test_one_spoilt_point_does_to_three_lines_what_the_rules_say(gives, day, height):
    found = gives("wild_points", l1_side=approx(Fraction(-11, 45)))
    x = np.append(np.arange(1.0, 10.0), day)
    y = np.append(1 + 2 * x[:9], height)
    l1, huber, l2 = found["slopes"](day, height)
    linear_program = QuantileRegressor(alpha=0, solver="highs").fit(x.reshape(-1, 1), y)
    assert l1 == approx(linear_program.coef_[0], abs=1e-6)
    assert l2 == approx(statistics.linear_regression(x, y).slope)

    # Huber's best line: the errors, held back to one, balance, and so do their levers.
    def held_back(start):
        return np.clip(y - huber * x - start, -1, 1)

    # With a higher start their sum only falls.
    errors = held_back(brentq(lambda start: np.sum(held_back(start)), -1000, 1000, xtol=1e-12))
    assert abs(np.sum(errors)) < 1e-6
    assert abs(np.sum(errors * x)) < 1e-3


def test_fixed_steps_end_as_exact_arithmetic_says(gives):
    found = gives("fixed_steps", l1_five=[100, 100], l2_all=approx([106 / 4] * 2))
    assert sorted(found["l1_three"]) == [99, 102]
    # Of four trees each L1 gradient is a half, a quarter or nothing: on [2, 3] two pull each way.
    assert 2 <= found["l1_flat"][1] <= 3
    # One tree at a time the L1 step is the rate, always; under L2 a fifth of the way to a tree.
    assert abs(np.diff(found["l1_one"])) == approx(0.3)
    before, after = found["l2_one"]
    assert min(abs(after - before - 0.2 * (tree - before)) for tree in (1, 2, 3, 100)) < 1e-9
