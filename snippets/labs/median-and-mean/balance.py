import numpy as np

harvests = np.array([1, 2, 3, 4, 100])
first, second, third, fourth, fifth = harvests

median, mean = np.median(harvests), np.mean(harvests)
below, above = np.sum(harvests < median), np.sum(harvests > median)
print(f"At {median:g}: {below} trees below, {above} above")

far_below = np.sum(mean - harvests[harvests < mean])
far_above = np.sum(harvests[harvests > mean] - mean)
print(f"At {mean:g}: {far_below:g} apples below, {far_above:g} above")
distances = harvests - mean
total = np.sum(distances)
print("Distances", distances, f"add up to {total:g}")
