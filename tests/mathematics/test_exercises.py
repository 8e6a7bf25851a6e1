"""The answers to the exercises, against fractions, second methods and published figures."""

import math
import statistics
from fractions import Fraction

import pytest
from pytest import approx
from sklearn.metrics import mean_absolute_error, mean_squared_error

from tests.mathematics.conftest import exactly, page_shows, programs_give


def mean_of(numbers):
    return Fraction(sum(numbers), len(numbers))


PAGE_WITH = "hidden_sign.py"
ERRORS, TWICE = [10, 5, -5], [10, 5, 5, 5]
MAE, MSE = Fraction(20, 3), Fraction(50)
VARIANCE = statistics.pvariance([Fraction(abs(error)) for error in ERRORS])
ROOT_OF_50 = exactly(7.0710678118654755)
MEAN, MEDIAN = approx(statistics.mean(ERRORS), abs=0.05), statistics.median(ERRORS)
test_the_page_shows_the_published_figures_of_the_apples = page_shows("6.667≤7.071≤11.547 | 50≈44.4444+5.5556 | from 3.33 to 6.67 | report 20, 150, 25, 75 and 12.24744871391589 | five apples 5.000 41.667 | 350/9 | ten thirds 5.556 38.889 | becomes 6.25 and L2 becomes 43.75 | 2/15 | L1 is 0.5556 and L2 is 0.3472 | The square is 100 | is 1024 | 22,026.4658")  # fmt: skip
test_what_the_answers_say_is_so = programs_give({
    "a perfect fourth forecast leaves the sum and lowers the mean": {"fourth_forecast": dict(total=20, count=4, mae=mean_absolute_error([100] * 4, [90, 95, 105, 100]))},
    "weights one, two, one are as if the second miss stood there twice": {"weights": dict(mae=mean_of(TWICE), mse=mean_of([miss**2 for miss in TWICE]))},
    "five numbers are sums, halves and a length": {"five_numbers": dict(l1_sum=3 * MAE, l2_sum=3 * MSE, length=math.hypot(*ERRORS), half_mean=MSE / 2, half_sum=3 * MSE / 2)},
    "four of them ask for the forecasts of L2 and one for those of L1": {"five_numbers": dict(best=[MEDIAN, *[MEAN] * 4], first_differs=True, last_four_agree=True)},
    "MSE is the square of MAE and the variance of the misses": {"two_parts": dict(mae_squared=exactly(MAE**2), variance=exactly(VARIANCE), mse=MAE**2 + VARIANCE)},
    "half the misses halve MAE and RMSE and quarter MSE": {"halved": dict(second_mse=MSE / 4, second_mae=exactly(MAE / 2), second_rmse=exactly(math.sqrt(12.5)), first_rmse=exactly(math.sqrt(50)))},
    "the square is outgrown by both exponentials": {"growth": dict(square=100, power_of_two=1024, power_of_e=approx(math.exp(10), rel=1e-14))},
})  # fmt: skip
SIGNS = [("before", [90, 95, 105], Fraction(10, 3)), ("after", [90, 95, 95], Fraction(20, 3))]


@pytest.mark.parametrize("when, forecasts, mean", SIGNS)
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


def test_equal_shares_of_the_error_make_l2_smallest_and_one_for_all_largest(gives):
    # No way to share out twenty apples of error, in thirds of an apple, leaves these bounds.
    pairs = [(first, second) for first in range(61) for second in range(61 - first)]
    shared = [[Fraction(miss, 3) for miss in (*pair, 60 - sum(pair))] for pair in pairs]
    every_way = [mean_of([miss**2 for miss in misses]) for misses in shared]
    assert (min(every_way), max(every_way)) == (MAE**2, 3 * MAE**2)
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


def test_the_losses_agree_in_a_crate_of_seven_and_a_half_apples(gives):
    scale, loss = Fraction(2, 15), float(Fraction(8, 9))
    assert MAE * scale == MSE * scale**2
    found = gives("crate", crate=1 / scale, crate_mae=loss, crate_mse=loss)
    assert Fraction(found["numerator"], found["denominator"]) == scale
    gives("crate", dozen_mae=exactly(MAE / 12), dozen_mse=exactly(MSE / 144))
