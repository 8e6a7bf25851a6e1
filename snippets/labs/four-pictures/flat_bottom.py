import matplotlib.pyplot as plt
import numpy as np

table = np.loadtxt("quartet.csv", delimiter=",", skiprows=1)
x, y = table[33:, 1], table[33:, 2]
corners = (12.5 - np.sort(y[x == 8])) / (19 - 8)
slopes = corners[3:7]


def least_total(slope):
    heights = y - slope * x
    return np.sum(np.abs(heights - np.median(heights)))


totals = [least_total(slope) for slope in slopes]
l2_slope, l2_start = np.polyfit(x, y, 1)
l2_total = np.sum(np.abs(y - l2_start - l2_slope * x))
for slope, total in zip(slopes, totals):
    print(f"slope {slope:.5f}: total at least {total:.5f}")
print(f"L2 line, slope {l2_slope:.5f}: total {l2_total:.5f}")

figure, axes = plt.subplots(figsize=(5, 3))
axes.plot(slopes, totals, "o-", color="C0")
axes.plot(l2_slope, l2_total, "s", color="C1", markersize=9)
axes.text(
    0.503, 10.1, "the slopes of\nthe flat bottom tie", color="C0", ha="center"
)
axes.text(l2_slope, 9.78, "the L2 line", color="C1", ha="center")
axes.set(title="Picture 4: a flat bottom", xlabel="slope")
axes.set(xticks=[0.48, 0.5, 0.52, 0.54])
axes.set(ylabel="total miss", xlim=(0.468, 0.542), ylim=(9.7, 10.6))
plt.show()
