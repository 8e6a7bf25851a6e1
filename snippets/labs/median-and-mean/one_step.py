import numpy as np

harvests = np.array([1, 2, 3, 4, 100])
forecast, one_lower = 10, 9

l1_here = np.sum(np.abs(harvests - forecast))
l1_lower = np.sum(np.abs(harvests - one_lower))
l2_here = np.sum((harvests - forecast) ** 2)
l2_lower = np.sum((harvests - one_lower) ** 2)
l1_change = l1_lower - l1_here
l2_change = l2_lower - l2_here
print("forecast  L1, added up  L2, added up")
print(f"{forecast:8} {l1_here:13} {l2_here:13}")
print(f"{one_lower:8} {l1_lower:13} {l2_lower:13}")
print(f"change   {l1_change:+13} {l2_change:+13}")
losses_disagree = l1_change < 0 < l2_change
