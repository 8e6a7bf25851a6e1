import numpy as np

errors = np.array([10, 5, -5])

l1_sum = np.sum(np.abs(errors))
l2_sum = np.sum(errors**2)
half_mean = np.mean(errors**2) / 2
half_sum = np.sum(errors**2) / 2
length = np.linalg.norm(errors)
print(f"L1 sum:      {l1_sum}")
print(f"L2 sum:      {l2_sum}")
print(f"half mean:   {half_mean:.4f}")
print(f"half sum:    {half_sum:.4f}")
print(f"root of sum: {length:.14f}")
