import numpy as np
from scipy.optimize import brentq

trees = np.array([1, 2, 3, 4, 100])
wanted = 10


def sum_of_pulls(delta):
    return np.clip(trees - wanted, -delta, delta).sum()


needed = brentq(sum_of_pulls, 2, 78)
print(f"A forecast of {wanted} needs delta {needed:.0f}.")

delta, dozen = 20, 12
in_dozens = delta / dozen
print(f"{delta} apples are {in_dozens:.2f} dozen.")

large = 1000
with np.errstate(over="ignore"):
    naive = np.log(np.cosh(large))
careful = np.logaddexp(large, -large) - np.log(2)
print(f"log(cosh({large})) gives {naive}, with logaddexp {careful:.4f}")
