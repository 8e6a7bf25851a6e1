import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

days = np.array([1, 3, 4, 5, 7])
jars = np.array([10, 14, 15, 17, 29])
column = days[:, np.newaxis]

figure, panels = plt.subplots(2, sharex=True, sharey=True, figsize=(5, 6))
for axes, name, line, style in [
    (panels[0], "Least squares (L2)", LinearRegression(), "C1--"),
    (panels[1], "Least absolute (L1)", QuantileRegressor(alpha=0), "C0-"),
]:
    forecasts = line.fit(column, jars).predict(column)
    residuals = np.round(jars - forecasts, 3)
    print(f"{name}: {line.intercept_:.3f} + {line.coef_[0]:.3f} x")
    axes.plot([0, 8], line.predict([[0], [8]]), style)
    axes.vlines(days, forecasts, jars, color="C2", linewidth=2)
    axes.plot(days, jars, "o", color="C2")
    for x, y, residual in zip(days, jars, residuals):
        print(f"  {x} days, {y} jars: residual {residual:z.0f}")
        if residual:
            place = y + 1.2 if residual > 0 else y - 3.2
            axes.text(x, place, f"{residual:.0f}", ha="center")
    axes.set(title=name, ylabel="jars of honey", ylim=(0, 34))
panels[1].set(xlabel="sunny days", xticks=[0, 4, 8], yticks=[0, 10, 20, 30])
plt.show()
