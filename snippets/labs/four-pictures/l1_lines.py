import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

table = np.loadtxt("quartet.csv", delimiter=",", skiprows=1)
pictures, xs, ys = table.T.reshape(3, 4, 11)
l1, l2 = QuantileRegressor(alpha=0, solver="highs"), LinearRegression()


def line(picture, name, fit):
    x, y = xs[picture - 1].reshape(-1, 1), ys[picture - 1]
    fit.fit(x, y)
    start, slope = fit.intercept_, fit.coef_[0]
    total = np.sum(np.abs(y - fit.predict(x)))
    print(f"{picture} {name} {start:.7f} + {slope:.7f} x {total:8.5f}")
    return start, slope, total


print("     line                    total miss")
first_start, first_slope, first_total = line(1, "L1", l1)
first_l2_start, first_l2_slope, first_l2_total = line(1, "L2", l2)
second_start, second_slope, second_total = line(2, "L1", l1)
second_l2_start, second_l2_slope, second_l2_total = line(2, "L2", l2)
third_start, third_slope, third_total = line(3, "L1", l1)
third_l2_start, third_l2_slope, third_l2_total = line(3, "L2", l2)
lines_differ = third_slope < first_slope < second_slope
l1_follows_the_row = third_total < third_l2_total
curve_unseen = abs(second_slope - second_l2_slope) < 1e-6
