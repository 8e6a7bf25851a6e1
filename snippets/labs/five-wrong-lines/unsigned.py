import numpy as np

actual = np.array([100, 100, 100], "uint8")
forecasts = np.array([90, 95, 105], "uint8")
wrong = actual - forecasts
right = actual.astype(float) - forecasts
wrong_mae = np.mean(np.abs(wrong))
mae = np.mean(np.abs(right))
print(*wrong, f"wrong MAE {wrong_mae:.4f}")
print(*right, f"right MAE {mae:.4f}")
mae_is_wrong = mae < wrong_mae
