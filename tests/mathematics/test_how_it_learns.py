"""The numbers of the lab on gradients and steps, against closed forms and second methods."""

import statistics
from fractions import Fraction
from itertools import accumulate, pairwise
from operator import mul

import numpy as np
import pytest
from scipy.optimize import approx_fprime
from scipy.signal import lfilter

PAGE = "labs/how-it-learns"
FORECASTS = np.array([90.0, 95.0, 105.0])


def test_the_page_shows_the_published_figures(text_of):
    text = text_of(PAGE)
    for figure in ["-6.667", "-3.333", "+3.333", "-1/3", "+1/3", "98.84707849539315"]:
        assert figure in text
    assert "99, 102, 99, 102" in text
    assert "cycles: 0, 200, 0" in text


@pytest.mark.parametrize(
    "loss, name, exact",
    [
        (lambda e: np.mean(np.abs(e)), "l1", [Fraction(-1, 3), Fraction(-1, 3), Fraction(1, 3)]),
        (lambda e: np.mean(e**2), "l2", [Fraction(-20, 3), Fraction(-10, 3), Fraction(10, 3)]),
    ],
)
def test_the_gradients_are_what_a_small_push_of_each_forecast_measures(numbers, loss, name, exact):
    found = numbers(f"{PAGE}/gradients")
    gradient = [found[f"{name}_{place}"] for place in ("first", "second", "third")]
    assert gradient == pytest.approx([float(slope) for slope in exact], rel=1e-15)
    measured = approx_fprime(FORECASTS, lambda forecasts: loss(forecasts - 100), 1e-6)
    assert gradient == pytest.approx(measured, abs=1e-6)


def test_the_fractions_of_the_table_are_the_gradient_of_l1(numbers):
    found = numbers(f"{PAGE}/gradients")
    for place in ("first", "second", "third"):
        assert found[f"{place}_sign"] / found["count"] == found[f"l1_{place}"]


def test_one_step_is_three_apples_under_l1_and_a_fifth_of_the_way_under_l2(numbers):
    found = numbers(f"{PAGE}/one_step")
    assert (found["l1_gradient"], found["l1_next"]) == (-1, 3)
    assert (found["l2_gradient"], found["l2_next"]) == (-200, 20)


def test_l1_walks_to_99_and_then_cycles(numbers):
    found = numbers(f"{PAGE}/paths")
    assert found["l1_path"][:34] == list(range(0, 100, 3))
    assert found["l1_path"][33:] == [99, 102] * 14
    assert (found["l1_low"], found["l1_high"]) == (99, 102)


def test_l2_leaves_four_fifths_of_the_gap_at_each_step(numbers):
    path = numbers(f"{PAGE}/paths")["l2_path"]
    exact = [100 * (1 - Fraction(4, 5) ** step) for step in range(61)]
    assert path == pytest.approx([float(place) for place in exact], rel=1e-14)
    found = numbers(f"{PAGE}/rates")
    assert found["closed_form"] == float(exact[20]) == 98.84707849539315
    assert found["small_last"] == pytest.approx(98.84707849539315, rel=1e-15)


def test_l2_cycles_at_a_rate_of_one_and_diverges_above(numbers):
    found = numbers(f"{PAGE}/rates")
    assert found["learn"](1) == [0, 200] * 10 + [0]
    assert (found["cycle_low"], found["cycle_high"]) == (0, 200)
    assert [found[f"{rate}_kept"] for rate in ("small", "turning", "large")] == pytest.approx(
        [0.8, -1, -1.2]
    )
    assert found["large_last"] == pytest.approx(float(100 * (1 - Fraction(-6, 5) ** 20)))


def test_the_subgradients_of_l1_at_its_kink_reach_from_minus_one_to_one(numbers, capsys):
    found = numbers(f"{PAGE}/kink")
    lines = capsys.readouterr().out.splitlines()
    below = [float(line.split()[1].rstrip(":")) for line in lines if "stays below" in line]
    assert below == [-1, -0.5, 0, 0.5, 1]
    assert len(lines) == 7
    assert 0 in found["too_high"]  # the kink itself was tried


def test_shrinking_steps_arrive_and_halved_steps_do_not(numbers):
    found = numbers(f"{PAGE}/shrinking")
    # In fractions: no rounding decides on which side of the target a step begins.
    place = Fraction(0)
    for step in range(1, 1001):
        size = Fraction(30, step)
        place += size if place < 100 else -size
        place = place.limit_denominator(10**12)
    assert found["shrunk_end"] == pytest.approx(float(place), abs=5e-5)
    assert found["shrunk_gap"] == pytest.approx(abs(float(place) - 100), abs=5e-5)
    # 33 steps lead to 99, and an odd number of steps is left over.
    assert found["fixed_end"] == (99 if (1000 - 33) % 2 == 0 else 102)
    # The geometric series: 30 + 15 + 7.5 + ... = 60.
    assert found["halved_end"] == pytest.approx(30 / (1 - 0.5), rel=1e-15)
    # Once across, it is never further off than the step that crossed was long.
    crossed = next(step for step, forecast in enumerate(found["shrunk"]) if forecast > 100)
    for step in range(crossed, 1001):
        assert abs(found["shrunk"][step] - 100) <= 30 / crossed


def test_the_learner_lands_on_the_kink_when_its_step_fits(numbers, monkeypatch, capsys):
    def answer(*arguments):
        monkeypatch.setattr("sys.argv", ["learner.py", *arguments])
        numbers(f"{PAGE}/learner")
        return capsys.readouterr().out.splitlines()

    assert answer("L1", "5")[-1].split()[-4:] == ["100"] * 4
    assert answer("L1", "3")[-1].split()[-4:] == ["99", "102", "99", "102"]
    for rate, kept in (("0.9", Fraction(-4, 5)), ("1.1", Fraction(-6, 5))):
        exact = [float(100 * (1 - kept**step)) for step in (*range(1, 5), *range(37, 41))]
        lines = [line.replace(",", "").split()[1:] for line in answer("L2", rate)]
        told = [float(word) for line in lines for word in line]
        assert told == pytest.approx(exact, rel=5e-6)


