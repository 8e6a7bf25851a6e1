"""The article and the playground, against closed forms, second methods and published figures."""

import math
import statistics
from fractions import Fraction
from pathlib import PurePosixPath

import pytest
from pytest import approx

from tests.mathematics.conftest import exactly, l1_lines, programs_give
from tests.navigation import page_with, snippet_named

CLI = snippet_named("as_published.py").parent
PLAYGROUND = snippet_named("presets.py").parent
PENALTIES = snippet_named("quadratic_not_exponential.py").parent
CODE = PurePosixPath(page_with("\n# Code example\n")).with_suffix("")
MISSES = [10, 5, 5]
HARVESTS = [1, 2, 3, 4, 100]
LEVER = [(x, 2 * x + 1) for x in range(1, 10)] + [(50, 0)]
MAE, ROOT_OF_50 = exactly(Fraction(20, 3)), exactly(7.0710678118654755)
BOTH = {"mae": MAE, "mse": 50}
LOSSES = dict.fromkeys(["index/misses", f"{CODE}/losses", "as_published"], BOTH)
LOSSES |= dict.fromkeys(["mean_absolute_error", "l1_in_four_steps"], {"mae": MAE})
LOSSES |= dict.fromkeys(["mean_squared_error", "l2_in_four_steps"], {"mse": 50})
LOSSES |= {"lengths": {"mean_length": MAE}, f"{CLI}/units": BOTH | {"rmse": ROOT_OF_50}}
LOSSES |= {"squares": {"mean_area": 50, "mean_side": ROOT_OF_50}}
LOSSES |= {"better_forecasts": {"first_loss": MAE}}
LOSSES |= {"one_wild_forecast": {"mae_before": MAE, "mse_before": 50}}
test_what_the_article_says_of_the_apples_is_so = programs_give({
    "they miss by ten, five and five": {"absolute_errors": dict(first_error=10, second_error=5, third_error=5)},
    "they lose twenty thirds under L1 and fifty under L2": LOSSES,
    "in dozens L2 is smaller than L1": {f"{CLI}/units": dict(dozen_mae=approx(Fraction(20, 36)), dozen_mse=approx(Fraction(50, 144)))},
    "the largest miss is half of L1 and two thirds of L2": {"share_of_the_largest": dict(l1_percent=50, l2_percent=approx(100 * Fraction(2, 3)))},
    "fifty costs five times ten under L1 and twenty-five times under L2": {"proportional": dict(l1_ratio=5, l2_ratio=25)},
    # (e + 1)² - e² = 2e + 1
    "one apple more costs one under L1 and more and more under L2": {"proportional": dict(l1_step_small=1, l1_step_large=1, l2_step_small=2 * 10 + 1, l2_step_large=2 * 50 + 1)},
    "the best shift is the median under L1 and the mean under L2": {"best_shift": dict(l1_shift=statistics.median([10, 5, -5]), l2_shift=approx(statistics.mean([10, 5, -5]), abs=0.05))},
    "two becomes four and ten a hundred": {"two_and_ten": dict(small_square=4, large_square=100, error_ratio=5, square_ratio=25)},
    "two growers are ranked differently": {"two_growers": dict(steady_mae=2, risky_mae=1.5, steady_mse=4, risky_mse=9)},
    "one wild forecast moves L2 far more than L1": {"one_wild_forecast": dict(mae_growth=approx(Fraction(70, 4) / Fraction(20, 3)), mse_growth=approx(Fraction(150 + 2500, 4) / 50), mae_after=17.5)},
    "of the losses with it, it makes up most": {"one_wild_forecast": dict(l1_percent=approx(100 * Fraction(50, 70)), l2_percent=approx(100 * Fraction(2500, 2650)))},
    "the playground's figure shows them": {"misses_on_a_line": BOTH | dict(misses=MISSES, areas=[100, 25, 25])},
    # The last forecast, off by five of twenty apples: a quarter of L1 and a sixth of L2.
    "the playground's program shows them": {f"{PLAYGROUND}/losses": BOTH | dict(residuals=[10, 5, -5], l1_share=approx(100 * Fraction(5, 20)), l2_share=approx(100 * Fraction(25, 150)))},
})  # fmt: skip
PRESETS = {"apples": MISSES, "outlier": [*MISSES, 50], "even": [4, 4, 4], "uneven": [0, 0, 12]}
PRESETS |= {"risky": [0, 0, 0, 6], "steady": [2, 2, 2, 2]}
OBSERVED = {
    "": "L1 Loss: 6.67\nL2 Loss: 50.0\nThe largest miss, 10 apples, makes up\n50.0% of L1 and 66.7% of L2.\n",
    "100 100": "Every forecast is right.",
    "95 105": "Every miss is 5 apples",
    "93": "Every miss is 7 apples",
    # Misses 1, 2, 2: each of the two largest is 2/5 of L1 and 4/9 of L2.
    "101 98 102": "40.0% of L1 and 44.4% of L2.",
    "10 50 --actual 30": "L1 Loss: 20.00",
}


