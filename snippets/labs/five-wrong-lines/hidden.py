import numpy as np

actual = np.array([100, 100, 100])
forecasts = np.array([[90], [95], [105]])

wrong = actual - forecasts
right = actual - forecasts.ravel()
wrong_mae, mae = np.mean(np.abs(wrong)), np.mean(np.abs(right))
wrong_count, count = wrong.size, right.size
print(wrong)
print(f"wrong  MAE {wrong_mae:.4f}, from {wrong_count} errors")
print(f"right  MAE {mae:.4f}, from {count} errors")
