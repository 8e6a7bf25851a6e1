from itertools import combinations

import numpy as np

true_intercept, true_slope = 1, 2
x = np.arange(1.0, 11.0)
y = true_intercept + true_slope * x
y[4] = wild_height = 61


def sum_of_absolute_errors(line):
    intercept, slope = line
    return np.sum(np.abs(y - intercept - slope * x))


# Some line with the smallest L1 loss always passes through two of the points.
lines = []
for first, second in combinations(range(len(x)), 2):
    slope = (y[second] - y[first]) / (x[second] - x[first])
    lines.append((y[first] - slope * x[first], slope))
l1_intercept, l1_slope = min(lines, key=sum_of_absolute_errors)
l2_slope, l2_intercept = np.polyfit(x, y, 1)
print(f"true line: {true_intercept:.2f} {true_slope:+.2f} x")
print(f"L1 line: {l1_intercept:.2f} {l1_slope:+.2f} x")
print(f"L2 line: {l2_intercept:.2f} {l2_slope:+.2f} x")
