import matplotlib.pyplot as plt
import numpy as np

trees = np.array([1, 2, 3, 4, 100])
old_tree = trees[4]
median, mean = np.median(trees), np.mean(trees)
print("apples on each tree:", *trees)
print(f"median {median:.0f}, mean {mean:.0f}")

fig, axes = plt.subplots(figsize=(5, 2.4))
axes.vlines(trees, -0.4, 0, color="C2", linewidth=1.6)
axes.vlines(median, 0.1, 1, color="C0", linewidth=2.4)
axes.vlines(mean, 0.1, 1, color="C1", linewidth=2.4, linestyle="--")
axes.text(median - 4, 1.2, "L1: median", color="C0")
axes.text(mean + 2, 0.7, "L2: mean", color="C1")
axes.text((median + mean) / 2, 0.55, "?", ha="center", va="center")
axes.text(7, -0.3, "four young trees")
axes.text(97, -0.3, "the old tree", ha="right")
axes.set(xlim=(-3, 104), ylim=(-0.5, 1.8), yticks=[])
axes.set_title("L1 stays with the four, L2 is pulled away")
axes.set_xlabel("apples on a tree")
plt.show()
