"""The lab on one wild point: exact fractions, closed forms and every line through two points."""

import statistics
import subprocess
import sys
from fractions import Fraction
from itertools import combinations, product

import pytest

from tests.conftest import PROJECT

LAB = "labs/one-wild-point"
DAYS = range(1, 11)


def plant(**wild):
    """The ten true points, with some heights replaced: plant(day5=61)."""
    return [(day, wild.get(f"day{day}", 2 * day + 1)) for day in DAYS]


def lever(day, height):
    return plant()[:9] + [(day, height)]


def sum_of_absolute_errors(points, line):
    intercept, slope = line
    return sum(abs(y - intercept - slope * x) for x, y in points)


def best_l1_lines(points):
    """Return each L1 line through two of the points, in fractions: one if it is the only best."""
    lines = set()
    for (x1, y1), (x2, y2) in combinations(points, 2):
        if x1 != x2:
            slope = Fraction(y2 - y1) / Fraction(x2 - x1)
            lines.add((y1 - slope * x1, slope))
    sums = {line: sum_of_absolute_errors(points, line) for line in lines}
    return {line for line in lines if sums[line] == min(sums.values())}


@pytest.mark.parametrize("height", [-(10**6), -1000, 0, 61, 1000, 10**6])
def test_no_height_of_day_five_moves_the_l1_line(numbers, height):
    assert best_l1_lines(plant(day5=height)) == {(1, 2)}
    found = numbers(f"{LAB}/wild_height")
    assert found["fit"](found["l1"], height) == pytest.approx((1, 2), abs=1e-9)


@pytest.mark.parametrize("height, ending", [(61, ""), (10**6, "_huge")])
def test_the_l2_line_follows_the_height_in_proportion(numbers, height, ending):
    found = numbers(f"{LAB}/wild_height")
    exact = statistics.linear_regression(*zip(*plant(day5=height)))
    assert found["l2_slope" + ending] == pytest.approx(exact.slope, rel=1e-9)
    assert found["l2_start" + ending] == pytest.approx(exact.intercept, rel=1e-9)
    # (5 - 5.5) / 82.5 for each centimetre
    turn = Fraction(5) - Fraction(11, 2)
    assert found["l2_slope" + ending] == pytest.approx(
        float(2 + turn * (height - 11) / Fraction(165, 2)), rel=1e-9
    )
    assert (found["l1_start" + ending], found["l1_slope" + ending]) == pytest.approx((1, 2))


def test_at_a_height_of_61_the_l2_line_is_the_published_one(numbers):
    found = numbers(f"{LAB}/wild_height")
    assert found["l2_start"] == pytest.approx(7.6667, abs=5e-5)
    assert found["l2_slope"] == pytest.approx(1.69697, abs=5e-6)
    turned = numbers(f"{LAB}/l2_turn")
    assert turned["slope"] == pytest.approx(found["l2_slope"], rel=1e-12)
    assert turned["turn"] == pytest.approx(float(Fraction(-25) / Fraction(165, 2)), rel=1e-12)


def test_the_l1_line_holds_to_day_25_and_at_no_day_beyond(numbers):
    found = numbers(f"{LAB}/lever")
    assert (found["rest"], found["furthest"]) == (20, 25)
    for height in [-(10**6), 0, 10**6]:
        for day in [10, 24, Fraction(2499, 100)]:
            assert best_l1_lines(lever(day, height)) == {(1, 2)}
        assert (1, 2) in best_l1_lines(lever(25, height))  # one of several
        assert (1, 2) not in best_l1_lines(lever(Fraction(2501, 100), height))


def test_no_other_pivot_serves_the_wild_point_better():
    # What the wild point gains is its distance from the pivot; what the rest loses is theirs.
    for tenths in range(-100, 300):
        pivot = Fraction(tenths, 10)
        rest = sum(abs(day - pivot) for day in range(1, 10))
        assert abs(25 - pivot) <= rest


def test_every_l1_line_beyond_the_reach_passes_through_the_wild_point():
    for day, height in product([26, 30, 50, 100], [-5, 0, 52, 10**6]):
        for intercept, slope in best_l1_lines(lever(day, height)):
            assert intercept + slope * day == height


