"""The lab on stack loss, against exact fractions, a proof of optimality, and published figures."""

import math
import re
import statistics
from fractions import Fraction

import pytest

from tests.conftest import PROJECT

PAGE = "labs/what-hides-an-outlier"
ROWS = [
    [int(number) for number in line.split(",")]
    for line in (PROJECT / "snippets" / PAGE / "stack_loss.csv").read_text("utf-8").split()[1:]
]
INPUTS = [[1, *row[:3]] for row in ROWS]
LOSSES = [row[3] for row in ROWS]
LAD = [Fraction(-13693, 345), Fraction(287, 345), Fraction(66, 115), Fraction(-7, 115)]
SUSPECTS = [1, 3, 4, 21]


def solved(matrix, right):
    """Solve a square system in fractions, by elimination."""
    rows = [[Fraction(number) for number in (*row, end)] for row, end in zip(matrix, right)]
    for at in range(len(rows)):
        pivot = next(row for row in rows[at:] if row[at])
        rows.remove(pivot)
        pivot = [number / pivot[at] for number in pivot]
        rows = [[a - row[at] * b for a, b in zip(row, pivot)] for row in rows]
        rows.insert(at, pivot)
    return [row[-1] for row in rows]


def dot(left, right):
    return sum(a * b for a, b in zip(left, right))


def gram(inputs):
    columns = [*zip(*inputs)]
    return [[dot(a, b) for b in columns] for a in columns]


def least_squares(inputs, outputs):
    """The exact L2 fit, from the normal equations."""
    return solved(gram(inputs), [dot(column, outputs) for column in zip(*inputs)])


def residuals(fit, outputs=LOSSES):
    return [y - dot(fit, row) for row, y in zip(INPUTS, outputs)]


OLS = least_squares(INPUTS, LOSSES)
OLS_RESIDUALS, LAD_RESIDUALS = residuals(OLS), residuals(LAD)
FACTOR = 1 / statistics.NormalDist().inv_cdf(0.75)


def root_mean_square(values, freedom=17):
    return math.sqrt(sum(value**2 for value in values) / freedom)


def normal_mad(values):
    middle = statistics.median(values)
    return FACTOR * float(statistics.median(abs(value - middle) for value in values))


def beyond(values, ruler, limit=2.5):
    return [day for day, value in enumerate(values, start=1) if abs(value) / ruler > limit]


def test_the_published_fractions_are_the_only_least_absolute_deviations_fit():
    # A fit is the only best one if the rows that it hits can balance, with forces below one, the
    # rows that pull it up and down with force one.
    hit = [row for row, miss in zip(INPUTS, LAD_RESIDUALS) if miss == 0]
    signs = [(miss > 0) - (miss < 0) for miss in LAD_RESIDUALS]
    pulls = [-dot(signs, column) for column in zip(*INPUTS)]
    forces = solved([*zip(*hit)], pulls)
    assert len(hit) == 4
    assert all(abs(force) < 1 for force in forces)


def test_the_l1_plane_has_the_published_fractions(numbers):
    found = numbers(f"{PAGE}/two_fits")
    given = [found[f"l1_{name}"] for name in ("start", "air", "water", "acid")]
    assert given == pytest.approx([float(number) for number in LAD], rel=1e-9)
    assert found["lengths"] == pytest.approx(float(Fraction(14518, 345)), rel=1e-9)
    assert sum(map(abs, LAD_RESIDUALS)) == Fraction(14518, 345)


def test_the_l1_plane_goes_through_days_two_eight_sixteen_and_eighteen(numbers):
    found = numbers(f"{PAGE}/two_fits")
    days = [found[f"hit_{name}"] for name in ("first", "second", "third", "fourth")]
    assert days == [2, 8, 16, 18]
    assert days == [day for day, miss in enumerate(LAD_RESIDUALS, start=1) if miss == 0]


