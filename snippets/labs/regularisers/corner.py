import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import Lasso, LinearRegression, Ridge

data = np.genfromtxt("harvests.csv", delimiter=",", names=True)
columns = np.column_stack([data["rain"], data["magpies"]])
harvest = data["harvest"]
best = LinearRegression().fit(columns, harvest).coef_
lasso = Lasso(alpha=7.5).fit(columns, harvest).coef_
ridge = Ridge(alpha=10).fit(columns, harvest).coef_

figure, panels = plt.subplots(2, sharex=True, figsize=(4.4, 6.8))
budget = np.sum(np.abs(lasso))
panels[0].plot(
    [budget, 0, -budget, 0, budget], [0, budget, 0, -budget, 0], color="C0"
)
radius = np.hypot(*ridge)
disc = plt.Circle((0, 0), radius, fill=False, ec="C1", ls="--", lw=2.6)
panels[1].add_patch(disc)
for axes, title, weights, color, mark in [
    (panels[0], "L1: at a corner, no magpies", lasso, "C0", "o"),
    (panels[1], "L2: on the side, both remain", ridge, "C1", "s"),
]:
    distance = np.hypot(*(best - weights))
    for part in (0.7, 1):
        ring = plt.Circle(best, part * distance, fill=False, ec="C2", lw=0.8)
        axes.add_patch(ring)
    axes.axhline(0, color="C2", linewidth=0.8)
    axes.plot(*best, "+", color="C2")
    axes.text(best[0], -6.5, "least squares: +", ha="center")
    axes.plot(*weights, mark, color=color, markersize=9)
    axes.set(title=title, ylabel="weight of magpies", aspect="equal")
    axes.set(xlim=(-9, 22), ylim=(-8, 14), yticks=[-5, 0, 5, 10])
    print(f"{title}: rain {weights[0]:.2f}, magpies {weights[1]:.2f}")
panels[1].set(xlabel="weight of rain")
plt.show()
