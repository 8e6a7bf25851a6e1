import numpy as np
from sklearn.linear_model import QuantileRegressor

days = np.array([1, 3, 4, 5, 7])
jars = np.array([10, 14, 15, 17, 29])


def l1_fit(x, y):
    column = x[:, np.newaxis]
    line = QuantileRegressor(alpha=0).fit(column, y)
    misses = np.abs(y - line.predict(column))
    return line.coef_[0], line.intercept_, np.sum(misses)


slope, start = np.polyfit(days, jars, deg=1)
l1_slope, l1_start, l1_least = l1_fit(days, jars)
crossing = (l1_start - start) / (slope - l1_slope)
height = start + slope * crossing
lines_agree = abs(l1_start + l1_slope * crossing - height) < 1e-9
print(f"the lines cross at {crossing:.3f} days, {height:.3f} jars")

slip_jars = 10 * jars[-1]
slip = np.append(jars[:-1], slip_jars)
slip_l1_slope, *rest = l1_fit(days, slip)
slip_slope, slip_start = np.polyfit(days, slip, deg=1)
l2_jumps = slip_slope > 10 * slope
l1_stays = abs(slip_l1_slope - l1_slope) < 1e-9
print(f"slopes after the slip: L2 {slip_slope:.3f}, L1 {slip_l1_slope:.3f}")

x, y = np.append(days, np.mean(days)), np.append(jars, np.mean(jars))
sixth_slope, sixth_start = np.polyfit(x, y, deg=1)
moves = [sixth_slope - slope, sixth_start - start]
l2_stays = bool(np.all(np.abs(moves) < 1e-9))
print(f"six notes: L2 line {sixth_start:.3f} + {sixth_slope:.3f} x")
rise = (y[-1] - y[0]) / (x[-1] - x[0])
old_line_sad = np.sum(np.abs(y - (l1_start + l1_slope * x)))
new_line_sad = np.sum(np.abs(y - (y[0] + rise * (x - x[0]))))
tied = l1_fit(x, y)[2] - np.array([old_line_sad, new_line_sad])
both_are_best = bool(np.all(np.abs(tied) < 1e-9))
print(f"L1 of two lines: {old_line_sad:.3f} and {new_line_sad:.3f}")
