"""Engel's households: the lines against linear programs, pairs of points and published figures."""

import statistics
from fractions import Fraction

import numpy as np
import pytest
from scipy.optimize import linprog

from tests.conftest import PROJECT

FOLDER = "labs/bread-and-income"
SHARES = [0.05, 0.25, 0.5, 0.75, 0.95]
PUBLISHED = [0.3433611, 0.4741032, 0.5601805512, 0.6440141, 0.7090685]


@pytest.fixture(scope="module")
def data():
    """The incomes and the spending on food, read without the programs of the page."""
    lines = (PROJECT / f"snippets/{FOLDER}/engel.csv").read_text("utf-8").splitlines()
    assert lines[0] == "income,food"
    return np.array([[float(word) for word in line.split(",")] for line in lines[1:]]).T


def pinball(share, gaps):
    return np.sum(np.maximum(share * gaps, (share - 1) * gaps))


def quantile_line(share, income, food):
    """The line by the dual linear program: its multipliers are the start and the slope."""
    terms = np.array([np.ones_like(income), income])
    answer = linprog(-food, A_eq=terms, b_eq=(1 - share) * terms.sum(axis=1), bounds=(0, 1))
    assert answer.success
    return -answer.eqlin.marginals


def through_pairs(income, food):
    """All lines through two households, as starts and slopes: some L1 line is among them."""
    first, second = np.triu_indices(len(income), 1)
    apart = income[first] != income[second]
    first, second = first[apart], second[apart]
    slopes = (food[second] - food[first]) / (income[second] - income[first])
    return food[first] - slopes * income[first], slopes


