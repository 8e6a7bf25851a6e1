"""Engel's households: the lines against linear programs, pairs of points and published figures."""

import statistics
from fractions import Fraction

import numpy as np
import pytest
from pytest import approx
from scipy.optimize import linprog

from tests.mathematics.conftest import approved, data, page_shows, programs_give

PAGE_WITH = "engel.csv"
INCOME, FOOD = np.array(data(PAGE_WITH), dtype=float).T
KEPT = INCOME.max() > INCOME
SHARES = {"lowest": 0.05, "low": 0.25, "middle": 0.5, "high": 0.75, "highest": 0.95}
PUBLISHED = [0.3433611, 0.4741032, 0.5601805512, 0.6440141, 0.7090685]
test_the_published_figures_stand_on_the_page = page_shows("81.4822474 + 0.5601805512 | 147.4753885 + 0.4851784 | 17,559.9326476 | 74.7231 120.3293 | 77.3475 113.6213 | 0.3433611 | 0.4741032 | 0.6440141 | 0.7090685")  # fmt: skip
test_what_the_page_says_is_so = programs_give({
    "of a hundred francs more each line spends a hundred times its slope": {"two_lines": dict(l1_per_hundred=approx(56.01805512), l2_per_hundred=approx(48.51784, abs=5e-6))},
    "too low is nineteen times as dear where nineteen in twenty are to be below": {"pinball": dict(share=approx(Fraction(19, 20)), ratio=approx(19), low_cost=approx(95), high_cost=approx(5))},
})  # fmt: skip
LINES = [("l1_start", 81.4822474, 7), ("l1_slope", 0.5601805512, 10), ("l1_mae", 74.7231, 4)]
LINES += [("l2_start", 147.4753885, 7), ("l2_slope", 0.4851784, 7), ("l2_mae", 77.3475, 4)]
LINES += [("l1_total", 17559.9326476, 7), ("l1_rmse", 120.3293, 4), ("l2_rmse", 113.6213, 4)]


def quantile_line(share, income=INCOME, food=FOOD, penalty=0):
    """The line by the dual linear program: its multipliers are the start and the slope.

    Of what it may not exceed, the second is that of a falling line, or of a penalty on the slope.
    """
    terms, sides = np.ones((1, len(income))), np.array([income, -income])
    bounds = (1 - share) * sides.sum(axis=1) + penalty * len(income)
    of_start = {"A_eq": terms, "b_eq": (1 - share) * terms.sum(axis=1)}
    answer = linprog(-food, A_ub=sides, b_ub=bounds, bounds=(0, 1), **of_start)
    assert answer.success
    rising, falling = answer.ineqlin.marginals
    return np.array([-answer.eqlin.marginals[0], falling - rising])


