"""The answers to the exercises, against fractions, second methods and published figures."""

import math
import statistics
from fractions import Fraction

import pytest
from sklearn.metrics import mean_absolute_error, mean_squared_error

ERRORS = [10, 5, -5]
MAE, MSE = Fraction(20, 3), Fraction(50)


def mean_of(numbers):
    return Fraction(sum(numbers), len(numbers))


def test_both_losses_hide_the_sign_and_the_mean_error_shows_it(numbers):
    found = numbers("article/exercises/hidden_sign")
    for when, predicted in ("before", [90, 95, 105]), ("after", [90, 95, 95]):
        harvest = [100] * 3
        assert found[f"mae_{when}"] == pytest.approx(mean_absolute_error(harvest, predicted))
        assert found[f"mse_{when}"] == pytest.approx(mean_squared_error(harvest, predicted))
    assert (found["mae_after"], found["mse_after"]) == (found["mae_before"], found["mse_before"])
    assert found["mean_before"] == pytest.approx(float(Fraction(10, 3)), rel=1e-15)
    assert found["mean_after"] == pytest.approx(float(Fraction(20, 3)), rel=1e-15)


def test_each_shift_wins_under_the_loss_that_asks_for_it(numbers):
    found = numbers("article/exercises/shifted")
    assert found["l1_shift"] == statistics.median(ERRORS)
    assert found["l2_shift"] == mean_of(ERRORS)
    assert (found["l1_shift_mae"], found["l1_shift_mse"]) == (5, float(Fraction(125, 3)))
    assert (found["l2_shift_mae"], found["l2_shift_mse"]) == (
        float(Fraction(50, 9)),
        float(Fraction(350, 9)),
    )
    assert Fraction(found["numerator"], found["denominator"]) == statistics.pvariance(
        map(Fraction, ERRORS)
    )
    three_hundredths = [Fraction(shift, 300) for shift in range(3001)]
    assert min(three_hundredths, key=lambda s: mean_of([abs(e - s) for e in ERRORS])) == 5
    assert min(three_hundredths, key=lambda s: mean_of([(e - s) ** 2 for e in ERRORS])) == Fraction(
        10, 3
    )


def test_a_perfect_fourth_forecast_leaves_the_sum_and_lowers_the_mean(numbers):
    found = numbers("article/exercises/fourth_forecast")
    assert (found["total"], found["count"]) == (20, 4)
    assert found["mae"] == mean_absolute_error([100] * 4, [90, 95, 105, 100]) == 5


def test_weights_one_two_one_are_as_if_the_second_miss_stood_there_twice(numbers):
    found = numbers("article/exercises/weights")
    twice = [10, 5, 5, 5]
    assert found["mae"] == mean_of(twice) == 6.25
    assert found["mse"] == mean_of([miss**2 for miss in twice]) == 43.75


def test_equal_shares_of_the_error_make_l2_smallest_and_one_for_all_largest(numbers):
    found = numbers("article/exercises/sharing_out")
    assert found["least_mse"] == pytest.approx(float(MAE**2), rel=1e-15)
    assert found["apples_mse"] == MSE
    assert found["most_mse"] == pytest.approx(float(3 * MAE**2), rel=1e-15)
    # No way to share out twenty apples of error, in quarters of an apple, leaves these bounds.
    quarters = range(81)
    every_way = [
        mean_of([(Fraction(miss, 4)) ** 2 for miss in (first, second, 80 - first - second)])
        for first in quarters
        for second in quarters[: 81 - first]
    ]
    assert min(every_way) >= MAE**2
    assert max(every_way) == 3 * MAE**2
    for bound in "least", "apples", "most":
        assert found[f"{bound}_rmse"] == pytest.approx(math.sqrt(found[f"{bound}_mse"]), rel=1e-15)
    assert found["apples_rmse"] == pytest.approx(7.0710678118654755, rel=1e-15)


