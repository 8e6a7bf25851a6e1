import numpy as np

errors = np.array([10, 5, 5])

l1_share = 100 * np.max(errors) / np.sum(errors)
l2_share = 100 * np.max(errors**2) / np.sum(errors**2)
print(f"the largest error is {l1_share:.1f} percent of the L1 total")
print(f"the largest error is {l2_share:.1f} percent of the L2 total")
