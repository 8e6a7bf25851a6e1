"""The lab on a line that learns, against finite differences, powers of matrices, and fractions."""

from fractions import Fraction
from itertools import product

import numpy as np
from pytest import approx
from scipy.optimize import approx_fprime
from sklearn.linear_model import SGDRegressor
from sklearn.preprocessing import scale

from tests.mathematics.conftest import l1_lines, l2_fit, residuals
from tests.test_interactives import program_of

PAGE_WITH = "first_lines.py"
GIVEN = program_of("valley").given
WEEKS, APPLES = np.array([GIVEN["weeks"], GIVEN["apples"]], float)
POINTS, SCALED = [*zip(GIVEN["weeks"], GIVEN["apples"])], scale(WEEKS)


def l2(line, column=WEEKS):
    return np.mean((APPLES - line[0] - line[1] * column) ** 2)


def after(column, rate, steps):
    """Where steps of L2 lead from zero, by the power of what each leaves of the way to the best."""
    inputs = np.vander(column, 2, increasing=True)
    best = np.linalg.lstsq(inputs, APPLES)[0]
    left = np.eye(2) - rate * 2 * inputs.T @ inputs / len(column)
    return best - np.linalg.matrix_power(left, steps) @ best


def test_the_gradient_is_what_small_pushes_measure_and_steps_are_as_many_as_powers_say(gives):
    found = gives("one_step", intercept_gradient=-84, slope_gradient=-400)
    assert approx_fprime([0, 0], l2, 1e-6) == approx([-84, -400], rel=1e-5)
    lines = gives("first_lines")["lines"]
    assert np.array(lines) == approx(np.array([after(WEEKS, found["rate"], at) for at in range(4)]))
    assert l2_fit(POINTS) == (10, 8) and l2([10, 8]) == approx(4.8)
    found = gives("how_many_steps", raw_steps=206, scaled_steps=1, least=approx(4.8))
    last = [l2(after(WEEKS, found["rate"], steps)) - 4.8 for steps in (205, 206)]
    assert last[0] >= found["near"] > last[1] and after(SCALED, 0.5, 1) == approx([42, 16])


def test_curvatures_are_the_roots_of_their_quadratic_and_bound_the_rates(gives):
    root, found = 425**0.5, gives("curvatures")
    for zero, one, least, most in [(0, 1, 21 - root, 21 + root), (4, 5, 2, 8), (4, 6, 2, 2)]:
        parts = found["curvatures"]((WEEKS - zero) / (one - zero))
        assert [*parts] == approx([least, most, most / least, 2 / most])
        for share in (0.98, 1.02):
            rate, column = share * 2 / most, (WEEKS - zero) / (one - zero)
            assert (l2(after(column, rate, 3_000), column) < 4.81) == (share < 1)
            state = program_of("valley").run(GIVEN | dict(zero=zero, one=one, rate=rate))
            assert [state["ratio"], state["limit"]] == approx([*parts[2:]])
            assert state["path"][9] == approx(after(column, rate, 9))


def test_the_best_l1_line_goes_through_two_dots_and_even_there_a_step_of_l1_goes_on(gives):
    [line], total = l1_lines(POINTS)
    assert (*line, total) == (Fraction(37, 3), Fraction(23, 3), Fraction(23, 3))
    assert sum(np.sign([float(miss) for miss in residuals(line, POINTS)])) == -1
    gives("two_valleys", turned=[39, 31, 0, 1], short_turns=0)


def test_the_mean_of_every_order_is_exactly_the_way_with_all_five(gives):
    cases = [(Fraction(week - 4, 2), apples) for week, apples in POINTS]

    def end(batches):
        line = [Fraction(0), Fraction(0)]
        for batch in batches:
            errors = [(y - line[0] - line[1] * x, x) for x, y in batch]
            line[0] += Fraction(2, 5) * sum(error for error, _ in errors) / len(batch)
            line[1] += Fraction(2, 5) * sum(error * x for error, x in errors) / len(batch)
        return line

    ends = [end([[case] for case in order]) for order in product(cases, repeat=4)]
    exact = [sum(side) / len(ends) for side in zip(*ends)]
    assert exact == end([cases] * 4)
    found = gives("every_order", count=5**4)
    assert [*found["middle"], *found["full"]] == approx([*map(float, exact * 2)])
    assert gives("wobble")["all_early"] == approx(l2(after(SCALED, 0.2, 4), SCALED))


def test_the_library_takes_the_same_steps_by_powers_of_matrices_too_and_its_defaults_are_so(gives):
    found, turn = gives("sgd", alpha=0.0001, power=0.25, tol=0.001, patience=5), np.eye(3)
    for x, y in zip(SCALED, APPLES):  # one step is a product: of the intercept, the slope, and one
        case = np.array([1, x])
        left, gained = np.eye(2) - np.outer(case, case) / 10, y / 10 * case[:, None]
        turn = np.block([[left, gained], [0, 0, 1]]) @ turn
    assert np.linalg.matrix_power(turn, 300)[:2, 2] == approx(found["sgd_l2"])
    in_order = dict(learning_rate="constant", eta0=0.05, shuffle=False)
    model = SGDRegressor("epsilon_insensitive", epsilon=0, alpha=0, **in_order)
    for _ in range(300):
        model.partial_fit(SCALED[:, None], APPLES)
    assert (*model.intercept_, *model.coef_) == approx(found["own_l1"], rel=1e-12)
    usual = [found["usual"][name] for name in ("penalty", "learning_rate", "shuffle")]
    assert usual == ["l2", "invscaling", True]
    gives("exercises", slope=approx(8), intercept=approx(10), narrow=approx(1.9 / 0.1), middle=4)
