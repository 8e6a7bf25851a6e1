import statistics

import numpy as np

first, second = two_trees = [1, 3]
forecasts = np.linspace(0, 4, 401)
misses = np.abs(forecasts[:, np.newaxis] - two_trees)
sums, means = misses.sum(axis=1), misses.mean(axis=1)
least_sum, least_mean = sums.min(), means.min()
is_least = np.isclose(means, least_mean)
lowest, highest = forecasts[is_least].min(), forecasts[is_least].max()
print(f"L1 is {least_mean:.2f} (sum {least_sum:.2f})")
print(f"everywhere from {lowest:.2f} to {highest:.2f}")
l2_best = forecasts[np.argmin((misses**2).mean(axis=1))]
print(f"L2 is smallest at {l2_best:.2f} only")

middle = np.median(two_trees)
low = statistics.median_low(two_trees)
high = statistics.median_high(two_trees)
flat_between_both = lowest == first and highest == second
all_agree = low == lowest < middle < high == highest
print(f"median {middle:g}, median_low {low}, median_high {high}")
