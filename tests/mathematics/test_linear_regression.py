"""The honey of the linear regression page: closed forms in fractions, and second methods."""

import math
import statistics
from fractions import Fraction

import numpy as np
import pytest
from pytest import approx
from scipy.stats import norm
from sklearn.linear_model import LinearRegression

from tests.mathematics.conftest import (
    exactly,
    l1_lines,
    l2_fit,
    page_shows,
    programs_give,
    residuals,
    total_miss,
)

PAGE_WITH = "honey.py"
DAYS, JARS = [1, 3, 4, 5, 7], [10, 14, 15, 17, 29]
NOTES = list(zip(DAYS, JARS))
L2_LINE, L1_LINE = (5, 3), (8, 2)
test_the_page_tells_what_was_found = page_shows("=6020=3 | =17−3·4=5 | 206−26206≈0.87 | jumps to 42.15 jars a day | least squares 10 26 | least absolute deviations 9 51 | 6 sunny days: about 23.0 jars | 6 sunny days: about 20.0 jars")  # fmt: skip
test_what_the_page_says_is_so = programs_give({
    "the least squares line of the honey is five and three": {"least_squares": dict(intercept=5, slope=3, products=60, squares=20)},
    "the least absolute deviations line is eight and two": {"every_pair": dict(l1_intercept=8, l1_slope=2, least=9, count=math.comb(len(NOTES), 2))},
    "the two lines cross where their difference is used up": {"exercises": dict(crossing=approx(Fraction(8 - 5, 3 - 2)), height=approx(14))},
})  # fmt: skip


def total_square(line, notes=NOTES):
    return sum(miss**2 for miss in residuals(line, notes))


def r_squared(line):
    mean = Fraction(sum(JARS), len(JARS))
    return 1 - Fraction(total_square(line), total_square((mean, 0)))


def test_these_two_lines_are_the_best_and_no_others():
    assert l2_fit(NOTES) == L2_LINE
    assert l1_lines(NOTES) == ({L1_LINE}, 9)


def test_all_libraries_find_the_two_lines(numbers):
    found = numbers("libraries")
    l1, l2 = found["l1_line"], found["l2_line"]
    for line in found["normal"], (found["intercept"], found["slope"]), (l2.intercept_, *l2.coef_):
        assert tuple(line) == approx(L2_LINE)
    assert (l1.intercept_, *l1.coef_) == approx(L1_LINE)


@pytest.mark.parametrize("name, line, sad, sse", [("l2", L2_LINE, 10, 26), ("l1", L1_LINE, 9, 51)])
def test_each_line_wins_under_its_own_loss_and_only_there(gives, name, line, sad, sse):
    assert (total_miss(line, NOTES), total_square(line)) == (sad, sse)
    balance, at_mean = sum(residuals(line, NOTES)), line[0] + line[1] * statistics.mean(DAYS)
    expected = {"sad": sad, "sse": sse, "balance": balance, "at_mean": approx(at_mean)}
    expected |= {"score": exactly(r_squared(line))}
    gives("scores", **{f"{name}_{score}": number for score, number in expected.items()})


def test_the_line_that_is_moved_is_beaten_under_both_losses_or_equalled(numbers):
    found = numbers("your_line")
    guess = Fraction(found["intercept"]), Fraction(found["slope"])
    assert found["lengths"] == total_miss(guess, NOTES) > total_miss(L1_LINE, NOTES)
    assert found["squares"] == total_square(guess) > total_square(L2_LINE)
    assert found["last_miss"] == residuals(guess, NOTES)[-1]
    assert (found["l2_intercept"], found["l2_slope"]) == exactly(L2_LINE)
    sums = total_miss(L2_LINE, NOTES), total_square(L2_LINE)
    assert (found["l2_lengths"], found["l2_squares"]) == exactly(sums)


