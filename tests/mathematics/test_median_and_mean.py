"""The lab on the median and the mean: exact fractions, closed forms and published figures."""

import statistics
from fractions import Fraction

import pytest
from pytest import approx

from tests.mathematics.conftest import data, l1_lines, page_shows, programs_give, residuals

PAGE_WITH = "arcs.csv"
TREES = [1, 2, 3, 4, 100]
ARCS = data(PAGE_WITH)
RICHER, TWO_OLD, THRICE = [1, 2, 3, 4, 1000], [1, 2, 3, 4, 1000, 1000], [*TREES, 100, 100]
LOW, HIGH = statistics.median_low(TWO_OLD), statistics.median_high(TWO_OLD)
test_the_page_shows_the_published_figures = page_shows(
    "+125 | 22.0000 | 8.2870 | 40.1623 | 50.5 | 1.00 | 2.00 | 3.00 | 56,751 | 3,355,000 | 4193 | 328.94622",
    "56,737.4261 | 723.4401 | 0.2987 | 0.4648 | 0.5762 | 0.8386 | 57,037 | 56,979 | 57,074 | 57,422",
    f"{3355000 / 4193:.4f} | 800.1431",
)
test_what_the_page_says_is_so = programs_give({
    # (e + 1)² - e² = 1 + 2e, with e the harvest minus the forecast
    "one apple lower L1 falls by three and L2 rises": {"one_step": dict(l1_change=1 - 4, l2_change=sum(1 + 2 * (tree - 10) for tree in TREES))},
    "the median balances heads and the mean balances distances": {"balance": dict(median=statistics.median(TREES), mean=statistics.mean(TREES), below=2, above=2), "see_saw": dict(median=statistics.median(TREES), mean=statistics.mean(TREES), sides=[-1, -1, 0, 1, 1], far_below=78, far_above=78)},
    "these are the distances of the young": {"see_saw": dict(zip(("first_below", "second_below", "third_below", "fourth_below"), [22 - tree for tree in TREES[:4]]))},
    "between one and three L1 is one everywhere": {"flat_bottom": dict(least_mean=approx(1), least_sum=approx(2), lowest=1, highest=3, low=1, middle=2, high=3, l2_best=statistics.mean([1, 3]))},
    "the L2 line through the arcs is the published one": {"arcs_fit": dict(l2_intercept=approx(56737.4261, abs=5e-5), l2_slope=approx(723.4401, abs=5e-5))},
    "of a richer old tree the median does not know": {"exercises": dict(richer_median=statistics.median(RICHER), richer_mean=statistics.mean(RICHER))},
    "of two old trees it is any number between two": {"exercises": dict(low=LOW, high=HIGH, two_old_mean=statistics.mean(TWO_OLD))},
    "of three it is one of the young": {"exercises": dict(thrice_median=statistics.median(THRICE), thrice_mean=approx(Fraction(310, 7)))},
    "the best forecasts for other powers are published": {"powers": dict(at_between=approx(8.2870, abs=5e-5), at_square=approx(22, abs=5e-5), at_fourth=approx(40.1623, abs=5e-5))},
})  # fmt: skip


@pytest.mark.parametrize("forecast", [0.5, 2.5, 10, 22, 50])
def test_the_pulls_are_the_slopes_of_the_losses(numbers, forecast):
    found = numbers("pulls")
    step = 1e-6
    l1 = [sum(abs(tree - at) for tree in TREES) for at in (forecast, forecast + step)]
    l2 = [sum((tree - at) ** 2 for tree in TREES) for at in (forecast - step, forecast + step)]
    assert found["l1_pull"](forecast) == approx((l1[0] - l1[1]) / step, abs=1e-6)
    # The page says: twice the distance, to be exact.
    assert 2 * found["l2_pull"](forecast) == approx((l2[0] - l2[1]) / (2 * step), abs=1e-3)


def test_halving_finds_the_forecasts_that_scipy_finds(gives, numbers):
    halved, searched = numbers("tug")["balance"], numbers("powers")["best_forecast"]
    for power in (1, 1.5, 2, 2.5, 3, 4, 8):
        assert halved(power) == approx(searched(power), abs=1e-9)
    miss = statistics.mean(abs(tree - 3) for tree in TREES)
    gives("tug", l1_best=3, l2_best=22, l1_least=approx(miss))
    gives("tug", l2_least=approx(statistics.pstdev(TREES)))


def test_the_ends_of_the_dial_are_the_median_and_halfway(gives):
    found = gives("powers", at_first=approx(3), halfway=50.5)
    # There the old tree pulls as hard as the four young ones together.
    at, power = Fraction(found["at_huge"]), found["huge"]
    young = sum((at - tree) ** (power - 1) for tree in TREES[:4])
    assert (100 - at) ** (power - 1) / young == approx(1, abs=1e-9)


def test_the_free_l1_line_through_the_arcs_is_the_best_of_all_lines_through_two(gives):
    [line], least = l1_lines(ARCS)
    intercept, slope = line
    assert line == (56751, Fraction(3355000, 4193))
    start, turn, total = (approx(number, abs=1e-6) for number in (intercept, slope, least))
    gives("arcs_fit", l1_intercept=start, l1_slope=turn, l1_sum=total)
    gives("arcs_table", over=3355000, under=4193, slope=slope)
    # It passes exactly through Quito and Lapland.
    hit = [miss == 0 for miss in residuals(line, ARCS)]
    assert hit == [True, False, False, False, True]


def test_boscovichs_own_line_is_a_weighted_median_of_slopes(gives, numbers):
    centre_x, centre_y = (sum(column) / len(ARCS) for column in zip(*ARCS))
    slopes = sorted(((y - centre_y) / (x - centre_x), abs(x - centre_x)) for x, y in ARCS)
    half = sum(weight for _, weight in slopes) / 2
    up_to = {slope: sum(weight for s, weight in slopes if s <= slope) for slope, _ in slopes}
    slope = next(slope for slope, weights in up_to.items() if weights >= half)
    line = centre_y - slope * centre_x, slope
    assert sum(residuals(line, ARCS)) == 0
    total = approx(sum(map(abs, residuals(line, ARCS))), rel=1e-12)
    found = gives("exercises", own_slope=approx(slope, rel=1e-12), own_sum=total)
    assert found["own_sum"] > numbers("arcs_fit")["l1_sum"]


def test_with_ties_a_median_has_at_most_half_on_either_side_and_not_as_many(gives):
    tied = [1, 1, 1, 5]
    gives("ties", tied=tied, below=0, above=1, best=[statistics.median(tied)])
