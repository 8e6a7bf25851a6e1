"""The looks after a fit: exact fractions, all resamples counted, and a simulation of its own."""

from collections import Counter
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from pytest import approx
from sklearn.metrics import d2_absolute_error_score, r2_score

from tests.mathematics.conftest import l2_fit, page_shows, residuals

PAGE_WITH, ASKED = "all_resamples.py", 6
NOTES = [(1, 10), (3, 14), (4, 15), (5, 17), (7, 29)]
LINE, MISSES = (5, 3), [2, 0, -2, -3, 3]
# How much of each note's jars is in the forecast: a fifth, and its share of the slope.
WEIGHTS = [Fraction(1, 5) + Fraction((x - 4) * (ASKED - 4), 20) for x, _ in NOTES]
test_the_page_tells_what_was_found = page_shows("8−268=−2.25 | 3,125 summers | 20.6 to 25.4 jars")


def test_each_pattern_is_that_of_an_exact_fit(numbers):
    found = numbers("patterns")
    for left, jars in zip(found["left"], found["honey"].values()):
        rows = [*enumerate(jars, start=1)]
        assert left == approx([float(miss) for miss in residuals(l2_fit(rows), rows)])
    sizes = sorted(map(abs, found["outlier"]))
    assert (found["largest"], found["second"]) == (sizes[-1], sizes[-2])


def test_the_same_misses_give_a_negative_r_squared_in_summers_that_are_alike(gives):
    found = gives("next_summer", squares=26, mean=17, around_mean=8, unseen=-2.25)
    rows = [*zip(found["next_days"].tolist(), found["next_jars"].tolist())]
    assert sorted(residuals(LINE, rows)) == sorted(residuals(LINE, NOTES)) == sorted(MISSES)
    assert found["seen"] == approx(1 - 26 / 206)
    sides = [y for _, y in rows], [5 + 3 * x for x, _ in rows]
    assert r2_score(*sides) == approx(-2.25)
    gives("by_lengths", share=approx(d2_absolute_error_score(*sides)))


def law_of_sum(law, additions):
    total = Counter()
    for (value, count), more in product(law.items(), additions):
        total[value + more] += count
    return total


def middle(law):
    values = sorted(law.elements())
    return approx(values[len(values) // 20]), approx(values[-len(values) // 20])


def test_the_middle_of_all_resamples_is_that_of_their_exact_law(gives):
    # One note after the other: what its drawn residual adds to the forecast.
    law = Counter([Fraction(5 + 3 * ASKED)])
    for weight in WEIGHTS:
        law = law_of_sum(law, [weight * miss for miss in MISSES])
    (low, high), lucky = middle(law), middle(law_of_sum(law, MISSES))
    gives("all_resamples", low=low, high=high, lucky_low=lucky[0], lucky_high=lucky[1], count=5**5)


@pytest.mark.parametrize("name, luck", [("line_hits", 0), ("harvest_hits", 1)])
def test_intervals_from_five_notes_hold_less_than_they_say(numbers, name, luck):
    found, draw = numbers("nine_in_ten"), np.random.default_rng(5)
    columns = np.vander([x for x, _ in NOTES], 2)
    noise, weights = draw.normal(size=(2000, 6)), [*map(float, WEIGHTS), luck]
    left = noise[:, :5] @ (np.eye(5) - columns @ np.linalg.pinv(columns))
    off = noise @ [*weights[:5], -luck]
    drawn = [each[draw.integers(5, size=(1000, 6))] @ weights for each in left]
    low, high = np.quantile(drawn, [0.05, 0.95], axis=1)
    hits = np.mean((low <= -off) & (-off <= high))
    # Four standard errors of a share of a thousand and two thousand.
    assert found[name] / 1000 == approx(hits, abs=4 * np.sqrt(0.21 * (1 / 1000 + 1 / 2000)))