def test_the_slopes_on_days_24_and_26_are_those_of_the_exact_lines(numbers):
    found = numbers(f"{LAB}/wild_day")
    for name in ("held", "gone"):
        ((_, slope),) = best_l1_lines(lever(found[name], 0))
        assert found["l1_" + name] == pytest.approx(float(slope), abs=1e-9)
        exact = statistics.linear_regression(*zip(*lever(found[name], 0)))
        assert found["l2_" + name] == pytest.approx(exact.slope, rel=1e-9)
    assert found["l1_gone"] == pytest.approx(float(Fraction(-11, 21)))


def test_on_day_fifty_the_l1_line_is_the_published_fraction(numbers):
    assert best_l1_lines(lever(50, 0)) == {(Fraction(110, 9), Fraction(-11, 45))}
    shown = numbers(f"{LAB}/lever")
    assert (shown["over"], shown["under"], shown["fall"], shown["run"]) == (110, 9, 11, 45)


@pytest.fixture
def fitted(numbers, monkeypatch):
    """What wild_point.py finds without being told of a point."""
    monkeypatch.setattr(sys, "argv", ["wild_point.py"])
    return numbers(f"{LAB}/wild_point")


def test_the_program_finds_the_line_and_both_sums_of_misses(fitted):
    assert fitted["l1_start"] == pytest.approx(110 / 9)
    assert fitted["l1_slope"] == pytest.approx(-11 / 45)
    exact = sum_of_absolute_errors(lever(50, 0), (Fraction(110, 9), Fraction(-11, 45)))
    assert fitted["l1_sum"] == pytest.approx(float(exact))
    assert fitted["l1_sum"] == pytest.approx(44.889, abs=5e-4)
    assert fitted["true_sum"] == sum_of_absolute_errors(lever(50, 0), (1, 2)) == 101
    assert fitted["l2_slope"] == pytest.approx(
        statistics.linear_regression(*zip(*lever(50, 0))).slope
    )


