from itertools import combinations

import numpy as np
from scipy.optimize import least_squares

intercept, slope = 1, 2


def slopes(day, height):
    """The slopes of the L1, Huber and L2 line, one of ten points spoilt."""
    x = np.append(np.arange(1, 10), day)
    y = intercept + slope * x
    y[-1] = height
    lines = []
    for i, j in combinations(range(10), 2):
        steep = (y[j] - y[i]) / (x[j] - x[i])
        misses = np.abs(y - y[i] - steep * (x - x[i]))
        lines.append((np.sum(misses), steep))
    huber = least_squares(
        lambda line: y - line[0] - line[1] * x, [0, 0], loss="huber"
    )
    return min(lines)[1], huber.x[1], np.polyfit(x, y, 1)[0]


print("spoilt point     L1   Huber      L2")
for day, height in [(10, 71), (50, 0), (50, 101)]:
    l1, huber, l2 = slopes(day, height)
    print(f"({day}, {height:3}) {l1:+9.2f} {huber:+7.2f} {l2:+7.2f}")

l1_high, huber_high, l2_high = slopes(10, 71)
l1_side, huber_side, l2_side = slopes(50, 0)
on_the_line = np.array(slopes(50, 101))
l1_stays = l1_high == slope
huber_moves_less = slope < huber_high < l2_high
both_go = max(l1_side, huber_side) < 0 < slope
none_goes_there = bool(np.all(np.abs(on_the_line - slope) < 1e-6))