def test_each_step_of_learning_multiplies_what_is_missing_by_one_matrix(numbers):
    found = numbers("your_line")
    columns = np.column_stack([np.ones(5), DAYS])
    step = np.eye(2) - 2 * found["rate"] / len(DAYS) * columns.T @ columns
    for count, line in enumerate(found["way"]):
        missing = np.linalg.matrix_power(step, count) @ np.subtract(found["way"][0], L2_LINE)
        assert line == approx(L2_LINE + missing, rel=1e-12)


def test_five_weights_hit_five_notes_even_with_dice(gives):
    columns = gives("dice", r_squared=approx(1, abs=1e-12))["columns"]
    assert np.linalg.matrix_rank(np.column_stack([np.ones(5), columns])) == 5
    # And one more column never lowers it.
    few = [columns[:, :count] for count in range(1, 5)]
    scores = [LinearRegression().fit(some, JARS).score(some, JARS) for some in few]
    assert scores == sorted(scores)


def test_the_two_lines_of_a_question_turned_around_multiply_to_r_squared(gives):
    _, turned = l2_fit([*zip(JARS, DAYS)])
    r_square = approx(statistics.correlation(DAYS, JARS) ** 2)
    found = gives("turned_around", r_squared=r_square, turned_r_squared=r_square)
    assert found["days_per_jar"] == approx(turned, rel=1e-14)
    assert found["jars_per_day"] * turned == approx(r_squared(L2_LINE))


@pytest.mark.parametrize("place, line, curve", [("inside", 23, 23), ("outside", 47, 95)])
def test_line_and_curve_agree_inside_and_part_outside(gives, place, line, curve):
    line, curve = approx(line, rel=1e-9), approx(curve, rel=1e-9)
    at = gives("bent", **{f"line_{place}": line, f"curve_{place}": curve})[place]
    assert 5 + 3 * at == line
    assert np.polynomial.Polynomial.fit(DAYS, JARS, 2)(at) == curve


def test_half_of_the_lead_of_the_best_hives_was_luck(gives):
    # The best tenth of a normal law lies, on average, density / share above the mean.
    spread = math.sqrt(3**2 + 3**2)
    lead = spread * norm.pdf(norm.ppf(0.9)) / 0.1
    # A year's noise, in the mean of a thousand hives: four standard errors.
    error = 4 * spread / math.sqrt(1000)
    later = 20 + lead * 3**2 / spread**2
    gives("lucky_hives", best_now=approx(20 + lead, abs=error), best_later=approx(later, abs=error))
    average, slope = (4 * math.sqrt(variance / 10_000) for variance in (spread**2, 0.75))
    gives("lucky_hives", average=approx(20, abs=average), slope=approx(0.5, abs=slope))


def test_a_slip_of_the_pen_moves_the_l2_line_alone(gives):
    found = gives("exercises", slip_l1_slope=approx(2))
    slipped = [*NOTES[:-1], (7, found["slip_jars"])]
    assert found["slip_slope"] == approx(l2_fit(slipped)[1], rel=1e-12)
    assert l1_lines(slipped)[0] == {L1_LINE}


def test_a_sixth_note_on_the_l2_line_gives_the_l1_line_a_rival(gives):
    six = [*NOTES, (4, 17)]
    lines, least = l1_lines(six)
    assert l2_fit(six) == L2_LINE
    assert {L1_LINE, (Fraction(23, 3), Fraction(7, 3))} <= lines
    gives("exercises", sixth_start=approx(5), sixth_slope=approx(3))
    least = approx(least, rel=1e-9)
    gives("exercises", old_line_sad=least, new_line_sad=least)


@pytest.mark.parametrize("days", [0, 1, 2.5, 6, 7, 14])
@pytest.mark.parametrize("loss, line", [("l1", L1_LINE), ("l2", L2_LINE)])
def test_the_program_in_the_terminal_forecasts_and_warns_far_off(numbers, capsys, days, loss, line):
    numbers("honey", str(days), "--loss", loss)
    printed, errors = capsys.readouterr()
    assert errors == ""
    assert f"{days:g} sunny days: about {line[0] + line[1] * days:.1f} jars" in printed
    assert ("Beware" in printed) == (not 1 <= days <= 7)
