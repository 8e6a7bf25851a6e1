import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
misses = np.abs(actual - forecasts)
weights = np.array([1, 2, 1])

mae = np.average(misses, weights=weights)
mse = np.average(misses**2, weights=weights)
print(f"weighted MAE {mae:.4f}, weighted MSE {mse:.4f}")
both_fall = mae < np.mean(misses) and mse < np.mean(misses**2)
