from itertools import combinations

import matplotlib.pyplot as plt
import numpy as np

true_intercept, true_slope = 1, 2
x = np.arange(1.0, 11.0)
y = true_intercept + true_slope * x
x[9], y[9] = 50, 0


def sum_of_absolute_errors(line):
    intercept, slope = line
    return np.sum(np.abs(y - intercept - slope * x))


lines = []
for first, second in combinations(range(len(x)), 2):
    slope = (y[second] - y[first]) / (x[second] - x[first])
    lines.append((y[first] - slope * x[first], slope))
l1_intercept, l1_slope = min(lines, key=sum_of_absolute_errors)
l2_slope, l2_intercept = np.polyfit(x, y, 1)
true_loss = sum_of_absolute_errors((true_intercept, true_slope))
l1_loss = sum_of_absolute_errors((l1_intercept, l1_slope))
l2_loss = sum_of_absolute_errors((l2_intercept, l2_slope))
print("line           formula        sum of errors")
print(
    f"true line   {true_intercept:6.2f} {true_slope:+.2f} x {true_loss:13.2f}"
)
print(f"L1 line     {l1_intercept:6.2f} {l1_slope:+.2f} x {l1_loss:13.2f}")
print(f"L2 line     {l2_intercept:6.2f} {l2_slope:+.2f} x {l2_loss:13.2f}")

figure, axes = plt.subplots()
ends = np.array([0, 52])
axes.plot(x, y, "o", color="C2")
axes.plot(ends, l1_intercept + l1_slope * ends, color="C0")
axes.plot(ends, l2_intercept + l2_slope * ends, "--", color="C1")
axes.plot(x[:9], true_intercept + true_slope * x[:9], ":", color="C2")
axes.text(10, 18, "true line")
axes.text(30, 2, "L1 line", color="C0")
axes.text(30, 8.5, "L2 line", color="C1")
axes.text(48.5, -0.6, "far out in x", ha="right")
axes.set(
    title="One point far out in x pulls both lines", xlabel="x", ylabel="y"
)
plt.show()
