import numpy as np
from scipy.optimize import brentq

trees = np.array([1, 2, 3, 4, 100])
wanted = 10


def sum_of_pulls(delta):
    return np.clip(trees - wanted, -delta, delta).sum()


needed = brentq(sum_of_pulls, 2, 78)
young_pull = np.sum(wanted - trees[:4])
needs_their_pull = abs(needed - young_pull) < 1e-6
print(f"A forecast of {wanted} needs delta {needed:.0f}.")

delta, dozen = 20, 12
in_dozens = delta / dozen
print(f"{delta} apples are {in_dozens:.2f} dozen.")

small, large = 1, 1000
with np.errstate(over="ignore"):
    naive_small, naive_large = np.log(np.cosh([small, large]))
careful_small = np.logaddexp(small, -small) - np.log(2)
careful_large = np.logaddexp(large, -large) - np.log(2)
small_gap = abs(naive_small - careful_small)
only_small_works = small_gap < 1e-9 and careful_large < naive_large
print("error  log(cosh)  logaddexp")
print(f"{small:5} {naive_small:10.4f} {careful_small:10.4f}")
print(f"{large:5} {naive_large:10} {careful_large:10.4f}")
