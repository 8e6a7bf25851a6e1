"""The numbers of the page on accuracy, against fractions, scikit-learn and SciPy."""

import re
from fractions import Fraction
from statistics import NormalDist

import numpy as np
import pytest
from pytest import approx
from scipy.stats import pearsonr
from sklearn import metrics

from tests.conftest import parsed
from tests.mathematics.conftest import exactly, page_shows, programs_give
from tests.navigation import snippet_named

PAGE_WITH = "four_boxes.py"
TP, FP, FN, TN = 8, 12, 2, 978
THRESHOLDS = range(36, 71)
test_the_page_shows_these_figures = page_shows(
    "0.986 | 0.40 | 0.80 | 0.533 | 0.894 | 0.560 | 0.062 | 0.985 | 0.014 | 0.703",
    "precision nan | balanced accuracy 0.500 | MCC nan",  # where nothing is flagged
)
test_what_the_page_says_is_so = programs_give({
    "a sorter that passes all is right ninety-nine times in a hundred": {"four_boxes": dict(pass_all_accuracy=exactly(Fraction(99, 100)), pass_all_right=990, total=1000, wormy_count=10)},
    "the cost table adds up": {"best_thresholds": dict(pass_all_cost=10 * 30, flag_all_cost=990, camera_cost=2 * 30 + 12 * 1)},
})  # fmt: skip
TABLES = [(PAGE_WITH, ("wormy", TP, FN), ("sound", FP, TN))]
TABLES += [("threshold.py", ("have a worm", 300, 100), ("are sound", 200, 400))]


def labels(tp, fp, fn, tn):
    return np.repeat([1, 0, 1, 0], [tp, fp, fn, tn]), np.repeat([1, 1, 0, 0], [tp, fp, fn, tn])


def boxes(threshold):
    """The four boxes from Python's own normal law, one apple at a time."""

    def reach(count, mean):
        law = NormalDist(mean, 8)
        scores = (law.inv_cdf((i + 0.5) / count) for i in range(count))
        return sum(score >= threshold for score in scores)

    tp, fp = reach(10, 56), reach(990, 32)
    return tp, fp, 10 - tp, 990 - fp


def test_the_camera_finds_eight_of_ten_and_is_less_accurate(gives):
    assert boxes(50) == (TP, FP, FN, TN)
    found = gives("four_boxes", tp=TP, fp=FP, fn=FN, tn=TN, flagged=20, passed=980)
    gives("four_boxes", right=986, wrong=14, total=1000)
    assert found["accuracy"] < found["pass_all_accuracy"]


@pytest.mark.parametrize("program, wormy, sound", TABLES)
def test_both_pages_have_the_truth_in_the_rows_of_the_table(published_site, program, wormy, sound):
    table = parsed(published_site, snippet_named(program).parent).article.table
    for row, (name, *counts) in zip(table.select("tr")[1:3], (wormy, sound)):
        shown, *cells = (cell.text for cell in row.select("td"))
        assert (shown, [int(re.search(r"\d+", cell)[0]) for cell in cells[:2]]) == (name, counts)


@pytest.mark.parametrize("name", ["accuracy", "precision", "recall", "f1", "balanced_accuracy"])
def test_each_score_is_what_scikit_learn_says(gives, name):
    score = getattr(metrics, f"{name}_score")
    gives("six_scores", **{name: exactly(score(*labels(TP, FP, FN, TN)))})


def test_the_matthews_correlation_is_the_correlation_of_two_columns(gives):
    exact = pearsonr(*labels(TP, FP, FN, TN)).statistic
    found = gives("six_scores", mcc=approx(exact, rel=1e-12), agreement=7800)
    assert found["scale"] ** 2 == approx(20 * 10 * 990 * 980)


def test_the_harmonic_mean_forgives_no_weakness(gives):
    f1, mean = approx(Fraction(20, 1010), rel=1e-12), approx(Fraction(101, 200))
    gives("from_scikit_learn", flag_all_f1=f1, camera_f1=approx(8 / 15), flag_all_mean=mean)


def test_the_cheapest_threshold_is_found_by_counting_apples(gives):
    counts = [boxes(threshold) for threshold in THRESHOLDS]
    costs = [30 * fn + fp for _, fp, fn, _ in counts]
    best = THRESHOLDS[costs.index(min(costs))]
    tp, fp, fn, tn = boxes(best)
    gives("every_threshold", costs=costs, cheapest_from=best, cheapest_cost=min(costs))
    gives("every_threshold", cheapest_tp=tp, cheapest_fp=fp, cheapest_fn=fn, cheapest_tn=tn)
    gives("every_threshold", cost=72, pass_all_cost=costs[-1], cheapest_accuracy=approx(0.969))
    gives("best_thresholds", least_cost=60, precision=approx(Fraction(9, 39)))


