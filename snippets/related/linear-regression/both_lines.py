import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

days = np.array([[1], [3], [4], [5], [7]])
jars = np.array([10, 14, 15, 17, 29])
ends = np.array([[0], [8]])
l2_line = LinearRegression().fit(days, jars)
l1_line = QuantileRegressor(alpha=0, solver="highs").fit(days, jars)

figure, panels = plt.subplots(2, sharex=True, sharey=True, figsize=(5, 6))
for axes, name, line, color, style in [
    (panels[0], "Least squares (L2)", l2_line, "C1", "--"),
    (panels[1], "Least absolute deviations (L1)", l1_line, "C0", "-"),
]:
    forecasts = line.predict(days)
    misses = np.round(jars - forecasts, 3) + 0
    print(f"{name}: {line.intercept_:.3f} + {line.coef_[0]:.3f} x")
    print("misses:", ", ".join(f"{miss:.0f}" for miss in misses))
    axes.plot(ends, line.predict(ends), style, color=color)
    axes.vlines(days[:, 0], forecasts, jars, color="C2", linewidth=1.5)
    axes.plot(days[:, 0], jars, "o", color="C2")
    for x, y, miss in zip(days[:, 0], jars, misses):
        height = y + 1.2 if miss > 0 else y - 3.2
        axes.text(x, height, f"{miss:.0f}", ha="center")
    axes.set(title=name, ylabel="jars of honey", ylim=(0, 34))
panels[1].set(xlabel="sunny days", xticks=range(0, 9, 2))
plt.show()
