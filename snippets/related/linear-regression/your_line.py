import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Rectangle

days = [1, 3, 4, 5, 7]
jars = [10, 14, 15, 17, 29]
ends = [0, 8]
heights = [6, 26]

# Your line goes through both ends.
x, y = np.array(days, dtype=float), np.array(jars, dtype=float)
slope = (heights[1] - heights[0]) / (ends[1] - ends[0])
intercept = heights[0] - slope * ends[0]
misses = y - (intercept + slope * x)
lengths, squares = np.sum(np.abs(misses)), np.sum(misses**2)
last_day, last_count, last_miss = x[-1], y[-1], misses[-1]

# The best line under L2.
far = x - np.mean(x)
l2_slope = np.sum(far * (y - np.mean(y))) / np.sum(far**2)
l2_intercept = np.mean(y) - l2_slope * np.mean(x)
l2_misses = y - (l2_intercept + l2_slope * x)
l2_lengths, l2_squares = np.sum(np.abs(l2_misses)), np.sum(l2_misses**2)

# Let it learn: from your line downhill, under L2.
rate = 0.8 / np.mean(1 + x**2)
way = [[intercept, slope]]
for _ in range(50):
    start, rise = way[-1]
    miss = y - (start + rise * x)
    start = start + 2 * rate * np.mean(miss)
    rise = rise + 2 * rate * np.mean(miss * x)
    way.append([start, rise])
sums = [np.sum((y - (start + rise * x)) ** 2) for start, rise in way]
downhill = bool(np.all(np.diff(sums) < 0))

print(f"your line: {intercept:.2f} {slope:+.2f} x")
print(f"  lengths add up to {lengths:.2f}, squares to {squares:.2f}")
print(f"best L2 line: {l2_intercept:.2f} {l2_slope:+.2f} x")
print(f"  lengths add up to {l2_lengths:.2f}, squares to {l2_squares:.2f}")

fig, (ax, every) = plt.subplots(2, figsize=(5, 4.7), height_ratios=[3, 1])
JAR = 0.15  # in days, so that what is as wide as high is a square
dyes = {"color": "C1", "alpha": 0.3}
across = 0.8
for day, count, miss in zip(x, y, misses):
    ax.add_patch(Rectangle((day, count), -JAR * miss, -miss, **dyes))
    ax.plot([day, day], [count, count - miss], color="C0")
    end = across + JAR * abs(miss)
    ax.plot([across, end], [32, 32], color="C0", linewidth=7)
    across = end + 0.04
for side, look in [
    (np.sqrt(squares), dyes),
    (np.sqrt(l2_squares), {"color": "C1", "fill": False, "linestyle": "--"}),
]:
    ax.add_patch(Rectangle((0.8, 30), JAR * side, -side, **look))
ax.text(0.15, 32, "L1", color="C0", va="center")
ax.text(0.15, 30, "L2", color="C1", va="top")
ax.plot([0, 10], [intercept, intercept + slope * 10], color="C2")
ax.plot(x, y, "o", color="C2")
ax.set(title="L1 adds the lengths, L2 the squares", xlim=(0, 10), ylim=(0, 33))
ax.set(xlabel="sunny days", ylabel="jars", xticks=[0, 2, 4, 6, 8], aspect=JAR)

turn = 2 * np.pi * np.arange(60) / 60
for ring in [1, 5, 10, 20]:
    rise = ring * np.sin(turn) / np.sqrt(np.sum(far**2))
    start = ring * np.cos(turn) / np.sqrt(len(x)) - rise * np.mean(x)
    every.fill(l2_intercept + start, l2_slope + rise, **dyes)
every.plot(*np.array(way).T, color="C2", linewidth=1.5)
every.plot(intercept, slope, "o", color="C2")
every.set(xlim=(-5, 25), ylim=(-1, 6), xticks=[0, 10, 20], yticks=[0, 3, 6])
every.set(title="Each line is a point, L2 a valley")
every.set(xlabel="intercept", ylabel="slope")
plt.show()
