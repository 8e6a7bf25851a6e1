import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
count, sides = len(forecasts), 2
first, second, third = forecasts

first_sign = -np.sign(actual - first)
l1_first = first_sign / count
l2_first = -sides * (actual - first) / count
print(f"L1: {first_sign} / {count} = {l1_first:.3f}")
print(f"L2: {-sides} * {actual - first} / {count} = {l2_first:.3f}")

l1_sizes = np.abs(np.sign(actual - forecasts))
l2_sizes = np.abs(sides * (actual - forecasts))
l1_is_even = np.all(l1_sizes == l1_sizes[0])
only_l2_varies = l1_is_even and l2_sizes[0] == max(l2_sizes) > min(l2_sizes)
