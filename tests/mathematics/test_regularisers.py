"""The lab on regularisers, against closed forms, fractions and conditions of optimality."""

import csv
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from scipy.optimize import minimize

from tests.conftest import PROJECT

PAGE = "labs/regularisers"
HARVESTS = PROJECT / "snippets" / PAGE / "harvests.csv"

with HARVESTS.open() as table:
    ROWS = [[int(cell) for cell in row.values()] for row in csv.DictReader(table)]
YEARS = len(ROWS)
COLUMNS = np.array([row[:2] for row in ROWS], dtype=float)
HARVEST = np.array([row[2] for row in ROWS], dtype=float)
CENTRED = COLUMNS - COLUMNS.mean(axis=0)


def solved(equations):
    """Solve linear equations, each a list of coefficients and a right side, in fractions."""
    rows = [[Fraction(number) for number in row] for row in equations]
    size = len(rows)
    for at in range(size):
        pivot = next((row for row in rows[at:] if row[at]), None)
        if pivot is None:
            return None
        rows.remove(pivot)
        rows.insert(at, [number / pivot[at] for number in pivot])
        for other in range(size):
            if other != at:
                factor = rows[other][at]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[at], strict=True)]
    return tuple(row[-1] for row in rows)


def l1_fits(rows, alpha=0):
    """All vertices with the smallest half mean absolute residual plus alpha times the weights.

    The smallest cost is reached where as many terms are zero as there are numbers to choose.
    """
    width = len(rows[0])
    terms = [(Fraction(1, 2 * len(rows)), [1, *row[:-1], row[-1]]) for row in rows]
    if alpha:
        for at in range(1, width):
            terms.append((Fraction(alpha), [int(at == column) for column in range(width)] + [0]))

    def cost(numbers):
        return sum(
            weight * abs(sum(a * b for a, b in zip(term, numbers, strict=False)) - term[-1])
            for weight, term in terms
        )

    vertices = {
        vertex
        for chosen in combinations(terms, width)
        if (vertex := solved([term for _, term in chosen]))
    }
    least = min(map(cost, vertices))
    return [vertex for vertex in vertices if cost(vertex) == least]


def test_rain_and_magpies_are_unrelated_and_equally_spread(numbers):
    assert (CENTRED.T @ CENTRED).tolist() == [[10, 0], [0, 10]]
    assert numbers(f"{PAGE}/harvests")["correlation"] == 0


def test_least_squares_is_what_the_normal_equations_give(numbers):
    found = numbers(f"{PAGE}/fits")
    design = np.column_stack([np.ones(YEARS), COLUMNS]).astype(int).tolist()
    normal = [
        [sum(row[i] * row[j] for row in design) for j in range(3)]
        + [sum(row[i] * year[2] for row, year in zip(design, ROWS, strict=True))]
        for i in range(3)
    ]
    _, rain, magpies = solved(normal)
    assert (rain, magpies) == (13, 5)
    assert found["squares_rain"] == pytest.approx(13, rel=1e-12)
    assert found["squares_magpies"] == pytest.approx(5, rel=1e-12)


def test_ridge_is_its_closed_form(numbers):
    alpha = 10
    closed = np.linalg.solve(CENTRED.T @ CENTRED + alpha * np.eye(2), CENTRED.T @ HARVEST)
    for found in (numbers(f"{PAGE}/fits"), numbers(f"{PAGE}/by_hand")):
        assert [found["ridge_rain"], found["ridge_magpies"]] == pytest.approx(closed, rel=1e-12)
    assert closed == pytest.approx([6.5, 2.5], rel=1e-12)


def test_the_lasso_is_the_soft_threshold_with_scikit_learns_half_mean(numbers):
    """Its cost is half a mean of squares, so the cut is n times alpha by the sum of squares."""
    cut = Fraction(YEARS) * Fraction("7.5") / 10
    soft = [max(Fraction(weight) - cut, 0) for weight in (13, 5)]
    assert (cut, soft) == (6, [7, 0])
    for found in (numbers(f"{PAGE}/fits"), numbers(f"{PAGE}/by_hand")):
        assert [found["lasso_rain"], found["lasso_magpies"]] == pytest.approx(soft, abs=1e-9)
    assert numbers(f"{PAGE}/fits")["lasso_magpies"] == 0


