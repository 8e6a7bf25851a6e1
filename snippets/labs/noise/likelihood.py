import numpy as np
from scipy import stats

actual, forecasts = 100, np.array([90, 95, 105])
errors = actual - forecasts
first, second, third = errors
mae = np.mean(np.abs(errors))
mse = np.mean(errors**2)
rmse = np.sqrt(mse)
twice_mse = 2 * mse

laplace, gauss = stats.laplace(scale=mae), stats.norm(scale=rmse)
laplace_peak, gauss_peak = laplace.pdf(0), gauss.pdf(0)
laplace_cost = -np.mean(laplace.logpdf(errors))
gauss_cost = -np.mean(gauss.logpdf(errors))
print(f"errors {first}, {second}, {third}")
print("          scale     peak   -ln likelihood, per error")
print(f"Laplace {mae:.5f}  {laplace_peak:.5f}  {laplace_cost:.5f}")
print(f"Gauss   {rmse:.5f}  {gauss_peak:.5f}  {gauss_cost:.5f}")
print(f"mean square {mse:.0f}, doubled {twice_mse:.0f}")
gauss_is_likelier = gauss_cost < laplace_cost
