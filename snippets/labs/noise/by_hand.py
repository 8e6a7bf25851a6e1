import numpy as np

actual, forecasts = 100, np.array([90, 95, 105])
errors = actual - forecasts
first, second, third = errors
mae, mse = np.mean(np.abs(errors)), np.mean(errors**2)
rmse, twice_mse = np.sqrt(mse), 2 * mse

laplace_peak = 1 / (2 * mae)
gauss_peak = 1 / (rmse * np.sqrt(2 * np.pi))
laplace_cost = -np.log(laplace_peak) + mae / mae
gauss_cost = -np.log(gauss_peak) + mse / twice_mse
print(f"errors {first}, {second}, {third}")
print("          scale     peak     cost")
print(f"Laplace {mae:.5f}  {laplace_peak:.5f}  {laplace_cost:.5f}")
print(f"Gauss   {rmse:.5f}  {gauss_peak:.5f}  {gauss_cost:.5f}")
gauss_is_likelier = gauss_cost < laplace_cost
