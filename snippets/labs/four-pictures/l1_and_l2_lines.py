import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import QuantileRegressor

table = np.loadtxt("quartet.csv", delimiter=",", skiprows=1)
pictures, xs, ys = table.T.reshape(3, 4, 11)
ends = np.array([3, 20])
titles = ["1: almost the same", "2: the same slope"]
titles += ["3: L1 fits the row", "4: one line for both"]

figure, panels = plt.subplots(2, 2, sharex=True, sharey=True, figsize=(5, 4.4))
figure.suptitle("Far apart only in picture three")
for number, axes, x, y in zip((1, 2, 3, 4), panels.flat, xs, ys):
    l2_slope, l2_start = l1_slope, l1_start = np.polyfit(x, y, 1)
    if number < 4:  # the fourth L2 line is an L1 line too
        fit = QuantileRegressor(alpha=0, solver="highs")
        fit.fit(x.reshape(-1, 1), y)
        l1_slope, l1_start = fit.coef_[0], fit.intercept_
    print(f"{number}: slope {l2_slope:.4f} under L2, {l1_slope:.4f} under L1")
    axes.plot(ends, l1_start + l1_slope * ends, color="C0")
    axes.plot(ends, l2_start + l2_slope * ends, "--", color="C1")
    axes.plot(x, y, "o", color="C2", markersize=5.5)
    axes.set_title(titles[number - 1], weight="normal")
    axes.set(xticks=[5, 10, 15, 20], ylim=(2, 14))
panels[1, 0].text(15.2, 12.2, "L2", color="C1")
panels[1, 0].text(17, 7.6, "L1", color="C0")
for axes in panels[1]:
    axes.set(xlabel="x")
for axes in panels[:, 0]:
    axes.set(ylabel="y")
plt.show()
