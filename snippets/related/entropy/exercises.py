import numpy as np
from scipy.stats import entropy
from sklearn.metrics import log_loss


def best_questions(chances):
    groups, asked = sorted(chances), 0
    while len(groups) > 1:
        both = groups[0] + groups[1]
        groups = sorted([both, *groups[2:]])
        asked += both
    return asked


six = np.full(6, 1 / 6)
six_kinds, mean_depth = entropy(six, base=2), best_questions(six)
more_than_bits = six_kinds < mean_depth < 3
print(f"six kinds: {six_kinds:.4f} bits, {mean_depth:.4f} questions")

apples, pears = 3, 1
basket = np.array([apples, pears]) / (apples + pears)
pairs = np.kron(basket, basket)
pair_questions = best_questions(pairs)
per_fruit = pair_questions / 2
per_fruit_of_three = best_questions(np.kron(basket, pairs)) / 3
bits = entropy(basket, base=2)
comes_closer = bits < per_fruit_of_three < per_fruit < 1
print(f"two fruits: {pair_questions:.4f} questions, {per_fruit:.4f} each")

half = np.full(2, 1 / 2)
one_way = entropy(basket, half, base=2)
other_way = entropy(half, basket, base=2)
ways_differ = one_way < other_way
print(f"divergence {one_way:.4f}, the other way round {other_way:.4f}")

classes = 10
ignorant_nats, ignorant_bits = np.log(classes), np.log2(classes)
same_chances = np.full((classes, classes), 1 / classes)
reported = log_loss(range(classes), same_chances)
reports_nats = abs(reported - ignorant_nats) < 1e-9
print(f"ten kinds: {ignorant_nats:.4f} nats, {ignorant_bits:.4f} bits")

is_wormy = np.array([1, 0, 0, 1])
soft_or_not, red_or_not = np.array([[1, 1, 0, 0], [1, 0, 1, 0]])


def gain(answers):
    groups = [is_wormy[answers == answer] for answer in set(answers)]
    left = [entropy(np.bincount(group), base=2) for group in groups]
    return entropy([1, 1], base=2) - np.mean(left)


alone_gain = max(gain(soft_or_not), gain(red_or_not))
together = gain(2 * soft_or_not + red_or_not)
only_together = alone_gain < 1e-9 < together
print(f"alone {alone_gain:.0f} bits, together {together:.0f}")
