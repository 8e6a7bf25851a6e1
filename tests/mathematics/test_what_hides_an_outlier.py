"""The lab on stack loss, against exact fractions, a proof of optimality, and published figures."""

import math
import re
import statistics
from fractions import Fraction

import pytest
from pytest import approx

from tests.mathematics.conftest import approved, data, dot, l2_fit, page_shows, residuals, solved

PAGE_WITH = "stack_loss.csv"
ROWS = data(PAGE_WITH)
INPUTS = [[1, *row[:3]] for row in ROWS]
LAD = (Fraction(-13693, 345), Fraction(287, 345), Fraction(66, 115), Fraction(-7, 115))
OLS = l2_fit(ROWS)
OLS_RESIDUALS, LAD_RESIDUALS = residuals(OLS, ROWS), residuals(LAD, ROWS)
SUSPECTS = [1, 3, 4, 21]
FACTOR = 1 / statistics.NormalDist().inv_cdf(0.75)
TERMS = ("start", "air", "water", "acid")
test_the_page_shows_the_published_figures = page_shows("-39.9196744 | 0.7156402 | 1.2952861 | -0.1521225 | 178.8299616 | 1.4826 | -13,693/345 | 287/345 | 66/115 | -7/115 | 14,518/345 | [ 2 8 16 18] | 1.00 | 1.40 | 1.76 | −2.23 | 2.89 | 3.10 | 4.35 | −5.41")  # fmt: skip
SESSIONS = {"without_last": [21], "without_two": [4, 21], "without_four": SUSPECTS}


def without(days):
    return [row for day, row in enumerate(ROWS, start=1) if day not in days]


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
    forces = solved([*zip(*hit)], [-dot(signs, column) for column in zip(*INPUTS)])
    assert len(hit) == 4 and all(abs(force) < 1 for force in forces)


def test_the_l1_plane_has_the_published_fractions(gives):
    assert sum(map(abs, LAD_RESIDUALS)) == Fraction(14518, 345)
    found = gives("two_fits", lengths=approx(Fraction(14518, 345), rel=1e-9))
    assert [found[f"l1_{name}"] for name in TERMS] == approx(LAD, rel=1e-9)
    assert [day for day, miss in enumerate(LAD_RESIDUALS, start=1) if miss == 0] == [2, 8, 16, 18]
    gives("two_fits", hit_first=2, hit_second=8, hit_third=16, hit_fourth=18)


def test_the_l2_plane_solves_the_normal_equations(gives):
    squares = dot(OLS_RESIDUALS, OLS_RESIDUALS)
    found = gives("two_fits", squares=approx(squares, rel=1e-9))
    assert [found[f"l2_{name}"] for name in TERMS] == approx(OLS, rel=1e-9)


def test_both_rulers_measure_what_they_say(gives):
    # Divided by all days, and not by those that are free, it would be the RMSE.
    s, rmse = (approx(root_mean_square(OLS_RESIDUALS, days), rel=1e-9) for days in (17, 21))
    madn = approx(normal_mad(LAD_RESIDUALS), rel=1e-8)
    found = gives("two_rulers", s=s, rmse=rmse, madn=madn, factor=approx(FACTOR, rel=1e-12))
    # Half of Gaussian noise lies within the number that the factor divides by.
    assert math.erf(found["half_below"] / math.sqrt(2)) == approx(0.5, rel=1e-12)


RULED = [("l2", OLS_RESIDUALS, root_mean_square, [1.00, 1.40, 1.76, -2.23], [])]
RULED += [("l1", LAD_RESIDUALS, normal_mad, [2.89, 3.10, 4.35, -5.41], SUSPECTS)]


@pytest.mark.parametrize("loss, exact, ruler, published, seen", RULED)
def test_the_four_days_hide_under_l2_and_show_under_l1(gives, loss, exact, ruler, published, seen):
    found = gives("scaled_misses", **{f"{loss}_found": len(seen)})
    given = [found[f"{loss}_{name}"] for name in ("one", "three", "four", "last")]
    assert given == approx([float(exact[day - 1]) / ruler(exact) for day in SUSPECTS])
    assert [round(number, 2) for number in given] == published
    assert beyond(exact, ruler(exact)) == seen


def test_bending_the_plane_pays_in_squares_and_not_in_lengths(numbers):
    found = numbers("price_of_bending")
    for unit, power in [("lengths", 1), ("squares", 2)]:
        change = {True: Fraction(0), False: Fraction(0)}
        for day, (straight, bent) in enumerate(zip(LAD_RESIDUALS, OLS_RESIDUALS), start=1):
            change[day in SUSPECTS] += abs(bent) ** power - abs(straight) ** power
        assert found[f"{unit}_saved"] == approx(float(-change[True]), rel=1e-8)
        assert found[f"{unit}_paid"] == approx(float(change[False]), rel=1e-8)


@pytest.mark.parametrize("session, seen", SESSIONS.items())
def test_the_terminal_names_the_days_that_stand_out(session, seen):
    shown = approved(f"{session}.console.out")
    assert [int(day) for day in re.findall(r"day (\d+) stands out", shown)] == seen


SWAPPED = [("l2", OLS_RESIDUALS, normal_mad), ("l1", LAD_RESIDUALS, root_mean_square)]


@pytest.mark.parametrize("loss, misses, ruler", SWAPPED)
def test_with_the_rulers_swapped_only_the_last_day_stands_out(gives, loss, misses, ruler):
    assert max(map(abs, OLS_RESIDUALS[:20])) < abs(OLS_RESIDUALS[20])  # the largest under L2
    swapped = ruler(misses)
    assert beyond(misses, swapped) == [21]
    last = approx(float(misses[20]) / swapped)
    gives("exercises", **{f"{loss}_swapped_found": 1, f"{loss}_swapped_last": last})


def test_gaussian_noise_would_put_a_quarter_of_a_day_beyond_the_limit(gives):
    found = gives("exercises", chance=approx(math.erfc(2.5 / math.sqrt(2)), rel=1e-12))
    assert found["expected"] == approx(21 * found["chance"], rel=1e-12)


def test_a_gross_error_has_a_largest_scaled_miss_under_l2_and_leaves_l1_where_it_was(gives):
    row, columns = INPUTS[3], [*zip(*INPUTS)]
    leverage = dot(row, solved([[dot(a, b) for b in columns] for a in columns], row))
    most = math.sqrt(17 * (1 - leverage))
    found = gives("exercises", l1_moved=approx(0, abs=1e-9), l2_wild_scaled=approx(most, abs=5e-6))
    assert found["l2_wild_scaled"] < most
    wild = [*LAD_RESIDUALS]
    wild[3] += found["wild_loss"] - ROWS[3][3]
    assert found["l1_wild_scaled"] == approx(float(wild[3]) / normal_mad(wild), rel=1e-8)


def test_without_the_four_days_l2_comes_close_to_l1(gives):
    exact = l2_fit(without(SUSPECTS))
    near, far = (max(abs(a - b) for a, b in zip(fit[1:], LAD[1:])) for fit in (exact, OLS))
    slopes = approx([*exact[1:]], rel=1e-9)
    gives("exercises", without=slopes, gap_without=approx(near), gap_with=approx(far))
