"""The numbers of "TPR vs FPR", against counting by hand, exact fractions and scikit-learn."""

import math
import sys
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from sklearn.metrics import (
    auc,
    confusion_matrix,
    mean_pinball_loss,
    precision_score,
    recall_score,
    roc_auc_score,
    roc_curve,
)

PAGE = "related/tpr-vs-fpr"
WORMY = [9, 8, 6, 3]
SOUND = [7, 6, 4, 2, 2, 1]
SCORES = np.array(WORMY + SOUND)
HAS_WORM = np.array([1] * len(WORMY) + [0] * len(SOUND))


def mistakes(threshold):
    """The missed worms and the false alarms at one position of the dial."""
    missed = sum(score < threshold for score in WORMY)
    return missed, sum(score >= threshold for score in SOUND)


def points():
    """The points of the ROC curve, as fractions."""
    for threshold in [10, *sorted(set(SCORES.tolist()), reverse=True)]:
        missed, alarms = mistakes(threshold)
        yield Fraction(alarms, len(SOUND)), 1 - Fraction(missed, len(WORMY))


def area_of(curve):
    return sum((x2 - x1) * (y1 + y2) / 2 for (x1, y1), (x2, y2) in zip(curve, curve[1:]))


@pytest.mark.parametrize(
    "program", ["four_outcomes", "sorter", "roc", "area_in_two_ways", "prices"]
)
def test_all_programs_sort_the_same_apples(numbers, monkeypatch, program):
    monkeypatch.setattr(sys, "argv", [program])
    found = numbers(f"{PAGE}/{program}")
    assert found["wormy_scores"].tolist() == WORMY
    assert found["sound_scores"].tolist() == SOUND


@pytest.mark.parametrize("program", ["one_loss", "same_order", "exercises"])
def test_the_same_apples_in_one_list_are_those_of_the_two(numbers, program):
    found = numbers(f"{PAGE}/{program}")
    assert found["scores"].tolist() == SCORES.tolist()
    assert found["has_worm"].tolist() == HAS_WORM.tolist()


def test_the_four_outcomes_are_scikit_learns_confusion_matrix(numbers):
    found = numbers(f"{PAGE}/four_outcomes")
    threshold = found["threshold"]
    matrix = confusion_matrix(HAS_WORM, threshold <= SCORES)
    (tn, fp), (fn, tp) = matrix.tolist()
    names = ["true_negatives", "false_positives", "false_negatives", "true_positives"]
    assert [found[name] for name in names] == [tn, fp, fn, tp] == [4, 2, 1, 3]


def test_the_two_rates_are_exact_and_the_rates_of_a_row_add_up_to_one(numbers):
    found = numbers(f"{PAGE}/four_outcomes")
    assert found["tpr"] == Fraction(3, 4)
    assert found["fpr"] == pytest.approx(Fraction(1, 3), rel=1e-15)
    assert found["tpr"] + found["fnr"] == found["fpr"] + found["tnr"] == 1
    assert found["tpr"] + found["fpr"] != 1
    threshold = found["threshold"]
    says_worm = threshold <= SCORES
    assert found["tpr"] == recall_score(HAS_WORM, says_worm)
    assert found["tnr"] == recall_score(HAS_WORM, says_worm, pos_label=0)


def test_the_curve_goes_through_the_points_counted_by_hand_and_those_of_scikit_learn(numbers):
    found = numbers(f"{PAGE}/roc")
    across, up = zip(*points())
    assert found["fpr"] == pytest.approx([*map(float, across)])
    assert found["tpr"] == pytest.approx([*map(float, up)])
    fpr, tpr, thresholds = roc_curve(HAS_WORM, SCORES, drop_intermediate=False)
    assert found["fpr"] == pytest.approx(fpr) and found["tpr"] == pytest.approx(tpr)
    assert found["dial"][1:].tolist() == thresholds[1:].tolist()
    assert math.isinf(thresholds[0])


