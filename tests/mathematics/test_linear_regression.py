"""The honey of the linear regression page: closed forms in fractions, and second methods."""

import math
import statistics
import subprocess
import sys
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.stats import norm
from sklearn.linear_model import LinearRegression, QuantileRegressor

from tests.conftest import PROJECT

DAYS, JARS = [1, 3, 4, 5, 7], [10, 14, 15, 17, 29]
NOTES = list(zip(DAYS, JARS))
L2_LINE, L1_LINE = (5, 3), (8, 2)


def misses(line, notes=NOTES):
    intercept, slope = line
    return [y - intercept - slope * x for x, y in notes]


def sum_of_absolute_errors(line, notes=NOTES):
    return sum(map(abs, misses(line, notes)))


def sum_of_squared_errors(line, notes=NOTES):
    return sum(miss**2 for miss in misses(line, notes))


def least_squares(notes):
    """The exact L2 line, by its closed form in fractions."""
    x_mean = Fraction(sum(x for x, _ in notes), len(notes))
    y_mean = Fraction(sum(y for _, y in notes), len(notes))
    products = sum((x - x_mean) * (y - y_mean) for x, y in notes)
    slope = products / sum((x - x_mean) ** 2 for x, _ in notes)
    return y_mean - slope * x_mean, slope


def least_absolute_deviations(notes):
    """Every exact L1 line through two of the notes, in fractions: those with the smallest sum."""
    lines = set()
    for (x1, y1), (x2, y2) in combinations(notes, 2):
        if x1 != x2:
            slope = Fraction(y2 - y1, x2 - x1)
            lines.add((y1 - slope * x1, slope))
    sums = {line: sum_of_absolute_errors(line, notes) for line in lines}
    return {line for line in lines if sums[line] == min(sums.values())}


def r_squared(line):
    mean = Fraction(sum(JARS), len(JARS))
    return 1 - Fraction(sum_of_squared_errors(line), sum((y - mean) ** 2 for y in JARS))


def test_the_least_squares_line_of_the_honey_is_five_and_three(numbers):
    found = numbers("related/linear-regression/least_squares")
    assert least_squares(NOTES) == L2_LINE
    assert (found["intercept"], found["slope"]) == L2_LINE
    assert (found["products"], found["squares"]) == (60, 20)
    known = statistics.linear_regression(DAYS, JARS)
    assert (known.intercept, known.slope) == pytest.approx(L2_LINE, rel=1e-15)


def test_the_least_absolute_deviations_line_is_eight_and_two_and_no_other(numbers):
    found = numbers("related/linear-regression/every_pair")
    assert least_absolute_deviations(NOTES) == {L1_LINE}
    assert (found["l1_intercept"], found["l1_slope"], found["least"]) == (*L1_LINE, 9)
    assert found["count"] == math.comb(len(NOTES), 2)
    # Twice the pinball loss at one half is the absolute loss: a second program with the same aim.
    fit = QuantileRegressor(alpha=0, solver="highs").fit(np.array(DAYS)[:, None], JARS)
    assert (fit.intercept_, fit.coef_[0]) == pytest.approx(L1_LINE)


def test_no_line_on_a_fine_grid_beats_either():
    steps = [Fraction(step, 20) for step in range(-20, 21)]
    near = [(across, up) for across in steps for up in steps]
    for line, loss in (L1_LINE, sum_of_absolute_errors), (L2_LINE, sum_of_squared_errors):
        moved = [(line[0] + across, line[1] + up) for across, up in near if across or up]
        assert all(loss(other) > loss(line) for other in moved)


def test_the_dual_of_the_linear_program_proves_that_nine_is_the_least():
    """A sum of weighted jars bounds every line from below: weights of size one, in balance."""
    balance = [np.ones(5), DAYS]
    found = linprog(-np.array(JARS), A_eq=balance, b_eq=[0, 0], bounds=(-1, 1))
    assert -found.fun == pytest.approx(9)


def by_linear_program():
    """The L1 line of SciPy: each note lies so far above the line, and so far below."""
    price = [0, 0] + [1] * 10
    columns = np.column_stack([np.ones(5), DAYS, np.eye(5), -np.eye(5)])
    limits = [(None, None)] * 2 + [(0, None)] * 10
    return tuple(linprog(price, A_eq=columns, b_eq=JARS, bounds=limits).x[:2])


def test_all_libraries_find_the_two_lines(numbers):
    found = numbers("related/linear-regression/libraries")
    for intercept, slope in [
        found["normal"],
        (found["intercept"], found["slope"]),
        (found["l2_line"].intercept_, found["l2_line"].coef_[0]),
    ]:
        assert (intercept, slope) == pytest.approx(L2_LINE)
    for intercept, slope in [
        by_linear_program(),
        (found["l1_line"].intercept_, found["l1_line"].coef_[0]),
    ]:
        assert (intercept, slope) == pytest.approx(L1_LINE)


def test_each_line_wins_under_its_own_loss_and_only_there(numbers):
    found = numbers("related/linear-regression/scores")
    for name, line in ("l2", L2_LINE), ("l1", L1_LINE):
        assert found[f"{name}_sad"] == sum_of_absolute_errors(line)
        assert found[f"{name}_sse"] == sum_of_squared_errors(line)
        assert found[f"{name}_balance"] == sum(misses(line))
        assert found[f"{name}_score"] == pytest.approx(float(r_squared(line)), rel=1e-15)
        assert found[f"{name}_at_mean"] == pytest.approx(line[0] + line[1] * statistics.mean(DAYS))
    assert (found["l1_sad"], found["l2_sad"]) == (9, 10)
    assert (found["l2_sse"], found["l1_sse"]) == (26, 51)


