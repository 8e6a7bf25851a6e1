from itertools import combinations

import numpy as np
from scipy.stats import linregress, theilslopes
from sklearn.linear_model import QuantileRegressor

eleven, error = np.arange(1, 12), 50
sixth_wrong = 2 * eleven + 1 + error * (eleven == 6)
l2 = linregress(eleven, sixth_wrong)
l2_slope, l2_lift = l2.slope, l2.intercept - 1
only_lifted = abs(l2_slope - 2) < 1e-9 and l2_lift > 1
print(f"day six wrong: slope {l2_slope:.4f}, lift {l2_lift:.4f}")

days = np.arange(1.0, 11.0)
l1 = QuantileRegressor(alpha=0, solver="highs")


def is_moved(spoilt):
    heights = 2 * days + 1
    heights[list(spoilt)] = 1_000_000
    l1.fit(days.reshape(-1, 1), heights)
    return abs(l1.coef_[0] - 2) > 0.001


pairs = list(combinations(range(10), 2))
triples = list(combinations(range(10), 3))
moved_by_pairs = sum(is_moved(pair) for pair in pairs)
moving = [triple for triple in triples if is_moved(triple)]
moved_by_triples = len(moving)
pair_count, triple_count = len(pairs), len(triples)
pairs_are_harmless = moved_by_pairs == 0
in_one_half = [max(three) < 5 or min(three) > 4 for three in moving]
with_an_end = [min(three) == 0 or max(three) == 9 for three in moving]
they_lean = bool(np.all(in_one_half)) and bool(np.all(with_an_end))
print(f"pairs: {moved_by_pairs} of {pair_count} move the L1 line")
print(f"triples: {moved_by_triples} of {triple_count}")

lever_days = np.append(days[:9], 50)
lever_heights = np.append(2 * days[:9] + 1, 0)
median_slope = theilslopes(lever_heights, lever_days).slope
honest = len(list(combinations(range(9), 2)))
print(f"{honest} of {pair_count} slopes are right")
print(f"median slope {median_slope:.4f}")
survives = abs(median_slope - 2) < 1e-9
