"""The lab on the median and the mean: exact fractions, closed forms and published figures."""

import csv
import math
import statistics
from fractions import Fraction
from itertools import combinations, combinations_with_replacement

import pytest
from scipy.optimize import linprog, minimize_scalar

from tests.conftest import PROJECT

LAB = "labs/median-and-mean"
TREES = [1, 2, 3, 4, 100]


@pytest.fixture
def arcs():
    """Boscovich's arcs as exact fractions."""
    with open(PROJECT / "snippets" / LAB / "arcs.csv", encoding="utf-8") as file:
        return [(Fraction(r["sine_squared"]), Fraction(r["arc"])) for r in csv.DictReader(file)]


def sum_of_absolute_errors(points, intercept, slope):
    return sum(abs(y - intercept - slope * x) for x, y in points)


def lines_through_two(points):
    for (x1, y1), (x2, y2) in combinations(points, 2):
        slope = (y2 - y1) / (x2 - x1)
        yield y1 - slope * x1, slope


def test_one_apple_lower_l1_falls_by_three_and_l2_rises(numbers):
    found = numbers(f"{LAB}/one_step")
    assert found["l1_change"] == 1 - 4
    # (e + 1)² - e² = 1 + 2e, with e the harvest minus the forecast
    assert found["l2_change"] == sum(1 + 2 * (tree - 10) for tree in TREES) == 125


def test_the_pulls_are_the_slopes_of_the_losses(numbers):
    found = numbers(f"{LAB}/pulls")
    step = 1e-6
    for forecast in [0.5, 2.5, 10, 22, 50]:
        l1 = [sum(abs(tree - at) for tree in TREES) for at in (forecast, forecast + step)]
        l2 = [sum((tree - at) ** 2 for tree in TREES) for at in (forecast - step, forecast + step)]
        assert found["l1_pull"](forecast) == pytest.approx((l1[0] - l1[1]) / step, abs=1e-6)
        # The page says: twice the distance, to be exact.
        slope = (l2[0] - l2[1]) / (2 * step)
        assert 2 * found["l2_pull"](forecast) == pytest.approx(slope, abs=1e-3)


def test_the_median_balances_heads_and_the_mean_balances_distances(numbers):
    found = numbers(f"{LAB}/balance")
    assert (found["median"], found["mean"]) == (statistics.median(TREES), statistics.mean(TREES))
    assert (found["median"], found["mean"]) == (3, 22)
    assert (found["below"], found["above"]) == (2, 2)
    assert found["far_below"] == found["far_above"] == 78
    below = [found[f"{name}_below"] for name in ("first", "second", "third", "fourth")]
    assert below == [22 - tree for tree in TREES[:4]]


def test_between_one_and_three_l1_is_one_everywhere(numbers):
    found = numbers(f"{LAB}/flat_bottom")
    assert (found["least_mean"], found["least_sum"]) == pytest.approx((1, 2))
    assert (found["lowest"], found["highest"]) == (1, 3)
    # The triangle inequality: |f - 1| + |f - 3| is never below 2, and 2 exactly between.
    assert all(abs(Fraction(f, 7) - 1) + abs(Fraction(f, 7) - 3) == 2 for f in range(7, 22))
    assert (found["low"], found["middle"], found["high"]) == (1, 2, 3)
    assert found["l2_best"] == statistics.mean([1, 3])


@pytest.mark.parametrize(
    "name, power, published",
    [("between", 1.5, 8.2870), ("square", 2, 22), ("fourth", 4, 40.1623)],
)
def test_the_best_forecast_for_each_power_is_where_a_search_finds_it(
    numbers, name, power, published
):
    found = numbers(f"{LAB}/powers")["at_" + name]
    assert found == pytest.approx(published, abs=5e-5)

    def loss(forecast):
        return sum(abs((tree - forecast) / 100) ** power for tree in TREES)

    searched = minimize_scalar(loss, bounds=(1, 100), method="bounded", options={"xatol": 1e-10})
    assert found == pytest.approx(searched.x, abs=5e-5)


def test_the_ends_of_the_dial_are_the_median_and_halfway(numbers):
    found = numbers(f"{LAB}/powers")
    assert found["at_first"] == pytest.approx(3)
    assert found["halfway"] == 50.5
    assert found["at_square"] < found["at_fourth"] < found["at_huge"] < found["halfway"]
    # There the old tree pulls as hard as the four young ones together.
    at, power = Fraction(found["at_huge"]), found["huge"]
    young = sum((at - tree) ** (power - 1) for tree in TREES[:4])
    assert float((100 - at) ** (power - 1) / young) == pytest.approx(1, abs=1e-9)


