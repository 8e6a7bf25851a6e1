import matplotlib.pyplot as plt
import numpy as np

weeks = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
is_brown = [0, 0, 0, 1, 0, 0, 1, 0, 1, 1]
ends = [6, -6]

# Your line of scores, from the first apple to the last.
x = np.array(weeks)
side = 2 * np.array(is_brown) - 1  # up or down
first, last = np.clip(ends, -99, 99)
slope = (last - first) / (x[-1] - x[0])
intercept = first - slope * x[0]


def look(start, rise):
    right = 1 / (1 + np.exp(-side * (start + rise * x)))
    flat = right * (1 - right)
    gap = side * (1 - right)
    return right, [gap, side * flat, 2 * gap * flat]


right, pulls = look(intercept, slope)
log_pulls, l1_pulls, l2_pulls = pulls
log_loss = -np.mean(np.log(right))
l1_loss, l2_loss = np.mean(1 - right), np.mean((1 - right) ** 2)
log_steep, l1_steep, l2_steep = [
    np.hypot(np.mean(pull), np.mean(pull * x)) for pull in pulls
]


def learn(loss):
    start, rise = intercept, slope
    for _ in range(400):
        pull = look(start, rise)[1][loss]
        start = start + 0.1 * np.mean(pull)
        rise = rise + 0.1 * np.mean(pull * x)
    return [start + rise * x[0], start + rise * x[-1]]


log_ends, l2_ends = learn(0), learn(2)
log_first, log_last = log_ends
l2_first, l2_last = l2_ends
only_log_turns = log_first < log_last and l2_first > l2_last
print("          loss  steep")
print(f"log loss {log_loss:.3f}  {log_steep:.3f}")
print(f"L1       {l1_loss:.3f}  {l1_steep:.3f}")
print(f"L2       {l2_loss:.3f}  {l2_steep:.3f}")
print("After 400 steps, the first and the last score:")
print(f"log loss {log_first:6.2f} {log_last:6.2f}")
print(f"L2       {l2_first:6.2f} {l2_last:6.2f}")

fig, (line, curve, pull) = plt.subplots(3, figsize=(5, 4.7))
all_weeks = np.linspace(0, 11, 45)
scores = intercept + slope * all_weeks
line.plot(all_weeks[[0, -1]], scores[[0, -1]], color="C2")
line.plot(x[[0, -1]], ends, "o", color="C2", markersize=8)
line.set(title="A line of scores", ylim=(-12, 12), yticks=[-10, 0, 10])
curve.plot(all_weeks, 1 / (1 + np.exp(-scores)), color="C2")
curve.plot(x, is_brown, "o", color="C2", markersize=8)
curve.set(title="The chances of brown, and the apples")
curve.set(ylim=(-0.12, 1.12), yticks=[0, 1])
pull.bar(x, log_pulls, 0.6, facecolor=("C2", 0.35), edgecolor="C2")
pull.plot(x - 0.15, l1_pulls, "o", color="C0", markersize=7)
pull.plot(x + 0.15, l2_pulls, "s", color="C1", markersize=6)
pull.axhline(0, color="C2", linewidth=0.8)
pull.set(title="How hard each apple pulls at its score")
pull.set(ylim=(-1.12, 1.12), yticks=[-1, 0, 1], xlabel="weeks in the cellar")
for axes in [line, curve, pull]:
    axes.set(xlim=(0, 11), xticks=[1, 4, 7, 10])
plt.show()