def test_no_rate_falls_when_the_dial_is_turned_down():
    curve = [*points()]
    for before, after in zip(curve, curve[1:]):
        assert after[0] >= before[0] and after[1] >= before[1]


def test_the_area_is_the_share_of_pairs_in_the_right_order(numbers):
    found = numbers(f"{PAGE}/area_in_two_ways")
    pairs = [*product(WORMY, SOUND)]
    wins = sum(wormy > sound for wormy, sound in pairs)
    ties = sum(wormy == sound for wormy, sound in pairs)
    assert (found["wins"], found["ties"], found["pairs"]) == (wins, ties, len(pairs)) == (19, 1, 24)
    share = (wins + Fraction(ties, 2)) / len(pairs)
    assert found["share_of_pairs"] == share == area_of([*points()]) == Fraction(13, 16)
    assert found["area"] == pytest.approx(float(share), rel=1e-15)
    assert found["sklearn_area"] == pytest.approx(float(share), rel=1e-15)


def test_a_tie_counts_half_wherever_the_area_is_defined(text_of):
    # Scores that are all the same order nothing: without ties the chance would be zero.
    assert roc_auc_score(HAS_WORM, np.ones(len(HAS_WORM))) == 0.5
    assert "plus half the chance of a tie" in text_of(PAGE)
    assert "in the right order, a tie counted half" in text_of(PAGE)
    assert "plus half the chance that both get the same" in text_of("glossary")


def test_points_on_a_straight_line_may_be_left_out_and_the_area_stays():
    labels, scores = [1, 1, 1, 1, 0, 0, 0, 0], [8, 7, 6, 4, 5, 3, 2, 1]
    curves = [roc_curve(labels, scores, drop_intermediate=drop) for drop in (True, False)]
    (fpr, tpr, few), (all_fpr, all_tpr, every) = curves
    assert set(few) < set(every)
    assert auc(fpr, tpr) == auc(all_fpr, all_tpr)


def test_the_area_and_the_game_agree_on_other_scores_too():
    random = np.random.default_rng(7)
    for _ in range(50):
        scores, labels = random.integers(0, 6, 20), np.arange(20) < 7
        pairs = [*product(scores[labels].tolist(), scores[~labels].tolist())]
        points = sum((a > b) + (a == b) / 2 for a, b in pairs)
        assert roc_auc_score(labels, scores) == pytest.approx(points / len(pairs))


def test_the_better_machines_alarms_are_mostly_false_by_bayes_rule(numbers):
    found = numbers(f"{PAGE}/rare_worms")
    worm, tpr, fpr = Fraction(1, 100), Fraction(9, 10), Fraction(1, 20)
    precision = worm * tpr / (worm * tpr + (1 - worm) * fpr)
    assert found["precision_percent"] == pytest.approx(float(100 * precision), rel=1e-15)
    assert precision < Fraction(1, 5)
    assert found["caught"] / found["wormy"] == pytest.approx(0.9)
    assert found["false_alarms"] / found["sound"] == pytest.approx(0.05)


def test_prices_set_the_dial(numbers):
    found = numbers(f"{PAGE}/prices")
    for price, best, least in [(1, "equal_best", "equal_least"), (5, "dear_best", "dear_least")]:
        costs = {dial: price * mistakes(dial)[0] + mistakes(dial)[1] for dial in range(12)}
        assert [dial for dial in costs if costs[dial] == min(costs.values())] == [found[best]]
        assert min(costs.values()) == found[least]


def test_from_the_limit_of_the_prices_on_an_alarm_is_the_cheaper_answer(numbers):
    found = numbers(f"{PAGE}/prices")
    limit = Fraction(1, 6)
    assert found["chance_limit"] == pytest.approx(float(limit), rel=1e-15)
    for chance in (Fraction(n, 60) for n in range(61)):
        alarm, silence = (1 - chance) * found["low_price"], chance * found["high_price"]
        assert (alarm <= silence) == (chance >= limit)


