import matplotlib.pyplot as plt
import numpy as np

trees = [1, 2, 3, 4, 100]
delta = 20
apples = np.array(trees, dtype=float)
if delta <= 0:
    raise ValueError("a threshold is above zero")

# Huber: halve the stretch until the pulls balance.
low, high = np.min(apples), np.max(apples)
for _ in range(60):
    middle = (low + high) / 2
    if np.sum(np.clip(apples - middle, -delta, delta)) > 0:
        low = middle
    else:
        high = middle
huber = (low + high) / 2
pulls = np.clip(apples - huber, -delta, delta)
median, mean = np.median(apples), np.mean(apples)


def huber_cost(errors):
    near = np.clip(errors, 0, delta)
    return near * (errors - near / 2)


# The errors of the old tree; L1 costs delta an apple.
l1_error, error, l2_error = np.abs(apples[4] - [median, huber, mean])
l1_pull, huber_pull = delta * np.sign(l1_error), np.clip(error, 0, delta)
l1_cost, l2_cost = delta * l1_error, l2_error**2 / 2
old_cost = huber_cost(error)
print(f"threshold {delta}, the old tree carries {trees[4]}")
print("       best forecast  its pull  its cost")
for name, best, pull, cost in [
    ("L1", median, l1_pull, l1_cost),
    ("Huber", huber, huber_pull, old_cost),
    ("half L2", mean, l2_error, l2_cost),
]:
    print(f"{name:8} {best:12.2f} {pull:9.2f} {cost:9,.2f}")

fig, (top, bottom) = plt.subplots(2, sharex=True, figsize=(5, 4.7))
x = np.linspace(0, 120, 61)
errors = np.abs(apples - huber)
top.plot(x, delta * np.abs(x - median), color="C0", label="L1, δ an apple")
top.plot(x, huber_cost(np.abs(x - huber)), color="C2", label="Huber")
top.plot(x, (x - mean) ** 2 / 2, "--", color="C1", label="half L2")
top.plot(apples, huber_cost(errors), "o", color="C2", markersize=5)
top.set(ylim=(0, 5000), yticks=[0, 2500, 5000])
top.set_title("Cost of a tree: L2 grows ever faster", pad=28)
top.legend(
    loc="lower center",
    bbox_to_anchor=(0.5, 1),
    ncols=3,
    frameon=False,
    columnspacing=1.2,
    borderaxespad=0,
)
shape = delta * np.array([1, 1, 0, 1, 1])
bottom.plot([0, median, median, median, 120], shape, color="C0", linewidth=6)
bottom.plot([0, huber - delta, huber, huber + delta, 120], shape, color="C2")
bottom.plot([0, mean, 120], np.abs([mean, 0, 120 - mean]), "--", color="C1")
bottom.vlines(apples, 0, np.abs(pulls), color="C2", linewidth=1.6)
bottom.plot(apples, np.abs(pulls), "o", color="C2", markersize=5)
bottom.set(
    xlim=(0, 120),
    xticks=[0, 20, 40, 60, 80, 100, 120],
    xlabel="apples on a tree",
)
bottom.set(ylim=(0, 100), yticks=[0, 50, 100])
bottom.set_title("Pull of a tree: only L2 has no limit")
plt.show()
