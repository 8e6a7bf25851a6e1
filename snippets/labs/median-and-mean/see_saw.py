import matplotlib.pyplot as plt
import numpy as np

harvests = np.array([1, 2, 3, 4, 100])
first, second, third, fourth, fifth = harvests
median, mean = np.median(harvests), np.mean(harvests)
sides = np.sign(harvests - median)
distances = mean - harvests
first_below, second_below, third_below, fourth_below, _ = distances
far_below, far_above = np.sum(distances[:4]), fifth - mean
see_saw_balances = far_below == far_above
print("L1, every tree equally far out:")
print("tree     ", *[f"{harvest:4}" for harvest in harvests])
print("side     ", *[f"{side:+4.0f}" for side in sides])
print("L2, every tree as far out as it is:")
print("tree     ", *[f"{harvest:4}" for harvest in harvests])
print("distance ", *[f"{-gap:+4.0f}" for gap in distances])

figure, (top, bottom) = plt.subplots(
    2, figsize=(4.4, 4.3), height_ratios=[5, 6.7]
)


def see_saw(axes, ends, support, line):
    axes.plot(ends, [0, 0], line)
    axes.plot(support, -0.55, line[:2] + "^", markersize=18)
    axes.set(xlim=ends, xticks=[], yticks=[])
    axes.spines[:].set_visible(False)


def sit(axes, place, level, harvest, color):
    room = np.ptp(axes.get_xlim())
    width = room * (0.05 if harvest < 10 else 0.1)
    box = {"color": "none", "edgecolor": color, "linewidth": 2}
    axes.bar(place, 0.9, width, level, **box)
    middle = {"ha": "center", "va": "center"}
    axes.text(place, level + 0.42, harvest, **middle)


see_saw(top, [-1.5, 1.5], 0, "C0-")
for side, level, harvest in zip(sides, [0, 1, 0, 0, 1], harvests):
    sit(top, side, level, harvest, "C0")
top.text(0, -1.75, f"forecast {median:g}: the median", ha="center")
top.set(title="L1: two on each side, however far away")
top.set(ylim=(-2.3, 2.4))
see_saw(bottom, [-8, 112], mean, "C1--")
for level, harvest in zip([0, 1, 2, 3, 0], harvests):
    sit(bottom, harvest, level, harvest, "C1")
near = f"{fourth_below:g} to {first_below:g} away, in all {far_below:g}"
bottom.text(10, 2.2, near)
bottom.text(60, 0.3, f"{far_above:g} away", ha="center")
bottom.text(mean, -1.8, f"forecast {mean:g}: the mean", ha="center")
bottom.set(title="L2: one far away balances four nearby")
bottom.set(ylim=(-2.2, 4.2))
plt.show()
