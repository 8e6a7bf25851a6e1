import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

days = np.arange(1, 11).reshape(-1, 1)
mistyped, wilder, huge = 61, 111, 1_000_000
growth, seedling = 2, 1
true_line = growth * days.ravel() + float(seedling)
l1, l2 = QuantileRegressor(alpha=0, solver="highs"), LinearRegression()


def fit(model, wild_height):
    heights = true_line.copy()
    heights[4] = wild_height
    model.fit(days, heights)
    return model.intercept_, model.coef_[0]


l1_start, l1_slope = fit(l1, mistyped)
l2_start, l2_slope = fit(l2, mistyped)
l1_start_huge, l1_slope_huge = fit(l1, huge)
l2_start_huge, l2_slope_huge = fit(l2, huge)
l2_loss_a_day = -l2_slope_huge
l1_off = abs(l1_start_huge - seedling) + abs(l1_slope_huge - growth)
l1_stays = l1_off < 1e-6
l2_gives_way = l2_slope_huge < 0 < growth

squares = np.sum((days - np.mean(days)) ** 2)
a_centimetre = (5 - np.mean(days)) / squares
many = np.linspace(-1000, 1000, 9)
turns = np.diff([fit(l2, height)[1] for height in many]) / np.diff(many)
l2_turns_evenly = np.max(np.abs(turns - a_centimetre)) < 1e-9

for height in (11, mistyped, wilder, huge):
    (start, slope), (l2_begin, l2_rise) = fit(l1, height), fit(l2, height)
    print(f"height {height:,}")
    print(f"  L1 line {start:.4f} {slope:+.4f} x")
    print(f"  L2 line {l2_begin:,.4f} {l2_rise:+,.5f} x")

fig, panels = plt.subplots(1, 3, sharey=True, figsize=(5, 3.3))
fig.suptitle("The wild height pulls L2 along; L1 stays")
for ax, height in zip(panels, (11, mistyped, wilder)):
    heights = true_line.copy()
    heights[4] = height
    start, slope = fit(l1, height)
    ax.plot(days, start + slope * days, color="C0")
    start, slope = fit(l2, height)
    ax.plot(days, start + slope * days, "--", color="C1")
    up = start + slope * 5 - true_line[4]
    ax.plot([5, 5], [11, height], ":", color="C2", linewidth=1.5)
    good, true = np.delete(days, 4), np.delete(heights, 4)
    ax.plot(good, true, "o", color="C2", markersize=4.5)
    ax.plot(5, height, "X", color="C2", markersize=9)
    ax.set_title(f"L2 up {up:z.0f} cm", weight="normal")
    ax.set(xlabel=f"day 5: {height} cm")
    ax.set(xticks=[1, 5, 10], ylim=(-3, 120))
panels[2].text(1, 27, "L2", color="C1")
panels[2].text(7.5, 2, "L1", color="C0")
panels[0].set(ylabel="height (cm)")
plt.show()
