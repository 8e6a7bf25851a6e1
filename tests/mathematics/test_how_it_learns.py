"""The numbers of the lab on gradients and steps, against closed forms and second methods."""

import statistics
from fractions import Fraction
from itertools import accumulate, pairwise
from operator import mul

import numpy as np
import pytest
from pytest import approx
from scipy.optimize import approx_fprime
from scipy.signal import lfilter

from tests.mathematics.conftest import exactly, page_shows, programs_give

PAGE_WITH = "gradients.py"
FORECASTS = np.array([90.0, 95.0, 105.0])
HARVESTS = [1, 2, 3, 4, 100]
THIRDS = {"l1": [-1, -1, 1], "l2": [-20, -10, 10]}  # of the gradients of the apples
test_the_page_shows_the_published_figures = page_shows("-6.667 | -3.333 | +3.333 | -0.333 | +0.333 | 98.84707849539315 | 99, 102, 99, 102 | cycles: 0, 200, 0")  # fmt: skip
test_what_the_page_says_is_so = programs_give({
    "the gradient of the first forecast is a third of its slope": {"step_by_step": dict(l1_first=exactly(Fraction(-1, 3)), l2_first=exactly(Fraction(-20, 3)), first_sign=-1, count=3)},
    "one step is three apples under L1 and a fifth of the way under L2": {"one_step": dict(l1_gradient=-1, l1_next=3, l2_gradient=-200, l2_next=20)},
    "L1 walks to 99 and then cycles": {"paths": dict(l1_path=[*range(0, 99, 3), *[99, 102] * 4], l1_steps=40, l1_loss=2), "shrinking": dict(low=99, high=102)},
    "a rate of three shrinks L1 and mirrors the errors under L2": {"exercises": dict(after_l1=[91, 96, 104], after_l2=[110, 105, 95], one_step_end=100)},
    # An odd number of the 400 steps is left at 99; each L1 step is the trees above less those below, in quarters.
    "under L1 a fixed step rests where it lands on a best forecast, under L2 at the mean": {"settling": dict(landed=100, stayed=100, there=99, again=102, on_flat=1 + 3 / 4 + 2 / 4, flat_end=2.25, mean=106 / 4, slow_end=approx(26.5, rel=1e-14), quick_end=approx(26.5, rel=1e-14))},
    "so L1 falls and L2 stays": {"exercises": dict(mae_before=exactly(Fraction(20, 3)), mae_after=exactly(Fraction(17, 3)), mse_before=50, mse_after=50)},
})  # fmt: skip


@pytest.mark.parametrize("name, power", [("l1", 1), ("l2", 2)])
def test_the_gradients_are_what_a_small_push_of_each_forecast_measures(numbers, name, power):
    gradient = numbers("gradients")[f"{name}_gradient"]
    assert gradient == exactly([Fraction(third, 3) for third in THIRDS[name]])
    measured = approx_fprime(FORECASTS, lambda at: np.mean(np.abs(at - 100) ** power), 1e-6)
    assert gradient == approx(measured, abs=1e-6)


def test_the_slopes_of_the_hillside_are_those_of_the_loss_of_one_forecast(numbers, capsys):
    numbers("hillside")
    for row in capsys.readouterr().out.splitlines()[1:]:
        forecast, l1, l2 = map(float, row.split())
        assert l1 == approx(*approx_fprime([forecast], lambda at: abs(100 - at[0]), 1e-6))
        assert l2 == approx(*approx_fprime([forecast], lambda at: (100 - at[0]) ** 2, 1e-6))


def test_l2_leaves_four_fifths_of_the_gap_at_each_step(gives):
    exact = [100 * (1 - Fraction(4, 5) ** step) for step in range(41)]
    gives("paths", l2_path=approx(exact, rel=1e-14), l2_loss=approx((100 - exact[-1]) ** 2))
    last = 98.84707849539315
    assert float(exact[20]) == last
    gives("rates", closed_form=last, small_last=exactly(last))


def test_l2_cycles_at_a_rate_of_one_and_diverges_above(gives):
    last = approx(100 * (1 - Fraction(-6, 5) ** 20))
    found = gives("rates", cycle_low=0, cycle_high=200, large_last=last)
    assert found["learn"](1) == [0, 200] * 10 + [0]
    gives("rates", small_kept=approx(0.8), turning_kept=approx(-1), large_kept=approx(-1.2))