def test_the_l2_plane_solves_the_normal_equations(numbers):
    found = numbers(f"{PAGE}/two_fits")
    given = [found[f"l2_{name}"] for name in ("start", "air", "water", "acid")]
    assert given == pytest.approx([float(number) for number in OLS], rel=1e-9)
    published = [-39.9196744, 0.7156402, 1.2952861, -0.1521225]
    assert given == pytest.approx(published, abs=5e-8)
    assert found["squares"] == pytest.approx(178.8299616, abs=5e-8)
    assert found["squares"] == pytest.approx(float(dot(OLS_RESIDUALS, OLS_RESIDUALS)), rel=1e-9)


def test_both_rulers_measure_what_they_say(numbers):
    found = numbers(f"{PAGE}/two_rulers")
    assert found["s"] == pytest.approx(root_mean_square(OLS_RESIDUALS), rel=1e-9)
    assert found["madn"] == pytest.approx(normal_mad(LAD_RESIDUALS), rel=1e-8)
    assert found["factor"] == pytest.approx(FACTOR, rel=1e-12)


def test_half_of_gaussian_noise_lies_within_the_number_that_the_factor_divides_by(numbers):
    found = numbers(f"{PAGE}/two_rulers")
    assert math.erf(found["half_below"] / math.sqrt(2)) == pytest.approx(0.5, rel=1e-12)


def test_the_four_days_hide_under_l2_and_show_under_l1(numbers):
    found = numbers(f"{PAGE}/scaled_misses")
    s, madn = root_mean_square(OLS_RESIDUALS), normal_mad(LAD_RESIDUALS)
    for loss, exact, ruler, published in [
        ("l2", OLS_RESIDUALS, s, [1.00, 1.40, 1.76, -2.23]),
        ("l1", LAD_RESIDUALS, madn, [2.89, 3.10, 4.35, -5.41]),
    ]:
        given = [found[f"{loss}_{name}"] for name in ("one", "three", "four", "last")]
        assert given == pytest.approx([float(exact[day - 1]) / ruler for day in SUSPECTS])
        assert [round(number, 2) for number in given] == published
    assert beyond(OLS_RESIDUALS, s) == []
    assert beyond(LAD_RESIDUALS, madn) == SUSPECTS
    assert (found["l2_found"], found["l1_found"]) == (0, 4)


def test_bending_the_plane_pays_in_squares_and_not_in_lengths(numbers):
    found = numbers(f"{PAGE}/price_of_bending")
    for unit, power in [("lengths", 1), ("squares", 2)]:
        change = {True: Fraction(0), False: Fraction(0)}
        for day, (straight, bent) in enumerate(zip(LAD_RESIDUALS, OLS_RESIDUALS), start=1):
            change[day in SUSPECTS] += abs(bent) ** power - abs(straight) ** power
        assert found[f"{unit}_saved"] == pytest.approx(float(-change[True]), rel=1e-8)
        assert found[f"{unit}_paid"] == pytest.approx(float(change[False]), rel=1e-8)
    assert found["squares_saved"] > found["squares_paid"]
    assert found["lengths_saved"] < found["lengths_paid"]
    # The total of each loss is smallest for its own plane.
    both = [float(dot(each, each)) for each in (LAD_RESIDUALS, OLS_RESIDUALS)]
    assert found["squares_saved"] - found["squares_paid"] == pytest.approx(both[0] - both[1])


def test_no_day_but_four_and_the_last_shows_when_these_two_are_left_out():
    for left_out, seen in [([], []), ([21], [21]), ([4, 21], [4, 21]), (SUSPECTS, SUSPECTS)]:
        kept = [at for at in range(21) if at + 1 not in left_out]
        fit = least_squares([INPUTS[at] for at in kept], [LOSSES[at] for at in kept])
        all_residuals = residuals(fit)
        ruler = root_mean_square([all_residuals[at] for at in kept], len(kept) - 4)
        assert beyond(all_residuals, ruler) == seen