def test_the_free_l1_line_through_the_arcs_is_the_best_of_all_lines_through_two(numbers, arcs):
    fit, table = numbers(f"{LAB}/arcs_fit"), numbers(f"{LAB}/arcs_table")
    sums = [(sum_of_absolute_errors(arcs, *line), *line) for line in lines_through_two(arcs)]
    least, intercept, slope = min(sums)
    assert (intercept, slope) == (56751, Fraction(3355000, 4193))
    assert [total for total, *_ in sums].count(least) == 1  # no other line ties with it
    assert fit["l1_intercept"] == pytest.approx(float(intercept), abs=1e-6)
    assert fit["l1_slope"] == pytest.approx(float(slope), abs=1e-6)
    assert fit["l1_sum"] == pytest.approx(float(least), abs=1e-6)
    assert fit["l1_sum"] == pytest.approx(328.94622, abs=5e-6)
    assert (table["over"], table["under"]) == (3355000, 4193)
    assert table["slope"] == slope
    # It passes exactly through Quito and Lapland.
    misses = [y - intercept - slope * x for x, y in arcs]
    assert [miss == 0 for miss in misses] == [True, False, False, False, True]


def test_a_linear_program_finds_the_same_l1_line(numbers, arcs):
    fit = numbers(f"{LAB}/arcs_fit")
    n = len(arcs)
    rows = []
    for i, (x, _) in enumerate(arcs):
        row = [1, float(x)] + [0] * (2 * n)
        row[2 + i], row[2 + n + i] = 1, -1
        rows.append(row)
    found = linprog(
        [0, 0] + [1] * (2 * n),
        A_eq=rows,
        b_eq=[float(y) for _, y in arcs],
        bounds=[(None, None)] * 2 + [(0, None)] * (2 * n),
    )
    assert (fit["l1_intercept"], fit["l1_slope"]) == pytest.approx(tuple(found.x[:2]), rel=1e-9)


def test_the_l2_line_through_the_arcs_solves_the_normal_equations(numbers, arcs):
    fit = numbers(f"{LAB}/arcs_fit")
    exact = statistics.linear_regression(*zip(*arcs))
    assert fit["l2_slope"] == pytest.approx(float(exact.slope), abs=1e-6)
    assert fit["l2_intercept"] == pytest.approx(float(exact.intercept), abs=1e-6)
    assert fit["l2_slope"] == pytest.approx(723.4401, abs=5e-5)
    assert fit["l2_intercept"] == pytest.approx(56737.4261, abs=5e-5)


def test_boscovichs_own_line_is_a_weighted_median_of_slopes(numbers, arcs):
    found = numbers(f"{LAB}/exercises")
    centre_x = sum(x for x, _ in arcs) / len(arcs)
    centre_y = sum(y for _, y in arcs) / len(arcs)
    slopes = sorted(((y - centre_y) / (x - centre_x), abs(x - centre_x)) for x, y in arcs)
    half = sum(weight for _, weight in slopes) / 2
    slope = next(
        slope for slope, _ in slopes if sum(weight for s, weight in slopes if s <= slope) >= half
    )
    assert found["own_slope"] == pytest.approx(float(slope), rel=1e-12)
    intercept = centre_y - slope * centre_x
    assert sum(y - intercept - slope * x for x, y in arcs) == 0
    total = sum_of_absolute_errors(arcs, intercept, slope)
    assert found["own_sum"] == pytest.approx(float(total), rel=1e-12)
    assert found["own_sum"] > numbers(f"{LAB}/arcs_fit")["l1_sum"]


def test_the_answers_to_the_exercises_are_medians_and_means(numbers):
    found = numbers(f"{LAB}/exercises")
    assert found["richer_median"] == statistics.median([1, 2, 3, 4, 1000]) == 3
    assert found["richer_mean"] == statistics.mean([1, 2, 3, 4, 1000])
    two = [1, 2, 3, 4, 1000, 1000]
    assert found["low"] == statistics.median_low(two)
    assert found["high"] == statistics.median_high(two)
    assert found["two_old_mean"] == statistics.mean(two)
    thrice = TREES + [100, 100]
    assert found["thrice_median"] == statistics.median(thrice)
    assert found["thrice_mean"] == pytest.approx(float(Fraction(310, 7)))


def test_with_ties_a_median_has_at_most_half_on_either_side_and_not_as_many(numbers):
    found = numbers(f"{LAB}/ties")
    tied = [1, 1, 1, 5]
    assert found["tied"].tolist() == tied
    assert (found["below"], found["above"]) == (0, 1)
    twentieths = [Fraction(place, 20) for place in range(121)]
    best = min(twentieths, key=lambda place: sum(abs(tree - place) for tree in tied))
    assert found["best"].tolist() == [best] == [statistics.median(tied)] == [1]
    # Whatever the trees: at most half on either side is what makes a place a median.
    for trees in combinations_with_replacement(range(5), 4):
        sums = [sum(abs(tree - place) for tree in trees) for place in range(5)]
        for place in range(5):
            below, above = (sum(t < place for t in trees), sum(t > place for t in trees))
            assert (sums[place] == min(sums)) == (below <= 2 and above <= 2)


def test_the_page_shows_the_published_figures(text_of):
    text = text_of(LAB)
    for figure in [
        "22.0000", "8.2870", "40.1623", "50.5", "1.00", "2.00", "3.00",
        "56,751", "3,355,000", "4193", "328.94622", "56,737.4261", "723.4401",
        "0.2987", "0.4648", "0.5762", "0.8386", "57,037", "56,979", "57,074", "57,422",
    ]:  # fmt: skip
        assert figure in text
    assert math.isclose(3355000 / 4193, 800.1431, abs_tol=5e-5) and "800.1431" in text
