"""The numbers that snippets name, against closed forms, second methods and published figures."""

import math
import os
import statistics
import subprocess
import sys
from fractions import Fraction
from itertools import combinations

import pytest

from tests.conftest import PROJECT

MISSES = [10, 5, 5]
LEVER = [(x, 2 * x + 1) for x in range(1, 10)] + [(50, 0)]


def sum_of_absolute_errors(points, intercept, slope):
    return sum(abs(y - intercept - slope * x) for x, y in points)


def least_absolute_deviations(points):
    """The exact L1 line: every line through two points is tried, in fractions."""
    lines = []
    for (x1, y1), (x2, y2) in combinations(points, 2):
        slope = Fraction(y2 - y1, x2 - x1)
        lines.append((y1 - slope * x1, slope))
    return min(lines, key=lambda line: sum_of_absolute_errors(points, *line))


def test_the_apples_miss_by_ten_five_and_five(numbers):
    found = numbers("article/l1/absolute_errors")
    assert [found["first_error"], found["second_error"], found["third_error"]] == MISSES


@pytest.mark.parametrize(
    "name, variable",
    [
        ("index/misses", "mae"),
        ("article/l1/mean_absolute_error", "mae"),
        ("article/math/l1_in_four_steps", "mae"),
        ("article/code-example/losses", "mae"),
        ("article/cli-output/as_published", "mae"),
        ("article/cli-output/units", "mae"),
        ("article/why-loss-functions-matter/better_forecasts", "first_loss"),
        ("article/real-difference/one_wild_forecast", "mae_before"),
    ],
)
def test_the_mean_absolute_error_of_the_apples_is_twenty_thirds(numbers, name, variable):
    assert numbers(name)[variable] == pytest.approx(Fraction(20, 3), rel=1e-15)


@pytest.mark.parametrize(
    "name, variable",
    [
        ("index/misses", "mse"),
        ("article/l2/mean_squared_error", "mse"),
        ("article/math/l2_in_four_steps", "mse"),
        ("article/code-example/losses", "mse"),
        ("article/cli-output/as_published", "mse"),
        ("article/cli-output/units", "mse"),
        ("article/real-difference/one_wild_forecast", "mse_before"),
    ],
)
def test_the_mean_squared_error_of_the_apples_is_fifty(numbers, name, variable):
    assert numbers(name)[variable] == 50


def test_mse_is_mae_squared_plus_the_variance_of_the_misses(numbers):
    found = numbers("article/cli-output/units")
    variance = statistics.pvariance(MISSES)
    assert found["mse"] == pytest.approx(found["mae"] ** 2 + float(variance))


def test_rmse_lies_between_mae_and_mae_times_the_root_of_n(numbers):
    found = numbers("article/cli-output/units")
    assert found["rmse"] == pytest.approx(7.0710678118654755, rel=1e-15)
    assert found["mae"] <= found["rmse"] <= math.sqrt(3) * found["mae"]


def test_in_dozens_l2_is_smaller_than_l1(numbers):
    found = numbers("article/cli-output/units")
    assert found["dozen_mae"] == pytest.approx(float(Fraction(20, 3) / 12))
    assert found["dozen_mse"] == pytest.approx(float(Fraction(50) / 144))
    assert found["dozen_mse"] < found["dozen_mae"]


def test_the_largest_miss_is_half_of_l1_and_two_thirds_of_l2(numbers):
    found = numbers("article/l2/share_of_the_largest")
    assert found["l1_share"] == 50
    assert found["l2_share"] == pytest.approx(100 * Fraction(2, 3))


def test_fifty_costs_five_times_ten_under_l1_and_twenty_five_times_under_l2(numbers):
    found = numbers("article/l1/proportional")
    assert (found["l1_ratio"], found["l2_ratio"]) == (5, 25)
    assert (found["l1_step_small"], found["l1_step_large"]) == (1, 1)
    # (e + 1)² - e² = 2e + 1
    assert (found["l2_step_small"], found["l2_step_large"]) == (2 * 10 + 1, 2 * 50 + 1)


def test_the_best_shift_is_the_median_under_l1_and_the_mean_under_l2(numbers):
    found = numbers("article/why-loss-functions-matter/best_shift")
    residuals = [10, 5, -5]
    assert found["l1_shift"] == statistics.median(residuals)
    assert found["l2_shift"] == pytest.approx(statistics.mean(residuals), abs=0.05)


def test_doubling_an_error_multiplies_its_square_by_four_and_a_power_of_two_by_far_more(numbers):
    found = numbers("article/why-the-math-matters/quadratic_not_exponential")
    assert found["quadratic_growth"] == 4
    assert (found["quadratic"], found["exponential"]) == (100, 1024)
    assert found["exponential_growth"] == 2 ** (20 - 10)
    # (n + 1)² - n² = 2n + 1 grows, while its share of n² falls.
    assert found["steps"] == [2 * n + 1 for n in (1, 2, 3, 4)] == [3, 5, 7, 9]
    assert found["factors"] == [float(Fraction((n + 1) ** 2, n**2)) for n in (1, 2, 3, 4)]
    assert set(found["power_factors"]) == {2}


