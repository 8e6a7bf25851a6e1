import numpy as np

with_a_gap = np.array([90, 95, np.nan, 105])
errors = np.abs(100 - with_a_gap)
silent_mae = np.nanmean(errors)
known = errors[~np.isnan(errors)]
used, count, mae = len(known), len(errors), np.mean(known)
print("mean   ", np.mean(errors))
print(f"nanmean {silent_mae:.4f}")
print(f"right   {mae:.4f}: {used} of {count} trees")
right_for_fewer = abs(silent_mae - mae) < 1e-9 and used < count
