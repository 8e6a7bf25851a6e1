import numpy as np
from scipy import stats

errors = 100 - np.array([90, 95, 105])
mae = np.mean(np.abs(errors))
rmse = np.sqrt(np.mean(errors**2))
laplace = stats.laplace(scale=mae)
gauss = stats.norm(scale=rmse)
laplace_cost = -np.mean(laplace.logpdf(errors))
gauss_cost = -np.mean(gauss.logpdf(errors))
print(f"Laplace {laplace_cost:.5f}")
print(f"Gauss   {gauss_cost:.5f}")
