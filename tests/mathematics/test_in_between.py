"""Huber and its relatives: against exact fractions, other libraries and published figures."""

import math
import statistics
from fractions import Fraction

import numpy as np
import pytest
from scipy import integrate, optimize, special, stats
from sklearn import metrics
from sklearn.linear_model import HuberRegressor

from tests.conftest import PROJECT

FOLDER = "labs/in-between"
TREES = [1, 2, 3, 4, 100]
ERRORS = [10, 5, -5]


def huber(delta, error):
    """Huber's loss in exact fractions."""
    delta, size = Fraction(delta), abs(Fraction(error))
    return size**2 / 2 if size <= delta else delta * (size - delta / 2)


def total(delta, forecast, trees=TREES):
    return sum(huber(delta, tree - forecast) for tree in trees)


def best_forecast(delta):
    """The closed form: the median, then a straight line, then the mean."""
    return min(max(Fraction(10 + Fraction(delta), 4), Fraction(3)), Fraction(22))


def test_the_dial_goes_from_the_median_in_a_straight_line_to_the_mean(numbers):
    found = numbers(f"{FOLDER}/dial")
    assert (found["median"], found["mean"]) == (statistics.median(TREES), statistics.mean(TREES))
    assert found["old_tree"] == 100
    for delta, forecast in zip(found["deltas"], found["forecasts"]):
        assert forecast == pytest.approx(float(best_forecast(delta)), rel=1e-9)
    assert {0.5, 1, 2, 78, 100} <= set(found["deltas"])


@pytest.mark.parametrize("delta", [1, 2, 3, 20, 50, 77, 78, 90])
def test_no_other_forecast_has_a_smaller_huber_loss(delta):
    best = best_forecast(delta)
    least = total(delta, best)
    others = {Fraction(step, 8) for step in range(0, 801)} | {best - Fraction(1, 999)}
    assert all(total(delta, other) > least for other in others - {best})


def test_the_pulls_balance_at_the_forecast(numbers):
    found = numbers(f"{FOLDER}/balance")
    assert found["forecast"] == best_forecast(found["delta"]) == Fraction(15, 2)
    slope = total(20, Fraction(15, 2) + Fraction(1, 100)) - total(20, Fraction(15, 2))
    assert 0 < slope < Fraction(1, 1000)
    assert sum(found["pulls"]) == 0
    assert (found["first_move"], found["last_move"]) == (2, 78)
    assert (found["total"], found["count"]) == (10, 4)


def test_the_searching_program_finds_the_balance_however_rich_the_old_tree_is(numbers, monkeypatch):
    approved = (PROJECT / f"snippets/{FOLDER}/richer_tree.console.out").read_text("utf-8")
    assert "forecast is 7.50" in approved
    for harvest in ("100", "1000"):
        monkeypatch.setattr("sys.argv", ["turn_the_dial.py", "20", harvest])
        assert numbers(f"{FOLDER}/turn_the_dial")["best"] == pytest.approx(7.5, abs=1e-4)


def test_the_relatives_on_the_apples_are_exact(numbers):
    found = numbers(f"{FOLDER}/apples")
    for name, delta in (("one", 1), ("five", 5), ("seven", 7)):
        mean = sum(huber(delta, error) for error in ERRORS) / 3
        assert found[name] == delta
        assert found[f"huber_{name}"] == pytest.approx(float(mean), rel=1e-15)
        assert np.mean(special.huber(delta, ERRORS)) == pytest.approx(float(mean), rel=1e-15)
        if name != "one":
            assert found[f"smooth_{name}"] == pytest.approx(float(mean / delta), rel=1e-15)
    for name, tau in (("half", Fraction(1, 2)), ("most", Fraction(9, 10))):
        mean = sum(tau * e if e > 0 else (tau - 1) * e for e in map(Fraction, ERRORS)) / 3
        assert found[f"pinball_{name}"] == pytest.approx(float(mean), rel=1e-15)
        theirs = metrics.mean_pinball_loss(ERRORS, [0, 0, 0], alpha=float(tau))
        assert theirs == pytest.approx(float(mean), rel=1e-15)
    cosh = statistics.fmean(math.log(math.cosh(error)) for error in ERRORS)
    assert found["log_cosh"] == pytest.approx(cosh, rel=1e-14)


def test_the_drawn_penalties_are_half_a_square_then_a_line_and_log_cosh(numbers):
    found = numbers(f"{FOLDER}/penalties")
    for error, smooth in zip(found["errors"], found["smooth"]):
        assert smooth == pytest.approx(math.log(math.cosh(error)), abs=1e-14)
        assert special.huber(1, error) == pytest.approx(float(huber(1, error)), abs=1e-14)
    assert found["half_l2"] == pytest.approx(found["l1"] ** 2 / 2)


def test_the_drawn_slopes_are_the_slopes_of_the_penalties():
    for error in np.linspace(-3.95, 3.95, 80):
        for penalty, slope in (
            (lambda e: special.huber(1, e), np.clip(error, -1, 1)),
            (lambda e: np.logaddexp(e, -e), np.tanh(error)),
        ):
            step = 1e-5
            measured = (penalty(error + step) - penalty(error - step)) / (2 * step)
            assert measured == pytest.approx(slope, abs=1e-8)


