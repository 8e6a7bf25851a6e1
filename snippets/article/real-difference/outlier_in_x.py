from itertools import combinations

import matplotlib.pyplot as plt
import numpy as np

true_intercept, true_slope = 1, 2
far_out, wild_height = 50, 0
x = np.append(np.arange(1.0, 10.0), far_out)
line = true_intercept + true_slope * x
y = np.append(line[:9], wild_height)


def sum_of_errors(y, intercept, slope):
    return np.sum(np.abs(y - intercept - slope * x))


def l1_line(y):
    lines = []
    for i, j in combinations(range(len(x)), 2):
        slope = (y[j] - y[i]) / (x[j] - x[i])
        lines.append((y[i] - slope * x[i], slope))
    return min(lines, key=lambda found: sum_of_errors(y, *found))


l1_intercept, l1_slope = l1_line(y)
l2_slope, l2_intercept = np.polyfit(x, y, 1)
true_loss = sum_of_errors(y, true_intercept, true_slope)
l1_loss = sum_of_errors(y, l1_intercept, l1_slope)
print("line          formula      sum of errors")
print(f"true line  {true_intercept:6.2f} {true_slope:+.2f} x {true_loss:12.2f}")
print(f"L1 line    {l1_intercept:6.2f} {l1_slope:+.2f} x {l1_loss:12.2f}")
print(f"L2 line    {l2_intercept:6.2f} {l2_slope:+.2f} x")
through_it = abs(y[-1] - l1_intercept - l1_slope * far_out) < 1e-9
l1_goes = l1_slope < 0 < true_slope
costs_more = true_loss > l1_loss

# A point as far out, but at the height where the line is.
on_line = line[-1]
l1_there, l2_there = l1_line(line)[1], np.polyfit(x, line, 1)[0]
print(f"at a height of {on_line:.0f}: ", end="")
print(f"slopes {l1_there:.2f} and {l2_there:.2f}")
slopes_there = np.array([l1_there, l2_there])
on_line_neither_goes = bool(np.allclose(slopes_there, true_slope))

figure, axes = plt.subplots(figsize=(4.5, 2.9))
ends = np.array([0, 52])
axes.plot(x, y, "o", color="C2")
axes.plot(ends, l1_intercept + l1_slope * ends, color="C0")
axes.plot(ends, l2_intercept + l2_slope * ends, "--", color="C1")
axes.plot(x[:9], line[:9], ":", color="C2")
axes.text(10.5, 17, "true line")
axes.text(26, 1.5, "L1 line", color="C0", ha="right")
axes.text(30, 8.5, "L2 line", color="C1")
axes.text(50, -4, "far out in x", ha="right")
axes.set_ylim(-6, 21)
axes.set(
    title="One point far out in x pulls both lines", xlabel="x", ylabel="y"
)
plt.show()
