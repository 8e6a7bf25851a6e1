import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
first, second, third = forecasts
count = len(forecasts)
errors = actual - forecasts

# Raise a forecast, and its error falls: hence the minus.
sides = 2
l1_signs, l2_slopes = -np.sign(errors), -sides * errors
first_sign, second_sign, third_sign = l1_signs
l1_first, l1_second, l1_third = l1_signs / count
l2_first, l2_second, l2_third = l2_slopes / count
first_error = errors[0]
print("forecast    MAE     MSE")
print(f"{first:8} {l1_first:+.3f}  {l2_first:+.3f}")
print(f"{second:8} {l1_second:+.3f}  {l2_second:+.3f}")
print(f"{third:8} {l1_third:+.3f}  {l2_third:+.3f}")
by_l1, by_l2 = np.abs(l1_signs), np.abs(l2_slopes)
only_l2_varies = min(by_l1) == max(by_l1) and min(by_l2) < max(by_l2)
