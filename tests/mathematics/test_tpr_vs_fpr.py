"""The numbers of "TPR vs FPR", against counting by hand, exact fractions and scikit-learn."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from pytest import approx
from sklearn import metrics

from tests.mathematics.conftest import exactly, page_shows, programs_give
from tests.navigation import address_with

PAGE_WITH = "roc.py"
WORMY = [9, 8, 6, 3]
SOUND = [7, 6, 4, 2, 2, 1]
SCORES = np.array(WORMY + SOUND)
HAS_WORM = np.array([1] * len(WORMY) + [0] * len(SOUND))
IN_TWO = ["threshold", "four_outcomes", "sorter", "roc", "game", "area_in_two_ways", "prices"]
test_the_page_shows_the_figures = page_shows("0.75 | 0.33 | 0.8125 | 15.4 percent | 0.571 | 0.1875 | 5.26 % | 1.50 | plus half the chance of a tie | in the right order, a tie counted half")  # fmt: skip
test_all_programs_sort_the_same_apples = programs_give({
    "in two lists": dict.fromkeys(IN_TWO, {"wormy_scores": WORMY, "sound_scores": SOUND}),
    "in one": dict.fromkeys(["one_loss", "same_order", "exercises"], {"scores": SCORES.tolist(), "has_worm": HAS_WORM.tolist()}),
})  # fmt: skip


def mistakes(threshold):
    """The missed worms and the false alarms at one position of the dial."""
    missed = sum(score < threshold for score in WORMY)
    return missed, sum(score >= threshold for score in SOUND)


def points():
    """The points of the ROC curve, as fractions."""
    for threshold in [10, *sorted(set(SCORES.tolist()), reverse=True)]:
        missed, alarms = mistakes(threshold)
        yield Fraction(alarms, len(SOUND)), 1 - Fraction(missed, len(WORMY))


def test_the_four_outcomes_are_scikit_learns(gives):
    found = gives("four_outcomes", tp=3, fp=2, fn=1, tn=4)
    matrix = metrics.confusion_matrix(HAS_WORM, found["threshold"] <= SCORES)
    assert matrix.tolist() == [[4, 2], [1, 3]]
    gives("four_outcomes", tpr=Fraction(3, 4), fpr=exactly(Fraction(1, 3)))


def test_what_is_moved_has_the_rates_and_the_precision_of_scikit_learn(gives):
    found = gives("threshold", threshold=5.5, caught=300, missed=100, false_alarms=200, passed=400)
    says_worm = found["threshold"] <= SCORES
    gives("threshold", tpr=metrics.recall_score(HAS_WORM, says_worm), fpr=approx(1 / 3))
    # As many in a hundred have a worm as of the ten.
    assert found["worms"] == 100 * np.mean(HAS_WORM)
    gives("threshold", precision=metrics.precision_score(HAS_WORM, says_worm))
    across, up = map(set, zip(*points()))
    assert sorted(set(found["across"])) == approx(sorted(across)) and set(found["up"]) == up


def test_the_curve_goes_through_the_points_counted_by_hand(gives):
    across, up = map(list, zip(*points()))
    found = gives("roc", fpr=approx(across), tpr=approx(up))
    assert found["dial"][1:].tolist() == sorted(set(SCORES.tolist()), reverse=True)


def test_the_area_is_the_share_of_pairs_in_the_right_order(gives):
    pairs = [*product(WORMY, SOUND)]
    wins, ties = sum(w > s for w, s in pairs), sum(w == s for w, s in pairs)
    assert (wins, ties, len(pairs)) == (19, 1, 24)
    area = exactly((wins + Fraction(ties, 2)) / len(pairs))
    gives("area_in_two_ways", area=area, sklearn_area=area, share_of_pairs=area)
    gives("game", wins=19, ties=1, pairs=24, won=area)


def test_a_tie_counts_half_in_the_glossary_too(text_of):
    assert "where an equal score counts half" in text_of(address_with("\n# Glossary\n"))


def test_the_better_machines_alarms_are_mostly_false_by_bayes_rule(gives):
    worm, tpr, fpr = Fraction(1, 100), Fraction(9, 10), Fraction(1, 20)
    precision = worm * tpr / (worm * tpr + (1 - worm) * fpr)
    gives("rare_worms", precision_percent=exactly(100 * precision))


@pytest.mark.parametrize("name, price", [("equal", 1), ("high", 5)])
def test_prices_set_the_dial(gives, name, price):
    at = {dial: price * mistakes(dial)[0] + mistakes(dial)[1] for dial in range(12)}
    least = min(at.values())
    [best] = [dial for dial in at if at[dial] == least]
    gives("prices", **{f"{name}_best": best, f"{name}_least": least})


def test_from_the_limit_of_the_prices_on_an_alarm_is_the_cheaper_answer(gives):
    limit = Fraction(1, 6)
    found = gives("prices", chance_limit=exactly(limit))
    for chance in (Fraction(n, 60) for n in range(61)):
        alarm, silence = (1 - chance) * found["low_price"], chance * found["high_price"]
        assert (alarm <= silence) == (chance >= limit)


def test_l1_and_l2_of_yes_or_no_answers_are_the_share_of_wrong_ones(gives):
    [share] = {sum(mistakes(dial)) / len(SCORES) for dial in (9, 5, 3)}
    gives("one_loss", l1=share, l2=share)


@pytest.mark.parametrize("name, scale", [("l2", 10), ("timid_l2", 100)])
def test_ten_times_smaller_chances_keep_the_area_and_lose_in_l2(gives, name, scale):
    found = gives("same_order", timid_mean_chance=approx(0.048, rel=1e-14), worm_share=0.4)
    assert found["area"] == found["timid_area"] == approx(13 / 16)
    apples = zip(SCORES.tolist(), HAS_WORM.tolist())
    squares = [(Fraction(score, scale) - worm) ** 2 for score, worm in apples]
    assert found[name] == approx(sum(squares) / len(squares), rel=1e-14)


def test_the_answers_to_the_exercises_hold(gives):
    precision, swapped, even = map(approx, (4 / 7, 1 - 13 / 16, 100 * 5 / 95))
    gives("exercises", precision=precision, recall=1, swapped_area=swapped, even_percent=even)


def test_six_is_best_at_no_price(gives):
    (eight_miss, eight), (six_miss, six), (three_miss, three) = map(mistakes, (8, 6, 3))
    turning = Fraction(three - eight, eight_miss - three_miss)
    gives("exercises", turning_price=turning, six_wins=0)
    # Whatever the price is: six lies above the line between its neighbours on the left and right.
    assert six + turning * six_miss > eight + turning * eight_miss == three


@pytest.mark.parametrize("dial", ["10", "8", "5.5", "3", "0"])
def test_the_program_counts_at_any_position_of_the_dial(numbers, capsys, dial):
    numbers("sorter", dial)
    answer = capsys.readouterr().out
    missed, alarms = mistakes(float(dial))
    caught = " ".join(str(score) for score in WORMY if score >= float(dial))
    assert f"Worms caught: [{caught}] of [9 8 6 3]\n" in answer
    assert f"TPR {1 - missed / 4:.2f}, FPR {alarms / 6:.2f}" in answer
