import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
high = forecasts[-1]
low = actual - (high - actual)
before = actual - forecasts
after = actual - np.append(forecasts[:-1], low)

mae_before, mae_after = np.mean(np.abs(before)), np.mean(np.abs(after))
mse_before, mse_after = np.mean(before**2), np.mean(after**2)
mean_before, mean_after = np.mean(before), np.mean(after)
print(f"third forecast {high:4} {low:8}")
print(f"MAE        {mae_before:8.4f} {mae_after:8.4f}")
print(f"MSE        {mse_before:8.4f} {mse_after:8.4f}")
print(f"mean error {mean_before:8.4f} {mean_after:8.4f}")
losses_stay = mae_before == mae_after and mse_before == mse_after
mean_doubles = abs(mean_after - 2 * mean_before) < 1e-9
