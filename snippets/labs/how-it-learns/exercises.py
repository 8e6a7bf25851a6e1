import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
errors = forecasts - actual
rate = 3
after_l1 = forecasts - rate * np.sign(errors) / len(errors)
after_l2 = forecasts - rate * 2 * errors / len(errors)
mae_before, mae_after = np.mean(np.abs([errors, after_l1 - actual]), axis=1)
mse_before, mse_after = np.mean(np.square([errors, after_l2 - actual]), axis=1)
print(f"L1: {after_l1}, MAE {mae_before:.2f} to {mae_after:.2f}")
print(f"L2: {after_l2}, MSE {mse_before:.3f} to {mse_after:.3f}")

one_step_rate = 0.5
one_step_end = 0 - one_step_rate * 2 * (0 - actual)
print(f"L2 at rate {one_step_rate}: {one_step_end:.0f} after one step")

harvests, days = [1, 2, 3, 4, 100], 20000
l1_forecast = l2_forecast = 0.0
for day, harvest in enumerate(np.random.default_rng(7).choice(harvests, days)):
    size = 1 / (day + 1)
    l1_forecast -= 10 * size * np.sign(l1_forecast - harvest)
    l2_forecast -= size * (l2_forecast - harvest)
median, mean = np.median(harvests), np.mean(harvests)
l1_settled, l2_settled = float(l1_forecast), float(l2_forecast)
print(f"L1 settles at {l1_settled:.3f}, the median is {median:.0f}")
print(f"L2 settles at {l2_settled:.3f}, the mean is {mean:.0f}")
