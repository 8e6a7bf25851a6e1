import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

days = np.array([[1], [3], [4], [5], [7]])
jars = np.array([10, 14, 15, 17, 29])


def both_lines(x, y):
    l2 = LinearRegression().fit(x, y)
    l1 = QuantileRegressor(alpha=0, solver="highs").fit(x, y)
    print(f"L2 {l2.intercept_:8.3f} {l2.coef_[0]:+.3f} x")
    print(f"L1 {l1.intercept_:8.3f} {l1.coef_[0]:+.3f} x")
    return l2.intercept_, l2.coef_[0], l1.intercept_, l1.coef_[0]


l2_start, l2_slope, l1_start, l1_slope = both_lines(days, jars)
crossing = (l1_start - l2_start) / (l2_slope - l1_slope)
height = l2_start + l2_slope * crossing
print(f"the lines cross at {crossing:.3f} days, {height:.3f} jars")

slip_jars = 290
slip = np.array([10, 14, 15, 17, slip_jars])
_, slip_slope, _, slip_l1_slope = both_lines(days, slip)

six_days, six_jars = np.append(days, [[4]], axis=0), np.append(jars, 17)
sixth = LinearRegression().fit(six_days, six_jars)
sixth_start, sixth_slope = sixth.intercept_, sixth.coef_[0]
print(f"six notes: L2 {sixth_start:.3f} {sixth_slope:+.3f} x")

x = six_days[:, 0]
rise = (17 - 10) / (4 - 1)
old_line_sad = np.sum(np.abs(six_jars - (8 + 2 * x)))
new_line_sad = np.sum(np.abs(six_jars - (10 + rise * (x - 1))))
print(f"L1 of two lines: {old_line_sad:.3f} and {new_line_sad:.3f}")