def test_scipy_adds_up_huber_and_halves_its_squares(numbers):
    found = numbers(f"{FOLDER}/scipy_names")
    assert found["huber_sum"] == sum(huber(5, error) for error in ERRORS)
    assert found["half_squares"] == Fraction(sum(error**2 for error in ERRORS), 2)
    assert found["cost"]("huber") == pytest.approx(found["huber_sum"], rel=1e-15)
    assert found["cost"]("linear") == found["half_squares"]
    soft = sum(25 * (math.hypot(1, error / 5) - 1) for error in ERRORS)
    assert found["soft_sum"] == pytest.approx(soft, rel=1e-14)
    assert found["cost"]("soft_l1") == pytest.approx(soft, rel=1e-14)
    assert special.pseudo_huber(5, ERRORS).sum() == pytest.approx(soft, rel=1e-14)


def test_least_squares_with_huber_finds_the_forecast_of_the_dial():
    def residuals(forecast):
        return np.array(TREES) - forecast[0]

    fit = optimize.least_squares(residuals, [0.0], loss="huber", f_scale=20, xtol=1e-12)
    assert fit.x[0] == pytest.approx(7.5, abs=1e-5)


def test_scikit_learns_published_figures_come_out_of_numpy(numbers):
    found = numbers(f"{FOLDER}/metrics")
    assert (found["mae"], found["mse"], found["pinball"]) == (0.5, 0.375, 0.25)
    for name in ("mae", "mse", "pinball"):
        assert found[f"their_{name}"] == found[name]


def test_one_step_of_sgd_shows_half_a_square_a_clipped_error_and_a_sign(numbers):
    found = numbers(f"{FOLDER}/one_step")
    error, threshold = found["error"], found["threshold"]
    step = Fraction(1, 10**6)
    slope = (huber(threshold, error + step) - huber(threshold, error)) / step
    half_square = Fraction((error + step) ** 2 - error**2, 2) / step
    assert found["huber"] == pytest.approx(float(slope), rel=1e-12)
    assert found["squared"] == pytest.approx(float(half_square), rel=1e-6)
    assert found["insensitive"] == 1


def test_the_threshold_of_huber_regressor_goes_along_with_the_unit(numbers):
    found = numbers(f"{FOLDER}/epsilon")
    # Two of the five lie beyond the threshold, the squares of the others add up to 2:
    # the scale at which its objective is flat solves 5 - 2 / scale² - 2 epsilon² = 0.
    scale = math.sqrt(2 / (5 - 2 * found["epsilon"] ** 2))
    assert found["dozens_delta"] == pytest.approx(found["epsilon"] * scale, rel=1e-4)
    assert found["apples_delta"] == pytest.approx(12 * found["epsilon"] * scale, rel=1e-4)
    assert found["in_dozens"].intercept_ == pytest.approx(3, abs=1e-4)
    assert found["in_apples"].intercept_ == pytest.approx(36, abs=1e-3)
    assert best_forecast(Fraction(found["dozens_delta"])) == 3


def test_the_price_of_insurance_is_what_integrals_and_the_published_median_say(numbers):
    found = numbers(f"{FOLDER}/efficiency")
    delta = found["delta"]
    assert delta == HuberRegressor().epsilon

    def clipped_square(error):
        return min(abs(error), delta) ** 2 * stats.norm.pdf(error)

    square = sum(
        integrate.quad(clipped_square, *ends)[0]
        for ends in ((-np.inf, -delta), (-delta, delta), (delta, np.inf))
    )
    slope = integrate.quad(stats.norm.pdf, -delta, delta)[0]
    assert found["more_for_huber"] == pytest.approx(100 * (square / slope**2 - 1), rel=1e-7)
    # The published efficiency of the median is 0.63662.
    assert found["more_for_median"] == pytest.approx(100 * (1 / 0.63662 - 1), abs=1e-3)


def test_the_exercises_have_their_answers(numbers):
    found = numbers(f"{FOLDER}/exercises")
    assert best_forecast(30) == found["wanted"] == 10
    assert found["needed"] == pytest.approx(30, rel=1e-9)
    assert found["in_dozens"] == pytest.approx(float(Fraction(20, 12)))
    assert math.isinf(found["naive_large"])
    assert found["careful_large"] == pytest.approx(1000 - math.log(2), rel=1e-15)
    for name in ("naive_small", "careful_small"):
        assert found[name] == pytest.approx(math.log(math.cosh(1)), rel=1e-14)


def test_the_published_figures_stand_on_the_page(text_of):
    text = text_of(FOLDER)
    for figure in [
        "6.16667",
        "20.8333",
        "23.5",
        "4.16667",
        "3.357143",
        "3.3333",
        "4.6667",
        "5.9735498",
        "0.375",
        "Up to a threshold of 2 the best forecast is the median.",
        "From 78 on it is the mean.",
    ]:
        assert figure in text, figure
