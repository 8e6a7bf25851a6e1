"""The numbers of "Entropy", against closed forms, SciPy, scikit-learn and trees of questions."""

import math
from fractions import Fraction
from functools import cache
from itertools import combinations

import numpy as np
import pytest
from pytest import approx
from scipy.special import rel_entr
from scipy.stats import entropy
from sklearn.metrics import mutual_info_score

from tests.mathematics.conftest import page_shows, programs_give

PAGE_WITH = "basket.py"
LN2 = math.log(2)
# Of three apples and a pear: 2 - (3/4) log2 3 bits.
THREE_TO_ONE = 2 - 0.75 * math.log2(3)
ENTROPY = approx(THREE_TO_ONE, rel=1e-14)
CROSS_ENTROPY = -(3 * math.log(0.9) + math.log(0.1)) / 4
NATS, BITS = approx(CROSS_ENTROPY, rel=1e-14), approx(CROSS_ENTROPY / LN2, rel=1e-14)
EPSILON = np.finfo(float).eps
test_the_page_shows_the_figures = page_shows(
    "1.75 | 0.811 | 0.0625 | 0.47 | 0.9445 | 0.1332 | 0.6547 | 0.6931 | 9.01 | -0.9975 | -0.0049",
    "2.585 | 2.667 | 2.303 | 0.1887 | 0.2075 | 0.8438 | 0.549",
    # The constants are the same for all forecasts: half of 50 and half of log 2π; 20/3 and log 2.
    f"Gaussian {25 + math.log(2 * math.pi) / 2:.3f} = 25.000 + 0.919",
    f"Laplace {20 / 3 + LN2:.3f} = 6.667 + 0.693",
    # His paper names the mean, entropy; what is averaged was called surprise later.
    "Shannon named this mean entropy",
)
test_what_the_page_says_is_so = programs_give({
    "the entropy of three to one has a closed form": {"surprise": dict(mean_surprise=ENTROPY, scipy_entropy=ENTROPY, fair=1, certain=0)},
    "the loss of four fruits is the cross-entropy in nats": {"log_loss_of_four": dict(nats=NATS, sklearn_nats=NATS, bits=BITS, nats_of_a_bit=LN2), "wrong_belief": dict(cross_entropy=BITS, basket_entropy=ENTROPY)},
    "the impossible costs without limit and the library hides it": {"never": dict(divergence=math.inf, clipped_chance=approx(EPSILON, rel=1e-12), clipped_loss=approx(-math.log(EPSILON) / 4, rel=1e-12))},
})  # fmt: skip
QUESTIONS = "hole", "soft", "red"
BASKETS = (4, 2, 1, 1), (3, 1), (9, 3, 3, 1), (1,) * 6, (1,) * 8, (5, 5, 4, 3, 2, 1), (7,)


@cache
def fewest_questions(counts):
    """The least sum of questions, each fruit counted, over every tree: tried one by one."""
    if len(counts) == 1:
        return 0
    places = range(len(counts))
    splits = [set(s) for size in range(1, len(counts)) for s in combinations(places, size)]
    return sum(counts) + min(
        fewest_questions(tuple(sorted(counts[i] for i in places if i in yes)))
        + fewest_questions(tuple(sorted(counts[i] for i in places if i not in yes)))
        for yes in splits
    )


def test_a_chance_halved_so_often_is_so_many_bits(gives):
    found = gives("surprise", pear_surprise=2, twice_surprise=4, twice_chance=Fraction(1, 16))
    assert found["base"] ** -found["pear_surprise"] == found["pear_chance"]
    assert found["base"] ** -found["apple_surprise"] == approx(0.75, rel=1e-15)


def test_the_drawn_curve_is_that_of_a_yes_or_no(gives):
    one_in_ten = approx(math.log2(10) - 1.8 * math.log2(3))
    found = gives("yes_or_no", one_in_four=approx(THREE_TO_ONE), half=approx(1))
    assert found["one_in_ten"] == one_in_ten
    curve = found["bits"](found["chances"])
    assert curve.max() == curve[20] == 1 and found["chances"][20] == 0.5
    assert curve == approx(curve[::-1])


def test_each_fruit_takes_as_many_questions_as_it_has_bits(numbers):
    found = numbers("questions")
    assert found["surprises"].tolist() == found["questions"].tolist() == [1, 2, 3, 3]
    assert found["mean_questions"] == found["mean_surprise"] == Fraction(7, 4)
    assert found["mean_questions"] == Fraction(fewest_questions((1, 1, 2, 4)), 8)


@pytest.mark.parametrize("counts", BASKETS)
def test_the_program_finds_the_fewest_questions_from_entropy_to_one_more(numbers, capsys, counts):
    numbers("basket", *map(str, counts))
    words = capsys.readouterr().out.split()
    bits, questions = float(words[1]), float(words[6])
    shares = np.array(counts) / sum(counts)
    assert bits == approx(-np.sum(shares * np.log2(shares)), abs=5e-5)
    assert questions == approx(fewest_questions(tuple(sorted(counts))) / sum(counts), abs=5e-5)
    assert bits <= questions < bits + 1


