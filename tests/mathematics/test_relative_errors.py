"""The lab on relative errors, against exact fractions, weighted quantiles, and scikit-learn."""

import random
from fractions import Fraction
from statistics import geometric_mean, mean, median

import numpy as np
from pytest import approx
from scipy import stats
from sklearn.linear_model import QuantileRegressor
from sklearn.metrics import mean_absolute_error as mae
from sklearn.metrics import mean_absolute_percentage_error as mape
from sklearn.metrics import root_mean_squared_log_error as rmsle

from tests.test_interactives import program_of

PAGE_WITH = "ten_apples.py"
GIVEN = program_of("five_ways").given
TREES = GIVEN["trees"]


def exact_mape(trees, forecast):
    return mean(abs(1 - Fraction(forecast) / tree) for tree in trees)


def least_mape(trees):
    """Return the lowest of the trees that has the smallest MAPE: a sum of corners is lowest at one."""
    return min(sorted(trees), key=lambda tree: exact_mape(trees, tree))


def test_ten_apples_and_each_forecast_are_off_by_exact_shares(gives):
    found = gives("ten_apples", all_alike=True, always_less=True, errors=[10] * 5)
    exact = [Fraction(10, tree) for tree in TREES[:4]]
    assert [*map(Fraction, found["shares"][:4])] == exact
    found = gives("one_forecast", median=median(TREES), mean=mean(TREES))
    for name, forecast in {"none": 0, "first": 10, "median": 40, "mean": 94}.items():
        share = found[f"at_{name}"]
        assert share == approx(float(exact_mape(TREES, forecast)))
        assert share == approx(mape(TREES, [forecast] * 5))


def test_mape_is_lowest_at_a_median_weighted_by_one_over_each_tree_and_never_above_the_median():
    chance = random.Random(6)
    for _ in range(200):
        trees = [chance.randint(1, 60) for _ in range(5)]
        state = program_of("five_ways").run({"trees": trees, "forecast": chance.randint(1, 60)})
        best, low = state["mape_best"], least_mape(trees)
        assert exact_mape(trees, int(best)) == exact_mape(trees, low) and best <= median(trees)
        weights = [Fraction(1, tree) for tree in trees]
        below = sum(weight for tree, weight in zip(trees, weights) if tree < best)
        above = sum(weight for tree, weight in zip(trees, weights) if tree > best)
        assert 2 * max(below, above) <= sum(weights)
        assert state["mape"] == approx(100 * mape(trees, [state["forecast"]] * 5))
        assert state["l1"] == approx(mae(trees, [state["forecast"]] * 5))


def test_the_best_forecasts_are_those_of_weighted_fits_and_of_the_textbook_means(gives):
    found = gives("by_weight", best=10, best_is_the_poorest=True)
    fit = QuantileRegressor(alpha=0).fit(np.zeros((5, 1)), TREES, sample_weight=found["weights"])
    assert fit.intercept_ == approx(found["best"]) and least_mape(TREES) == found["best"]
    centre = approx(geometric_mean(TREES))
    found = gives("doublings", l1_best=40, geometric_mean=centre, total=470)
    assert stats.gmean(TREES) == centre and abs(found["l2_best"] - stats.gmean(TREES)) <= 0.05
    state = program_of("five_ways").run(GIVEN)
    bests = [median(TREES), mean(TREES), least_mape(TREES), median(TREES), stats.gmean(TREES)]
    assert state["bests"] == approx(bests)
    for at, (best, loss) in enumerate(zip(bests, state["least"])):
        assert loss == approx(state["losses"](best)[at])
        for beside in (best - 0.01, best + 0.01):
            assert state["losses"](beside)[at] > loss
    # A root of mean squares, by the library's own logarithm of one more.
    less_one = [np.array(numbers) - 1 for numbers in (TREES, [GIVEN["forecast"]] * 5)]
    assert state["log_l2"] == approx(rmsle(*less_one) / np.log(2))
    assert state["l2"] == approx(np.linalg.norm(np.subtract(TREES, GIVEN["forecast"])) / 5**0.5)


def test_nothing_is_divided_by_what_libraries_say(gives):
    gives("no_apples", mape=2.0**52, rmsle=approx(np.log(2)), smape=[2] * 4)
    bound = exact_mape([40], 0)
    found = gives("low_and_high", low_end=bound, half_off=0.5, double_off=1)
    exact = [exact_mape([40], int(each)) for each in found["forecasts"]]
    assert [*map(Fraction, found["percents"])] == exact


def test_the_scaled_error_is_one_for_the_naive_forecast_itself_and_keeps_its_scale(gives):
    found = gives("naive", young_naive=13 / 4, old_naive=45, young_mase=approx(40 / 13))
    assert found["old_mase"] == approx(2 / 9)
    for years in (found["young"], found["old"]):
        before, known = years[:-1], years[1:]
        assert mae(known, before) / np.mean(np.abs(np.diff(years))) == 1
        assert np.mean(np.abs(np.diff(12 * years))) == 12 * mae(known, before)


def test_the_exercises_and_the_young_tree_hold_in_fractions(gives):
    found = gives("exercises", half=0.5, double=1, half_off=1, double_off=1, nothing=1)
    assert found["bests"] == [least_mape([*map(int, pair)]) for pair in found["pairs"]]
    found = gives("young_trees", medians=[40] * 5)
    assert found["bests"] == [least_mape([int(young), *TREES[1:]]) for young in found["harvests"]]
