import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
first, second, third = forecasts
count = len(forecasts)
errors = forecasts - actual

sides = 2
first_sign, second_sign, third_sign = np.sign(errors)
l1_first, l1_second, l1_third = np.sign(errors) / count
l2_first, l2_second, l2_third = sides * errors / count
print("forecast    MAE     MSE")
print(f"{first:8} {l1_first:+.3f}  {l2_first:+.3f}")
print(f"{second:8} {l1_second:+.3f}  {l2_second:+.3f}")
print(f"{third:8} {l1_third:+.3f}  {l2_third:+.3f}")
