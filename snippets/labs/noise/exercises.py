import math

import numpy as np
from scipy import stats


def cost(law, errors):
    return -np.mean(law.logpdf(errors))


steady, risky = np.array([2, -2, 2, -2]), np.array([0, 0, 0, 6])
steady_laplace = cost(stats.laplace(scale=2), steady)
steady_gauss = cost(stats.norm(scale=2), steady)
risky_laplace = cost(stats.laplace(scale=1.5), risky)
risky_gauss = cost(stats.norm(scale=3), risky)
print(f"steady: Laplace {steady_laplace:.4f}, Gauss {steady_gauss:.4f}")
print(f"risky:  Laplace {risky_laplace:.4f}, Gauss {risky_gauss:.4f}")
steady_fits_gauss = steady_gauss < steady_laplace
risky_fits_laplace = risky_laplace < risky_gauss

for_the_mean = 100
normal_needed = math.ceil(for_the_mean / (2 / math.pi))
laplace_needed = math.ceil(for_the_mean / 2)
print(f"median: normal {normal_needed}, Laplace {laplace_needed}")