def test_the_l1_fits_are_the_only_best_vertices(numbers):
    found = numbers(f"{PAGE}/fits")
    [(_, rain, magpies)] = l1_fits(ROWS)
    assert (rain, magpies) == (19, -1)
    assert [found["lad_rain"], found["lad_magpies"]] == pytest.approx([19, -1], rel=1e-9)
    [(_, rain, magpies)] = l1_fits(ROWS, alpha=Fraction(1, 10))
    assert (rain, magpies) == (Fraction(35, 2), 0)
    assert found["both_rain"] == pytest.approx(17.5, rel=1e-9)
    assert found["both_magpies"] == pytest.approx(0, abs=1e-9)


def test_the_fit_without_a_tube_satisfies_the_conditions_of_its_optimum(numbers):
    """Weights are pulls of residuals, each C by its sign or less at a hit; the pulls cancel."""
    found = numbers(f"{PAGE}/fits")
    cost = found["no_tube"].C
    weights = np.array([found["tube_rain"], found["tube_magpies"]])
    assert weights == pytest.approx([16.75, 0.75], rel=1e-6)
    residuals = HARVEST - COLUMNS @ weights - found["no_tube"].intercept_[0]
    hit = np.abs(residuals) < 1e-6
    pulls = np.where(hit, 0, cost * np.sign(residuals))
    sums = np.column_stack([COLUMNS, np.ones(YEARS)])
    missing = np.append(weights, 0) - pulls @ sums
    at_hits, misfit, *_ = np.linalg.lstsq(sums[hit].T, missing, rcond=None)
    assert hit.sum() == 2
    assert np.all(np.abs(at_hits) <= cost)
    assert misfit == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    "fit, hits, dropped",
    [
        ("squares", 0, 0),
        ("ridge", 0, 0),
        ("lasso", 0, 1),
        ("lad", 3, 0),
        ("no_tube", 2, 0),
        ("lad_lasso", 2, 1),
    ],
)
def test_an_l1_loss_makes_hits_and_an_l1_penalty_drops_columns(numbers, fit, hits, dropped):
    model = numbers(f"{PAGE}/fits")[fit]
    sizes = np.abs(HARVEST - COLUMNS @ np.ravel(model.coef_) - model.intercept_)
    assert np.sum(sizes < 1e-6) == hits
    assert np.sum(sizes < 0.2) == hits, "what is called a hit is no near miss"
    assert np.sum(np.abs(model.coef_) < 1e-9) == dropped


def test_the_penalised_fits_are_no_worse_than_what_a_general_minimiser_finds(numbers):
    found = numbers(f"{PAGE}/fits")
    costs = {
        "ridge": lambda r, w: np.sum(r**2) + 10 * np.sum(w**2),
        "lasso": lambda r, w: np.mean(r**2) / 2 + 7.5 * np.sum(np.abs(w)),
        "lad_lasso": lambda r, w: np.mean(np.abs(r)) / 2 + 0.1 * np.sum(np.abs(w)),
        "no_tube": lambda r, w: 8 * np.sum(np.abs(r)) + np.sum(w**2) / 2,
    }
    for name, cost in costs.items():

        def of(numbers, cost=cost):
            return cost(HARVEST - numbers[0] - COLUMNS @ numbers[1:], numbers[1:])

        model = found[name]
        ours = of(np.append(model.intercept_, np.ravel(model.coef_)))
        options = {"maxiter": 5000, "xatol": 1e-9, "fatol": 1e-9}
        theirs = minimize(of, [90, 10, 1], method="Nelder-Mead", options=options).fun
        assert ours <= theirs * (1 + 1e-9)


def test_the_curves_bend_where_the_rules_say(numbers):
    found = numbers(f"{PAGE}/shrinking")
    for alpha, weights in zip(found["lasso_alphas"], found["lasso"], strict=True):
        assert weights == pytest.approx([max(b - 0.8 * alpha, 0) for b in (13, 5)], abs=1e-3)
    for alpha, weights in zip(found["ridge_alphas"], found["ridge"], strict=True):
        assert weights == pytest.approx([b * 10 / (10 + alpha) for b in (13, 5)])


