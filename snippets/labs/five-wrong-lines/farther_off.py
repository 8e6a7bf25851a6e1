import numpy as np

actual = np.array([100, 100, 100], dtype=np.uint8)
forecasts = np.array([80, 95, 105], dtype=np.uint8)

first_forecast = forecasts[0]
wrong_mse = np.mean((actual - forecasts) ** 2)
mse = np.mean((actual.astype(float) - forecasts) ** 2)
print(f"first forecast {first_forecast}")
print(f"wrong  MSE {wrong_mse:.4f}")
print(f"right  MSE {mse:.4f}")
