"""The numbers of the page on accuracy, against fractions, scikit-learn and SciPy."""

import math
from fractions import Fraction
from statistics import NormalDist

import numpy as np
import pytest
from bs4 import BeautifulSoup
from scipy.stats import pearsonr
from sklearn import metrics
from sklearn.exceptions import UndefinedMetricWarning

FOLDER = "related/beyond-accuracy"
TP, FP, FN, TN = 8, 12, 2, 978


@pytest.fixture(autouse=True)
def no_arguments(monkeypatch):
    """Let a program that reads its command line find none."""
    monkeypatch.setattr("sys.argv", ["program.py"])


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


def test_a_sorter_that_passes_all_is_right_ninety_nine_times_in_a_hundred(numbers):
    found = numbers(f"{FOLDER}/pass_all")
    assert found["accuracy"] == pytest.approx(float(Fraction(99, 100)), rel=1e-15)
    assert found["wormy_share"] == pytest.approx(1 - found["accuracy"])
    assert (found["found"], found["right_count"], found["apple_count"]) == (0, 990, 1000)


def test_the_camera_finds_eight_of_ten_and_is_less_accurate(numbers):
    found = numbers(f"{FOLDER}/four_boxes")
    assert boxes(50) == (TP, FP, FN, TN)
    assert (found["tp"], found["fp"], found["fn"], found["tn"]) == (TP, FP, FN, TN)
    assert (found["right"], found["wrong"], found["total"]) == (986, 14, 1000)
    assert (found["flagged"], found["passed"]) == (20, 980)
    assert found["accuracy"] < numbers(f"{FOLDER}/pass_all")["accuracy"]


def test_both_pages_have_the_truth_in_the_rows_of_the_table_as_scikit_learn_has(published_site):
    (tn, fp), (fn, tp) = metrics.confusion_matrix(*labels(TP, FP, FN, TN)).tolist()
    assert (tp, fp, fn, tn) == (TP, FP, FN, TN)
    first = {FOLDER: (["wormy", tp, fn], ["sound", fp, tn])}
    first["related/tpr-vs-fpr"] = (["has a worm", 3, 1], ["is sound", 2, 4])
    for page, expected in first.items():
        html = (published_site / page / "index.html").read_text("utf-8")
        table = BeautifulSoup(html, "html.parser").article.table
        rows = [[cell.text for cell in row.select("td")] for row in table.select("tr")[1:3]]
        for (name, *counts), (shown, *cells) in zip(expected, rows):
            assert shown == name
            assert [int(cell.split()[0]) for cell in cells[:2]] == counts


def test_a_rate_within_a_class_does_not_change_with_the_share_of_the_class():
    # Each apple of a class twice: the share doubles, and both rates stay.
    for wormy_times, sound_times in [(1, 1), (1, 10), (50, 1)]:
        counts = TP * wormy_times, FP * sound_times, FN * wormy_times, TN * sound_times
        truth, flagged = labels(*counts)
        assert metrics.recall_score(truth, flagged) == pytest.approx(TP / (TP + FN))
        specificity = metrics.recall_score(truth, flagged, pos_label=0)
        assert 1 - specificity == pytest.approx(FP / (FP + TN))


@pytest.mark.parametrize(
    "name, score, exact",
    [
        ("accuracy", metrics.accuracy_score, Fraction(986, 1000)),
        ("precision", metrics.precision_score, Fraction(2, 5)),
        ("recall", metrics.recall_score, Fraction(4, 5)),
        ("f1", metrics.f1_score, Fraction(8, 15)),
        (
            "balanced_accuracy",
            metrics.balanced_accuracy_score,
            (Fraction(4, 5) + Fraction(978, 990)) / 2,
        ),
    ],
)
def test_each_score_is_the_fraction_and_what_scikit_learn_says(numbers, name, score, exact):
    found = numbers(f"{FOLDER}/six_scores")[name]
    assert found == pytest.approx(float(exact), rel=1e-15)
    assert found == pytest.approx(score(*labels(TP, FP, FN, TN)), rel=1e-15)


def test_the_matthews_correlation_is_the_correlation_of_two_columns(numbers):
    found = numbers(f"{FOLDER}/six_scores")
    wormy, flagged = labels(TP, FP, FN, TN)
    assert found["mcc"] == pytest.approx(pearsonr(wormy, flagged).statistic, rel=1e-12)
    assert found["mcc"] == pytest.approx(metrics.matthews_corrcoef(wormy, flagged), rel=1e-12)
    assert found["agreement"] == 7800
    assert found["scale"] ** 2 == pytest.approx(20 * 10 * 990 * 980)
    assert pearsonr(wormy, wormy).statistic == pytest.approx(1)
    assert pearsonr(wormy, 1 - wormy).statistic == pytest.approx(-1)


def test_where_nothing_is_flagged_precision_and_correlation_have_no_value(text_of):
    wormy, flagged = labels(0, 0, 10, 990)
    score = metrics.precision_score(wormy, flagged, zero_division=math.nan)
    assert math.isnan(score)
    assert metrics.matthews_corrcoef(wormy, flagged) == 0
    text = text_of(FOLDER)
    for line in ["precision nan", "balanced accuracy 0.500", "MCC nan"]:
        assert line in text


