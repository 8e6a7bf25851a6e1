import numpy as np

harvests = np.array([1, 2, 3, 4, 100])
first, second, third, fourth, fifth = harvests

median, mean = np.median(harvests), np.mean(harvests)
below, above = np.sum(harvests < median), np.sum(harvests > median)
print(f"At {median:g}: {below} trees below, {above} above")

distances = mean - harvests
first_below, second_below, third_below, fourth_below, _ = distances
far_below, far_above = np.sum(distances[:4]), fifth - mean
print("Distances", distances)
richer_median = np.median(np.append(harvests[:4], 10 * fifth))
still_one_head = richer_median == median
see_saw_balances = far_below == far_above
four = harvests[:4]
flat_without_it = four[1] < np.median(four) < four[2]
print(f"At {mean:g}: {far_below:g} apples below, {far_above:g} above")