@pytest.mark.parametrize("day, height", [(24, -1000000), (26, 52), (50, 1000000), (50, 101)])
def test_the_sessions_answer_what_exact_fractions_say(day, height):
    answer = subprocess.run(
        [sys.executable, "wild_point.py", str(day), str(height)],
        cwd=PROJECT / "snippets" / LAB,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    ((intercept, slope),) = best_l1_lines(lever(day, height))
    assert f"L1 line    {float(intercept):,.4f} {float(slope):+,.4f} x\n" in answer
    exact = statistics.linear_regression(*zip(*lever(day, height)))
    assert f"L2 line    {exact.intercept:,.4f} {exact.slope:+,.4f} x\n" in answer


def test_outside_the_reach_a_miss_of_one_centimetre_moves_the_l1_line():
    assert 2 * 26 + 1 - 52 == 1
    ((intercept, slope),) = best_l1_lines(lever(26, 52))
    assert (intercept, slope) != (1, 2) and intercept + 26 * slope == 52


def test_a_far_point_moves_the_lines_only_if_it_lies_off_the_line(numbers):
    found = numbers(f"{LAB}/far_out")
    for name, height in ("on", 101), ("little", 100), ("cut", 0):
        ((_, slope),) = best_l1_lines(lever(50, height))
        assert found[f"l1_{name}"] == pytest.approx(float(slope), abs=1e-9)
        exact = statistics.linear_regression(*zip(*lever(50, height)))
        assert found[f"l2_{name}"] == pytest.approx(exact.slope, abs=1e-9)
    for day in [10, 26, 50, 10**6]:
        assert best_l1_lines(lever(day, 2 * day + 1)) == {(1, 2)}
        exact = statistics.linear_regression(*zip(*lever(day, 2 * day + 1)))
        assert (exact.intercept, exact.slope) == pytest.approx((1, 2))
        for off in [Fraction(1, 10), -(10**6)]:
            assert (best_l1_lines(lever(day, 2 * day + 1 + off)) == {(1, 2)}) == (day <= 25)


def test_one_far_point_carries_the_l1_line_to_any_slope():
    for height in [10**3, 10**6, 10**9]:
        ((_, slope),) = best_l1_lines(lever(50, height))
        assert slope == Fraction(height - 11, 45)


def test_the_mean_breaks_with_one_and_the_median_with_half(numbers):
    found = numbers(f"{LAB}/breakdown")
    assert (found["mean_breaks"], found["median_breaks"]) == (1, 5)
    heights = [2 * day + 1 for day in DAYS]
    for spoilt in range(6):
        data = heights[spoilt:] + [10**6] * spoilt
        assert found["medians"][spoilt] == statistics.median(data)
        assert found["means"][spoilt] == pytest.approx(statistics.mean(data))
    assert min(heights) < found["median_with_four"] < max(heights)


def test_whichever_four_are_spoilt_the_median_stays_among_the_true_heights():
    heights = [2 * day + 1 for day in DAYS]
    for spoilt in combinations(range(10), 4):
        for wild in (-(10**6), 10**6):
            data = [wild if i in spoilt else height for i, height in enumerate(heights)]
            assert min(heights) <= statistics.median(data) <= max(heights)


def test_the_line_through_four_points_jumps_as_published(numbers):
    found = numbers(f"{LAB}/four_points")
    for side, sign, l2 in [("left", -1, -0.00495), ("right", 1, 0.00505)]:
        hair = Fraction(sign, 100)
        points = [(0, 0), (1, 1), (hair, 1), (1, 0)]
        ((_, slope),) = best_l1_lines(points)
        assert slope == {-1: Fraction(-100, 101), 1: 1}[sign]
        assert found["l1_" + side] == pytest.approx(float(slope))
        exact = statistics.linear_regression(*zip(*points))
        assert found["l2_" + side] == pytest.approx(float(exact.slope))
        assert found["l2_" + side] == pytest.approx(l2, abs=5e-6)
    assert (found["over"], found["under"]) == (100, 101)


def moves(spoilt):
    """Whether heights that are all far too high on these days move the L1 line.

    Turning about a day c is worth it if the spoilt days, all on one side, outweigh the rest.
    """
    honest = [day for day in DAYS if day not in spoilt]
    return any(
        abs(sum(day - pivot for day in spoilt)) > sum(abs(day - pivot) for day in honest)
        for pivot in DAYS
    )


def test_two_mistyped_heights_are_harmless_and_eight_triples_are_not(numbers):
    found = numbers(f"{LAB}/exercises")
    pairs, triples = list(combinations(DAYS, 2)), list(combinations(DAYS, 3))
    assert (found["pair_count"], found["triple_count"]) == (len(pairs), len(triples)) == (45, 120)
    assert found["moved_by_pairs"] == sum(map(moves, pairs)) == 0
    moving = [triple for triple in triples if moves(triple)]
    assert found["moved_by_triples"] == len(moving) == 8
    # Two of the three are the two days at one end, or nearly so.
    halves = [(triple, 1) for triple in moving if max(triple) <= 5]
    halves += [(triple, 10) for triple in moving if min(triple) >= 6]
    assert len(halves) == 8 and all(outermost in triple for triple, outermost in halves)
    # Whatever the signs, two never outweigh the other eight.
    for pair in pairs:
        for pivot in DAYS:
            rest = sum(abs(day - pivot) for day in DAYS if day not in pair)
            assert sum(abs(day - pivot) for day in pair) < rest


def test_a_wrong_middle_day_lifts_the_l2_line_without_turning_it(numbers):
    found = numbers(f"{LAB}/exercises")
    heights = [2 * day + 1 + 50 * (day == 6) for day in range(1, 12)]
    exact = statistics.linear_regression(range(1, 12), heights)
    assert found["l2_slope"] == pytest.approx(exact.slope) == pytest.approx(2)
    assert found["l2_lift"] == pytest.approx(float(Fraction(50, 11)))


def test_the_median_of_all_slopes_survives_the_lever(numbers):
    found = numbers(f"{LAB}/exercises")
    slopes = [Fraction(b[1] - a[1], b[0] - a[0]) for a, b in combinations(lever(50, 0), 2)]
    assert found["median_slope"] == statistics.median(slopes) == 2
    assert found["honest"] == slopes.count(Fraction(2)) == 36


def test_the_page_shows_the_published_figures(text_of):
    text = text_of(LAB)
    for figure in [
        "61", "1,000,000", "1.0000 + 2.0000 x", "7.6667 + 1.69697 x",
        "44.889", "101", "-0.00495", "+0.00505", "1/n", "one half", "110/9 - 11/45 x", "-100/101",
    ]:  # fmt: skip
        assert figure in text
