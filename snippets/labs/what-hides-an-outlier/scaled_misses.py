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

figure, panels = plt.subplots(2, sharex=True, sharey=True, figsize=(5, 4.5))
days = np.arange(1, len(y) + 1)
others = np.delete(days, four - 1)
for axes, scaled, shape, colour in zip(
    panels, (l2_scaled, l1_scaled), "so", ("C1", "C0")
):
    axes.axhline(0, color="C2", linewidth=0.8)
    for line in (-limit, limit):
        axes.axhline(line, color="C2", linestyle="--", linewidth=1.2)
    hollow = {"color": colour, "markerfacecolor": "none", "markersize": 6}
    axes.plot(others, scaled[others - 1], shape, **hollow)
    axes.plot(four, scaled[four - 1], shape, color=colour, markersize=8)
    for day, height in zip(four, scaled[four - 1]):
        at = max(height, limit) + 2 if height > 0 else height - 2.3
        axes.text(day, at, day, ha="center", va="center")
    axes.set(xticks=[1, 5, 10, 15, 21], yticks=[-5, -limit, 0, limit, 5])
    axes.set(ylim=(-9, 7.4))
panels[0].set(title="L2 finds none of the four", ylabel="residual / s")
panels[1].set(title="L1 finds all four", ylabel="residual / MADN")
panels[1].set(xlabel="day")
plt.show()
