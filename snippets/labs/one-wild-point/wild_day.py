import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

clean_days = np.arange(1.0, 10.0)
clean_heights = 2 * clean_days + 1


def slope(model, wild_day):
    days = np.append(clean_days, wild_day).reshape(-1, 1)
    return model.fit(days, np.append(clean_heights, 0)).coef_[0]


l1, l2 = QuantileRegressor(alpha=0, solver="highs"), LinearRegression()
held, gone = 24, 26
l1_held, l1_gone = slope(l1, held), slope(l1, gone)
l2_held, l2_gone = slope(l2, held), slope(l2, gone)
l1_holds_then_goes = abs(l1_held - 2) < 1e-6 and l1_gone < 0
only_l2_has_left = abs(l1_held - 2) < 1e-6 and l2_held < 0
print("day   L1 slope  L2 slope")
print(f"{held}   {l1_held:+9.4f} {l2_held:+9.4f}")
print(f"{gone}   {l1_gone:+9.4f} {l2_gone:+9.4f}")

fig, ax = plt.subplots(figsize=(5, 3.2))
days = np.arange(10.0, 51.0, 2.0)
before, after = days[days < 25], days[days > 25]
ax.plot(before, [slope(l1, day) for day in before], "o-", color="C0")
ax.plot(after, [slope(l1, day) for day in after], "o-", color="C0")
ax.plot(days, [slope(l2, day) for day in days], "s--", color="C1")
ax.axvline(25, color="C2", linestyle=":", linewidth=1)
ax.text(24, 1.6, "L1 line", color="C0", ha="right")
ax.text(27, -0.72, "L1 line", color="C0")
ax.text(15, 0.25, "L2 line", color="C1")
ax.set(title="How far out the wild day lies", ylabel="slope of the line")
ax.set(xlabel="day of the wild point", ylim=(-0.9, 2.3))
plt.show()
