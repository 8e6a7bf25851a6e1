import numpy as np
from sklearn.metrics import (
    mean_absolute_error,
    mean_squared_error,
    root_mean_squared_error,
)

actual = np.array([100, 100, 100])
forecasts = np.array([90, 95, 105])
errors = actual - forecasts
l1 = np.mean(np.abs(errors))
l2 = np.mean(errors**2)
root = np.sqrt(l2)

mae = mean_absolute_error(actual, forecasts)
mse = mean_squared_error(actual, forecasts)
rmse = root_mean_squared_error(actual, forecasts)
print(f"mean_absolute_error     {mae:5.2f}")
print(f"mean_squared_error      {mse:5.2f}")
print(f"root_mean_squared_error {rmse:5.2f}")
mae_times, mse_times = mae / l1, mse / l2
rmse_times = rmse / root
