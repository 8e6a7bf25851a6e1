"""The lab on regularisers, against closed forms, fractions and conditions of optimality."""

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from pytest import approx
from scipy.optimize import brentq
from sklearn.linear_model import Lasso, Ridge

from tests.mathematics.conftest import data, dot, l2_fit, page_shows, solved
from tests.test_interactives import program_of

PAGE_WITH = "harvests.csv"
ROWS = data(PAGE_WITH)
YEARS = len(ROWS)
*COLUMNS, HARVEST = np.array(ROWS, dtype=float).T
COLUMNS = np.column_stack(COLUMNS)
CENTRED = COLUMNS - COLUMNS.mean(axis=0)
test_the_page_tells_the_default_of_quantile_regressor = page_shows("If you leave alpha alone, it is 1, and a week of rain is worth 0.00 apples. | Without the penalty, a week is worth 19.00.")  # fmt: skip
ZEROS = [("squares", 0, 0), ("ridge", 0, 0), ("lasso", 0, 1)]  # hits, and columns dropped
ZEROS += [("lad", 3, 0), ("no_tube", 2, 0), ("lad_lasso", 2, 1)]
PLACES = [((13, 5), 7, 1), ((13, 9), 7, 1), ((13, 0), 7, 1)]
PLACES += [((-3, 8), 7, 0.5), ((-12, -11), 4.5, 2), ((0, -9), 2, 1.3)]


def l1_fits(rows, alpha=0):
    """All vertices with the smallest half mean absolute residual plus alpha times the weights.

    The smallest cost is reached where as many terms are zero as there are numbers to choose.
    """
    width = len(rows[0])
    terms = [(Fraction(1, 2 * len(rows)), [1, *row[:-1]], row[-1]) for row in rows]
    if alpha:
        terms += [(alpha, [int(at == column) for column in range(width)], 0) for at in (1, 2)]

    def cost(numbers):
        return sum(weight * abs(dot(term, numbers) - end) for weight, term, end in terms)

    chosen = ([*zip(*some)][1:] for some in combinations(terms, width))
    vertices = {vertex for matrix, right in chosen if (vertex := solved(matrix, right))}
    least = min(map(cost, vertices))
    return [vertex for vertex in vertices if cost(vertex) == least]


def test_rain_and_magpies_are_unrelated_and_equally_spread(gives):
    assert (CENTRED.T @ CENTRED).tolist() == [[10, 0], [0, 10]]
    gives("harvests", correlation=0)
    assert l2_fit(ROWS)[1:] == (13, 5)  # and so least squares has a weight for each by itself
    gives("fits", squares_rain=approx(13, rel=1e-12), squares_magpies=approx(5, rel=1e-12))


@pytest.mark.parametrize("program", ["fits", "by_hand"])
def test_ridge_is_its_closed_form_and_the_lasso_the_soft_threshold(gives, program):
    closed = np.linalg.solve(CENTRED.T @ CENTRED + 10 * np.eye(2), CENTRED.T @ HARVEST)
    rain, magpies = (approx(weight, rel=1e-12) for weight in closed)
    gives(program, ridge_rain=rain, ridge_magpies=magpies)
    # Scikit-learn's cost is half a mean of squares: it cuts n times alpha by the sum of squares.
    cut = YEARS * Fraction("7.5") / 10
    assert (cut, [max(weight - cut, 0) for weight in (13, 5)]) == (6, [7, 0])
    magpies = 0 if program == "fits" else approx(0, abs=1e-9)
    gives(program, lasso_rain=approx(7, abs=1e-9), lasso_magpies=magpies)


@pytest.mark.parametrize(
    "name, alpha, weights", [("lad", 0, (19, -1)), ("both", Fraction(1, 10), (Fraction(35, 2), 0))]
)
def test_the_l1_fits_are_the_only_best_vertices(gives, name, alpha, weights):
    [(_, *best)] = l1_fits(ROWS, alpha)
    assert tuple(best) == weights
    rain, magpies = approx(weights[0], rel=1e-9), approx(weights[1], rel=1e-9, abs=1e-9)
    gives("fits", **{f"{name}_rain": rain, f"{name}_magpies": magpies})


def test_the_fit_without_a_tube_satisfies_the_conditions_of_its_optimum(numbers):
    """Weights are pulls of residuals, each C by its sign or less at a hit; the pulls cancel."""
    found = numbers("fits")
    cost = found["no_tube"].C
    weights = np.array([found["tube_rain"], found["tube_magpies"]])
    assert weights == approx([16.75, 0.75], rel=1e-6)
    residuals = HARVEST - COLUMNS @ weights - found["no_tube"].intercept_[0]
    hit = np.abs(residuals) < 1e-6
    pulls = np.where(hit, 0, cost * np.sign(residuals))
    sums = np.column_stack([COLUMNS, np.ones(YEARS)])
    missing = np.append(weights, 0) - pulls @ sums
    at_hits, misfit, *_ = np.linalg.lstsq(sums[hit].T, missing, rcond=None)
    assert hit.sum() == 2
    assert np.all(np.abs(at_hits) <= cost)
    assert misfit == approx(0, abs=1e-6)


@pytest.mark.parametrize("fit, hits, dropped", ZEROS)
def test_an_l1_loss_makes_hits_and_an_l1_penalty_drops_columns(numbers, fit, hits, dropped):
    model = numbers("fits")[fit]
    sizes = np.abs(HARVEST - COLUMNS @ np.ravel(model.coef_) - model.intercept_)
    assert np.sum(sizes < 1e-6) == hits
    assert np.sum(sizes < 0.2) == hits, "what is called a hit is no near miss"
    assert np.sum(np.abs(model.coef_) < 1e-9) == dropped