def test_each_loss_is_certain_of_its_column_only_on_the_households_it_was_fitted_to(gives):
    random = np.random.default_rng(7)
    won = np.zeros((2, 2), dtype=int)
    for _ in range(50):
        halves = np.split(random.permutation(len(FOOD)), [len(FOOD) // 2])
        fitted = INCOME[halves[0]], FOOD[halves[0]]
        lines = quantile_line(0.5, *fitted), np.polynomial.polynomial.polyfit(*fitted, 1)
        for place, rows in enumerate(halves):
            gaps = [FOOD[rows] - start - slope * INCOME[rows] for start, slope in lines]
            l1, l2 = np.sum(np.abs(gaps), axis=1), np.sum(np.square(gaps), axis=1)
            won[place] += [l1[0] <= l1[1], l2[1] <= l2[0]]
    l1_unseen, l2_unseen = won[1].tolist()
    gives("new_households", l1_seen=50, l2_seen=50, l1_unseen=l1_unseen, l2_unseen=l2_unseen)
    assert won[0].tolist() == [50, 50] and max(won[1]) < 50


@pytest.mark.parametrize("name, published, digits", LINES)
def test_the_lines_are_the_published_ones(numbers, name, published, digits):
    assert round(numbers("two_lines")[name], digits) == published


def test_each_line_wins_its_own_column_and_is_drawn_as_it_was_fitted(numbers):
    found, drawn = numbers("two_lines"), numbers("two_lines_drawn")
    assert found["l1_mae"] < found["l2_mae"] and found["l2_rmse"] < found["l1_rmse"]
    for line in ("l1", "l2"):
        gaps = FOOD - found[f"{line}_start"] - found[f"{line}_slope"] * INCOME
        assert found[f"{line}_mae"] == approx(statistics.fmean(abs(gaps)))
        assert found[f"{line}_rmse"] ** 2 == approx(statistics.fmean(gaps**2))
        ends = found[f"{line}_start"] + found[f"{line}_slope"] * np.array([400, 5000])
        assert list(drawn[f"{line}_ends"]) == approx(ends)


def test_the_food_share_falls_from_the_poorer_to_the_richer_half(gives):
    is_poorer = statistics.median(INCOME) > INCOME
    shares = 100 * FOOD / INCOME
    poorer, richer = statistics.median(shares[is_poorer]), statistics.median(shares[~is_poorer])
    assert richer < poorer
    assert len(shares) == 235
    gives("households", count=235, poorer_percent=approx(poorer), richer_percent=approx(richer))


@pytest.mark.parametrize("name, published", [*zip(SHARES, PUBLISHED)])
def test_the_quantile_lines_are_those_of_the_dual_program_and_published(numbers, name, published):
    found = numbers("quantile_lines")
    assert found[f"{name}_share"] == SHARES[name]
    assert found[name] == approx(quantile_line(SHARES[name])[1], rel=1e-9)
    assert round(found[name], 7) == round(published, 7)
    assert sorted(found["slopes"]) == found["slopes"]


def test_the_session_fits_the_line_of_the_dual_program(numbers):
    found = numbers("any_share", "0.9")
    start, slope = quantile_line(0.9)
    assert [found["start"], found["slope"]] == approx([start, slope], rel=1e-8)
    line = f"food = {start:.2f} + {slope:.4f} x income\n{found['below']} of"
    assert approved("nine_in_ten.console.out").startswith(line)


def test_one_household_holds_the_l2_line_down(gives):
    assert np.sum(~KEPT) == 1
    kept = INCOME[KEPT], FOOD[KEPT]
    l1, l2 = quantile_line(0.5, *kept)[1], statistics.linear_regression(*kept).slope
    found = gives("without_the_richest", l1_without=approx(l1), l2_without=approx(l2))
    moved = [found[f"{line}_without"] - found[f"{line}_with"] for line in ("l1", "l2")]
    assert 0 < moved[0] < moved[1] / 4


def test_the_default_penalty_depends_on_the_unit_and_its_absence_does_not(gives):
    units = (INCOME, FOOD), (INCOME / 1000, FOOD / 1000)
    slopes = [quantile_line(0.5, *unit, penalty=1)[1] for unit in units]
    francs, thousands = (approx(slope, rel=1e-9) for slope in slopes)
    gives("with_the_penalty", penalty=1, in_francs=francs, in_thousands=thousands)
    right = approx(PUBLISHED[2])
    gives("with_the_penalty", right_in_francs=right, right_in_thousands=right)


def test_the_exercises_have_their_answers(numbers):
    found = numbers("exercises")
    for size in ("small", "large"):
        share = 0.5601805512 + 81.4822474 / found[f"{size}_income"]
        assert found[f"{size}_percent"] == approx(100 * share, rel=1e-8)
    assert found["small_percent"] > found["large_percent"]
    below = np.sum(FOOD < 147.4753885 + 0.4851784 * INCOME)
    assert found["percent_below"] == approx(100 * below / 235)
    fit = statistics.linear_regression(INCOME[KEPT], FOOD[KEPT])
    below = np.sum(fit.intercept + fit.slope * INCOME > FOOD)
    assert found["percent_without"] == approx(100 * below / 235)
    at_crossing = [1, found["crossing"]]
    assert quantile_line(0.25) @ at_crossing == approx(quantile_line(0.05) @ at_crossing)
    assert found["crossing"] < found["poorest"] == INCOME.min()
