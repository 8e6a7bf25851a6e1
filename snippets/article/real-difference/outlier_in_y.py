from itertools import combinations

import matplotlib.pyplot as plt
import numpy as np

true_intercept, true_slope = 1, 2
x = np.arange(1.0, 11.0)
all_on_a_line = true_intercept + true_slope * x
one_too_high = all_on_a_line.copy()
one_too_high[4] = wild_height = 61


def l1_line(y):
    # Some line with the smallest L1 loss always passes through two points.
    lines = []
    for i, j in combinations(range(len(x)), 2):
        slope = (y[j] - y[i]) / (x[j] - x[i])
        lines.append((slope, y[i] - slope * x[i]))
    return min(lines, key=lambda line: np.abs(y - line[0] * x - line[1]).sum())


l1_slope, l1_intercept = l1_line(one_too_high)
l2_slope, l2_intercept = np.polyfit(x, one_too_high, 1)
l1_stays = l1_slope == true_slope and l1_intercept == true_intercept
l2_leaves = l2_slope < true_slope - 0.1

for name, slope, intercept in [
    ("L1", l1_slope, l1_intercept),
    ("L2", l2_slope, l2_intercept),
]:
    print(f"{name} line: height {intercept:5.2f} at x = 0, slope {slope:.2f}")

figure, axes = plt.subplots(figsize=(4.5, 2.9))
axes.plot(x, one_too_high, "o", color="C2")
axes.plot(x, l1_intercept + l1_slope * x, color="C0")
axes.plot(x, l2_intercept + l2_slope * x, "--", color="C1")
l2_height = l2_intercept + l2_slope * x[4]
axes.vlines(x[4], l2_height, wild_height, color="C2", linestyle=":")
axes.text(5.3, wild_height, "one too high", va="center")
axes.text(10, 33, "L2 is pulled up", color="C1", ha="right")
axes.text(10, 3, "L1 stays on nine points", color="C0", ha="right")
axes.set(title="One point too high pulls L2, not L1")
axes.set(xlabel="x", ylabel="y", ylim=(0, 66))
plt.show()
