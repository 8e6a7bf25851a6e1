"""The numbers of the page on softmax, against Python's own floats, SciPy and scikit-learn."""

import math
from fractions import Fraction

import numpy as np
import pytest
from pytest import approx
from scipy.optimize import minimize_scalar
from scipy.special import logsumexp, softmax
from sklearn.metrics import brier_score_loss

from tests.mathematics.conftest import page_shows

PAGE_WITH = "softmax.py"
SCORES = [3, 2, 0]
test_the_page_shows_these_figures = page_shows("0.705 | 28.475 | 2.718 | 11.09 | 0.42 | 0.21 | 0.30 | 0.155 | 4.595 | score 1003.0 share 0.7054 | score 3.0 share 0.7054")  # fmt: skip
ASKED = [(1, 1, "l1_honest", "l1_least"), (2, Fraction(7, 10), "l2_least", "l2_certain")]


def shares_of(scores):
    """Softmax by the gaps: a share is one over the sum of the others' powers relative to it."""
    return [1 / math.fsum(math.exp(other - own) for other in scores) for own in scores]


def calibration_error(announced, is_right):
    """The weighted mean gap, one row after the other, as scikit-learn cuts them."""
    rows = np.minimum((announced * 10).astype(int), 9)
    gaps = [np.sum(announced[rows == row]) - np.sum(is_right[rows == row]) for row in range(10)]
    return sum(map(abs, gaps)) / len(announced)


def test_the_steps_lead_to_what_scipy_calls_softmax(gives):
    shares, total = approx(softmax(SCORES), rel=1e-14), approx(math.exp(logsumexp(SCORES)))
    gives("step_by_step", shares=shares, total=total, sum_of_shares=approx(1, rel=1e-15))


def test_a_shift_changes_no_share_and_a_point_is_a_factor_of_e(gives):
    ratio, doubled = approx(math.e, rel=1e-14), approx(shares_of([6, 4, 0]), rel=1e-14)
    found = gives("only_differences", doubled=doubled, ratio=ratio, e=math.e)
    assert found["shifted"] == approx(found["shares"], rel=1e-12)


def test_the_scores_that_can_be_moved_begin_with_what_scipy_calls_softmax(gives):
    found = gives("move_scores", scores=SCORES, shares=approx(softmax(SCORES), rel=1e-14))
    # How far a score is behind the first is what its share is behind, in powers of e.
    behind = [math.log(found["shares"][0] / share) for share in found["shares"]]
    assert found["behind"] == approx(behind, abs=1e-14)


def test_large_scores_overflow_unless_the_largest_is_subtracted(numbers, gives):
    overflow, invalid = (
        pytest.warns(RuntimeWarning, match=said) for said in ("overflow", "invalid value")
    )
    with overflow, invalid:
        found = numbers("overflow")
    assert np.all(np.isinf(found["powers"]))
    gives("softmax", shares=approx(shares_of(SCORES), rel=1e-14))


def test_the_largest_score_follows_from_the_bits_of_a_number(numbers):
    found = numbers("limits")
    for name, bits, exponent in [("double", 52, 1023), ("single", 23, 127), ("half", 10, 15)]:
        largest = (2 - Fraction(1, 2**bits)) * Fraction(2) ** exponent
        # The logarithm in half precision has about three digits, as the finished number has.
        digits = 1e-3 if name == "half" else 1e-7
        assert float(found[f"largest_{name}"]) == approx(math.log(largest), rel=digits)


def test_the_temperature_moves_the_share(numbers):
    found = numbers("temperature")
    for name in ["cold", "hot"]:
        cooled = shares_of([score / found[name] for score in SCORES])
        assert found[f"{name}_share"] == approx(cooled[0], rel=1e-14)


def test_the_machine_announces_more_than_comes_true(numbers):
    found = numbers("as_announced")
    error = calibration_error(found["announced"], found["is_right"])
    assert found["calibration_error"] == approx(error, rel=1e-12)
    # The fruits came with the chances that they were drawn with: within three standard errors.
    largest = np.argmax(found["chances"], axis=1)
    true = found["chances"][np.arange(found["fruit_count"]), largest]
    spread = math.sqrt(np.sum(true * (1 - true))) / found["fruit_count"]
    assert abs(np.mean(true) - found["mean_right"]) < 3 * spread


def test_the_fitted_temperature_is_where_the_log_loss_is_smallest(numbers):
    found = numbers("reliability")
    scores, fruit = found["scores"][:2000], found["fruit"][:2000]

    def loss(temperature):
        cooled = scores / temperature
        return np.mean(logsumexp(cooled, axis=1) - cooled[np.arange(2000), fruit])

    by_brent = minimize_scalar(loss, bracket=(1, 2, 4), tol=1e-10).x
    assert found["temperature"] == approx(by_brent, abs=5e-4)


def test_cooling_lowers_each_score_and_changes_no_answer(numbers):
    found = numbers("reliability")
    fruit = found["fruit"][2000:]
    for name, temperature in [("before", 1), ("after", found["temperature"])]:
        shares = softmax(found["scores"][2000:] / temperature, axis=1)
        missing = shares.copy()
        missing[np.arange(2000), fruit] -= 1
        brier = np.sum(missing**2) / 2000
        assert found[f"brier_{name}"] == approx(brier, rel=1e-12)
        log = -np.mean(np.log(shares[np.arange(2000), fruit]))
        assert found[f"log_{name}"] == approx(log, rel=1e-12)
        error = calibration_error(np.max(shares, axis=1), np.argmax(shares, axis=1) == fruit)
        assert found[f"error_{name}"] == approx(error, rel=1e-12)
    assert found["right_before"] == found["right_after"]
    assert 0 < found["error_of_true_chances"] < found["error_before"]


def test_the_brier_score_is_the_squared_error_of_the_shares(gives):
    exact = brier_score_loss([0], [shares_of(SCORES)], labels=[0, 1, 2], scale_by_half=False)
    log_loss = approx(logsumexp(SCORES) - 3, rel=1e-12)
    found = gives("one_fruit", brier=approx(exact, rel=1e-12), log_loss=log_loss)
    # The gaps add up to zero, so that of the apple is as large as all others together.
    assert found["absolute"] == approx(2 * found["apple_gap"], rel=1e-12)


@pytest.mark.parametrize("power, best, at_chance, at_one", ASKED)
def test_l2_asks_for_the_chance_and_l1_for_certainty(gives, power, best, at_chance, at_one):
    chance = Fraction(7, 10)

    def loss(share):
        return chance * (1 - share) ** power + (1 - chance) * share**power

    assert min((Fraction(step, 1000) for step in range(1001)), key=loss) == best
    losses = {at_chance: approx(loss(chance)), at_one: approx(loss(Fraction(1)))}
    gives("honest_share", l1_best=1, l2_best=approx(0.7), **losses)


def test_the_exercises_have_these_answers(gives):
    larger = approx(1 / (1 + math.exp(-2)), rel=1e-14)
    needed = approx(99 / 100)
    found = gives("exercises", larger_share=larger, logistic=larger, needed_share=needed)
    assert math.exp(found["needed_gap"]) == approx(99)
    assert found["apples_in_all"] == approx(found["everyday"])
    # The squared error of a true chance is that of both outcomes.
    for loss, chance in [("everyday", 0.7), ("looking", 0.9), ("looking", 0.1)]:
        both = chance * (1 - chance) ** 2 + (1 - chance) * chance**2
        assert found[f"{loss}_loss"] == approx(both)
