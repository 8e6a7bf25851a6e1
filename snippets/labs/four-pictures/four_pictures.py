import matplotlib.pyplot as plt
import numpy as np

table = np.loadtxt("quartet.csv", delimiter=",", skiprows=1)
pictures, xs, ys = table.T.reshape(3, 4, 11)
ends = np.array([3, 20])
titles = ["1: a cloud", "2: a curve", "3: a stray point", "4: a pile"]

figure, panels = plt.subplots(2, 2, sharex=True, sharey=True, figsize=(5, 4.4))
figure.suptitle("Four pictures, one L2 line")
for title, axes, x, y in zip(titles, panels.flat, xs, ys):
    slope, start = np.polyfit(x, y, 1)
    print(f"{title:16} L2 line {start:.4f} + {slope:.4f} x")
    axes.plot(ends, start + slope * ends, "--", color="C1")
    axes.plot(x, y, "o", color="C2", markersize=5.5)
    axes.set_title(title, weight="normal")
    axes.set(xticks=[5, 10, 15, 20], ylim=(2, 14))
panels[0, 0].text(15, 8, "L2", color="C1")
for axes in panels[1]:
    axes.set(xlabel="x")
for axes in panels[:, 0]:
    axes.set(ylabel="y")
plt.show()
