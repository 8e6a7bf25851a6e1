import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import median_abs_deviation
from sklearn.linear_model import LinearRegression, QuantileRegressor

data = np.loadtxt("stack_loss.csv", delimiter=",", skiprows=1)
x, y = data[:, :3], data[:, 3]
l2_residuals = y - LinearRegression().fit(x, y).predict(x)
l1 = QuantileRegressor(alpha=0, solver="highs").fit(x, y)
l1_residuals = y - l1.predict(x)
s = np.sqrt(np.sum(l2_residuals**2) / (len(y) - 4))
madn = median_abs_deviation(l1_residuals, scale="normal")
l2_scaled, l1_scaled = l2_residuals / s, l1_residuals / madn

limit = 2.5
four = np.array([1, 3, 4, 21])
l2_one, l2_three, l2_four, l2_last = l2_scaled[four - 1]
l1_one, l1_three, l1_four, l1_last = l1_scaled[four - 1]
l2_found = np.sum(np.abs(l2_scaled) > limit)
l1_found = np.sum(np.abs(l1_scaled) > limit)
l2_hides_all_four = l2_found == 0
l1_shows_four = np.min(np.abs(l1_scaled[four - 1])) > limit and l1_found == 4
print(f"days beyond {limit}: {l2_found} under L2, {l1_found} under L1")
for day in four:
    by_l2, by_l1 = l2_scaled[day - 1], l1_scaled[day - 1]
    print(f"day {day:2}: {by_l2:6.3f} under L2, {by_l1:6.3f} under L1")

figure, (top, bottom) = plt.subplots(2, sharey=True, figsize=(5, 5.4))
days = np.arange(1, len(y) + 1)
top.plot(days, l2_scaled, "s", color="C1", markersize=6)
bottom.plot(days, l1_scaled, "o", color="C0", markersize=6)
top.set(title="L2: each day's residual, divided by s")
bottom.set(title="L1: each day's residual, divided by MADN", xlabel="day")
for axes, scaled in [(top, l2_scaled), (bottom, l1_scaled)]:
    for line in (-limit, limit):
        axes.axhline(line, color="C2", linestyle="--", linewidth=1.2)
    axes.axhline(0, color="C2", linewidth=0.8)
    for day in four:
        high = max(scaled[day - 1], limit) + 0.8
        low = min(scaled[day - 1], -limit) - 1.8
        axes.text(day, high if scaled[day - 1] > 0 else low, day, ha="center")
    axes.set(ylabel="scaled residual", ylim=(-8, 7))
    axes.set(xticks=[1, 5, 10, 15, 21], yticks=[-5, -limit, 0, limit, 5])
plt.show()
