import numpy as np
from scipy import stats
from scipy.optimize import minimize_scalar

errors = np.array([10, 5, -5])
laplace, gauss = stats.laplace(scale=7), stats.norm(scale=7)


def best_shift(cost):
    found = minimize_scalar(
        lambda shift: np.mean(cost(errors - shift)),
        bounds=(-20, 20),
        method="bounded",
    )
    return found.x


l1_shift = best_shift(np.abs)
laplace_shift = best_shift(lambda error: -laplace.logpdf(error))
l2_shift = best_shift(np.square)
gauss_shift = best_shift(lambda error: -gauss.logpdf(error))
print(f"L1 {l1_shift:.3f}, Laplace likelihood {laplace_shift:.3f}")
print(f"L2 {l2_shift:.3f}, Gaussian likelihood {gauss_shift:.3f}")