def test_two_wild_trees_leave_the_median_among_the_real_ones_and_a_third_takes_it(numbers):
    found = numbers("article/exercises/wild_trees")
    # Two wild values are the two largest: the middle is the largest of the three that are left.
    assert found["two_wild"] == max(found["counted"])
    assert found["three_wild"] == found["wild"]
    # The mean is furthest when the smallest is replaced.
    assert found["one_wild_mean"] == float(Fraction(2 + 3 + 4 + 5 + 1000, 5))


def test_five_numbers_are_sums_halves_and_a_length(numbers):
    found = numbers("article/exercises/five_numbers")
    assert (found["l1_sum"], found["l2_sum"]) == (3 * MAE, 3 * MSE) == (20, 150)
    assert (found["half_mean"], found["half_sum"]) == (25, 75)
    assert found["length"] == math.hypot(*ERRORS) == 12.24744871391589


def test_of_the_five_numbers_four_ask_for_the_forecasts_of_l2_and_one_for_those_of_l1(numbers):
    found = numbers("article/exercises/five_numbers")
    first, *others = found["best"]
    assert first == statistics.median(ERRORS)
    assert others == pytest.approx([statistics.mean(ERRORS)] * 4, abs=0.05)
    assert (found["first_differs"], found["last_four_agree"]) == (True, True)


def test_the_square_is_outgrown_by_both_exponentials(numbers):
    found = numbers("article/exercises/growth")
    assert (found["square"], found["power_of_two"]) == (100, 1024)
    assert found["power_of_e"] == pytest.approx(math.exp(10), rel=1e-14)
    assert 3**2 > 2**3
    assert all(2**size > size**2 for size in range(5, 200))


def test_mse_is_the_square_of_mae_and_the_variance_of_the_misses(numbers):
    found = numbers("article/exercises/two_parts")
    misses = [Fraction(abs(error)) for error in ERRORS]
    assert found["mae_squared"] == pytest.approx(float(MAE**2), rel=1e-15)
    assert found["variance"] == pytest.approx(float(statistics.pvariance(misses)), rel=1e-15)
    assert found["mse"] == MSE == MAE**2 + statistics.pvariance(misses)


def test_the_losses_agree_in_a_crate_of_seven_and_a_half_apples(numbers):
    found = numbers("article/exercises/crate")
    scale = Fraction(found["numerator"], found["denominator"])
    assert scale == Fraction(2, 15)
    assert MAE * scale == MSE * scale**2
    assert found["crate"] == 1 / scale
    assert found["crate_mae"] == found["crate_mse"] == float(Fraction(8, 9))
    assert found["dozen_mae"] == pytest.approx(float(MAE / 12), rel=1e-15)
    assert found["dozen_mse"] == pytest.approx(float(MSE / 144), rel=1e-15)


def test_half_the_misses_halve_mae_and_rmse_and_quarter_mse(numbers):
    found = numbers("article/exercises/halved")
    assert found["second_mse"] == MSE / 4
    assert found["second_rmse"] == pytest.approx(math.sqrt(12.5), rel=1e-15)
    assert found["second_mae"] == pytest.approx(float(MAE / 2), rel=1e-15)
    assert found["first_rmse"] == pytest.approx(math.sqrt(50), rel=1e-15)


def test_the_page_shows_the_published_figures_of_the_apples(text_of):
    shown = text_of("article/exercises")
    for figure in [
        "6.667≤7.071≤11.547",
        "50≈44.4444+5.5556",
        "from 3.33 to 6.67",
        "report 20, 150, 25, 75 and 12.24744871391589",
        "five apples 5.000 41.667",
        "ten thirds 5.556 38.889",
        "350/9",
        "becomes 6.25 and L2 becomes 43.75",
        "2/15",
        "L1 is 0.5556 and L2 0.3472",
        "The square is 100",
        "is 1024",
        "22,026.4658",
    ]:
        assert figure in shown, figure
