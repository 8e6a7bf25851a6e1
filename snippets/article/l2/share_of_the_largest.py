import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
misses = np.abs(actual - forecasts)
squares = misses**2

l1_percent = 100 * max(misses) / sum(misses)
largest = max(squares)
l2_percent = 100 * largest / sum(squares)
print(f"percent of L1: {l1_percent:.1f}")
print(f"percent of L2: {l2_percent:.1f}")
larger_under_l2 = l2_percent > l1_percent
