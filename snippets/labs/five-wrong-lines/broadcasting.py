import numpy as np

actual = np.array([1, 2, 3])
forecasts = np.array([[1], [2], [3]])

wrong = actual - forecasts
wrong_mae, wrong_mse = np.mean(np.abs(wrong)), np.mean(wrong**2)
print(wrong)
print(f"wrong  MAE {wrong_mae:.4f}  MSE {wrong_mse:.4f}")

right = actual - forecasts.ravel()
mae, mse = np.mean(np.abs(right)), np.mean(right**2)
print(right)
print(f"right  MAE {mae:.4f}  MSE {mse:.4f}")
