import numpy as np

actual = np.array([100, 100, 100], "uint8")
farther = np.array([80, 95, 105], "uint8")
right = actual.astype(float) - farther
wrong_mse = np.mean((actual - farther) ** 2)
mse = np.mean(right**2)
print(f"wrong  MSE {wrong_mse:.4f}")
print(f"right  MSE {mse:.4f}")
first_forecast = farther[0]
luck_ends = wrong_mse < mse
