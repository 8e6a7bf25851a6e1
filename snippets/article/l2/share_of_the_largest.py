import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
misses = np.abs(actual - forecasts)
squares = misses**2

l1_share = 100 * max(misses) / sum(misses)
l2_share = 100 * max(squares) / sum(squares)
print(f"percent of L1: {l1_share:.1f}")
print(f"percent of L2: {l2_share:.1f}")
larger_under_l2 = l2_share > l1_share
