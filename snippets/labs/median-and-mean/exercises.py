import numpy as np

old_tree, richer = 100, 1000
young = [1, 2, 3, 4]
old_median = np.median(young + [old_tree])
richer_median = np.median(young + [richer])
richer_mean = np.mean(young + [richer])
two_old = np.sort(young + [richer, richer])
low, high = two_old[2:4]
two_old_mean = np.mean(two_old)
still_one_head = richer_median == old_median
flat_without_it = young[1] < np.median(young) < young[2]
l1_shrugs = richer_median < richer_mean
head_counts = richer_median == low < high
still_enough = np.sort(young + [richer, young[3]])
only_the_side_counts = list(still_enough[2:4]) == [low, high]
print(f"one tree of {richer}: {richer_median:g} and {richer_mean:g}")
print(f"two such trees: {low} to {high} and {two_old_mean:.2f}")

thrice = young + [old_tree] * 3
thrice_median, thrice_mean = np.median(thrice), np.mean(thrice)
thrice_moves = richer_median < thrice_median < thrice_mean
print(f"counted three times: {thrice_median:g} and {thrice_mean:.2f}")

arcs = np.genfromtxt("arcs.csv", delimiter=",", names=True)
sine = arcs["sine_squared"] - arcs["sine_squared"].mean()
arc = arcs["arc"] - arcs["arc"].mean()
slopes = arc / sine
sums = [np.abs(arc - slope * sine).sum() for slope in slopes]
own_slope, own_sum = slopes[np.argmin(sums)], min(sums)
free_line = np.polyfit(sine[[0, 4]], arc[[0, 4]], 1)  # Quito, Lapland
free_sum = np.abs(arc - np.polyval(free_line, sine)).sum()
condition_costs = free_sum < own_sum
print(f"slope {own_slope:.2f}, sum of misses {own_sum:.2f}")
print(f"free of the condition {free_sum:.2f}")
print("slopes", *[f"{slope:.1f}" for slope in slopes])
