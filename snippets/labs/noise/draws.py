import matplotlib.pyplot as plt
import numpy as np

bad = 2
times = 3
seed = 1
if not (0 <= bad <= 200 and 1 <= times <= 4 and seed % 1 == 0):
    raise ValueError("That can't be drawn.")
points, estimates = 201, 1000
share = bad / 1000


def drawn(count):  # a generator by Tommy Ettinger
    step = np.arange(1, count + 1, dtype=np.uint32)
    state = np.uint32(seed % 2**32) + step * np.uint32(0x6D2B79F5)
    one = (state ^ state >> 15) * (state | 1)
    two = one + (one ^ one >> 7) * (one | 61) ^ one
    return (two ^ two >> 14) / 2**32


# Two draws make a normal error (Box and Muller). A sample is a column.
shape = 3, points, estimates
far, turn, chance = drawn(3 * points * estimates).reshape(shape)
errors = np.sqrt(-2 * np.log(1 - far)) * np.cos(2 * np.pi * turn)
errors = np.where(chance < share, times * errors, errors)


def in_proportion(spreads):
    return 100 * (spreads / np.mean(spreads) - 1)


def bars_of(off):  # how many in each bar; what is farther off, in the last
    bars = np.floor(np.clip(off / 3 + 10, 1, 18))
    return [np.sum(bars == bar) for bar in range(20)]


means, medians = np.mean(errors, axis=0), np.median(errors, axis=0)
misses = np.abs(errors - means)
l1_off = in_proportion(np.mean(misses, axis=0))
l2_off = in_proportion(np.sqrt(np.mean(misses**2, axis=0)))
every_off = [l1_off, l2_off, 100 * medians, 100 * means]
wobbles = [np.sqrt(np.mean(off**2)) for off in every_off]
counts = [bars_of(off) for off in every_off]
l1_spread, l2_spread, l1_middle, l2_middle = wobbles
spread = (l2_spread / l1_spread) ** 2
middle = (l2_middle / l1_middle) ** 2


def mean_power(power):  # of the widths of all points
    return 1 - share + share * times**power


variance = mean_power(2)
l2_limit = (3 * mean_power(4) / variance**2 - 1) / 4
l1_limit = np.pi / 2 * variance / mean_power(1) ** 2 - 1
spread_law = l2_limit / l1_limit
middle_law = 2 / np.pi * variance * mean_power(-1) ** 2
print(f"spread {spread:.3f}, by the formula {spread_law:.3f}")
print(f"middle {middle:.3f}, by the formula {middle_law:.3f}")

figure, panels = plt.subplots(5, figsize=(5, 4.15))
figure.suptitle("From sample to sample, estimates wobble", y=0.99)
edges = np.repeat(np.arange(-10, 11) * 3, 2)[1:-1]
names = ["mean deviation", "standard deviation", "median", "mean"]
places = [(0.1, 0.66), (0.1, 0.43), (0.55, 0.66), (0.55, 0.43)]
for place, name, color, wobble, count, axes in zip(
    places, names, ["C0", "C1"] * 2, wobbles, counts, panels
):
    axes.set_position([*place, 0.43, 0.205])
    axes.fill(edges, np.repeat(count, 2), color=color, alpha=0.35, linewidth=0)
    axes.plot([-wobble, wobble], [18, 18], color=color, linewidth=5)
    axes.text(-29, 304, name, color=color)
    axes.set(xlim=(-30, 30), ylim=(0, 360), xticks=[-20, 0, 20], yticks=[])
panels[0].set(title="Spread", ylabel="L1", xticks=[])
panels[1].set(ylabel="L2", xlabel="off by, %")
panels[2].set(title="Middle", xticks=[])
panels[3].set_xlabel("off by, %")
scale = panels[4]
scale.set_position([0.17, 0.125, 0.76, 0.14])
scale.axvline(1, color="C2", linestyle=":", linewidth=1.5)
rings = {"markerfacecolor": "none", "markersize": 13, "markeredgewidth": 2}
scale.plot([spread, middle], [1, 0], "o", color="C2", **rings)
scale.plot([spread_law, middle_law], [1, 0], "D", color="C2", markersize=5)
scale.text(0.95, 1.9, "L2 is better", color="C1", ha="right", va="center")
scale.text(1.05, 1.9, "L1 is better", color="C0", va="center")
scale.set(xlim=(0, 3.4), ylim=(-0.6, 2.3), xticks=[0, 1, 2, 3])
scale.set_yticks([1, 0], ["spread", "middle"])
scale.set_xlabel("efficiency (ring: draw, diamond: formula)")
plt.show()