def ending(trees, rate, gradient, steps):
    """Return where fixed steps from zero end and where they were one step before, in fractions."""
    before, place = None, Fraction(0)
    for _ in range(steps):
        before, place = place, place - rate * gradient([tree - place for tree in trees])
    return before, place


def l1_gradient(errors):
    return Fraction(sum((e < 0) - (e > 0) for e in errors), len(errors))


def test_under_l1_a_fixed_step_rests_only_where_it_lands_on_a_best_forecast(numbers):
    found = numbers(f"{PAGE}/settling")
    assert ending([100], 5, l1_gradient, 400) == (100, 100) == (found["landed"], found["stayed"])
    assert ending([100], 3, l1_gradient, 400) == (found["there"], found["again"]) == (99, 102)
    before, place = ending([1, 2, 3, 100], 1, l1_gradient, 400)
    assert before == place == found["on_flat"] == found["flat_end"]
    # In thirds of an apple and in sevenths: whatever the step, it rests there or nowhere.
    for step in [Fraction(n, d) for d in (3, 7) for n in (1, 2, 5, 12, 20)]:
        for trees, low, high in ([100], 100, 100), ([1, 2, 3, 100], 2, 3), ([1, 2, 3], 2, 2):
            before, place = ending(trees, step, l1_gradient, 800)
            assert (before == place) == (
                low <= before <= high and l1_gradient([tree - before for tree in trees]) == 0
            )
            assert low - step <= place <= high + step


def test_under_l2_a_fixed_step_settles_below_a_rate_of_one_and_at_no_other(numbers):
    found = numbers(f"{PAGE}/settling")
    assert found["mean"] == Fraction(53, 2)
    assert [found["slow_end"], found["quick_end"]] == pytest.approx([26.5, 26.5], rel=1e-14)
    for tenths in range(1, 20):
        gap = abs(1 - 2 * Fraction(tenths, 10)) ** 60
        _, place = ending(
            [1, 2, 3, 100],
            Fraction(tenths, 10),
            lambda errors: -2 * Fraction(sum(errors)) / len(errors),
            60,
        )
        assert abs(place - Fraction(53, 2)) == Fraction(53, 2) * gap
        assert (gap < 1) == (tenths < 10)


@pytest.mark.parametrize("name, rate", [("", 0.1), ("_fine", 0.01)])
def test_drawn_by_chance_a_fixed_step_wobbles_for_ever_under_both_losses(numbers, name, rate):
    found = numbers(f"{PAGE}/one_tree_a_day")
    # L2 is a running mean that forgets: a filter of the draws.
    path = lfilter([2 * rate], [1, 2 * rate - 1], found["drawn"], zi=[(1 - 2 * rate) * rate / 2])
    later = path[0][len(found["drawn"]) // 2 :]
    assert found[f"l2{name}_middle"] == pytest.approx(later.mean())
    assert found[f"l2{name}_spread"] == pytest.approx(later.std())
    # In the long run its spread is this, up to the chance of so many draws.
    long_run = statistics.pstdev([1, 2, 3, 4, 100]) * (rate / (1 - rate)) ** 0.5
    standard_error = (1 / (2 * len(later) * 2 * rate)) ** 0.5
    assert abs(found[f"l2{name}_spread"] / long_run - 1) < 2 * standard_error
    # L1 walks up and down a ladder, and each rung is as likely as the way to it and back.
    rungs = [rate * (rung + 0.5) for rung in range(round(1 / rate), round(5 / rate))]
    up = [sum(tree > place for tree in (1, 2, 3, 4, 100)) for place in rungs]
    weights = list(accumulate((u / (5 - v) for u, v in pairwise(up)), mul, initial=1))
    mean = np.average(rungs, weights=weights)
    variance = np.average((np.array(rungs) - mean) ** 2, weights=weights)
    assert mean == pytest.approx(3, abs=1e-3)
    assert found[f"l1{name}_middle"] == pytest.approx(mean, abs=rate)
    assert found[f"l1{name}_spread"] == pytest.approx(variance**0.5, rel=0.1)


def test_a_rate_of_three_shrinks_l1_and_mirrors_the_errors_under_l2(numbers):
    found = numbers(f"{PAGE}/exercises")
    assert found["after_l1"].tolist() == [91, 96, 104]
    assert found["after_l2"].tolist() == [110, 105, 95]
    assert found["mae_before"] == pytest.approx(float(Fraction(20, 3)), rel=1e-15)
    assert found["mae_after"] == pytest.approx(float(Fraction(17, 3)), rel=1e-15)
    assert (found["mse_before"], found["mse_after"]) == (50, 50)
    assert found["one_step_end"] == 100


def test_learning_from_one_tree_at_a_time_settles_at_the_median_or_near_the_mean(numbers):
    found = numbers(f"{PAGE}/exercises")
    harvests = [1, 2, 3, 4, 100]
    assert found["median"] == statistics.median(harvests)
    assert found["mean"] == statistics.mean(harvests)
    assert found["l1_settled"] == pytest.approx(3, abs=0.005)
    # With a step of one over the day, the L2 learner is the mean of all it saw.
    drawn = np.random.default_rng(7).choice(harvests, 20000)
    assert found["l2_settled"] == pytest.approx(drawn.mean(), rel=1e-12)
    standard_error = statistics.pstdev(harvests) / 20000**0.5
    assert abs(found["l2_settled"] - 22) < 2 * standard_error
