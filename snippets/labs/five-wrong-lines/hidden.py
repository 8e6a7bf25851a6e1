import numpy as np

actual = np.array([100, 100, 100])
forecasts = np.array([90, 95, 105])
column = forecasts.reshape(3, 1)

wrong = actual - column
right = actual - forecasts
wrong_mae, mae = np.mean(np.abs(wrong)), np.mean(np.abs(right))
wrong_count, count = wrong.size, right.size
print(wrong)
print(f"wrong  MAE {wrong_mae:.4f}, from {wrong_count} errors")
print(f"right  MAE {mae:.4f}, from {count} errors")
bug_is_hidden = wrong_mae == mae and wrong_count > count