def test_the_harmonic_mean_forgives_no_weakness(numbers):
    found = numbers(f"{FOLDER}/two_means")
    assert found["flag_all_f1"] == pytest.approx(float(Fraction(20, 1010)), rel=1e-12)
    assert found["flag_all_f1"] == pytest.approx(metrics.f1_score(*labels(10, 990, 0, 0)))
    assert found["flag_all_f1"] < 2 * min(found["flag_all"])
    assert found["flag_all_mean"] == pytest.approx(float(Fraction(101, 200)))
    assert found["camera_f1"] == pytest.approx(float(Fraction(8, 15)))


def test_the_cheapest_threshold_is_found_by_counting_apples(numbers):
    found = numbers(f"{FOLDER}/every_threshold")
    costs = {}
    for threshold in range(36, 65):
        tp, fp, fn, _ = boxes(threshold)
        costs[threshold] = 30 * fn + fp
        at = threshold - 36
        assert found["cost"][at] == costs[threshold]
        assert found["precision"][at] == pytest.approx(tp / (tp + fp))
        assert found["recall"][at] == pytest.approx(tp / 10)
    assert found["best_threshold"] == min(costs, key=costs.get)
    assert found["least_cost"] == min(costs.values()) == 60
    assert found["best_precision"] < 0.5


def test_each_score_picks_another_threshold(numbers):
    found = numbers(f"{FOLDER}/best_thresholds")
    thresholds = list(range(36, 65))
    truths = [labels(*boxes(threshold)) for threshold in thresholds]
    picked = []
    for index, score in [
        ("by_accuracy", metrics.accuracy_score),
        ("by_f1", metrics.f1_score),
        ("by_balanced", metrics.balanced_accuracy_score),
    ]:
        best = int(np.argmax([score(*truth) for truth in truths]))
        assert found[index] == best
        picked.append(best)
    assert found["by_cost"] == 47 - 36
    assert len({*picked, 47 - 36}) == 4
    # The most accurate camera misses half of the worms.
    assert (found["accuracy_caught"], found["accuracy_cost"]) == (5, 5 * 30 + 1)
    assert (found["cost_caught"], found["least_cost"]) == (9, 30 + 30)


def test_the_cost_table_adds_up(numbers):
    found = numbers(f"{FOLDER}/costs")
    assert found["pass_all_cost"] == 10 * 30
    assert found["flag_all_cost"] == 990
    assert found["camera_cost"] == 2 * 30 + 12 * 1 == 72


def test_precision_follows_bayes_and_recall_stays(numbers):
    found = numbers(f"{FOLDER}/other_orchards")
    for name, share in [
        ("clean_precision", Fraction(1, 1000)),
        ("our_precision", Fraction(1, 100)),
        ("old_precision", Fraction(1, 10)),
        ("wild_precision", Fraction(1, 2)),
    ]:
        caught = share * Fraction(8, 10)
        exact = caught / (caught + (1 - share) * Fraction(12, 990))
        assert found[name] == pytest.approx(float(exact), rel=1e-12)
    assert found["our_precision"] == pytest.approx(0.4)
    assert found["recall"] == 0.8


def test_f1_does_not_see_the_apples_rightly_passed_and_correlation_has_no_favourite(numbers):
    found = numbers(f"{FOLDER}/unseen_boxes")
    assert found["more_f1"] == found["f1"]
    assert found["more_accuracy"] == pytest.approx(float(Fraction(9986, 10000)))
    assert found["swapped_f1"] == pytest.approx(float(Fraction(2 * 978, 2 * 978 + 14)))
    assert found["swapped_mcc"] == pytest.approx(found["mcc"], rel=1e-12)
    assert found["swapped_accuracy"] == found["accuracy"]


def test_for_labels_l1_and_l2_are_both_the_error_rate(numbers):
    found = numbers(f"{FOLDER}/labels_as_numbers")
    for name in ["mae", "mse", "error_rate"]:
        assert found[name] == pytest.approx(float(Fraction(14, 1000)), rel=1e-12)
    wormy = np.repeat([1, 0], [10, 990])
    answers = np.linspace(0, 1, 1001)
    l1 = [np.mean(np.abs(wormy - answer)) for answer in answers]
    l2 = [np.mean((wormy - answer) ** 2) for answer in answers]
    assert found["l1_answer"] == answers[np.argmin(l1)] == 0
    assert found["l2_answer"] == pytest.approx(answers[np.argmin(l2)])


def test_the_exercises_have_these_answers(numbers):
    found = numbers(f"{FOLDER}/exercises")
    share = found["even_share"]
    # s · 8/10 = (1 - s) · 12/990
    assert share * 0.8 == pytest.approx((1 - share) * 12 / 990)
    assert found["one_in"] == pytest.approx(67)
    price = found["even_price"]
    assert 10 * price == pytest.approx(2 * price + 12)
    assert found["coin"] == 0.5


def test_the_page_shows_these_figures(text_of):
    text = text_of(FOLDER)
    for figure in ["0.986", "0.40", "0.80", "0.533", "0.894", "0.560", "0.062", "0.985", "0.014"]:
        assert figure in text


def test_scikit_learn_warns_and_says_zero_for_a_precision_without_value():
    with pytest.warns(UndefinedMetricWarning):
        assert metrics.precision_score(*labels(0, 0, 10, 990)) == 0