def test_each_score_picks_another_threshold(gives):
    truths = [labels(*boxes(threshold)) for threshold in THRESHOLDS]
    scores = metrics.accuracy_score, metrics.f1_score, metrics.balanced_accuracy_score
    picked = [int(np.argmax([score(*truth) for truth in truths])) for score in scores]
    names = dict(zip(("by_accuracy", "by_f1", "by_balanced"), picked))
    gives("best_thresholds", by_cost=47 - 36, **names)
    # The most accurate camera misses half of the worms.
    gives("best_thresholds", accuracy_caught=5, accuracy_cost=5 * 30 + 1)
    gives("best_thresholds", cost_caught=9, least_cost=30 + 30)


@pytest.mark.parametrize("name, one_in", [("clean", 1000), ("our", 100), ("old", 10), ("wild", 2)])
def test_precision_follows_bayes_and_recall_stays(gives, name, one_in):
    share = Fraction(1, one_in)
    caught = share * Fraction(8, 10)
    exact = caught / (caught + (1 - share) * Fraction(12, 990))
    gives("exercises", recall=0.8, **{f"{name}_precision": approx(exact, rel=1e-12)})


def test_f1_does_not_see_the_apples_rightly_passed_and_correlation_has_no_favourite(numbers):
    counts = (TP, FP, FN, TN), (TP, FP, FN, TN + 9000), (TN, FN, FP, TP)
    found, more, swapped = (numbers("six_scores", *map(str, each)) for each in counts)
    assert found["accuracy"] < more["accuracy"] == approx(Fraction(9986, 10000))
    assert more["f1"] == found["f1"]
    assert swapped["f1"] == approx(Fraction(2 * 978, 2 * 978 + 14))
    assert swapped["mcc"] == approx(found["mcc"], rel=1e-12)
    assert swapped["accuracy"] == found["accuracy"]


def test_average_precision_is_a_mean_at_the_worms_and_the_roc_area_a_share_of_pairs(gives):
    laws = (NormalDist(56, 8), 10), (NormalDist(32, 8), 990)
    wormy, sound = ([law.inv_cdf((i + 0.5) / n) for i in range(n)] for law, n in laws)
    alarms = [sum(score >= worm for score in sound) for worm in sorted(wormy, reverse=True)]
    mean = sum(Fraction(caught, caught + false) for caught, false in enumerate(alarms, 1)) / 10
    won = Fraction(sum(990 - false for false in alarms), 9900)
    found = gives("precision_recall", average_precision=approx(mean, rel=1e-14), area=approx(won))
    assert found["last_alarms"] == alarms[-1] == 87 and found["blind"] == approx(0.01)
    assert found["last_precision"] == approx(10 / 97) and found["last_fpr"] == approx(87 / 990)


def test_the_three_averages_are_scikit_learns_and_micro_is_the_accuracy(gives):
    by_hand = [Fraction(2 * 66, 76 + 70), Fraction(2 * 13, 18 + 20), Fraction(2 * 4, 6 + 10)]
    macro, weighted = sum(by_hand) / 3, np.dot(by_hand, [70, 20, 10]) / 100
    found = gives("three_kinds", f1=approx(by_hand), macro=approx(macro), weighted=approx(weighted))
    is_kind, is_said = np.indices((3, 3)).reshape(2, 9).repeat(found["counts"].ravel(), axis=1)
    for average in "macro", "weighted", "micro":
        assert found[average] == approx(metrics.f1_score(is_kind, is_said, average=average))
    assert found["micro"] == metrics.accuracy_score(is_kind, is_said) == 83 / 100


def test_for_labels_l1_and_l2_are_both_the_error_rate(gives):
    wrong = approx(Fraction(14, 1000), rel=1e-12)
    gives("labels_as_numbers", mae=wrong, mse=wrong, error_rate=wrong)
    wormy, answers = np.repeat([1, 0], [10, 990]), np.linspace(0, 1, 1001)
    l1, l2 = (np.abs(answers[:, None] - wormy) ** power for power in (1, 2))
    l1_best, l2_best = (approx(answers[np.argmin(loss.sum(axis=1))]) for loss in (l1, l2))
    gives("labels_as_numbers", l1_answer=l1_best, l2_answer=l2_best)


def test_the_exercises_have_these_answers(gives):
    found = gives("exercises", one_in=approx(67), coin=0.5)
    share, price = found["even_share"], found["even_price"]
    # s · 8/10 = (1 - s) · 12/990
    assert share * 0.8 == approx((1 - share) * 12 / 990)
    assert 10 * price == approx(2 * price + 12)