def test_the_subgradients_of_l1_at_its_kink_reach_from_minus_one_to_one(numbers, capsys):
    found = numbers("kink")
    lines = capsys.readouterr().out.splitlines()
    below = [float(line.split()[1].rstrip(":")) for line in lines if "stays below" in line]
    assert below == [-1, -0.5, 0, 0.5, 1]
    assert len(lines) == 7
    assert 0 in found["too_high"]  # the kink itself was tried


def test_shrinking_steps_arrive_and_halved_steps_do_not(gives):
    # In fractions: no rounding decides on which side of the target a step begins.
    place = Fraction(0)
    for step in range(1, 1001):
        size = Fraction(30, step)
        place += size if place < 100 else -size
        place = place.limit_denominator(10**12)
    end, gap = approx(place, abs=5e-5), approx(abs(place - 100), abs=5e-5)
    # 33 steps lead to 99, and an odd number of steps is left over.
    fixed_end = 99 if (1000 - 33) % 2 == 0 else 102
    # The geometric series: 30 + 15 + 7.5 + ... = 60.
    ends = {"shrunk_end": end, "fixed_end": fixed_end, "halved_end": exactly(30 / (1 - 0.5))}
    gives("shrinking", shrunk_gap=gap, **ends)


@pytest.mark.parametrize("rate, end", [("5", ["100"] * 4), ("3", ["99", "102", "99", "102"])])
def test_the_learner_lands_on_the_kink_when_its_step_fits(numbers, capsys, rate, end):
    numbers("learner", "L1", rate)
    assert capsys.readouterr().out.split()[-4:] == end


@pytest.mark.parametrize("rate, kept", [("0.9", Fraction(-4, 5)), ("1.1", Fraction(-6, 5))])
def test_the_learner_keeps_the_same_part_of_its_gap_at_each_step(numbers, capsys, rate, kept):
    numbers("learner", "L2", rate)
    exact = [100 * (1 - kept**step) for step in (*range(1, 5), *range(37, 41))]
    lines = capsys.readouterr().out.replace(",", "").splitlines()
    told = [float(word) for line in lines for word in line.split()[1:]]
    assert told == approx(exact, rel=5e-6)


@pytest.mark.parametrize("name, rate", [("", 0.1), ("_fine", 0.01)])
def test_drawn_by_chance_a_fixed_step_wobbles_for_ever_under_both_losses(numbers, name, rate):
    found = numbers("one_tree_a_day")
    # L2 is a running mean that forgets: a filter of the draws.
    path = lfilter([2 * rate], [1, 2 * rate - 1], found["drawn"], zi=[(1 - 2 * rate) * rate / 2])
    later = path[0][len(found["drawn"]) // 2 :]
    assert found[f"l2{name}_middle"] == approx(later.mean())
    assert found[f"l2{name}_spread"] == approx(later.std())
    # L1 walks up and down a ladder, and each rung is as likely as the way to it and back.
    rungs = [rate * (rung + 0.5) for rung in range(round(1 / rate), round(5 / rate))]
    up = [sum(tree > place for tree in HARVESTS) for place in rungs]
    weights = list(accumulate((u / (5 - v) for u, v in pairwise(up)), mul, initial=1))
    mean = np.average(rungs, weights=weights)
    variance = np.average((np.array(rungs) - mean) ** 2, weights=weights)
    assert mean == approx(3, abs=1e-3)
    assert found[f"l1{name}_middle"] == approx(mean, abs=rate)
    assert found[f"l1{name}_spread"] == approx(variance**0.5, rel=0.1)


def test_learning_from_one_tree_at_a_time_settles_at_the_median_or_near_the_mean(gives):
    median, mean = statistics.median(HARVESTS), statistics.mean(HARVESTS)
    gives("exercises", median=median, mean=mean, l1_settled=approx(3, abs=0.005))
    # With a step of one over the day, the L2 learner is the mean of all it saw.
    drawn = np.random.default_rng(7).choice(HARVESTS, 20000).mean()
    gives("exercises", l2_settled=approx(drawn, rel=1e-12))
