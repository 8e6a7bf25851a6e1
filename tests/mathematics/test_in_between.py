"""Huber and its relatives: against exact fractions, other libraries and published figures."""

import math
import statistics
from fractions import Fraction

import numpy as np
import pytest
from pytest import approx
from scipy import integrate, optimize, special, stats
from sklearn.linear_model import HuberRegressor

from tests.mathematics.conftest import approved, exactly, page_shows, programs_give
from tests.test_interactives import program_of

PAGE_WITH = "dial.py"
TREES = [1, 2, 3, 4, 100]
ERRORS = [10, 5, -5]
LOG_COSHES = [math.log(math.cosh(error)) for error in ERRORS]
SMALL = approx(math.log(math.cosh(1)), rel=1e-14)
test_the_published_figures_stand_on_the_page = page_shows("6.16667 | 20.8333 | 23.5 | 4.16667 | 3.357143 | 3.3333 | 4.6667 | 5.9735498 | 0.375 | Up to a threshold of 2 the best forecast is the median. | From 78 on it is the mean.")  # fmt: skip
test_what_the_page_says_is_so = programs_give({
    "log-cosh on the apples is the logarithm of the hyperbolic cosine": {"apples": dict(log_cosh=approx(statistics.fmean(LOG_COSHES), rel=1e-14))},
    "scikit-learn's published figures come out of NumPy": {"metrics": dict(mae=0.5, mse=0.375, pinball=0.25, their_mae=0.5, their_mse=0.375, their_pinball=0.25)},
    "the first exercises have their answers": {"exercises": dict(wanted=10, needed=approx(30, rel=1e-9), in_dozens=approx(Fraction(20, 12)))},
    "of log-cosh one of two overflows": {"exercises": dict(naive_small=SMALL, careful_small=SMALL, naive_large=math.inf, careful_large=exactly(1000 - math.log(2)))},
})  # fmt: skip


def huber(delta, error):
    """Huber's loss in exact fractions."""
    delta, size = Fraction(delta), abs(Fraction(error))
    return size**2 / 2 if size <= delta else delta * (size - delta / 2)


def best_forecast(delta):
    """The closed form: the median, then a straight line, then the mean."""
    return min(max(Fraction(10 + Fraction(delta), 4), Fraction(3)), Fraction(22))


def test_the_dial_goes_from_the_median_in_a_straight_line_to_the_mean(gives):
    median, mean = statistics.median(TREES), statistics.mean(TREES)
    assert best_forecast(30) == 10  # which an exercise asks for
    gives("trees", median=median, mean=mean, old_tree=100)
    found = gives("dial", median=median, mean=mean)
    assert found["forecasts"] == approx([*map(best_forecast, found["deltas"])], rel=1e-9)
    assert {0.5, 1, 2, 78, 100} <= set(found["deltas"])


def test_the_pulls_balance_at_the_forecast(gives):
    gives("straight_stretch", forecast=7.5, first_move=2, last_move=78, total=10, count=4)
    found = gives("balance", forecast=best_forecast(20), delta=20)
    assert sum(found["pulls"]) == 0


@pytest.mark.parametrize("delta", [0.5, 2, 20, 50, 78, 100])
@pytest.mark.parametrize("old_tree", [0, 3, 27, 100, 1000])
def test_the_forecast_that_can_be_moved_is_the_one_that_scipy_finds(delta, old_tree):
    trees = np.array([*TREES[:4], old_tree])
    found = program_of("pull").run({"trees": trees.tolist(), "delta": delta})

    def loss(forecast):
        return special.huber(delta, trees - forecast).sum()

    best = optimize.minimize_scalar(loss, bounds=(0, 1000), options={"xatol": 1e-8})
    assert found["huber"] == approx(best.x, abs=1e-4)
    assert loss(found["huber"]) == approx(best.fun, rel=1e-12)
    cost = special.huber(delta, old_tree - found["huber"])
    assert found["old_cost"] == approx(cost, rel=1e-12)


