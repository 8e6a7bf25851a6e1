"""The lab on Anscombe's quartet, against exact fractions and published figures."""

import statistics
from fractions import Fraction
from itertools import combinations

import pytest

from tests.conftest import PROJECT

PAGE = "labs/four-pictures"
PICTURES = {1: [], 2: [], 3: [], 4: []}
for line in (PROJECT / "snippets" / PAGE / "quartet.csv").read_text("utf-8").split()[1:]:
    picture, *point = line.split(",")
    PICTURES[int(picture)].append(tuple(map(Fraction, point)))
NAMES = {1: "first", 2: "second", 3: "third"}


def total_miss(points, start, slope):
    return sum(abs(y - start - slope * x) for x, y in points)


def l1_lines(points):
    """All best L1 lines that pass through two points, exactly; the best ones lie between them."""
    lines = set()
    for (x1, y1), (x2, y2) in combinations(points, 2):
        if x1 != x2:
            slope = (y2 - y1) / (x2 - x1)
            lines.add((y1 - slope * x1, slope))
    totals = {line: total_miss(points, *line) for line in lines}
    least = min(totals.values())
    return {line for line in lines if totals[line] == least}, least


def l2_line(points):
    """The exact L2 line."""
    x_mean, y_mean = (sum(column) / len(points) for column in zip(*points))
    slope = sum((x - x_mean) * (y - y_mean) for x, y in points)
    slope /= sum((x - x_mean) ** 2 for x, _ in points)
    return y_mean - slope * x_mean, slope


@pytest.mark.parametrize(
    "number, published, least",
    [
        (1, ("3.24", "0.48"), "9.15"),
        (2, ("3.13", "0.5"), "10.26"),
        (3, ("4.01", "0.345"), "4.265"),
    ],
)
def test_three_pictures_have_one_l1_line_each_and_it_is_the_published_one(
    numbers, number, published, least
):
    lines, total = l1_lines(PICTURES[number])
    assert lines == {tuple(map(Fraction, published))}
    assert total == Fraction(least)
    found, name = numbers(f"{PAGE}/l1_lines"), NAMES[number]
    [(start, slope)] = lines
    assert found[f"{name}_start"] == pytest.approx(float(start), rel=1e-9)
    assert found[f"{name}_slope"] == pytest.approx(float(slope), rel=1e-9)
    assert found[f"{name}_total"] == pytest.approx(float(total), rel=1e-9)


@pytest.mark.parametrize("number", NAMES)
def test_the_l2_lines_are_the_exact_ones(numbers, number):
    found, name = numbers(f"{PAGE}/l1_lines"), NAMES[number]
    start, slope = l2_line(PICTURES[number])
    assert found[f"{name}_l2_start"] == pytest.approx(float(start), rel=1e-12)
    assert found[f"{name}_l2_slope"] == pytest.approx(float(slope), rel=1e-12)
    total = total_miss(PICTURES[number], start, slope)
    assert found[f"{name}_l2_total"] == pytest.approx(float(total), rel=1e-12)


def test_the_third_l2_line_is_the_published_one(numbers):
    found = numbers(f"{PAGE}/l1_lines")
    assert found["third_l2_start"] == pytest.approx(3.0024545, abs=5e-8)
    assert found["third_l2_slope"] == pytest.approx(0.4997273, abs=5e-8)


def test_in_the_fourth_picture_the_tied_slopes_have_the_published_ends(numbers):
    lines, least = l1_lines(PICTURES[4])
    slopes = [slope for _, slope in lines]
    assert (min(slopes), max(slopes)) == (Fraction(273, 550), Fraction("0.51"))
    assert least == Fraction("9.93")
    found = numbers(f"{PAGE}/every_slope_ties")
    assert found["lowest_slope"] == pytest.approx(float(min(slopes)), rel=1e-12)
    assert found["highest_slope"] == pytest.approx(float(max(slopes)), rel=1e-12)
    for name in ("lowest_total", "highest_total", "l2_total"):
        assert found[name] == pytest.approx(9.93, rel=1e-12)


def test_the_fourth_l2_line_is_an_l1_line_exactly(numbers):
    start, slope = l2_line(PICTURES[4])
    assert total_miss(PICTURES[4], start, slope) == Fraction("9.93")
    assert Fraction(273, 550) < slope < Fraction("0.51")
    found = numbers(f"{PAGE}/every_slope_ties")
    assert found["l2_slope"] == pytest.approx(float(slope), rel=1e-12)
    pile = sorted(y for x, y in PICTURES[4] if x == 8)
    assert found["pile_mean"] == pytest.approx(float(statistics.mean(pile)))
    assert (found["lower"], found["upper"]) == (float(pile[4]), float(pile[5]))
    assert statistics.median_low(pile) < statistics.mean(pile) < statistics.median_high(pile)


def test_the_drawn_bottom_is_flat_and_its_corners_are_lines_through_two_points(numbers):
    found = numbers(f"{PAGE}/flat_bottom")
    far_x, far_y = max(PICTURES[4])
    for slope, total in zip(found["slopes"], found["totals"]):
        exact = Fraction(slope).limit_denominator(10000)
        assert any((far_y - y) / (far_x - x) == exact for x, y in PICTURES[4] if x != far_x)
        heights = [y - exact * x for x, y in PICTURES[4]]
        middle = statistics.median(heights)
        assert total == pytest.approx(float(sum(abs(height - middle) for height in heights)))
    assert found["totals"][1] == pytest.approx(found["totals"][2]) == pytest.approx(9.93)


