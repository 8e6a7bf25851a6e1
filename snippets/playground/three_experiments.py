import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
outlier = 150

# One: the last forecast goes wild.
others = np.abs(actual - forecasts[:-1])
wild = abs(actual - outlier)
l1_percent = 100 * wild / (np.sum(others) + wild)
l2_percent = 100 * wild**2 / (np.sum(others**2) + wild**2)
most_percent = 99
times = most_percent / (100 - most_percent)
far = np.sqrt(times * np.sum(others**2))
print(f"at {outlier}: {l1_percent:.1f}% of L1, {l2_percent:.1f}% of L2")
print(f"{most_percent}% of L2 from a miss of {far:.2f} apples on")
l2_share_is_larger = l2_percent > l1_percent

# Two: the one miss of a set, spread over all three forecasts.
one_miss = actual - np.array([100, 100, 112])
spread = np.full(3, np.mean(one_miss))
one_miss_size, spread_size = -np.min(one_miss), -spread[0]
mae_before, mae_after = np.mean(np.abs([one_miss, spread]), axis=1)
mse_before, mse_after = np.mean(np.square([one_miss, spread]), axis=1)
print(f"L1 {mae_before:.0f} to {mae_after:.0f}", end=", ")
print(f"L2 {mse_before:.0f} to {mse_after:.0f}")
l1_stays = mae_after == mae_before
l2_falls_to_a_third = mse_after == mse_before / 3

# Three: where do one miss and four of two apples have the same L2?
steady = actual - np.array([98, 102, 98, 102])
turning_forecast = actual + np.sqrt(np.sum(steady**2))
risky = actual - np.append(np.full(3, actual), turning_forecast)
print(f"L2 changes its mind at {turning_forecast:.0f}")
it_is_a_draw = np.mean(risky**2) == np.mean(steady**2)

# The shifts that the losses ask for, with the outlier.
errors = actual - np.append(forecasts, outlier)
by_l1, by_l2 = errors - np.median(errors), errors - np.mean(errors)
too_low, too_high = np.sum(by_l1 > 0), np.sum(by_l1 < 0)
print(f"after the L1 shift: {too_low} too low, {too_high} too high")
print(f"after the L2 shift the errors add up to {np.sum(by_l2):.0f}")
heads_balance = max(too_low, too_high) <= len(errors) / 2
errors_cancel = abs(np.sum(by_l2)) < 1e-9