def test_the_presets_are_what_they_are_named_for(numbers):
    found = numbers("playground/presets")
    misses = {
        "apples": [10, 5, 5],
        "outlier": [10, 5, 5, 50],
        "even": [4, 4, 4],
        "uneven": [0, 0, 12],
        "risky": [0, 0, 0, 6],
        "steady": [2, 2, 2, 2],
    }
    for name, sizes in misses.items():
        assert found[f"{name}_l1"] == pytest.approx(float(Fraction(sum(sizes), len(sizes))))
        squares = [size**2 for size in sizes]
        assert found[f"{name}_l2"] == pytest.approx(float(Fraction(sum(squares), len(squares))))
    # Equal L1, and L2 the larger the more uneven; and two rankings that flip.
    assert found["even_l1"] == found["uneven_l1"] and found["even_l2"] < found["uneven_l2"]
    assert (found["risky_l1"], found["steady_l1"]) == (1.5, 2)
    assert (found["risky_l2"], found["steady_l2"]) == (9, 4)


def test_the_playgrounds_figure_and_program_show_the_apples(numbers):
    drawn = numbers("playground/misses_on_a_line")
    assert (drawn["misses"], drawn["areas"]) == (MISSES, [100, 25, 25])
    found = numbers("playground/losses")
    for name in (drawn, found):
        assert name["mae"] == pytest.approx(20 / 3, rel=1e-15)
        assert name["mse"] == 50
    residuals = found["residuals"].tolist()
    assert residuals == [10, 5, -5]
    assert statistics.median(residuals) == 5
    # The last forecast, off by five of twenty apples: a quarter of L1 and a sixth of L2.
    assert found["l1_share"] == pytest.approx(100 * Fraction(5, 20))
    assert found["l2_share"] == pytest.approx(100 * Fraction(25, 150))


def test_the_three_experiments_come_out_as_their_answers_say(numbers):
    found = numbers("playground/three_experiments")
    assert found["l1_share"] == pytest.approx(100 * Fraction(50, 65))
    assert found["l2_share"] == pytest.approx(100 * Fraction(2500, 2625))
    # From there on the others' 125 are one part in a hundred.
    assert found["far"] ** 2 == pytest.approx(99 * (10**2 + 5**2))
    assert (found["mae_before"], found["mae_after"]) == (4, 4)
    assert (found["mse_before"], found["mse_after"]) == (48, 16)
    # One miss has the same square as four of two: the square of four is four times four.
    assert found["turning_forecast"] == 100 + 4
    assert (found["one_miss_size"], found["spread_size"]) == (12, 4)


def test_two_becomes_four_and_ten_a_hundred(numbers):
    found = numbers("article/math/two_and_ten")
    assert (found["small_square"], found["large_square"]) == (4, 100)
    assert (found["error_ratio"], found["square_ratio"]) == (5, 25)


def test_the_two_growers_are_ranked_differently(numbers):
    found = numbers("article/real-difference/two_growers")
    assert (found["steady_mae"], found["risky_mae"]) == (2, 1.5)
    assert (found["steady_mse"], found["risky_mse"]) == (4, 9)


def test_one_wild_forecast_moves_l2_far_more_than_l1(numbers):
    found = numbers("article/real-difference/one_wild_forecast")
    assert found["mae_growth"] == pytest.approx(float(Fraction(70, 4) / Fraction(20, 3)))
    assert found["mse_growth"] == pytest.approx(float(Fraction(150 + 2500, 4) / 50))
    assert found["mae_after"] == 17.5
    assert found["l1_share"] == pytest.approx(100 * Fraction(50, 70))
    assert found["l2_share"] == pytest.approx(100 * Fraction(2500, 2650))


def test_a_wild_forecast_leaves_the_fit_by_l1_and_moves_its_score(numbers):
    found = numbers("article/l1/fit_and_score")
    for last, l1_shift, l2_shift, mae, rmse in zip(
        found["wild"].tolist(),
        *(found[name].tolist() for name in ("l1_shifts", "l2_shifts", "maes", "rmses")),
    ):
        errors = [10, 5, 100 - last]
        assert l1_shift == statistics.median(errors) == 5
        assert l2_shift == pytest.approx(float(Fraction(sum(errors), 3)))
        assert mae == pytest.approx(float(Fraction(sum(map(abs, errors)), 3)))
        assert rmse == pytest.approx(math.hypot(*errors) / math.sqrt(3))
    assert (found["mae_before"], found["mae_after"]) == pytest.approx((20 / 3, 65 / 3))
    assert found["share"] == pytest.approx(100 * Fraction(50, 65))