def test_the_table_agrees_to_the_digits_that_anscombe_wanted(numbers):
    slopes, correlations = [], []
    for points in PICTURES.values():
        x, y = zip(*((float(x), float(y)) for x, y in points))
        assert (statistics.mean(x), statistics.variance(x)) == (9, 11)
        assert round(statistics.mean(y), 2) == 7.5
        assert statistics.variance(y) == pytest.approx(4.125, abs=0.003)
        line = statistics.linear_regression(x, y)
        assert (round(line.intercept, 2), round(line.slope, 2)) == (3.0, 0.5)
        slopes.append(line.slope)
        correlations.append(statistics.correlation(x, y))
    found = numbers(f"{PAGE}/one_table")
    assert found["lowest_slope"] == pytest.approx(min(slopes))
    assert found["highest_slope"] == pytest.approx(max(slopes))
    assert found["lowest_correlation"] == pytest.approx(min(correlations))
    assert found["highest_correlation"] == pytest.approx(max(correlations))


def test_the_variances_divide_by_n_and_anscombes_by_one_less(numbers, text_of):
    found = numbers(f"{PAGE}/one_table")
    xs = [float(x) for x, _ in PICTURES[1]]
    assert (found["x_variance"], statistics.pvariance(xs)) == (10, 10)
    assert (found["by_one_less"], statistics.variance(xs)) == (11, 11)
    variances = [statistics.pvariance(float(y) for _, y in p) for p in PICTURES.values()]
    text = text_of(PAGE)
    assert "variance " + " ".join(f"{variance:.3f}" for variance in variances) in text
    assert "by one less, which makes the first 11 and not 10" in text


def test_the_whole_table_follows_from_five_sums():
    for points in PICTURES.values():
        n, x, y = len(points), *(sum(column) for column in zip(*points))
        xx, xy, yy = (sum(a * b for a, b in points) for points in _products(points))
        slope = (n * xy - x * y) / (n * xx - x * x)
        assert (y / n - slope * x / n, slope) == l2_line(points)
        correlation = float(n * xy - x * y) / float((n * xx - x * x) * (n * yy - y * y)) ** 0.5
        columns = ([float(number) for number in column] for column in zip(*points))
        assert correlation == pytest.approx(statistics.correlation(*columns))


def _products(points):
    return [(x, x) for x, _ in points], points, [(y, y) for _, y in points]


def test_the_drawing_of_the_fourth_picture_shows_no_choice_of_a_solver():
    printed = (PROJECT / "snippets" / PAGE / "four_pictures.out").read_text("utf-8")
    slope = float(l2_line(PICTURES[4])[1])
    assert f"4: slope {slope:.4f} under L2, {slope:.4f} under L1" in printed


def test_the_far_point_takes_both_lines_along():
    points = [(x, Fraction(3) if x == 19 else y) for x, y in PICTURES[4]]
    slopes = [float(slope) for _, slope in l1_lines(points)[0]]
    start, slope = l2_line(points)
    assert start + 19 * slope == 3
    printed = (PROJECT / "snippets" / PAGE / "pulled_down.console.out").read_text("utf-8")
    assert f"L1 slopes from {min(slopes):.4f} to {max(slopes):.4f}" in printed
    assert f"L2 slope {float(slope):.4f}, miss there 0.0000" in printed


def test_lifting_the_stray_point_moves_the_l2_line_only(numbers):
    points = [(x, Fraction(1000) if x == 13 else y) for x, y in PICTURES[3]]
    found = numbers(f"{PAGE}/exercises")
    assert l1_lines(points)[0] == {(Fraction("4.01"), Fraction("0.345"))}
    assert found["lifted_l1_start"] == pytest.approx(4.01, rel=1e-9)
    assert found["lifted_l1_slope"] == pytest.approx(0.345, rel=1e-9)
    start, slope = l2_line(points)
    assert found["lifted_l2_start"] == pytest.approx(float(start))
    assert found["lifted_l2_slope"] == pytest.approx(float(slope))


def test_without_the_lowest_of_the_pile_one_l1_line_is_left_and_it_is_not_the_l2_line(numbers):
    points = sorted(PICTURES[4])[1:]
    lines, least = l1_lines(points)
    [(start, slope)] = lines
    found = numbers(f"{PAGE}/exercises")
    assert slope == Fraction(273, 550)
    assert found["only_slope"] == pytest.approx(float(slope))
    assert found["nine_l1_total"] == pytest.approx(float(least))
    l2_total = total_miss(points, *l2_line(points))
    assert found["nine_l2_total"] == pytest.approx(float(l2_total))
    assert l2_total > least


def test_raising_the_highest_of_the_pile_parts_the_l2_line_from_the_l1_lines(numbers):
    points = sorted(PICTURES[4])
    points[9] = (points[9][0], points[9][1] + 5)
    lines, least = l1_lines(points)
    found = numbers(f"{PAGE}/exercises")
    assert lines == l1_lines(PICTURES[4])[0]
    assert found["stretched_l1_total"] == pytest.approx(float(least))
    l2_total = total_miss(points, *l2_line(points))
    assert found["stretched_l2_total"] == pytest.approx(float(l2_total))
    assert found["stretched_mean"] == pytest.approx(sum(float(y) for _, y in points[:10]) / 10)


def test_the_page_shows_the_published_figures(text_of):
    text = text_of(PAGE)
    for figure in [
        *("3.0024545", "0.4997273", "4.01 + 0.345x", "4.265"),
        *("9.93", "273/550", "0.51", "3.24 + 0.48x", "9.15", "3.13 + 0.5x", "10.26"),
    ]:
        assert figure in text
