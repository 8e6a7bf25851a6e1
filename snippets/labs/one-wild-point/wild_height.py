import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

days = np.arange(1, 11).reshape(-1, 1)
mistyped, huge = 61, 1_000_000
growth, seedling = 2, 1


def fit(model, wild_height):
    heights = growth * days.ravel() + float(seedling)
    heights[4] = wild_height
    model.fit(days, heights)
    return model.intercept_, model.coef_[0]


l1, l2 = QuantileRegressor(alpha=0, solver="highs"), LinearRegression()
l1_start, l1_slope = fit(l1, mistyped)
l2_start, l2_slope = fit(l2, mistyped)
l1_start_huge, l1_slope_huge = fit(l1, huge)
l2_start_huge, l2_slope_huge = fit(l2, huge)
l2_loss_a_day = -l2_slope_huge
print("   height L1 line          L2 line")
print(f"{mistyped:9,} {l1_start:.4f} {l1_slope:+.4f} x", end="")
print(f"  {l2_start:.4f} {l2_slope:+.5f} x")
print(f"{huge:9,} {l1_start_huge:.4f} {l1_slope_huge:+.4f} x", end="")
print(f"  {l2_start_huge:,.1f} {l2_slope_huge:+.3f} x")
l1_off = abs(l1_start_huge - seedling) + abs(l1_slope_huge - growth)
l1_stays = l1_off < 1e-6
l2_gives_way = l2_slope_huge < 0 < growth

fig, ax = plt.subplots(figsize=(5, 3.2))
heights = np.linspace(-1000, 1000, 9)
ax.plot(heights, [fit(l1, height)[1] for height in heights], "o-", color="C0")
l2_slopes = [fit(l2, height)[1] for height in heights]
ax.plot(heights, l2_slopes, "s--", color="C1")
squares = np.sum((days - np.mean(days)) ** 2)
a_centimetre = (5 - np.mean(days)) / squares
turns = np.diff(l2_slopes) / np.diff(heights)
l2_turns_evenly = np.max(np.abs(turns - a_centimetre)) < 1e-9
ax.text(1000, 2.6, "L1 line", color="C0", ha="right")
ax.text(-560, 6.2, "L2 line", color="C1")
ax.set(title="However wild the height of one day", ylabel="slope of the line")
ax.set_xticks([-1000, -500, 0, 500, 1000])
ax.set(xlabel="height written down for day five (cm)")
plt.show()
