import numpy as np

actual = np.array([100, 100, 100, 100])
with_a_gap = np.array([90, 95, np.nan, 105])

errors = actual - with_a_gap
print(f"wrong       MAE {np.mean(np.abs(errors))}")

silent_mae = np.nanmean(np.abs(errors))
print(f"no better   MAE {silent_mae:.4f}")

known = errors[~np.isnan(errors)]
mae, used, count = np.mean(np.abs(known)), len(known), len(errors)
print(f"right       MAE {mae:.4f}, from {used} of {count} trees")
right_for_fewer = abs(silent_mae - mae) < 1e-9 and used < count
