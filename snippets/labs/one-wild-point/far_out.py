import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

far_day = 50
days = np.append(np.arange(1.0, 10.0), far_day).reshape(-1, 1)
line = 2 * days.ravel() + 1
on_the_line, a_little_off, cut_down = line[-1], line[-1] - 1, 0
l1, l2 = QuantileRegressor(alpha=0, solver="highs"), LinearRegression()


def slopes(far_height):
    heights = np.append(line[:-1], far_height)
    l1.fit(days, heights), l2.fit(days, heights)
    print(f"{far_height:6.0f} {l1.coef_[0]:8.4f} {l2.coef_[0]:8.4f}")
    return l1.coef_[0], l2.coef_[0]


print(f"height of day {far_day}: slopes of L1 and L2")
l1_on, l2_on = slopes(on_the_line)
l1_little, l2_little = slopes(a_little_off)
l1_cut, l2_cut = slopes(cut_down)
neither_moves = max(abs(l1_on - 2), abs(l2_on - 2)) < 1e-9
both_move = max(l1_little, l2_little) < 2
