import numpy as np
from sklearn.linear_model import QuantileRegressor

table = np.loadtxt("quartet.csv", delimiter=",", skiprows=1)
pictures, xs, ys = table.T.reshape(3, 4, 11)

lifted = ys[2].copy()
lifted[np.argmax(lifted)] = wild_height = 1000
fit = QuantileRegressor(alpha=0, solver="highs")
fit.fit(xs[2].reshape(-1, 1), lifted)
lifted_l1_start, lifted_l1_slope = fit.intercept_, fit.coef_[0]
lifted_l2_slope, lifted_l2_start = np.polyfit(xs[2], lifted, 1)
in_the_row = ys[2] < np.max(ys[2])
row_slope, _ = np.polyfit(xs[2][in_the_row], ys[2][in_the_row], 1)
l1_off = abs(lifted_l1_slope - row_slope)
only_l2_jumps = l1_off < 0.001 < lifted_l2_slope - row_slope
print(f"lifted: L1 {lifted_l1_start:.4f} + {lifted_l1_slope:.4f} x")
print(f"lifted: L2 {lifted_l2_start:.4f} + {lifted_l2_slope:.4f} x")

x, y = xs[3], ys[3]
pile, far_y, run = np.sort(y[x == 8]), y[np.argmax(x)], 19 - 8
nine = pile[1:]
only_slope = (far_y - np.median(nine)) / run
nine_l1_total = np.sum(np.abs(nine - np.median(nine)))
nine_l2_total = np.sum(np.abs(nine - np.mean(nine)))
tie_is_over = nine_l1_total < nine_l2_total
print(f"nine: slope {only_slope:.5f}, total {nine_l1_total:.4f}")
print(f"nine: total of the L2 line {nine_l2_total:.4f}")

stretched = pile + np.array([0] * 9 + [5])
stretched_mean = np.mean(stretched)
stretched_l1_total = np.sum(np.abs(stretched - np.median(stretched)))
stretched_l2_total = np.sum(np.abs(stretched - stretched_mean))
print(f"stretched: the mean is {stretched_mean:.4f}")
print(f"totals {stretched_l1_total:.4f} and {stretched_l2_total:.4f}")
they_part = stretched_l1_total < stretched_l2_total

pulled = y.copy()
pulled[np.argmax(x)] = 3
pulled_l2, _ = np.polyfit(x, pulled, 1)
pulled_l1 = (3 - np.median(pile)) / run
print(f"pulled down: slopes {pulled_l1:.4f} and {pulled_l2:.4f}")
both_fall = max(pulled_l1, pulled_l2) < 0
