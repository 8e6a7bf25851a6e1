from itertools import combinations

import matplotlib.pyplot as plt
import numpy as np

days = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
heights = [3, 5, 7, 9, 61, 13, 15, 17, 19, 21]
x, y = np.array(days, dtype=float), np.array(heights, dtype=float)

# L2: the line through the middle that turns with every point.
from_middle = x - np.mean(x)
l2_slope = np.sum(from_middle * (y - np.mean(y))) / np.sum(from_middle**2)
l2_start = np.mean(y) - l2_slope * np.mean(x)

# L1: one of the best lines goes through two of the points. Try all.
lines = []
for one, other in combinations(range(len(x)), 2):
    if x[one] != x[other]:
        slope = (y[other] - y[one]) / (x[other] - x[one])
        start = y[one] - slope * x[one]
        lines.append((np.sum(np.abs(y - (start + slope * x))), start, slope))
l1_lengths, l1_start, l1_slope = min(lines)

l1_squares = np.sum((y - (l1_start + l1_slope * x)) ** 2)
l2_misses = y - (l2_start + l2_slope * x)
l2_lengths, l2_squares = np.sum(np.abs(l2_misses)), np.sum(l2_misses**2)
for name, start, slope, lengths, squares in [
    ("L1", l1_start, l1_slope, l1_lengths, l1_squares),
    ("L2", l2_start, l2_slope, l2_lengths, l2_squares),
]:
    print(f"{name} line: {start:.4f} {slope:+.4f} x")
    print(f"  lengths sum to {lengths:,.2f}, squares to {squares:,.2f}")

fig, ax = plt.subplots(figsize=(5, 3.3))
ends = np.array([0, 32])
ax.plot(ends, l1_start + l1_slope * ends, color="C0")
ax.plot(ends, l2_start + l2_slope * ends, "--", color="C1")
ax.plot(x, y, "o", color="C2", markersize=6)
ax.text(32.4, l1_start + l1_slope * 32, "L1", color="C0", va="bottom")
ax.text(32.4, l2_start + l2_slope * 32, "L2", color="C1", va="top")
ax.set(title="A point off the line always pulls L2")
ax.set(xlabel="day", ylabel="height (cm)")
ax.set(xlim=(0, 32), ylim=(-10, 82), xticks=[0, 5, 10, 15, 20, 25, 30])
plt.show()
