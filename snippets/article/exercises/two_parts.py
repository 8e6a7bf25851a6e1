import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
misses = np.abs(actual - forecasts)

mae = np.mean(misses)
mse = np.mean(misses**2)
mae_squared = mae**2
variance = np.var(misses)
print(f"MAE squared        {mae_squared:8.4f}")
print(f"variance of misses {variance:8.4f}")
print(f"together           {mae_squared + variance:8.4f}")
print(f"MSE                {mse:8.4f}")
adds_up = abs(mae_squared + variance - mse) < 1e-9
