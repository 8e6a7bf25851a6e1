import numpy as np
from sklearn import metrics

harvests = np.array([1, 2, 3, 4, 100])
guesses = np.array([2, 2, 4, 4, 80])
misses = harvests - guesses
from_median = harvests - np.median(harvests)
from_mean = harvests - np.mean(harvests)

of_l1 = metrics.d2_absolute_error_score(harvests, guesses)
of_l2 = metrics.r2_score(harvests, guesses)
swapped = metrics.r2_score(guesses, harvests)
print(f"score of L1 {of_l1:.3f}")
print(f"score of L2 {of_l2:.3f}, swapped {swapped:.3f}")
l1_share = np.sum(np.abs(misses)) / np.sum(np.abs(from_median))
l2_share = np.sum(misses**2) / np.sum(from_mean**2)
is_l1 = abs(of_l1 - (1 - l1_share)) < 1e-12
is_l2 = abs(of_l2 - (1 - l2_share)) < 1e-12