def test_the_curves_bend_where_the_rules_say(numbers):
    found = numbers("shrinking")
    for alpha, weights in zip(found["lasso_alphas"], found["lasso"], strict=True):
        assert weights == approx([max(b - 0.8 * alpha, 0) for b in (13, 5)], abs=1e-3)
    for alpha, weights in zip(found["ridge_alphas"], found["ridge"], strict=True):
        assert weights == approx([b * 10 / (10 + alpha) for b in (13, 5)])


@pytest.mark.parametrize("best, corner, spread", PLACES)
def test_the_rings_touch_where_the_fits_of_scikit_learn_lie(best, corner, spread):
    """Lasso and ridge on two columns of that spread, at the alpha that spends that budget."""
    names = ("best_rain", "best_magpies", "corner", "spread")
    found = program_of("touch").run(dict(zip(names, (*best, corner, spread))))
    columns = np.diag([spread, 1.0])
    target = columns @ best

    def lasso(alpha):
        model = Lasso(alpha=alpha, fit_intercept=False, tol=1e-14, max_iter=100_000)
        return model.fit(columns, target).coef_

    def ridge(alpha):
        return Ridge(alpha=alpha, fit_intercept=False).fit(columns, target).coef_

    def over(alpha, fit, size):
        return np.linalg.norm(fit(alpha), size) - corner

    for name, fit, size in (("l1", lasso, 1), ("l2", ridge, 2)):
        spent = brentq(over, 1e-9, 1e3, (fit, size), xtol=1e-13)
        touch = [found[f"{name}_rain"], found[f"{name}_magpies"]]
        assert touch == approx(fit(spent), abs=1e-6)
        off = (np.array(touch) - best) * [spread, 1]
        assert found[f"{name}_up"] == approx(np.hypot(*off))
        assert found[f"{name}_across"] == approx(np.hypot(*off) / spread)


def test_alpha_left_alone_drops_every_column(gives):
    assert {fit[1:] for fit in l1_fits(ROWS, alpha=1)} == {(0, 0)}
    nothing = approx(0, abs=1e-12)
    gives("unasked", default_alpha=1, default_rain=nothing, default_magpies=nothing)
    gives("unasked", rain=approx(19), magpies=approx(-1))


def test_the_lasso_takes_the_same_only_from_unrelated_columns_of_equal_spread(numbers):
    found = numbers("unequal")
    alpha, rain, magpies = found["alpha"], *COLUMNS.T
    pairs = {"alike": [rain, magpies], "wider": [2 * rain, magpies]}
    for name, pair in pairs.items():
        spread = np.sum([(column - column.mean()) ** 2 for column in pair], axis=1)
        assert found[name] == approx(YEARS * alpha / spread, abs=1e-9)
    assert found["alike_rain"] == approx(found["alike_second"])
    assert found["wider_rain"] == approx(found["wider_second"] / 4)
    # Rain and rain + magpies: 8 and 5 from least squares. What the lasso leaves is its optimum:
    # each column pulls with n times alpha, in the direction of its weight.
    pair = np.column_stack([rain, rain + magpies])
    weights = np.array([8, 5]) - found["related"]
    centred = pair - pair.mean(axis=0)
    pulls = centred.T @ (HARVEST - HARVEST.mean() - centred @ weights)
    assert np.all(weights > 0)
    assert pulls == approx([YEARS * alpha] * 2)
    assert found["related"] == approx([1.6, 0], abs=1e-6)


def test_a_worse_frost_moves_the_lasso_and_not_the_l1_loss(gives):
    frozen = [*ROWS[:7], [*ROWS[7][:2], 20]]
    [(_, rain, magpies)] = l1_fits(frozen)
    assert (rain, magpies) == (19, -1)
    gives("worse_frost", lad_rain=approx(19), lad_magpies=approx(-1))
    soft = np.maximum(CENTRED.T @ [float(row[2]) for row in frozen] / 10 - 6, 0)
    assert soft[0] == 0 < soft[1]
    rain, magpies = (approx(weight, abs=1e-9) for weight in soft)
    gives("worse_frost", lasso_rain=rain, lasso_magpies=magpies)


def test_the_unit_of_a_column_changes_a_penalised_forecast(numbers):
    found = numbers("in_days")
    mean = HARVEST.mean()

    def soft_forecast(unit):
        cut = YEARS * 7.5 / (10 * unit**2)
        return mean + max(13 / unit - cut, 0) * unit * CENTRED[0, 0]

    assert found["ols_weeks"] == approx(mean + CENTRED[0] @ [13, 5])
    assert found["ols_days"] == approx(found["ols_weeks"])
    assert found["lasso_weeks"] == approx(soft_forecast(1))
    assert found["lasso_days"] == approx(soft_forecast(7))
    assert found["fair_weeks"] == approx(found["fair_days"])


def test_the_lasso_drops_the_rain_at_last_and_ridge_never(gives):
    last = Fraction(13) / (Fraction(YEARS) / 10)
    found = gives("exercises", last_alpha=last, rain_before=approx(0.8, abs=1e-3), rain_after=0)
    assert found["ridge_rain"] == approx(13 * 10 / (10 + found["huge_alpha"]))
