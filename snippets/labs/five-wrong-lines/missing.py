import numpy as np

actual = np.array([100, 100, 100, 100])
forecasts = np.array([90, 95, np.nan, 105])

errors = actual - forecasts
print(f"wrong       MAE {np.mean(np.abs(errors))}")

silent_mae = np.nanmean(np.abs(errors))
print(f"no better   MAE {silent_mae:.4f}")

known = errors[~np.isnan(errors)]
mae, used, count = np.mean(np.abs(known)), len(known), len(errors)
print(f"right       MAE {mae:.4f}, from {used} of {count} trees")
