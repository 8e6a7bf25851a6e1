import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

clean_days = np.arange(1.0, 10.0)
clean_heights = 2 * clean_days + 1
l1, l2 = QuantileRegressor(alpha=0, solver="highs"), LinearRegression()


def line(model, wild_day):
    days = np.append(clean_days, wild_day).reshape(-1, 1)
    model.fit(days, np.append(clean_heights, 0))
    return model.intercept_, model.coef_[0]


def slope(model, wild_day):
    return line(model, wild_day)[1]


held, gone = 24, 26
l1_held, l1_gone = slope(l1, held), slope(l1, gone)
l2_held, l2_gone = slope(l2, held), slope(l2, gone)
l1_holds_then_goes = abs(l1_held - 2) < 1e-6 and l1_gone < 0
only_l2_has_left = abs(l1_held - 2) < 1e-6 and l2_held < 0
print("day   L1 slope  L2 slope")
print(f"{held}   {l1_held:+9.4f} {l2_held:+9.4f}")
print(f"{gone}   {l1_gone:+9.4f} {l2_gone:+9.4f}")

fig, panels = plt.subplots(1, 2, sharey=True, figsize=(5, 3.4))
fig.suptitle("Two days later, L1 gives way")
for ax, day in zip(panels, (held, gone)):
    ends = np.array([1, day])
    start, rise = line(l1, day)
    ax.plot(ends, start + rise * ends, color="C0")
    start, rise = line(l2, day)
    ax.plot(ends, start + rise * ends, "--", color="C1")
    ax.plot(clean_days, clean_heights, "o", color="C2", markersize=5)
    ax.plot(day, 0, "X", color="C2", markersize=10)
    ax.set_title(f"wild day: {day}", weight="normal")
    ax.set(xlabel="day", ylim=(-3, 52))
    ax.set(xticks=[1, 9, day], xlim=(0, 27.5))
panels[0].text(14, 34, "L1", color="C0", ha="right")
panels[0].text(14, 11, "L2", color="C1")
panels[1].text(18, 0, "L1", color="C0", ha="right")
panels[1].text(14, 11, "L2", color="C1")
panels[0].set(ylabel="height (cm)")
plt.show()
