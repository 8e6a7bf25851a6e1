"""The answers to the exercises, against fractions, second methods and published figures."""

import math
import statistics
from fractions import Fraction

import pytest
from pytest import approx
from sklearn.metrics import mean_absolute_error, mean_squared_error

PAGE_WITH = "hidden_sign.py"
ERRORS = [10, 5, -5]
MAE, MSE = Fraction(20, 3), Fraction(50)
ROOT_OF_50 = approx(7.0710678118654755, rel=1e-15)


def mean_of(numbers):
    return Fraction(sum(numbers), len(numbers))


def exactly(number):
    return approx(number, rel=1e-15)


@pytest.mark.parametrize(
    "when, forecasts, mean",
    [("before", [90, 95, 105], Fraction(10, 3)), ("after", [90, 95, 95], Fraction(20, 3))],
)
def test_both_losses_hide_the_sign_and_the_mean_error_shows_it(numbers, when, forecasts, mean):
    found = numbers("hidden_sign")
    assert found[f"mae_{when}"] == approx(mean_absolute_error([100] * 3, forecasts))
    assert found[f"mse_{when}"] == approx(mean_squared_error([100] * 3, forecasts))
    assert (found["mae_after"], found["mse_after"]) == (found["mae_before"], found["mse_before"])
    assert found[f"mean_{when}"] == exactly(mean)


def test_each_shift_wins_under_the_loss_that_asks_for_it(gives):
    l1, l2 = statistics.median(ERRORS), mean_of(ERRORS)
    found = gives("shifted", l1_shift=l1, l2_shift=l2)
    gives("shifted", l1_shift_mae=5, l1_shift_mse=float(Fraction(125, 3)))
    gives("shifted", l2_shift_mae=float(Fraction(50, 9)), l2_shift_mse=float(Fraction(350, 9)))
    variance = statistics.pvariance(map(Fraction, ERRORS))
    assert Fraction(found["numerator"], found["denominator"]) == variance
    shifts = [Fraction(shift, 300) for shift in range(3001)]
    assert min(shifts, key=lambda s: mean_of([abs(e - s) for e in ERRORS])) == l1 == 5
    assert min(shifts, key=lambda s: mean_of([(e - s) ** 2 for e in ERRORS])) == l2


def test_a_perfect_fourth_forecast_leaves_the_sum_and_lowers_the_mean(gives):
    assert mean_absolute_error([100] * 4, [90, 95, 105, 100]) == 5
    gives("fourth_forecast", total=20, count=4, mae=5)


def test_weights_one_two_one_are_as_if_the_second_miss_stood_there_twice(gives):
    twice = [10, 5, 5, 5]
    assert (mean_of(twice), mean_of([miss**2 for miss in twice])) == (6.25, 43.75)
    gives("weights", mae=6.25, mse=43.75)


def test_equal_shares_of_the_error_make_l2_smallest_and_one_for_all_largest(gives):
    # No way to share out twenty apples of error, in quarters of an apple, leaves these bounds.
    every_way = [
        mean_of([Fraction(miss, 4) ** 2 for miss in (first, second, 80 - first - second)])
        for first in range(81)
        for second in range(81 - first)
    ]
    assert min(every_way) >= MAE**2
    assert max(every_way) == 3 * MAE**2
    found = gives("sharing_out", least_mse=exactly(MAE**2), most_mse=exactly(3 * MAE**2))
    gives("sharing_out", apples_mse=MSE, apples_rmse=ROOT_OF_50)
    for bound in "least", "apples", "most":
        assert found[f"{bound}_rmse"] == exactly(math.sqrt(found[f"{bound}_mse"]))


def test_two_wild_trees_leave_the_median_among_the_real_ones_and_a_third_takes_it(gives):
    # The mean is furthest when the smallest is replaced.
    found = gives("wild_trees", one_wild_mean=float(mean_of([2, 3, 4, 5, 1000])))
    # Two wild values are the two largest: the middle is the largest of the three that are left.
    assert found["two_wild"] == max(found["counted"])
    assert found["three_wild"] == found["wild"]


def test_five_numbers_are_sums_halves_and_a_length(gives):
    assert (3 * MAE, 3 * MSE, math.hypot(*ERRORS)) == (20, 150, 12.24744871391589)
    gives("five_numbers", l1_sum=20, l2_sum=150, length=12.24744871391589)
    gives("five_numbers", half_mean=25, half_sum=75)


def test_of_the_five_numbers_four_ask_for_the_forecasts_of_l2_and_one_for_those_of_l1(gives):
    best = [statistics.median(ERRORS), *[approx(statistics.mean(ERRORS), abs=0.05)] * 4]
    gives("five_numbers", best=best, first_differs=True, last_four_agree=True)


def test_the_square_is_outgrown_by_both_exponentials(gives):
    power_of_e = approx(math.exp(10), rel=1e-14)
    gives("growth", square=100, power_of_two=1024, power_of_e=power_of_e)
    assert 3**2 > 2**3
    assert all(2**size > size**2 for size in range(5, 200))


def test_mse_is_the_square_of_mae_and_the_variance_of_the_misses(gives):
    variance = statistics.pvariance([Fraction(abs(error)) for error in ERRORS])
    assert MAE**2 + variance == MSE
    gives("two_parts", mae_squared=exactly(MAE**2), variance=exactly(variance), mse=MSE)


def test_the_losses_agree_in_a_crate_of_seven_and_a_half_apples(gives):
    scale, loss = Fraction(2, 15), float(Fraction(8, 9))
    assert MAE * scale == MSE * scale**2
    found = gives("crate", crate=1 / scale, crate_mae=loss, crate_mse=loss)
    assert Fraction(found["numerator"], found["denominator"]) == scale
    gives("crate", dozen_mae=exactly(MAE / 12), dozen_mse=exactly(MSE / 144))


def test_half_the_misses_halve_mae_and_rmse_and_quarter_mse(gives):
    gives("halved", second_mse=MSE / 4, second_mae=exactly(MAE / 2))
    gives("halved", second_rmse=exactly(math.sqrt(12.5)), first_rmse=exactly(math.sqrt(50)))


def test_the_page_shows_the_published_figures_of_the_apples(shows):
    shows("6.667≤7.071≤11.547", "50≈44.4444+5.5556", "from 3.33 to 6.67")
    shows("report 20, 150, 25, 75 and 12.24744871391589")
    shows("five apples 5.000 41.667", "ten thirds 5.556 38.889", "350/9")
    shows("becomes 6.25 and L2 becomes 43.75", "2/15", "L1 is 0.5556 and L2 is 0.3472")
    shows("The square is 100", "is 1024", "22,026.4658")
