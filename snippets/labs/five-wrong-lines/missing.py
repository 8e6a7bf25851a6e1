import numpy as np

with_a_gap = np.array([90, 95, np.nan, 105])
errors = np.abs(100 - with_a_gap)
silent_mae = np.nanmean(errors)
known = errors[~np.isnan(errors)]
mae, used = np.mean(known), len(known)
count = len(errors)
print(f"mean {np.mean(errors)}")
print(f"nanmean {silent_mae:.4f}")
print(f"right {mae:.4f}, {used} of {count}")
right_for_fewer = mae == silent_mae
