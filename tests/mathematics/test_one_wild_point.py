"""The lab on one wild point: exact fractions, closed forms and every line through two points."""

import math
import statistics
from fractions import Fraction
from itertools import combinations

import pytest
from pytest import approx

from tests.mathematics.conftest import l1_lines, page_shows, total_miss

PAGE_WITH = "wild_point.py"
DAYS = range(1, 11)
HEIGHTS = [2 * day + 1 for day in DAYS]
TRUE = (1, 2)
TURNED = (Fraction(110, 9), Fraction(-11, 45))
test_the_page_shows_the_published_figures = page_shows("61 | 1,000,000 | 1.0000 + 2.0000 x | 7.6667 + 1.69697 x | 44.889 | 101 | -0.00495 | +0.00505 | 1/n | one half | 110/9 - 11/45 x | -100/101")  # fmt: skip
SIDES = [("left", -1, Fraction(-100, 101)), ("right", 1, 1)]


def plant(day5=11):
    """The ten true points, with one height replaced."""
    return [(day, day5 if day == 5 else 2 * day + 1) for day in DAYS]


def lever(day, height):
    return plant()[:9] + [(day, height)]


def best_l1_line(points):
    [line], _ = l1_lines(points)
    return line


def l2_line(points):
    return statistics.linear_regression(*zip(*points))


@pytest.mark.parametrize("height", [-(10**6), -1000, 0, 61, 1000, 10**6])
def test_no_height_of_day_five_moves_the_l1_line(numbers, height):
    assert best_l1_line(plant(day5=height)) == TRUE
    found = numbers("wild_height")
    assert found["fit"](found["l1"], height) == approx(TRUE, abs=1e-9)


@pytest.mark.parametrize("height, ending", [(61, ""), (10**6, "_huge")])
def test_the_l2_line_follows_the_height_in_proportion(numbers, height, ending):
    found = numbers("wild_height")
    exact = l2_line(plant(day5=height))
    assert found[f"l2_start{ending}"] == approx(exact.intercept, rel=1e-9)
    assert found[f"l2_slope{ending}"] == approx(exact.slope, rel=1e-9)
    # (5 - 5.5) / 82.5 for each centimetre
    assert exact.slope == approx(2 - Fraction(1, 165) * (height - 11), rel=1e-12)
    assert (found[f"l1_start{ending}"], found[f"l1_slope{ending}"]) == approx(TRUE)


def test_at_a_height_of_61_the_l2_line_turns_by_its_share_of_fifty_centimetres(gives):
    turn = Fraction(-25) / Fraction(165, 2)
    gives("l2_turn", slope=approx(2 + turn, rel=1e-12), turn=approx(turn, rel=1e-12))


def test_the_two_lines_that_can_be_moved_begin_as_the_exact_ones(gives):
    points = plant(day5=61)
    exact = l2_line(points)
    start, slope = best_l1_line(points)
    squares = sum((y - exact.intercept - exact.slope * x) ** 2 for x, y in points)
    gives("both_lines", l1_start=start, l1_slope=slope, l1_lengths=total_miss(TRUE, points))
    gives("both_lines", l2_start=approx(exact.intercept), l2_slope=approx(exact.slope))
    gives("both_lines", l1_squares=2500, l2_squares=approx(squares))


@pytest.mark.parametrize("height", [-(10**6), 0, 10**6])
def test_the_l1_line_holds_to_day_25_and_at_no_day_beyond(gives, height):
    gives("lever", rest=20, furthest=25)
    for day in [10, 24, Fraction(2499, 100)]:
        assert best_l1_line(lever(day, height)) == TRUE
    assert TRUE in l1_lines(lever(25, height))[0]  # one of several
    assert TRUE not in l1_lines(lever(Fraction(2501, 100), height))[0]


@pytest.mark.parametrize("name", ["held", "gone"])
def test_the_slopes_on_days_24_and_26_are_those_of_the_exact_lines(gives, name):
    found = gives("wild_day", l1_gone=approx(Fraction(-11, 21)))
    points = lever(found[name], 0)
    assert found[f"l1_{name}"] == approx(best_l1_line(points)[1], abs=1e-9)
    assert found[f"l2_{name}"] == approx(l2_line(points).slope, rel=1e-9)