@pytest.mark.parametrize(
    "session, seen",
    [("without_last", [21]), ("without_two", [4, 21]), ("without_four", SUSPECTS)],
)
def test_the_terminal_names_the_days_that_stand_out(session, seen):
    shown = (PROJECT / "snippets" / PAGE / f"{session}.console.out").read_text("utf-8")
    assert [int(day) for day in re.findall(r"day (\d+) stands out", shown)] == seen


def test_the_last_day_has_the_largest_miss_under_l2():
    assert max(range(21), key=lambda at: abs(OLS_RESIDUALS[at])) + 1 == 21


def test_with_the_rulers_swapped_only_the_last_day_stands_out(numbers):
    found = numbers(f"{PAGE}/exercises")
    by_mad, by_square = normal_mad(OLS_RESIDUALS), root_mean_square(LAD_RESIDUALS)
    assert beyond(OLS_RESIDUALS, by_mad) == beyond(LAD_RESIDUALS, by_square) == [21]
    assert (found["l2_swapped_found"], found["l1_swapped_found"]) == (1, 1)
    assert found["l2_swapped_last"] == pytest.approx(float(OLS_RESIDUALS[20]) / by_mad)
    assert found["l1_swapped_last"] == pytest.approx(float(LAD_RESIDUALS[20]) / by_square)


def test_gaussian_noise_would_put_a_quarter_of_a_day_beyond_the_limit(numbers):
    found = numbers(f"{PAGE}/exercises")
    assert found["chance"] == pytest.approx(math.erfc(2.5 / math.sqrt(2)), rel=1e-12)
    assert found["expected"] == pytest.approx(21 * found["chance"], rel=1e-12)


def test_a_gross_error_has_a_largest_scaled_miss_under_l2_and_leaves_l1_where_it_was(numbers):
    found = numbers(f"{PAGE}/exercises")
    row = INPUTS[3]
    leverage = dot(row, solved(gram(INPUTS), row))
    most = math.sqrt(17 * (1 - leverage))
    assert found["l2_wild_scaled"] < most
    assert found["l2_wild_scaled"] == pytest.approx(most, abs=5e-6)
    assert found["l1_moved"] == pytest.approx(0, abs=1e-9)
    wrong = [*LOSSES]
    wrong[3] = found["wild_loss"]
    wild = residuals(LAD, wrong)
    assert found["l1_wild_scaled"] == pytest.approx(float(wild[3]) / normal_mad(wild), rel=1e-8)


def test_without_the_four_days_l2_comes_close_to_l1(numbers):
    found = numbers(f"{PAGE}/exercises")
    kept = [at for at in range(len(LOSSES)) if at not in (0, 2, 3, 20)]
    exact = least_squares([INPUTS[at] for at in kept], [LOSSES[at] for at in kept])
    assert found["without"] == pytest.approx([float(slope) for slope in exact[1:]], rel=1e-9)
    gaps = [max(abs(a - b) for a, b in zip(fit[1:], LAD[1:])) for fit in (exact, OLS)]
    assert [found["gap_without"], found["gap_with"]] == pytest.approx([float(g) for g in gaps])


def test_divided_by_all_days_the_ruler_of_l2_is_the_rmse(numbers):
    found = numbers(f"{PAGE}/two_rulers")
    squares = float(sum(miss**2 for miss in OLS_RESIDUALS))
    assert found["rmse"] == pytest.approx((squares / 21) ** 0.5)
    assert found["s"] == pytest.approx((squares / 17) ** 0.5)


def test_the_page_shows_the_published_figures(text_of):
    text = text_of(PAGE)
    for figure in [
        *("-39.9196744", "0.7156402", "1.2952861", "-0.1521225", "178.8299616"),
        *("-13,693/345", "287/345", "66/115", "-7/115", "14,518/345", "[ 2 8 16 18]", "1.4826"),
        *("1.00", "1.40", "1.76", "-2.23", "2.89", "3.10", "4.35", "-5.41"),
    ]:
        assert figure in text
