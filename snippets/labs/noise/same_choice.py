import numpy as np
from scipy import stats
from scipy.optimize import minimize_scalar

actual, forecasts = 100, np.array([90, 95, 105])
errors = actual - forecasts
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
loss_shifts = np.array([l1_shift, l2_shift])
law_shifts = np.array([laplace_shift, gauss_shift])
each_agrees = np.max(np.abs(loss_shifts - law_shifts)) < 1e-3