def test_each_loss_is_certain_of_its_column_only_on_the_households_it_was_fitted_to(numbers, data):
    income, food = data
    found = numbers(f"{FOLDER}/new_households")
    random = np.random.default_rng(7)
    won = np.zeros((2, 2), dtype=int)
    for _ in range(50):
        order = random.permutation(len(food))
        fitted = order[: len(food) // 2]
        lines = [
            quantile_line(0.5, income[fitted], food[fitted]),
            np.polynomial.polynomial.polyfit(income[fitted], food[fitted], 1),
        ]
        for place, rows in enumerate((fitted, order[len(food) // 2 :])):
            gaps = [food[rows] - start - slope * income[rows] for start, slope in lines]
            l1, l2 = np.sum(np.abs(gaps), axis=1), np.sum(np.square(gaps), axis=1)
            won[place] += [l1[0] <= l1[1], l2[1] <= l2[0]]
    assert won[0].tolist() == [found["l1_seen"], found["l2_seen"]] == [50, 50]
    assert won[1].tolist() == [found["l1_unseen"], found["l2_unseen"]]
    assert max(won[1]) < 50


def test_the_l2_line_is_the_closed_form(numbers, data):
    found = numbers(f"{FOLDER}/two_lines")
    fit = statistics.linear_regression(*data.tolist())
    assert found["l2_start"] == pytest.approx(fit.intercept, rel=1e-11)
    assert found["l2_slope"] == pytest.approx(fit.slope, rel=1e-11)


def test_no_line_through_two_households_has_a_smaller_sum_than_the_l1_line(numbers, data):
    income, food = data
    found = numbers(f"{FOLDER}/two_lines")
    starts, slopes = through_pairs(income, food)
    totals = [np.abs(food - start - slope * income).sum() for start, slope in zip(starts, slopes)]
    best = int(np.argmin(totals))
    assert found["l1_start"] == pytest.approx(starts[best], rel=1e-10)
    assert found["l1_slope"] == pytest.approx(slopes[best], rel=1e-10)
    assert found["l1_total"] == pytest.approx(totals[best], rel=1e-12)


def test_the_lines_are_the_published_ones(numbers):
    found = numbers(f"{FOLDER}/two_lines")
    assert round(found["l1_start"], 7) == 81.4822474
    assert round(found["l1_slope"], 10) == 0.5601805512
    assert round(found["l1_total"], 7) == 17559.9326476
    assert round(found["l2_start"], 7) == 147.4753885
    assert round(found["l2_slope"], 7) == 0.4851784
    assert found["l1_per_hundred"] == pytest.approx(56.01805512)
    assert found["l2_per_hundred"] == pytest.approx(48.51784, abs=5e-6)


def test_each_line_wins_its_own_column(numbers, data):
    income, food = data
    found = numbers(f"{FOLDER}/two_lines")
    assert found["l1_mae"] < found["l2_mae"] and found["l2_rmse"] < found["l1_rmse"]
    for line, mae, rmse in (("l1", 74.7231, 120.3293), ("l2", 77.3475, 113.6213)):
        gaps = (food - found[f"{line}_start"] - found[f"{line}_slope"] * income).tolist()
        assert found[f"{line}_mae"] == pytest.approx(statistics.fmean(map(abs, gaps)))
        assert found[f"{line}_rmse"] ** 2 == pytest.approx(statistics.fmean(g * g for g in gaps))
        assert (round(found[f"{line}_mae"], 4), round(found[f"{line}_rmse"], 4)) == (mae, rmse)


def test_the_drawn_lines_are_the_fitted_ones(numbers):
    fitted, drawn = numbers(f"{FOLDER}/two_lines"), numbers(f"{FOLDER}/two_lines_drawn")
    for line in ("l1", "l2"):
        for end, income in enumerate((400, 5000)):
            expected = fitted[f"{line}_start"] + fitted[f"{line}_slope"] * income
            assert drawn[f"{line}_ends"][end] == pytest.approx(expected)


def test_the_food_share_falls_from_the_poorer_to_the_richer_half(numbers, data):
    income, food = data
    found = numbers(f"{FOLDER}/households")
    middle = statistics.median(income.tolist())
    shares = [(100 * f / i, i < middle) for i, f in zip(income.tolist(), food.tolist())]
    poorer = statistics.median(share for share, is_poorer in shares if is_poorer)
    richer = statistics.median(share for share, is_poorer in shares if not is_poorer)
    assert found["count"] == len(shares) == 235
    assert found["poorer_half"] == pytest.approx(poorer)
    assert found["richer_half"] == pytest.approx(richer)
    assert richer < poorer


def test_the_quantile_lines_are_those_of_the_dual_program_and_the_published_ones(numbers, data):
    found = numbers(f"{FOLDER}/quantile_lines")
    names = ["lowest", "low", "middle", "high", "highest"]
    for name, share, published in zip(names, SHARES, PUBLISHED):
        assert found[f"{name}_share"] == share
        assert found[name] == pytest.approx(quantile_line(share, *data)[1], rel=1e-9)
        assert round(found[name], 7) == round(published, 7)
    assert sorted(found["slopes"]) == found["slopes"]


def test_no_line_through_two_households_has_a_smaller_pinball_loss(numbers, data):
    income, food = data
    slopes = numbers(f"{FOLDER}/quantile_lines")["slopes"]
    lines = list(zip(*through_pairs(income, food)))
    for share, slope in zip(SHARES[::4], slopes[::4]):  # the outermost
        best = min(lines, key=lambda line: pinball(share, food - line[0] - line[1] * income))
        assert slope == pytest.approx(best[1], rel=1e-9)


def test_the_share_below_a_line_is_the_share_asked_for_as_far_as_the_line_allows(data):
    income, food = data
    for share in [*SHARES, 0.9]:
        start, slope = quantile_line(share, income, food)
        gaps = food - start - slope * income
        below, on_line = np.sum(gaps < -1e-6), np.sum(np.abs(gaps) <= 1e-6)
        assert on_line == 2
        assert below <= share * len(food) <= below + on_line


def test_the_session_fits_the_line_of_the_dual_program(numbers, data, monkeypatch):
    monkeypatch.setattr("sys.argv", ["any_share.py", "0.9"])
    found = numbers(f"{FOLDER}/any_share")
    start, slope = quantile_line(0.9, *data)
    assert found["start"] == pytest.approx(start, rel=1e-8)
    assert found["slope"] == pytest.approx(slope, rel=1e-8)
    approved = (PROJECT / f"snippets/{FOLDER}/nine_in_ten.console.out").read_text("utf-8")
    assert approved.startswith(f"food = {start:.2f} + {slope:.4f} x income\n{found['below']} of")


def test_too_low_is_nineteen_times_as_dear_where_nineteen_in_twenty_are_to_be_below(numbers):
    found = numbers(f"{FOLDER}/pinball")
    share = Fraction(19, 20)
    assert found["share"] == pytest.approx(float(share))
    assert found["low_cost"] == pytest.approx(float(share * 100))
    assert found["high_cost"] == pytest.approx(float((1 - share) * 100))
    assert found["ratio"] == pytest.approx(float(share / (1 - share)))


def test_one_household_holds_the_l2_line_down(numbers, data):
    income, food = data
    found = numbers(f"{FOLDER}/without_the_richest")
    kept = income < income.max()
    assert np.sum(~kept) == 1
    fit = statistics.linear_regression(income[kept].tolist(), food[kept].tolist())
    assert found["l2_without"] == pytest.approx(fit.slope)
    assert found["l1_without"] == pytest.approx(quantile_line(0.5, income[kept], food[kept])[1])
    moved = [found[f"{line}_without"] - found[f"{line}_with"] for line in ("l1", "l2")]
    assert 0 < moved[0] < moved[1] / 4


def test_the_default_penalty_depends_on_the_unit_and_its_absence_does_not(numbers, data):
    found = numbers(f"{FOLDER}/with_the_penalty")
    assert found["penalty"] == 1
    assert found["right_in_francs"] == pytest.approx(PUBLISHED[2])
    assert found["right_in_thousands"] == pytest.approx(PUBLISHED[2])

    def best_slope(income, food):
        # Of a given slope the best start is a median; the objective is convex in the slope.
        def objective(slope):
            gaps = food - slope * income
            return pinball(0.5, gaps - np.median(gaps)) / len(food) + abs(slope)

        slopes = np.append(through_pairs(income, food)[1], 0)
        return min(slopes[(slopes >= 0) & (slopes <= 1)], key=objective)

    income, food = data
    assert found["in_francs"] == pytest.approx(best_slope(income, food), rel=1e-9)
    assert found["in_thousands"] == best_slope(income / 1000, food / 1000) == 0


def test_the_exercises_have_their_answers(numbers, data):
    income, food = data
    found = numbers(f"{FOLDER}/exercises")
    for size in ("small", "large"):
        share = 0.5601805512 + 81.4822474 / found[f"{size}_income"]
        assert found[f"{size}_percent"] == pytest.approx(100 * share, rel=1e-8)
    assert found["small_percent"] > found["large_percent"]
    below = np.sum(food < 147.4753885 + 0.4851784 * income)
    assert found["below_mean"] == pytest.approx(100 * below / 235)
    kept = income < income.max()
    fit = statistics.linear_regression(income[kept].tolist(), food[kept].tolist())
    below = np.sum(food < fit.intercept + fit.slope * income)
    assert found["below_without"] == pytest.approx(100 * below / 235)
    low, lower = (quantile_line(share, income, food) for share in (0.25, 0.05))
    crossing = found["crossing"]
    assert low @ [1, crossing] == pytest.approx(lower @ [1, crossing])
    assert crossing < found["poorest"] == income.min()


def test_the_published_figures_stand_on_the_page(text_of):
    text = text_of(FOLDER)
    for figure in [
        "81.4822474 + 0.5601805512",
        "147.4753885 + 0.4851784",
        "17,559.9326476",
        "74.7231 120.3293",
        "77.3475 113.6213",
        "0.3433611",
        "0.4741032",
        "0.6440141",
        "0.7090685",
    ]:
        assert figure in text, figure
