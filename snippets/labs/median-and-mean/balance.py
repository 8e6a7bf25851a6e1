import numpy as np

harvests = np.array([1, 2, 3, 4, 100])
median = np.median(harvests)
below = np.sum(harvests < median)
above = np.sum(harvests > median)
print(f"L1 at {median:g}: {below} below, {above} above")

mean = np.mean(harvests)
distances = harvests - mean
print(f"L2 at {mean:g}:", distances)
print("added up:", np.sum(distances))
