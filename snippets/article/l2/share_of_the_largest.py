import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
misses = np.abs(actual - forecasts)

l1_share = 100 * np.max(misses) / np.sum(misses)
l2_share = 100 * np.max(misses**2) / np.sum(misses**2)
print(f"the largest error is {l1_share:.1f} percent of the L1 total")
print(f"the largest error is {l2_share:.1f} percent of the L2 total")
larger_under_l2 = l2_share > l1_share