def test_the_guess_of_the_page_is_beaten_under_both_losses_or_equalled(numbers):
    found = numbers("related/linear-regression/one_guess")
    guess = found["intercept"], Fraction(found["slope"])
    assert found["l1_sum"] == sum_of_absolute_errors(guess) > sum_of_absolute_errors(L1_LINE)
    assert found["l2_sum"] == sum_of_squared_errors(guess) > sum_of_squared_errors(L2_LINE)
    assert found["last_residual"] == misses(guess)[-1]


def test_the_l2_line_balances_and_the_l1_line_meets_two_notes():
    assert sum(misses(L2_LINE)) == 0
    assert sum(x * miss for x, miss in zip(DAYS, misses(L2_LINE))) == 0
    assert misses(L1_LINE).count(0) == 2
    assert sum(miss > 0 for miss in misses(L1_LINE)) <= 5 / 2
    assert sum(miss < 0 for miss in misses(L1_LINE)) <= 5 / 2


def test_five_weights_hit_five_notes_even_with_dice(numbers):
    found = numbers("related/linear-regression/dice")
    with_ones = np.column_stack([np.ones(5), found["columns"]])
    assert np.linalg.matrix_rank(with_ones) == 5
    assert found["r_squared"] == pytest.approx(1, abs=1e-12)
    # And one more column never lowers it.
    scores = []
    for count in range(1, 5):
        some = found["columns"][:, :count]
        scores.append(LinearRegression().fit(some, JARS).score(some, JARS))
    assert scores == sorted(scores)


def test_the_two_lines_of_a_question_turned_around_multiply_to_r_squared(numbers):
    found = numbers("related/linear-regression/turned_around")
    _, turned = least_squares([(y, x) for x, y in NOTES])
    assert found["days_per_jar"] == pytest.approx(float(turned), rel=1e-14)
    assert found["jars_per_day"] * turned == pytest.approx(float(r_squared(L2_LINE)))
    r = statistics.correlation(DAYS, JARS)
    assert found["r_squared"] == pytest.approx(r**2)
    assert found["turned_r_squared"] == pytest.approx(r**2)


def test_line_and_curve_agree_inside_and_part_outside(numbers):
    found = numbers("related/linear-regression/bent")
    curve = np.polynomial.Polynomial.fit(DAYS, JARS, 2)
    for place in "inside", "outside":
        assert found[f"line_{place}"] == pytest.approx(5 + 3 * found[place])
        assert found[f"curve_{place}"] == pytest.approx(curve(found[place]))
    assert (found["line_inside"], found["curve_inside"]) == pytest.approx((23, 23))
    assert (found["line_outside"], found["curve_outside"]) == pytest.approx((47, 95))


def test_half_of_the_lead_of_the_best_hives_was_luck(numbers):
    found = numbers("related/linear-regression/lucky_hives")
    # The best tenth of a normal law lies, on average, density / share above the mean.
    spread = math.sqrt(3**2 + 3**2)
    lead = spread * norm.pdf(norm.ppf(0.9)) / 0.1
    # A year's noise, in the mean of a thousand hives: four standard errors.
    error = 4 * spread / math.sqrt(1000)
    assert found["best_now"] == pytest.approx(20 + lead, abs=error)
    assert found["best_later"] == pytest.approx(20 + lead * 3**2 / spread**2, abs=error)
    assert found["average"] == pytest.approx(20, abs=4 * spread / math.sqrt(10_000))
    assert found["slope"] == pytest.approx(0.5, abs=4 * math.sqrt(0.75 / 10_000))


def test_the_exercises_hold_in_fractions(numbers):
    found = numbers("related/linear-regression/exercises")
    assert found["crossing"] == pytest.approx(float(Fraction(8 - 5, 3 - 2)))
    assert found["height"] == pytest.approx(14)
    slipped = [*NOTES[:-1], (7, found["slip_jars"])]
    assert found["slip_slope"] == pytest.approx(float(least_squares(slipped)[1]), rel=1e-12)
    assert least_absolute_deviations(slipped) == {L1_LINE}
    assert found["slip_l1_slope"] == pytest.approx(2)
    six = [*NOTES, (4, 17)]
    assert least_squares(six) == L2_LINE
    assert (found["sixth_start"], found["sixth_slope"]) == pytest.approx(L2_LINE)
    assert L1_LINE in least_absolute_deviations(six)
    assert (Fraction(23, 3), Fraction(7, 3)) in least_absolute_deviations(six)
    assert found["old_line_sad"] == pytest.approx(sum_of_absolute_errors(L1_LINE, six))
    assert found["new_line_sad"] == pytest.approx(found["old_line_sad"])


@pytest.mark.parametrize("days", [0, 1, 2.5, 6, 7, 14])
@pytest.mark.parametrize("loss, line", [("l1", L1_LINE), ("l2", L2_LINE)])
def test_the_program_in_the_terminal_forecasts_and_warns_outside_the_notes(days, loss, line):
    program = PROJECT / "snippets/related/linear-regression/honey.py"
    ran = subprocess.run(
        [sys.executable, str(program), str(days), "--loss", loss],
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"{days:g} sunny days: about {line[0] + line[1] * days:.1f} jars" in ran.stdout
    assert ("Beware" in ran.stdout) == (not 1 <= days <= 7)


def test_the_page_tells_what_was_found(text_of):
    shown = text_of("related/linear-regression")
    for told in [
        "=6020=3",
        "=17−3·4=5",
        "least squares 10 26",
        "least absolute deviations 9 51",
        "206−26206≈0.87",
        "6 sunny days: about 23.0 jars",
        "6 sunny days: about 20.0 jars",
        "jumps to 42.15 jars a day",
    ]:
        assert told in shown, told
