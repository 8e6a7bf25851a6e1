import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
errors = actual - forecasts
rate = 3
after_l1 = forecasts + rate * np.sign(errors) / len(errors)
after_l2 = forecasts + rate * 2 * errors / len(errors)
mae_before, mae_after = np.mean(np.abs([errors, actual - after_l1]), axis=1)
mse_before, mse_after = np.mean(np.square([errors, actual - after_l2]), axis=1)
print(f"L1: {after_l1}, MAE {mae_before:.2f} to {mae_after:.2f}")
print(f"L2: {after_l2}, MSE {mse_before:.3f} to {mse_after:.3f}")
l1_improves = mae_after < mae_before
l2_only_mirrors = bool(np.all(actual - after_l2 == -errors))

one_step_rate = 0.5
one_step_end = 0 + one_step_rate * 2 * (actual - 0)
one_step_suffices = one_step_end == actual
print(f"L2 at rate {one_step_rate}: {one_step_end:.0f} after one step")

harvests, seen = [1, 2, 3, 4, 100], 20_000
l1_forecast = l2_forecast = 0.0
drawn = np.random.default_rng(7).choice(harvests, seen)
for day, harvest in enumerate(drawn):
    size = 1 / (day + 1)
    l1_forecast += 10 * size * np.sign(harvest - l1_forecast)
    l2_forecast += size * (harvest - l2_forecast)
median, mean = np.median(harvests), np.mean(harvests)
l1_settled, l2_settled = float(l1_forecast), float(l2_forecast)
l1_nears_the_median = abs(l1_settled - median) < 0.01
l2_nears_the_mean = abs(l2_settled - mean) < np.std(harvests) / 100
print(f"After {seen:,} days:")
print(f"L1 settles at {l1_settled:.3f}, the median is {median:.0f}")
print(f"L2 settles at {l2_settled:.3f}, the mean is {mean:.0f}")
