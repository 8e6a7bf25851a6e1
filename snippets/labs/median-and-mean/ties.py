import numpy as np

tied = np.array([1, 1, 1, 5])
median, count = np.median(tied), len(tied)
below, above = np.sum(tied < median), np.sum(tied > median)
print(f"{median:g}: {below} trees below, {above} above")

forecasts = np.arange(0, 6, 0.5)
sums = np.abs(forecasts[:, np.newaxis] - tied).sum(axis=1)
best = forecasts[sums == sums.min()]
print("L1 is smallest at", *best)
no_balance = below < above
half_at_most = below <= count / 2 and above <= count / 2
still_best = len(best) == 1 and best[0] == median
