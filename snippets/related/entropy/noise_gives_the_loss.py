import numpy as np
from scipy.stats import laplace, norm

for errors in np.array([[10, 5, -5], [2, 0, -1], [0, 0, 0]]):
    gaussian = np.mean(-norm.logpdf(errors))
    laplacian = np.mean(-laplace.logpdf(errors))
    half_mse = np.mean(errors**2) / 2
    mae = np.mean(np.abs(errors))
    rest, laplace_rest = gaussian - half_mse, laplacian - mae
    print(f"errors {errors}")
    print(f"  Gaussian {gaussian:6.3f} = {half_mse:6.3f} + {rest:.3f}")
    print(f"  Laplace  {laplacian:6.3f} = {mae:6.3f} + {laplace_rest:.3f}")