def test_doubling_an_error_multiplies_its_square_by_four_and_a_power_of_two_by_far_more(gives):
    sizes = [1, 2, 3, 4]
    # (n + 1)² - n² = 2n + 1 grows, while its share of n² falls.
    factors = [float(Fraction((n + 1) ** 2, n**2)) for n in sizes]
    gives("quadratic_not_exponential", steps=[2 * n + 1 for n in sizes], factors=factors)
    growth = {"quadratic_growth": 4, "exponential_growth": 2 ** (20 - 10)}
    found = gives("quadratic_not_exponential", quadratic=100, exponential=1024, **growth)
    assert set(found["power_factors"]) == {2}


def test_one_apple_more_costs_the_slope_of_each_penalty(numbers):
    found = numbers(f"{PENALTIES}/slopes")
    assert found["l1_slopes"] == [math.copysign(1, error) for error in found["errors"]]
    assert found["l2_slopes"] == [2 * error for error in found["errors"]]


@pytest.mark.parametrize("name, misses", PRESETS.items())
def test_the_presets_are_what_they_are_named_for(gives, name, misses):
    l1, l2 = (Fraction(sum(miss**p for miss in misses), len(misses)) for p in (1, 2))
    gives("presets", **{f"{name}_l1": approx(l1), f"{name}_l2": approx(l2)})


def test_the_three_experiments_come_out_as_their_answers_say(gives):
    shares = [approx(100 * Fraction(*share)) for share in ((50, 65), (2500, 2625))]
    gives("three_experiments", l1_percent=shares[0], l2_percent=shares[1])
    gives("three_experiments", mae_before=4, mae_after=4, mse_before=48, mse_after=16)
    # One miss has the same square as four of two: the square of four is four times four.
    sizes = {"one_miss_size": 12, "spread_size": 4}
    found = gives("three_experiments", turning_forecast=100 + 4, **sizes)
    # From there on the others' 125 are one part in a hundred.
    assert found["far"] ** 2 == approx(99 * (10**2 + 5**2))


def test_a_wild_forecast_leaves_the_fit_by_l1_and_moves_its_score(gives):
    before, after, percent = map(approx, (20 / 3, 65 / 3, 100 * Fraction(50, 65)))
    found = gives("fit_and_score", mae_before=before, mae_after=after, percent=percent)
    columns = (found[name].tolist() for name in ("wild", "l1_shifts", "l2_shifts", "maes", "rmses"))
    for last, l1_shift, l2_shift, mae, rmse in zip(*columns):
        errors = [10, 5, 100 - last]
        assert l1_shift == statistics.median(errors) == 5
        assert l2_shift == approx(statistics.fmean(errors))
        assert mae == approx(statistics.fmean(map(abs, errors)))
        assert rmse == approx(math.hypot(*errors) / math.sqrt(3))


def test_one_forecast_for_all_trees_is_best_at_the_median_or_at_the_mean(gives):
    assert (statistics.median(HARVESTS), statistics.mean(HARVESTS)) == (3, 22)
    least, richer = (sum(abs(it - 3) for it in (1, 2, 3, 4, old_tree)) for old_tree in (100, 200))
    gives("one_forecast_for_all", l1_best=3, l2_best=22, l1_least=least, richer_least=richer)
    # The sum of squares about the mean is n times the variance.
    gives("one_forecast_for_all", l2_least=5 * statistics.pvariance(HARVESTS))


def test_an_outlier_in_y_leaves_the_l1_line_where_it_was(gives):
    points = [(x, 61 if x == 5 else 2 * x + 1) for x in range(1, 11)]
    slope, start = map(approx, statistics.linear_regression(*zip(*points)))
    gives("outlier_in_y", l1_intercept=1, l1_slope=2, l2_slope=slope, l2_intercept=start)


def test_an_outlier_in_x_pulls_the_l1_line_away(gives):
    [(start, slope)], least = l1_lines(LEVER)
    gives("outlier_in_x", l1_intercept=approx(start), l1_slope=approx(slope), true_loss=101)
    l2_slope = approx(statistics.linear_regression(*zip(*LEVER)).slope)
    gives("outlier_in_x", l1_loss=approx(least), l2_slope=l2_slope)
    # At the height of the true line the point far out changes nothing: all ten lie on it.
    gives("outlier_in_x", on_line=2 * 50 + 1, l1_there=approx(2), l2_there=approx(2))


@pytest.mark.parametrize("arguments, said", OBSERVED.items())
def test_the_program_follows_its_inputs(numbers, capsys, arguments, said):
    numbers(f"{CLI}/losses", *arguments.split())
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("word", ["ten", "nan", "inf", "2e9", "-2e9"])
def test_the_program_names_what_is_not_a_number_of_apples(numbers, capsys, word):
    with pytest.raises(SystemExit, match="2"):
        numbers(f"{CLI}/losses", "90", "--actual", word)
    assert "argument --actual" in capsys.readouterr().err
