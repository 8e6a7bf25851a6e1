import matplotlib.pyplot as plt
import numpy as np

days = np.arange(1, 11)
heights = 2 * days + 1
right_height, mistyped = heights[4], 61
print("heights:", *heights)
print(f"day 5 says {mistyped} and not {right_height}")

fig, ax = plt.subplots(figsize=(5, 2.9))
ax.plot(np.delete(days, 4), np.delete(heights, 4), "o", color="C2")
ax.plot(5, right_height, "o", color="C2", markerfacecolor="none")
ax.plot(5, mistyped, "X", color="C2", markersize=10)
ax.plot([5, 5], [14, 57], ":", color="C2", linewidth=1.5)
ax.text(5.4, mistyped, "the wrong entry", va="center")
ax.text(5.5, 5.5, "where it belongs", va="center")
ax.set(title="Ten heights, one of them wrong", xlabel="day")
ax.set(ylabel="height (cm)", xticks=[1, 5, 10], ylim=(0, 68))
plt.show()
