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

figure, panels = plt.subplots(2, sharex=True, sharey=True, figsize=(5, 5.6))
for axes, title, y in [
    (panels[0], "All on a line", all_on_a_line),
    (panels[1], "One too high", one_too_high),
]:
    l1, l2 = l1_line(y), np.polyfit(x, y, 1)
    print(f"{title}: L1 line {l1[1]:.2f} {l1[0]:+.2f} x,", end=" ")
    print(f"L2 line {l2[1]:.2f} {l2[0]:+.2f} x")
    axes.plot(x, y, "o", color="C2")
    axes.plot(x, np.polyval(l1, x), color="C0")
    axes.plot(x, np.polyval(l2, x), "--", color="C1")
    axes.set(title=title, ylabel="y")
panels[0].text(6.2, 5, "both lines are one")
panels[1].text(10, 30, "L2 line", color="C1", ha="right")
panels[1].text(10, 10, "L1 line", color="C0", ha="right")
panels[1].set(xlabel="x")
plt.show()
