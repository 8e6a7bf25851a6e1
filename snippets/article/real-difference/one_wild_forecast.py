import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
outlier = 150
misses = np.abs(actual - forecasts)
wild_miss = abs(actual - outlier)
with_wild = np.append(misses, wild_miss)

mae_before, mae_after = np.mean(misses), np.mean(with_wild)
mse_before, mse_after = np.mean(misses**2), np.mean(with_wild**2)
mae_growth = mae_after / mae_before
mse_growth = mse_after / mse_before
l1_percent = 100 * wild_miss / np.sum(with_wild)
l2_percent = 100 * wild_miss**2 / np.sum(with_wild**2)
print(f"L1: {mae_before:6.2f} to {mae_after:6.2f}, {mae_growth:5.2f} times")
print(f"L2: {mse_before:6.2f} to {mse_after:6.2f}, {mse_growth:5.2f} times")
print(f"the wild miss: {l1_percent:.1f}% of L1, {l2_percent:.1f}% of L2")
mae_more_than_doubles = mae_growth > 2
mse_grows_more = mse_growth > mae_growth