def test_a_richer_old_tree_leaves_the_median_and_doubles_the_loss_there(numbers):
    found = numbers("article/real-difference/one_forecast_for_all")
    richer = [1, 2, 3, 4, 200]
    assert found["richer_least"] == sum(abs(harvest - 3) for harvest in richer) == 201
    assert statistics.median(richer) == found["l1_best"]


def test_an_outlier_in_y_leaves_the_l1_line_where_it_was(numbers):
    found = numbers("article/real-difference/outlier_in_y")
    assert (found["l1_intercept"], found["l1_slope"]) == (1, 2)
    points = [(x, 2 * x + 1) for x in range(1, 11)]
    points[4] = (5, 61)
    fit = statistics.linear_regression(*zip(*points))
    assert found["l2_slope"] == pytest.approx(fit.slope)
    assert found["l2_intercept"] == pytest.approx(fit.intercept)
    assert found["l2_slope"] == pytest.approx(1.69697, abs=5e-6)


def test_an_outlier_in_x_pulls_the_l1_line_away(numbers):
    found = numbers("article/real-difference/outlier_in_x")
    intercept, slope = least_absolute_deviations(LEVER)
    assert (intercept, slope) == (Fraction(110, 9), Fraction(-11, 45))
    assert found["l1_intercept"] == pytest.approx(float(intercept))
    assert found["l1_slope"] == pytest.approx(float(slope))
    assert found["l1_loss"] == pytest.approx(float(sum_of_absolute_errors(LEVER, intercept, slope)))
    assert found["l1_loss"] == pytest.approx(44.889, abs=5e-4)
    assert found["true_loss"] == 101
    # At the height of the true line the point far out changes nothing: all ten lie on it.
    assert found["on_line"] == 2 * 50 + 1
    assert (found["l1_there"], found["l2_there"]) == pytest.approx((2, 2))
    fit = statistics.linear_regression(*zip(*LEVER))
    assert found["l2_slope"] == pytest.approx(fit.slope)


def program(*arguments):
    return subprocess.run(
        [sys.executable, "snippets/article/cli-output/losses.py", *arguments],
        cwd=PROJECT,
        env=os.environ | {"PYTHONWARNINGS": "error"},
        capture_output=True,
        text=True,
    )


def test_the_program_runs_from_the_checkout_on_the_apples():
    lines = program().stdout.splitlines()
    assert lines[1:3] == ["L1 Loss: 6.67", "L2 Loss: 50.0"]
    assert lines[3:] == ["The largest miss, 10 apples, makes up", "50.0% of L1 and 66.7% of L2."]


def test_the_programs_observation_follows_its_inputs():
    assert "Every forecast is right." in program("100", "100").stdout
    assert "Every miss is 5 apples" in program("95", "105").stdout
    assert "Every miss is 7 apples" in program("93").stdout
    # Misses 1, 2, 2: the two largest are 4/5 of L1 and 8/9 of L2.
    assert "80.0% of L1 and 88.9% of L2." in program("101", "98", "102").stdout
    assert "L1 Loss: 20.00" in program("10", "50", "--actual", "30").stdout


@pytest.mark.parametrize("word", ["ten", "nan", "inf", "2e9", "-2e9"])
def test_the_program_names_what_is_not_a_number_of_apples(word):
    answer = program("90", "--actual", word)
    assert answer.returncode == 2
    assert "argument --actual" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_one_forecast_for_all_trees_is_best_at_the_median_or_at_the_mean(numbers):
    found = numbers("article/real-difference/one_forecast_for_all")
    harvests = [1, 2, 3, 4, 100]
    assert found["l1_best"] == statistics.median(harvests) == 3
    assert found["l2_best"] == statistics.mean(harvests) == 22
    assert found["l1_least"] == sum(abs(harvest - 3) for harvest in harvests)
    # The sum of squares about the mean is n times the variance.
    assert found["l2_least"] == 5 * statistics.pvariance(harvests)


def test_the_mean_square_has_the_rmse_for_its_side(numbers):
    found = numbers("article/l2/squares")
    assert found["mean_area"] == 50
    assert found["mean_side"] == pytest.approx(7.0710678118654755, rel=1e-15)


def test_the_mean_length_is_twenty_thirds(numbers):
    assert numbers("article/l1/lengths")["mean_length"] == pytest.approx(20 / 3, rel=1e-15)


def test_one_apple_more_costs_the_slope_of_each_penalty(numbers):
    found = numbers("article/why-the-math-matters/slopes")
    assert found["l1_slopes"] == [math.copysign(1, error) for error in found["errors"]]
    assert found["l2_slopes"] == [2 * error for error in found["errors"]]
