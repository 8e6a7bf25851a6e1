import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

days = np.array([1, 3, 4, 5, 7])
jars = np.array([10, 14, 15, 17, 29])
column = days[:, np.newaxis]
asked = 6

figure, panels = plt.subplots(1, 2, sharey=True, figsize=(5, 3.7))
figure.suptitle("The rich note pulls L2 more than L1")
rich_misses, answers = [], []
for axes, name, line, color, style in [
    (panels[0], "L2", LinearRegression(), "C1", "--"),
    (panels[1], "L1", QuantileRegressor(alpha=0), "C0", "-"),
]:
    forecasts = line.fit(column, jars).predict(column)
    residuals = np.round(jars - forecasts, 3)
    rich_misses.append(residuals[-1])
    answers.append(line.predict([[asked]])[0])
    print(f"{name}: {line.intercept_:.3f} + {line.coef_[0]:.3f} x")
    ends = line.predict([[0], [8]])
    axes.plot([0, 8], ends, color=color, linestyle=style)
    axes.vlines(days, forecasts, jars, color="C2", linewidth=2)
    axes.plot(days, jars, "o", color="C2")
    for x, y, residual in zip(days, jars, residuals):
        print(f"  {x} days, {y} jars: residual {residual:z.0f}")
        place = y + 1.3 if residual >= 0 else y - 3.2
        signed = f"{residual:z.0f}".replace("-", "−")
        axes.text(x, place, signed, ha="center")
    print(f"  {asked} days: about {answers[-1]:.0f} jars")
    size = np.max(np.abs(residuals))
    axes.set_title(f"{name}: largest miss {size:.0f}", weight="normal")
    axes.set(ylim=(0, 34))
    axes.set(xlabel="sunny days", xticks=[0, 4, 8])
panels[0].set(ylabel="jars of honey", yticks=[0, 10, 20, 30])
l2_rich_miss, l1_rich_miss = rich_misses
l2_jars, l1_jars = answers
l2_comes_closer = l2_rich_miss < l1_rich_miss
plt.show()