@pytest.mark.parametrize("harvest", ["100", "1000"])
def test_the_searching_program_finds_the_balance_however_rich_the_old_tree_is(numbers, harvest):
    assert "forecast is 7.50" in approved("richer_tree.console.out")
    assert numbers("turn_the_dial", "20", harvest)["best"] == approx(7.5, abs=1e-4)


@pytest.mark.parametrize("name, delta", [("one", 1), ("five", 5), ("seven", 7)])
def test_huber_on_the_apples_is_exact(gives, name, delta):
    mean = sum(huber(delta, error) for error in ERRORS) / 3
    huber_mean = exactly(mean)
    found = gives("apples", **{name: delta, f"huber_{name}": huber_mean})
    if name != "one":
        assert found[f"smooth_{name}"] == exactly(mean / delta)


@pytest.mark.parametrize("name, tau", [("half", Fraction(1, 2)), ("most", Fraction(9, 10))])
def test_the_pinball_loss_on_the_apples_is_exact(gives, name, tau):
    mean = exactly(sum(max(tau * error, (tau - 1) * error) for error in ERRORS) / 3)
    gives("apples", **{f"pinball_{name}": mean})


def test_the_drawn_penalties_are_half_a_square_then_a_line_and_log_cosh(numbers):
    found = numbers("penalties")
    for error, smooth in zip(found["errors"], found["smooth"]):
        assert smooth == approx(math.log(math.cosh(error)), abs=1e-14)
    assert found["half_l2"] == approx(found["l1"] ** 2 / 2)


def test_scipy_adds_up_huber_and_halves_its_squares(gives):
    sums = {"huber": sum(huber(5, error) for error in ERRORS), "linear": 75}
    sums["soft_l1"] = approx(sum(25 * (math.hypot(1, e / 5) - 1) for e in ERRORS), rel=1e-14)
    names = "huber_sum", "half_squares", "soft_sum"
    cost = gives("scipy_names", **dict(zip(names, sums.values())))["cost"]
    assert {name: cost(name) for name in sums} == sums


def test_one_step_of_sgd_shows_half_a_square_a_clipped_error_and_a_sign(numbers):
    found = numbers("one_step")
    error, threshold = found["error"], found["threshold"]
    step = Fraction(1, 10**6)
    slope = (huber(threshold, error + step) - huber(threshold, error)) / step
    half_square = Fraction((error + step) ** 2 - error**2, 2) / step
    assert found["huber"] == approx(slope, rel=1e-12)
    assert found["squared"] == approx(half_square, rel=1e-6)
    assert found["insensitive"] == 1


def test_the_threshold_of_huber_regressor_goes_along_with_the_unit(numbers):
    found = numbers("epsilon")
    # Two of the five lie beyond the threshold, the squares of the others add up to 2:
    # the scale at which its objective is flat solves 5 - 2 / scale² - 2 epsilon² = 0.
    scale = math.sqrt(2 / (5 - 2 * found["epsilon"] ** 2))
    assert found["dozens_delta"] == approx(found["epsilon"] * scale, rel=1e-4)
    assert found["apples_delta"] == approx(12 * found["epsilon"] * scale, rel=1e-4)
    assert found["in_dozens"].intercept_ == approx(3, abs=1e-4)
    assert found["in_apples"].intercept_ == approx(36, abs=1e-3)
    assert best_forecast(Fraction(found["dozens_delta"])) == 3


def test_the_price_of_insurance_is_what_integrals_and_the_published_median_say(numbers):
    found = numbers("efficiency")
    delta = found["delta"]
    assert delta == HuberRegressor().epsilon

    def clipped_square(error):
        return min(abs(error), delta) ** 2 * stats.norm.pdf(error)

    pieces = (-np.inf, -delta), (-delta, delta), (delta, np.inf)
    square = sum(integrate.quad(clipped_square, *ends)[0] for ends in pieces)
    slope = integrate.quad(stats.norm.pdf, -delta, delta)[0]
    assert found["huber_percent"] == approx(100 * (square / slope**2 - 1), rel=1e-7)
    # The published efficiency of the median is 0.63662.
    assert found["median_percent"] == approx(100 * (1 / 0.63662 - 1), abs=1e-3)