def test_the_smallest_ring_touches_diamond_and_disc_where_the_fits_lie(numbers):
    found = numbers(f"{PAGE}/corner")
    best = np.array([13, 5])
    assert found["budget"] == pytest.approx(7)
    across = np.linspace(-7, 7, 1401)
    edge = np.concatenate([np.column_stack([across, s * (7 - abs(across))]) for s in (1, -1)])
    nearest = edge[np.argmin(np.sum((edge - best) ** 2, axis=1))]
    assert nearest == pytest.approx(found["lasso"], abs=1e-9)
    assert best * found["radius"] / np.hypot(*best) == pytest.approx(found["ridge"])


def test_alpha_left_alone_drops_every_column(numbers):
    found = numbers(f"{PAGE}/unasked")
    assert {tuple(fit[1:]) for fit in l1_fits(ROWS, alpha=1)} == {(0, 0)}
    assert found["default_alpha"] == 1
    assert [found["default_rain"], found["default_magpies"]] == pytest.approx([0, 0], abs=1e-12)
    assert [found["rain"], found["magpies"]] == pytest.approx([19, -1])


def test_the_lasso_takes_the_same_only_from_unrelated_columns_of_equal_spread(numbers):
    found = numbers(f"{PAGE}/unequal")
    alpha, rain, magpies = found["alpha"], *COLUMNS.T
    pairs = {"alike": [rain, magpies], "wider": [2 * rain, magpies]}
    for name, pair in pairs.items():
        spread = np.sum([(column - column.mean()) ** 2 for column in pair], axis=1)
        assert found[name] == pytest.approx(YEARS * alpha / spread, abs=1e-9)
    assert found["alike_rain"] == pytest.approx(found["alike_second"])
    assert found["wider_rain"] == pytest.approx(found["wider_second"] / 4)
    # Rain and rain + magpies: 8 and 5 from least squares. What the lasso leaves is its optimum:
    # each column pulls with n times alpha, in the direction of its weight.
    pair = np.column_stack([rain, rain + magpies])
    weights = np.array([8, 5]) - found["related"]
    centred = pair - pair.mean(axis=0)
    pulls = centred.T @ (HARVEST - HARVEST.mean() - centred @ weights)
    assert np.all(weights > 0)
    assert pulls == pytest.approx([YEARS * alpha] * 2)
    assert found["related"] == pytest.approx([1.6, 0], abs=1e-6)


def test_a_worse_frost_moves_the_lasso_and_not_the_l1_loss(numbers):
    found = numbers(f"{PAGE}/worse_frost")
    frozen = [*ROWS[:7], [*ROWS[7][:2], 20]]
    [(_, rain, magpies)] = l1_fits(frozen)
    assert (rain, magpies) == (19, -1)
    assert [found["lad_rain"], found["lad_magpies"]] == pytest.approx([19, -1])
    squares = CENTRED.T @ np.array([row[2] for row in frozen]) / 10
    soft = np.maximum(squares - 6, 0)
    assert soft[0] == 0 < soft[1]
    assert [found["lasso_rain"], found["lasso_magpies"]] == pytest.approx(soft, abs=1e-9)


def test_the_unit_of_a_column_changes_a_penalised_forecast(numbers):
    found = numbers(f"{PAGE}/in_days")
    mean = HARVEST.mean()

    def soft_forecast(unit):
        cut = YEARS * 7.5 / (10 * unit**2)
        return mean + max(13 / unit - cut, 0) * unit * CENTRED[0, 0]

    assert found["ols_weeks"] == pytest.approx(mean + CENTRED[0] @ [13, 5])
    assert found["ols_days"] == pytest.approx(found["ols_weeks"])
    assert found["lasso_weeks"] == pytest.approx(soft_forecast(1))
    assert found["lasso_days"] == pytest.approx(soft_forecast(7))
    assert found["fair_weeks"] == pytest.approx(found["fair_days"])


def test_the_lasso_drops_the_rain_at_last_and_ridge_never(numbers):
    found = numbers(f"{PAGE}/exercises")
    assert found["last_alpha"] == Fraction(13) / (Fraction(YEARS) / 10)
    assert found["rain_before"] == pytest.approx(0.8, abs=1e-3)
    assert found["rain_after"] == 0
    assert found["ridge_rain"] == pytest.approx(13 * 10 / (10 + found["huge_alpha"]))


def test_the_page_tells_the_default_of_quantile_regressor(text_of):
    text = text_of(PAGE)
    for told in [
        "Left alone, alpha is 1, and a week of rain is worth 0.00 apples.",
        "Without the penalty a week is worth 19.00.",
    ]:
        assert told in text
