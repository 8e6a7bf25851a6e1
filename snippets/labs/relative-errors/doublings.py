import numpy as np

trees = np.array([10, 20, 40, 80, 320])

tries = np.arange(10, 3201) / 10
logs = np.log2(trees / tries[:, np.newaxis])
l1_best = tries[np.argmin(np.mean(np.abs(logs), axis=1))]
l2_best = tries[np.argmin(np.mean(logs**2, axis=1))]
print(f"L1 of the log: best at {l1_best:.1f}")
print(f"L2 of the log: best at {l2_best:.1f}")
geometric_mean = 2 ** np.mean(np.log2(trees))
print(f"geometric mean {geometric_mean:.3f}")
l1_is_the_median = l1_best == np.median(trees)
l2_is_geometric = abs(l2_best - geometric_mean) <= 0.05
three_times = np.log2(trees[3] / trees[0]) == 3
total, by_geometric = np.sum(trees), 5 * geometric_mean
adds_up_to_less = by_geometric < total
half, double = np.log2([20 / 40, 80 / 40])
half_costs_as_double = half**2 == double**2
