import numpy as np
from scipy.stats import entropy

six_kinds = entropy([1] * 6, base=2)
mean_depth = (2 * 2 + 4 * 3) / 6
print(f"six kinds: {six_kinds:.4f} bits, {mean_depth:.4f} questions")

pair_chances = np.array([9, 3, 3, 1]) / 16
pair_questions = np.sum(pair_chances * [1, 2, 3, 3])
per_fruit = pair_questions / 2
print(f"two fruits: {pair_questions:.4f} questions, {per_fruit:.4f} each")

one_way = entropy([0.75, 0.25], [0.5, 0.5], base=2)
other_way = entropy([0.5, 0.5], [0.75, 0.25], base=2)
print(f"divergence {one_way:.4f}, the other way round {other_way:.4f}")

classes = 10
ignorant_nats = np.log(classes)
ignorant_bits = np.log2(classes)
print(f"ten kinds: {ignorant_nats:.4f} nats, {ignorant_bits:.4f} bits")
