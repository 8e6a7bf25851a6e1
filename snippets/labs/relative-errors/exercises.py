from itertools import combinations

import numpy as np

trees = np.array([10, 20, 40, 80, 320])


def mape(actual, forecast):
    return np.mean(np.abs(actual - forecast) / actual)


def best_forecast(actual):
    tries = np.arange(1, 321)
    return tries[np.argmin([mape(actual, each) for each in tries])]


# One friend says half of each harvest, another one double.
half, double = mape(trees, trees / 2), mape(trees, trees * 2)
half_off = np.mean(np.abs(np.log2(trees / 2 / trees)))
double_off = np.mean(np.abs(np.log2(trees * 2 / trees)))
print(f"half:   MAPE {half:.0%}, {half_off:.0f} doubling off")
print(f"double: MAPE {double:.0%}, {double_off:.0f} doubling off")
mape_likes_half = half < double
equally_far = half_off == double_off

# A forecast of nothing, and two trees at a time.
nothing = mape(trees, 0)
print(f"nothing: MAPE {nothing:.0%}")
pairs = np.array([*combinations(trees, 2)])
bests = [best_forecast(pair) for pair in pairs]
for pair, best in zip(pairs, bests):
    print(f"trees of {pair[0]} and {pair[1]}: best {best}")
always_the_poorer = np.all(bests == np.min(pairs, axis=1))
