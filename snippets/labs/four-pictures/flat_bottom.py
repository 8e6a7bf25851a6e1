import matplotlib.pyplot as plt
import numpy as np

table = np.loadtxt("quartet.csv", delimiter=",", skiprows=1)
x, y = table[33:, 1], table[33:, 2]
pile = np.sort(y[x == 8])
heights = pile[3:7]
mean = np.mean(pile)


def total_miss(height):
    return np.sum(np.abs(pile - height))


totals = [total_miss(height) for height in heights]
mean_total = total_miss(mean)
for height, total in zip(heights, totals):
    print(f"through {height:.2f}: total miss {total:.2f}")
print(f"L2 line, through {mean:.3f}: total miss {mean_total:.2f}")

figure, (top, bottom) = plt.subplots(
    2, sharex=True, figsize=(5, 4), height_ratios=[1, 2.6]
)
top.plot(pile, np.zeros(10), "o", color="C2", markersize=9)
top.axhline(0, color="C2", linewidth=0.8, zorder=0)
top.plot([6.43], [0], "<", color="C2", markersize=8)
top.plot([7.84], [0], ">", color="C2", markersize=8)
top.text(6.43, -0.85, "three more", ha="left")
top.text(7.84, -0.85, "three more", ha="right")
top.set(title="A flat bottom between the middle two")
top.set(ylabel="pile", ylim=(-1.2, 0.8), yticks=[])
bottom.plot(heights, totals, "o-", color="C0")
bottom.plot(mean, mean_total, "s", color="C1", markersize=9)
for axes in (top, bottom):
    for height in heights[1:3]:
        axes.axvline(height, color="C2", linestyle=":", linewidth=1.2)
bottom.text(7.3, 10.5, "L1", color="C0", ha="right")
bottom.text(6.965, 9.66, "L2", color="C1", ha="center")
bottom.set(xlabel="height of the line at the pile", ylabel="total miss")
bottom.set(xlim=(6.4, 7.87), ylim=(9.5, 11.4))
plt.show()
