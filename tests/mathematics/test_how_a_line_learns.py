"""The lab on a line that learns, against finite differences, exact fractions, and closed forms."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from pytest import approx
from scipy.optimize import approx_fprime, linprog
from sklearn.linear_model import SGDRegressor
from sklearn.preprocessing import scale

from tests.mathematics.conftest import l1_lines, l2_fit
from tests.test_interactives import program_of

PAGE_WITH = "first_lines.py"
GIVEN = program_of("valley").given
WEEKS, APPLES = np.array(GIVEN["weeks"], float), np.array(GIVEN["apples"], float)
POINTS = [*zip(GIVEN["weeks"], GIVEN["apples"])]
COLUMNS = {"raw": WEEKS, "mid": WEEKS - 4, "scaled": scale(WEEKS)}


def l2(line, column=WEEKS):
    return np.mean((APPLES - line[0] - line[1] * column) ** 2)


def after(column, rate, steps):
    """Where steps of L2 lead from zero, by the powers of what a step leaves of the way to the best."""
    inputs = np.vander(column, 2, increasing=True)
    best = np.linalg.lstsq(inputs, APPLES)[0]
    left = np.eye(2) - rate * 2 * inputs.T @ inputs / len(column)
    return best - np.linalg.matrix_power(left, steps) @ best


def test_the_gradient_by_hand_is_what_small_pushes_measure_and_the_first_lines_follow(gives):
    found = gives("one_step", error=42, pull=200, intercept_gradient=-84, slope_gradient=-400)
    by_hand = [found["intercept_gradient"], found["slope_gradient"]]
    assert by_hand == approx(approx_fprime([0, 0], l2, 1e-6), rel=1e-5)
    for step, line in enumerate(gives("first_lines")["lines"]):
        assert line == approx(after(WEEKS, 0.045, step))
    assert l2_fit(POINTS) == (10, 8) and l2([10, 8]) == approx(4.8)


def test_steps_are_as_many_as_closed_forms_say_and_one_in_a_round_bowl(gives):
    found = gives("how_many_steps", raw_steps=206, scaled_steps=1, count=19)
    reached = [l2(after(WEEKS, 0.045, steps)) - 4.8 for steps in (205, 206)]
    assert reached[0] >= found["near"] > reached[1]
    assert after(scale(WEEKS), 0.5, 1) == approx([42, 16])


@pytest.mark.parametrize("name, sizes", {"raw": (21 - 425**0.5, 21 + 425**0.5), "mid": (2, 8), "scaled": (2, 2)}.items())  # fmt: skip
def test_curvatures_are_roots_of_the_quadratic_and_bound_the_rates(gives, name, sizes):
    found, column = gives("curvatures"), COLUMNS[name]
    parts = [found[f"{name}_{part}"] for part in ("least", "most", "ratio", "limit")]
    assert parts == approx([*sizes, sizes[1] / sizes[0], 2 / sizes[1]])
    zero, unit = (0, 1) if name == "raw" else (4, {"mid": 1, "scaled": 2}[name])
    for share, is_settled in ((0.98, True), (1.02, False)):
        rate = share * parts[3]
        assert (l2(after(column, rate, 3_000), column) < 4.81) == is_settled
        marks = {"zero": zero, "one": zero + unit, "rate": rate}
        state = program_of("valley").run(GIVEN | marks)
        assert [state["ratio"], state["limit"]] == approx(parts[2:])
        assert state["path"] == approx(np.array([after(column, rate, at) for at in range(25)]))


def test_the_best_l1_line_is_that_of_a_linear_programme_and_no_rest_for_its_steps(numbers):
    [line], total = l1_lines(POINTS)
    assert line == (Fraction(37, 3), Fraction(23, 3)) and total == Fraction(23, 3)
    inputs = np.vander(WEEKS, 2, increasing=True)
    sides = np.hstack([inputs, -np.eye(5), np.eye(5)])
    free = [(None, None)] * 2 + [(0, None)] * 10
    assert linprog([0, 0, *[1] * 10], A_eq=sides, b_eq=APPLES, bounds=free).x[:2] == approx(
        [37 / 3, 23 / 3]
    )
    pulls = [np.sign(APPLES[at] - line[0] - line[1] * GIVEN["weeks"][at]) for at in (1, 2, 3)]
    assert sum(pulls) == -1  # of the three dots that it misses: even at the foot a step goes on
    assert numbers("two_valleys")["turned"] == [39, 31, 0, 1]


def test_the_mean_of_every_order_is_the_step_with_all_exactly_and_singles_wobble(gives):
    column = [Fraction(week - 4, 2) for week in GIVEN["weeks"]]

    def end(batches):
        start = slope = Fraction(0)
        for batch in batches:
            errors = [
                (GIVEN["apples"][at] - start - slope * column[at], column[at]) for at in batch
            ]
            start += Fraction(2, 5) * sum(error for error, _ in errors) / len(batch)
            slope += Fraction(2, 5) * sum(error * x for error, x in errors) / len(batch)
        return start, slope

    ends = [end([[at] for at in order]) for order in product(range(5), repeat=4)]
    exact = tuple(sum(side) / 625 for side in zip(*ends))
    assert exact == end([range(5)] * 4)
    found = gives("every_order", count=625)
    assert [*found["middle"], *found["full"]] == approx([*map(float, exact)] * 2)
    wobble = gives("wobble", one_is_quicker=True, more_is_calmer=True, shrinking_ends_it=True)
    assert wobble["all_early"] == approx(l2(after(scale(WEEKS), 0.2, 4), scale(WEEKS)))


def test_the_library_takes_the_same_steps_one_by_one_and_its_defaults_are_as_told(gives):
    found = gives("sgd", alpha=0.0001, power=0.25, tol=0.001, patience=5)
    for loss, end in {"squared_error": "sgd_l2", "epsilon_insensitive": "sgd_l1"}.items():
        eta = 0.1 if end == "sgd_l2" else 0.05
        model = SGDRegressor(loss=loss, epsilon=0, alpha=0, learning_rate="constant", eta0=eta)
        for _ in range(300):
            for week, harvest in zip(found["scaled"], APPLES):
                model.partial_fit([[week]], [harvest])
        assert (*model.intercept_, *model.coef_) == approx(found[end], rel=1e-12)
    usual = found["usual"]
    assert (usual["penalty"], usual["learning_rate"], usual["shuffle"]) == (
        "l2",
        "invscaling",
        True,
    )


def test_the_exercises_hold_by_algebra(gives):
    gives("exercises", slope=approx(8), intercept=approx(10), narrow=approx(1.9 / 0.1), middle=4)
