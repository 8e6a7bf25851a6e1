import numpy as np
from sklearn.linear_model import QuantileRegressor

days = np.array([1, 3, 4, 5, 7])
jars = np.array([10, 14, 15, 17, 29])
crossing = (8 - 5) / (3 - 2)
height = 5 + 3 * crossing
print(f"the lines cross at {crossing:.3f} days, {height:.3f} jars")

slip_jars = 290
slip = np.array([10, 14, 15, 17, slip_jars])
l1_line = QuantileRegressor(alpha=0).fit(days[:, np.newaxis], slip)
slip_l1_slope = l1_line.coef_[0]
slip_slope, slip_start = np.polyfit(days, slip, deg=1)
print(f"slopes after the slip: L2 {slip_slope:.3f}, L1 {slip_l1_slope:.3f}")

x, y = np.append(days, 4), np.append(jars, 17)
sixth_slope, sixth_start = np.polyfit(x, y, deg=1)
print(f"six notes: L2 line {sixth_start:.3f} + {sixth_slope:.3f} x")
rise = (17 - 10) / (4 - 1)
old_line_sad = np.sum(np.abs(y - (8 + 2 * x)))
new_line_sad = np.sum(np.abs(y - (10 + rise * (x - 1))))
print(f"L1 of two lines: {old_line_sad:.3f} and {new_line_sad:.3f}")