def test_a_gain_is_the_information_that_answer_and_truth_share(gives):
    found = gives("ask_first", before=1)
    for name in QUESTIONS:
        shared = mutual_info_score(found["wormy"], found[name]) / LN2
        assert found[f"{name}_gain"] == approx(shared, abs=1e-15)
    # The hole leaves five apples, one of them wormy.
    gives("same_tree", rest_bits=approx(math.log2(5) - 8 / 5))
    shared = mutual_info_score(range(4), [0, 1, 1, 0]) / LN2
    gives("exercises", alone_gain=0, together=approx(shared))


def test_no_tree_of_these_questions_needs_fewer_than_the_one_that_asks_what_gains_most(gives):
    found = gives("same_tree", hole_first=Fraction(13, 8), soft_first=Fraction(14, 8))

    def fewest(apples):
        if len({apple[-1] for apple in apples}) == 1:
            return 0
        answers = [([a for a in apples if a[q]], [a for a in apples if not a[q]]) for q in range(3)]
        return len(apples) + min(fewest(yes) + fewest(no) for yes, no in answers if yes and no)

    apples = np.column_stack([found[name] for name in (*QUESTIONS, "wormy")])
    assert fewest(apples.tolist()) == 13


@pytest.mark.parametrize("share", [0, 0.01, 0.25, 0.5, 0.75, 1])
def test_the_mean_surprise_of_a_belief_is_scipys_entropy_and_its_divergence(numbers, share):
    found, basket = numbers("wrong_belief"), [share, 1 - share]
    mean_surprise = found["mean_surprise"]
    assert found["divergence"] == approx(entropy([0.75, 0.25], [0.9, 0.1], base=2), rel=1e-13)
    assert mean_surprise(share, share) == approx(entropy(basket, base=2), rel=1e-13)
    for belief in (0.01, 0.25, 0.5, 0.9):
        divergence = entropy(basket, [belief, 1 - belief], base=2)
        expected = entropy(basket, base=2) + divergence
        assert mean_surprise(share, belief) == approx(expected, rel=1e-13)
        # The cross-entropy of one belief is a line that touches the curve of entropy there.
        ends = mean_surprise(0, belief), mean_surprise(1, belief)
        assert mean_surprise(share, belief) == approx(np.dot(basket[::-1], ends), rel=1e-13)
        assert (divergence == approx(0, abs=1e-15)) == (share == belief)


def test_cross_entropy_and_l2_are_proper_and_l1_is_not(numbers):
    found = numbers("best_belief")
    assert found["cross_entropy_best"] == found["l2_best"] == 0.75
    assert found["cross_entropy_least"] == approx(THREE_TO_ONE * LN2)
    assert found["l2_least"] == approx(3 / 16)
    # The mean L1 loss is 3/4 - q/2: a falling line.
    assert found["l1"] == approx(0.75 - found["beliefs"] / 2)
    assert (found["l1_best"], found["l1_least"]) == (1, 0.25)


def test_the_slope_in_the_score_is_chance_minus_outcome(gives):
    chance = 1 / (1 + math.exp(6))
    losses = {"surprise": -math.log(chance), "squared": (1 - chance) ** 2, "chance": chance}
    slopes = {"squared": 2 * (chance - 1) * chance * (1 - chance), "cross_entropy": chance - 1}
    gives("slopes", **{name: approx(loss, rel=1e-14) for name, loss in losses.items()})
    exact = {f"{name}_slope": approx(slope, rel=1e-9) for name, slope in slopes.items()}
    found = gives("slopes", **exact)
    # A score ten times as bad costs ten times as much, to a thousandth.
    assert found["cross_entropy"](-60) / found["surprise"] == approx(10, rel=1e-3)


def test_noise_gives_the_loss_and_a_constant(gives):
    gauss = math.log(2 * math.pi) / 2
    found = gives("noise_gives_the_loss", rest=approx([gauss] * 3), laplace_rest=approx([LN2] * 3))
    # The last errors are all zero, so the constants are what is left.
    assert (found["gaussian"][-1], found["laplacian"][-1]) == approx((gauss, LN2))


def test_the_answers_to_the_exercises_hold(gives):
    basket, belief = [0.75, 0.25], [0.5, 0.5]
    gives("exercises", ignorant_nats=approx(math.log(10)), ignorant_bits=approx(math.log2(10)))
    depth = approx(fewest_questions((1,) * 6) / 6)
    gives("exercises", six_kinds=approx(math.log2(6)), mean_depth=depth)
    one, other = rel_entr(basket, belief).sum() / LN2, rel_entr(belief, basket).sum() / LN2
    gives("exercises", one_way=approx(one), other_way=approx(other))


def test_asking_for_several_fruits_at_once_comes_ever_closer_to_the_entropy(gives):
    two = Fraction(fewest_questions((1, 3, 3, 9)), 16 * 2)
    three = Fraction(fewest_questions((1, 3, 3, 3, 9, 9, 9, 27)), 64 * 3)
    gives("exercises", per_fruit=two, per_fruit_of_three=approx(three))
    assert THREE_TO_ONE < three < two