def test_the_pinball_loss_asks_for_the_quantile_that_the_same_fraction_names():
    # Too low costs one and too high five: best is the quantile of one sixth.
    numbers = np.arange(1, 31)
    losses = [
        mean_pinball_loss(numbers, np.full(30, forecast), alpha=1 / 6) for forecast in numbers
    ]
    tied = numbers[np.isclose(losses, min(losses))].tolist()
    assert tied == [5, 6]  # five of thirty numbers lie below anything between them


def test_l1_and_l2_of_yes_or_no_answers_are_the_share_of_wrong_ones(numbers):
    found = numbers(f"{PAGE}/one_loss")
    kinds = [mistakes(dial) for dial in (9, 5, 3)]
    assert kinds == [(3, 0), (1, 2), (0, 3)]
    assert {sum(kind) / len(SCORES) for kind in kinds} == {found["l1"]} == {found["l2"]} == {0.3}


def test_ten_times_smaller_chances_keep_the_area_and_lose_in_l2(numbers):
    found = numbers(f"{PAGE}/same_order")
    assert found["area"] == found["timid_area"] == pytest.approx(13 / 16)
    for name, scale in [("l2", 10), ("timid_l2", 100)]:
        squares = [
            (Fraction(s, scale) - w) ** 2 for s, w in zip(SCORES.tolist(), HAS_WORM.tolist())
        ]
        assert found[name] == pytest.approx(float(sum(squares) / len(squares)), rel=1e-14)
    assert found["timid_mean_chance"] == pytest.approx(0.048, rel=1e-14)
    assert found["worm_share"] == 0.4


def test_the_answers_to_the_exercises_hold(numbers):
    found = numbers(f"{PAGE}/exercises")
    says_worm = SCORES >= 3
    assert found["precision"] == precision_score(HAS_WORM, says_worm) == pytest.approx(4 / 7)
    assert found["recall"] == recall_score(HAS_WORM, says_worm) == 1
    assert found["swapped_area"] == pytest.approx(1 - 13 / 16)
    share = Fraction(5, 95)
    assert found["even_percent"] == pytest.approx(float(100 * share))
    assert share * Fraction(90, 100) == (1 - share) * Fraction(5, 100)


def test_six_is_best_at_no_price_for_its_point_lies_below_a_line(numbers):
    found = numbers(f"{PAGE}/exercises")
    assert (found["turning_price"], found["six_wins"]) == (1.5, 0)
    (eight_miss, eight), (six_miss, six), (three_miss, three) = map(mistakes, (8, 6, 3))
    turning = Fraction(three - eight, eight_miss - three_miss)
    assert turning == Fraction(3, 2)
    assert six + turning * six_miss > eight + turning * eight_miss == three
    # A line through the points of eight and three passes above that of six.
    slope = Fraction(eight_miss - three_miss, 4) / Fraction(three - eight, 6)
    on_the_line = Fraction(4 - eight_miss, 4) + slope * Fraction(six - eight, 6)
    assert Fraction(4 - six_miss, 4) < on_the_line
    dials = range(1, 11)
    for price in (Fraction(n, 100) for n in range(1, 1001)):
        costs = {dial: price * mistakes(dial)[0] + mistakes(dial)[1] for dial in dials}
        assert costs[6] > min(costs.values())


@pytest.mark.parametrize("dial", ["10", "8", "5.5", "3", "0"])
def test_the_program_counts_at_any_position_of_the_dial(numbers, monkeypatch, capsys, dial):
    monkeypatch.setattr(sys, "argv", ["sorter.py", dial])
    numbers(f"{PAGE}/sorter")
    answer = capsys.readouterr().out
    missed, alarms = mistakes(float(dial))
    caught = " ".join(str(score) for score in WORMY if score >= float(dial))
    assert f"Worms caught: [{caught}] of [9 8 6 3]\n" in answer
    assert f"TPR {1 - missed / 4:.2f}, FPR {alarms / 6:.2f}" in answer


def test_the_page_shows_the_figures(text_of):
    for figure in ["0.75", "0.33", "0.8125", "15.4 %", "0.571", "0.1875", "5.26 %", "1.50"]:
        assert figure in text_of(PAGE)
