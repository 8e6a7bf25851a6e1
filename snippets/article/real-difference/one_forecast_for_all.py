import matplotlib.pyplot as plt
import numpy as np

old_tree = 100
harvests = np.array([1, 2, 3, 4, old_tree])
tries = np.arange(0, 101)
misses = np.abs(harvests - tries[:, np.newaxis])
l1_totals, l2_totals = misses.sum(axis=1), (misses**2).sum(axis=1)
l1_best, l2_best = tries[np.argmin(l1_totals)], tries[np.argmin(l2_totals)]
median, mean = np.median(harvests), np.mean(harvests)
l1_least, l2_least = l1_totals.min(), l2_totals.min()
print(f"L1 is smallest at {l1_best}: {l1_least}. Median: {median}")
print(f"L2 is smallest at {l2_best}: {l2_least}. Mean: {mean}")
median_is_best = l1_best == median
mean_is_best = l2_best == mean
no_tree_has_it = bool(np.all(harvests != l2_best))

richer = np.append(harvests[:-1], 2 * old_tree)
richer_least = np.sum(np.abs(richer - np.median(richer)))
print(f"old tree twice as rich: median {np.median(richer)}, ", end="")
print(f"L1 {richer_least:.0f}")
median_stays = np.median(richer) == median
loss_grows = richer_least > 1.9 * l1_least

figure, (top, bottom) = plt.subplots(2, sharex=True, figsize=(5, 4.2))
top.plot(tries, l1_totals, color="C0")
top.plot(l1_best, l1_least, "o", color="C0", markersize=10)
top.set(title=f"L1 is smallest at the median, {l1_best}")
top.set(ylabel="L1, added up")
bottom.plot(tries, l2_totals, "--", color="C1")
bottom.plot(l2_best, l2_least, "s", color="C1", markersize=10)
bottom.set(title=f"L2 is smallest at the mean, {l2_best}")
bottom.set(xlabel="forecast (apples)", ylabel="L2, added up")
top.text(52, 40, "marks: the five harvests", ha="center")
bottom.yaxis.set_major_formatter("{:,.0f}".format)
for axes in (top, bottom):
    axes.set_ylim(0)
    axes.plot(harvests, [0] * 5, "|", color="C2", markersize=18)
plt.show()
