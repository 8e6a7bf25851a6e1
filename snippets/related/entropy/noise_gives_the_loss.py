import numpy as np
from scipy.stats import laplace, norm

errors = np.array([[10, 5, -5], [2, 0, -1], [0, 0, 0]])
gaussian = np.mean(-norm.logpdf(errors), axis=1)
laplacian = np.mean(-laplace.logpdf(errors), axis=1)
half_mse = np.mean(errors**2, axis=1) / 2
mae = np.mean(np.abs(errors), axis=1)
rest, laplace_rest = gaussian - half_mse, laplacian - mae
rest_is_constant = np.ptp(rest) < 1e-9
laplace_rest_is_constant = np.ptp(laplace_rest) < 1e-9
for row in range(len(errors)):
    print(f"errors {errors[row]}")
    print(f"  Gaussian {gaussian[row]:6.3f}", end="")
    print(f" = {half_mse[row]:6.3f} + {rest[row]:.3f}")
    print(f"  Laplace  {laplacian[row]:6.3f}", end="")
    print(f" = {mae[row]:6.3f} + {laplace_rest[row]:.3f}")
