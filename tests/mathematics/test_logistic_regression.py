"""Logistic regression: SciPy's minimizer, finite differences, exact fits and published coefficients."""

import math

import numpy as np
import pytest
from pytest import approx
from scipy.differentiate import derivative
from scipy.optimize import approx_fprime, minimize
from scipy.special import expit, log_expit, logsumexp

from tests.mathematics.conftest import l2_fit, page_shows, programs_give

PAGE_WITH = "sure_and_wrong.py"
WEEKS, BROWN = np.arange(1, 11), np.array([0, 0, 0, 1, 0, 0, 1, 0, 1, 1])
APART, TIGHT = (WEEKS > 6).astype(int), {"method": "BFGS", "options": {"gtol": 1e-7}}


def fitted(outcomes, c=math.inf):
    def cost(line):
        sides = (1 - 2 * outcomes) * (line[0] + line[1] * WEEKS)
        return np.sum(np.logaddexp(0, sides)) + line[1] ** 2 / (2 * c)

    return [approx(number, abs=1e-5) for number in minimize(cost, [0, 0], **TIGHT).x]


START, SLOPE = fitted(BROWN)
LOSSES = {"log": lambda z: -log_expit(z), "l1": lambda z: 1 - expit(z), "l2": lambda z: (1 - expit(z)) ** 2}  # fmt: skip
SURE = {f"{name}_slope": approx(derivative(loss, -8).df, rel=1e-6) for name, loss in LOSSES.items()}
LINE = l2_fit([*zip(WEEKS.tolist(), BROWN.tolist())])
RUN = [sum(math.log1p(math.exp(-slope * abs(week - 6.5))) for week in WEEKS) / 10 for slope in (1, 2, 4, 8, 16)]  # fmt: skip
test_the_page_shows_the_figures = page_shows("0.545 | 6.66 | 10,000 | 1.695 | 0.0754")
test_what_the_page_says_is_so = programs_give({
    "a minimizer of another kind finds the same line": {"apples": dict(intercept=START, slope=SLOPE), "by_hand": dict(hand_intercept=START, hand_slope=SLOPE)},
    "a C of one is the default, and divides half the square": {"default": dict(slopes=[fitted(BROWN, c)[1] for c in (math.inf, 1, 0.1, 0.01)], default_slope=fitted(BROWN, 1)[1]), "separated": dict(kept_back=approx(fitted(APART, 1)[1].expected, abs=1e-4), losses=approx(RUN))},
    "least squares leaves the scale of chances": {"exercises": dict(below=approx(float(LINE[0] + LINE[1])), above=approx(float(LINE[0] + 12 * LINE[1])))},
    "the slopes of sure and wrong are those of differences": {"sure_and_wrong": SURE},
})  # fmt: skip
# Degrees at launches of the space shuttle, and how many of six O-rings were damaged.
LAUNCHES = [(53, 2), (57, 1), (58, 1), (63, 1), (66, 0), (67, 0), (67, 0), (67, 0), (68, 0), (69, 0), (70, 0), (70, 1), (70, 1), (70, 0), (72, 0), (73, 0), (75, 0), (75, 2), (76, 0), (76, 0), (78, 0), (79, 0), (81, 0)]  # fmt: skip


@pytest.mark.parametrize("cases, published", [
    # Dalal, Fowlkes and Hoadley (doi:10.1080/01621459.1989.10478858): each ring.
    ([(degrees, at < rings) for degrees, rings in LAUNCHES for at in range(6)], ["5.085", "-0.1156"]),
    # Any ring, by R's glm: byuistats.github.io/Statistics-Notebook, Challenger.
    ([(degrees, rings > 0) for degrees, rings in LAUNCHES], ["15.0429", "-0.2322"]),
])  # fmt: skip
def test_the_steps_lead_to_coefficients_that_were_published(numbers, cases, published):
    x, y = np.array(cases, float).T
    start, slope = numbers("by_hand")["learn"]((x - x.mean()) / x.std(), y, 10_000)
    found = start - slope / x.std() * x.mean(), slope / x.std()
    assert [f"{it:.{len(text.partition('.')[2])}f}" for it, text in zip(found, published)] == published  # fmt: skip


def means(line):
    """The mean log loss, L1 and L2 of the ten apples."""
    scores = (2 * BROWN - 1) * (line[0] + line[1] * WEEKS)
    return np.mean([loss(scores) for loss in LOSSES.values()], axis=1)


def test_gradients_are_those_of_finite_differences_and_lead_where_the_steps_do(numbers):
    found = numbers("move_line")
    begun = np.array([found["intercept"], found["slope"]])
    steep = [np.hypot(*row) for row in approx_fprime(begun, means, 1e-7)]
    assert [found[f"{loss}_steep"] for loss in LOSSES] == approx(steep, abs=1e-6)
    assert [found[f"{loss}_loss"] for loss in LOSSES] == approx(means(begun))
    for at, name in (0, "log_ends"), (2, "l2_ends"):
        line = begun
        for _ in range(400):
            line = line - 0.1 * approx_fprime(line, lambda it, at=at: means(it)[at], 1e-7)
        assert found[name] == approx([line[0] + line[1], line[0] + 10 * line[1]], abs=1e-3)


@pytest.mark.parametrize("name, edge", [("log loss", -99), ("L1", 0), ("L2", -math.log(2))])
def test_l1_bends_down_below_a_half_and_l2_below_a_third(numbers, name, edge):
    found = numbers("bends")
    at = found["scores"][1:-1]
    clear = np.abs(at - edge) > 0.05  # the edge itself lies between two scores, or on one
    assert np.array_equal((np.diff(found["losses"][name], n=2) > 0)[clear], (at > edge)[clear])


def test_many_kinds_are_fitted_by_a_minimizer_too(numbers):
    found = numbers("many_kinds")

    def cost(lines):
        scores = lines[:3] + WEEKS[:, np.newaxis] * lines[3:]
        return np.sum(logsumexp(scores, axis=1) - scores[range(10), found["kind"]])

    best = minimize(cost, np.zeros(6), **TIGHT).x.reshape(2, 3)
    found = np.array([found["intercepts"], found["slopes"]])
    assert found == approx(best - best.mean(axis=1, keepdims=True), abs=1e-5)
