import matplotlib.pyplot as plt
import numpy as np

weeks = np.array([1, 3, 4, 5, 7])
apples = np.array([20, 30, 42, 52, 66])
rate = 0.045

line = np.array([0, 0])  # intercept, slope
lines = [line]
for _ in range(3):
    errors = apples - (line[0] + line[1] * weeks)
    pull = np.mean(errors), np.mean(errors * weeks)
    line = line + rate * 2 * np.array(pull)
    lines.append(line)
best_slope, best_start = np.polyfit(weeks, apples, 1)
for step, (intercept, slope) in enumerate(lines):
    print(f"step {step}: {intercept:5.2f} {slope:+6.2f} x")
print(f"best:   {best_start:5.2f} {best_slope:+6.2f} x")
_, first, second, third = [slope for _, slope in lines]
it_swings = second < best_slope < min(first, third)

figure, axes = plt.subplots(figsize=(5, 2.8))
ends = np.array([0, 8])
for step, (intercept, slope) in enumerate(lines):
    heights = intercept + slope * ends
    axes.plot(ends, heights, color="C1", linewidth=1.6)
    axes.text(8.1, heights[1], f"{step}", color="C1", va="center")
best_ends = best_start + best_slope * ends
axes.plot(ends, best_ends, ":", color="C2")
axes.plot(weeks, apples, "o", color="C2", markersize=8)
axes.text(0.2, 125, "after 0, 1, 2 and 3 steps", color="C1")
axes.text(7.9, 31, "dotted: the best", color="C2", ha="right")
axes.set(title="Step by step, the line swings")
axes.set(xlabel="sunny weeks", ylabel="apples")
axes.set(xlim=(0, 8), ylim=(-8, 152), xticks=range(9))
plt.show()