def test_on_day_fifty_the_l1_line_is_the_published_fraction_and_its_misses_are_fewer(gives):
    points = lever(50, 0)
    assert best_l1_line(points) == TURNED
    gives("hanging_line", over=110, under=9, fall=11, run=45)
    start, slope, l2_slope = map(approx, (*TURNED, l2_line(points).slope))
    gives("wild_point", l1_start=start, l1_slope=slope, l2_slope=l2_slope)
    assert total_miss(TRUE, points) == 101
    gives("wild_point", l1_sum=approx(total_miss(TURNED, points)), true_sum=101)


@pytest.mark.parametrize("day, height", [(24, -1000000), (26, 52), (50, 1000000), (50, 101)])
def test_the_sessions_answer_what_exact_fractions_say(numbers, capsys, day, height):
    numbers("wild_point", f"{day}", f"{height}")
    printed = capsys.readouterr().out
    start, slope = map(float, best_l1_line(lever(day, height)))
    assert f"L1 line    {start:,.4f} {slope:+,.4f} x\n" in printed
    exact = l2_line(lever(day, height))
    assert f"L2 line    {exact.intercept:,.4f} {exact.slope:+,.4f} x\n" in printed


@pytest.mark.parametrize("name, height", [("on", 101), ("little", 100), ("cut", 0)])
def test_a_far_point_moves_the_lines_if_it_lies_off_the_line(gives, name, height):
    points = lever(50, height)
    l1, l2 = approx(best_l1_line(points)[1], abs=1e-9), approx(l2_line(points).slope, abs=1e-9)
    gives("far_out", **{f"l1_{name}": l1, f"l2_{name}": l2})


@pytest.mark.parametrize("spoilt", range(6))
def test_the_mean_breaks_with_one_and_the_median_with_half(gives, spoilt):
    found = gives("breakdown", mean_breaks=1, median_breaks=5)
    heights = HEIGHTS[spoilt:] + [10**6] * spoilt
    assert found["medians"][spoilt] == statistics.median(heights)
    assert found["means"][spoilt] == approx(statistics.mean(heights))
    assert min(HEIGHTS) < found["median_with_four"] < max(HEIGHTS)


@pytest.mark.parametrize("side, hair, slope", SIDES)
def test_the_line_through_four_points_jumps_as_published(gives, side, hair, slope):
    points = [(0, 0), (1, 1), (Fraction(hair, 100), 1), (1, 0)]
    assert best_l1_line(points)[1] == slope
    found = gives("four_points", over=100, under=101, **{f"l1_{side}": approx(slope)})
    assert found[f"l2_{side}"] == approx(l2_line(points).slope)


def moves(spoilt):
    """Whether heights that are all far too high on these days move the L1 line.

    Turning about a day c is worth it if the spoilt days, all on one side, outweigh the rest.
    """
    honest = [day for day in DAYS if day not in spoilt]
    pulls = {at: sum(abs(day - at) for day in honest) for at in DAYS}
    return any(abs(sum(day - at for day in spoilt)) > pulls[at] for at in DAYS)


def test_two_mistyped_heights_are_harmless_and_eight_triples_are_not(gives):
    by_pairs, by_triples = (sum(map(moves, combinations(DAYS, size))) for size in (2, 3))
    gives("exercises", moved_by_pairs=by_pairs, moved_by_triples=by_triples)
    gives("exercises", pair_count=math.comb(10, 2), triple_count=math.comb(10, 3))


def test_a_wrong_middle_day_turns_no_l2_line_and_the_median_of_slopes_survives_the_lever(gives):
    gives("exercises", l2_slope=approx(2), l2_lift=approx(Fraction(50, 11)))
    slopes = [Fraction(b[1] - a[1], b[0] - a[0]) for a, b in combinations(lever(50, 0), 2)]
    assert (statistics.median(slopes), slopes.count(2)) == (2, 36)
    gives("exercises", median_slope=2, honest=36)
