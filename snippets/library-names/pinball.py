import numpy as np
from sklearn.metrics import mean_absolute_error, mean_pinball_loss

actual = np.array([100, 100, 100])
forecasts = np.array([90, 95, 105])
l1 = np.mean(np.abs(actual - forecasts))

default = mean_pinball_loss(actual, forecasts)
times_l1 = default / l1
print(f"default, {times_l1} of L1: {default:.2f}")

tau = 0.9
right = mean_pinball_loss(actual, forecasts, alpha=tau)
swapped = mean_pinball_loss(forecasts, actual, alpha=tau)
print(f"alpha {tau}: {right:.2f}, swapped {swapped:.2f}")
l1_swapped = mean_absolute_error(forecasts, actual)
l1_does_not = l1_swapped == l1
