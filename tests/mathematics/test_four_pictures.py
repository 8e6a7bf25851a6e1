"""The lab on Anscombe's quartet, against exact fractions and published figures."""

import statistics
from fractions import Fraction

import pytest
from pytest import approx

from tests.mathematics.conftest import approved, data, l1_lines, l2_fit, page_shows, total_miss

PAGE_WITH = "quartet.csv"
PICTURES = {number: [] for number in (1, 2, 3, 4)}
for picture, *point in data(PAGE_WITH):
    PICTURES[picture].append(point)
THIRD, FOURTH = ("4.01", "0.345"), sorted(PICTURES[4])
TIED = {Fraction(273, 550), Fraction("0.51")}
L1_LINES = [(1, "first", ("3.24", "0.48"), "9.15"), (2, "second", ("3.13", "0.5"), "10.26")]
L1_LINES += [(3, "third", THIRD, "4.265")]
VARIANCES = [statistics.pvariance(float(y) for _, y in points) for points in PICTURES.values()]
test_the_page_shows_the_published_figures = page_shows(
    "3.0024545 | 0.4997273 | 4.01 + 0.345 x | 4.265 | 9.93 | 273/550 | 0.51 | 3.24 + 0.48 x | 9.15",
    "3.13 + 0.5 x | 10.26 | by one less, which makes the first 11 and not 10",
    "variance " + " ".join(f"{variance:.3f}" for variance in VARIANCES),
)


def exact(*numbers):
    return tuple(map(Fraction, numbers))


@pytest.mark.parametrize("number, name, published, least", L1_LINES)
def test_three_pictures_have_one_l1_line_each_and_one_l2(numbers, number, name, published, least):
    points, found = PICTURES[number], numbers("l1_lines")
    line, least = exact(*published), Fraction(least)
    assert l1_lines(points) == ({line}, least)
    given = [found[f"{name}_{of}"] for of in ("start", "slope", "total")]
    assert given == approx([*line, least], rel=1e-9)
    line = l2_fit(points)
    given = [found[f"{name}_l2_{of}"] for of in ("start", "slope", "total")]
    assert given == approx([*line, total_miss(line, points)], rel=1e-12)


def test_in_the_fourth_picture_the_tied_slopes_have_the_published_ends(gives):
    lines, least = l1_lines(FOURTH)
    slopes = {slope for _, slope in lines}
    low, high = min(slopes), max(slopes)
    assert ({low, high}, least) == (TIED, Fraction("9.93"))
    ends = {"lowest_slope": approx(low, rel=1e-12), "highest_slope": approx(high, rel=1e-12)}
    total = approx(9.93, rel=1e-12)
    gives("every_slope_ties", lowest_total=total, highest_total=total, l2_total=total, **ends)


def test_the_fourth_l2_line_is_an_l1_line_exactly(gives):
    line = l2_fit(FOURTH)
    assert total_miss(line, FOURTH) == Fraction("9.93")
    assert min(TIED) < line[1] < max(TIED)
    pile = sorted(y for x, y in FOURTH if x == 8)
    low, mean, high = pile[4], statistics.mean(pile), pile[5]
    assert statistics.median_low(pile) == low < mean < high == statistics.median_high(pile)
    found = gives("every_slope_ties", lower=float(low), upper=float(high), pile_mean=approx(mean))
    assert found["l2_slope"] == approx(line[1], rel=1e-12)


def test_the_drawn_bottom_is_flat_between_the_two_in_the_middle(numbers):
    found = numbers("flat_bottom")
    far_x, far_y = max(FOURTH)
    pile = sorted(y for x, y in FOURTH if x != far_x)
    assert found["heights"].tolist() == approx([float(y) for y in pile[3:7]])
    for height, total in zip(pile[3:7], found["totals"]):
        slope = (far_y - height) / (far_x - 8)
        assert total == approx(total_miss((height - 8 * slope, slope), FOURTH))
    assert found["totals"][1] == approx(found["totals"][2]) == approx(9.93)
    assert found["mean"] == approx(statistics.mean(pile))
    assert found["mean_total"] == approx(9.93)


def test_the_table_agrees_to_the_digits_that_anscombe_wanted(gives):
    start, slope = approx(3.0024545, abs=5e-8), approx(0.4997273, abs=5e-8)
    gives("l1_lines", third_l2_start=start, third_l2_slope=slope)  # as published
    slopes, correlations = [], []
    for points in PICTURES.values():
        x, y = ([float(number) for number in column] for column in zip(*points))
        assert (statistics.mean(x), statistics.variance(x)) == (9, 11)
        assert round(statistics.mean(y), 2) == 7.5
        assert statistics.variance(y) == approx(4.125, abs=0.003)
        line = statistics.linear_regression(x, y)
        assert (round(line.intercept, 2), round(line.slope, 2)) == (3.0, 0.5)
        slopes.append(line.slope)
        correlations.append(statistics.correlation(x, y))
    low, high = approx(min(correlations)), approx(max(correlations))
    gives("one_table", lowest_correlation=low, highest_correlation=high)
    gives("one_table", x_variance=statistics.pvariance(x), by_one_less=11)
    gives("one_table", lowest_slope=approx(min(slopes)), highest_slope=approx(max(slopes)))


def test_the_far_point_takes_both_lines_along_and_the_drawing_shows_no_choice_of_a_solver():
    slope = float(l2_fit(FOURTH)[1])
    line = f"4: slope {slope:.4f} under L2, {slope:.4f} under L1"
    assert line in approved("l1_and_l2_lines.out")
    points = [(x, Fraction(3) if x == 19 else y) for x, y in FOURTH]
    slopes = [float(slope) for _, slope in l1_lines(points)[0]]
    start, slope = l2_fit(points)
    assert start + 19 * slope == 3
    printed = approved("pulled_down.console.out")
    assert f"L1 slopes from {min(slopes):.4f} to {max(slopes):.4f}" in printed
    assert f"L2 slope {float(slope):.4f}, miss there 0.0000" in printed


def test_lifting_the_stray_point_moves_the_l2_line_only(gives):
    points = [(x, Fraction(1000) if x == 13 else y) for x, y in PICTURES[3]]
    assert l1_lines(points)[0] == {exact(*THIRD)}
    l1 = {"lifted_l1_start": approx(4.01, rel=1e-9), "lifted_l1_slope": approx(0.345, rel=1e-9)}
    start, slope = l2_fit(points)
    gives("exercises", lifted_l2_start=approx(start), lifted_l2_slope=approx(slope), **l1)


def test_without_the_lowest_of_the_pile_one_l1_line_is_left_and_it_is_not_the_l2_line(gives):
    points = FOURTH[1:]
    [(_, slope)], least = l1_lines(points)
    assert slope == Fraction(273, 550)
    l2_total = total_miss(l2_fit(points), points)
    assert l2_total > least
    found = gives("exercises", only_slope=approx(slope), nine_l1_total=approx(least))
    assert found["nine_l2_total"] == approx(l2_total)


def test_raising_the_highest_of_the_pile_parts_the_l2_line_from_the_l1_lines(gives):
    points = [(x, y + 5 * (at == 9)) for at, (x, y) in enumerate(FOURTH)]
    lines, least = l1_lines(points)
    assert lines == l1_lines(FOURTH)[0]
    mean, l2_total = sum(y for _, y in points[:10]) / 10, total_miss(l2_fit(points), points)
    found = gives("exercises", stretched_mean=approx(mean), stretched_l1_total=approx(least))
    assert found["stretched_l2_total"] == approx(l2_total)
