import numpy as np

actual = np.array([100, 100, 100], dtype=np.uint8)
farther = np.array([80, 95, 105], dtype=np.uint8)

first_forecast = farther[0]
wrong_mse = np.mean((actual - farther) ** 2)
mse = np.mean((actual.astype(float) - farther) ** 2)
print(f"first forecast {first_forecast}")
print(f"wrong  MSE {wrong_mse:.4f}")
print(f"right  MSE {mse:.4f}")
luck_ends = wrong_mse < mse
