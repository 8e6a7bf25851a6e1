import matplotlib.pyplot as plt
import numpy as np

rain = np.array([1, 2, 3, 4, 5, 6.5, 7, 8])
harvests = np.array([57, 76, 112, 108, 121, 104, 112, 87])

ground = np.linspace(1, 8, 141)
parabola = np.polyfit(rain, harvests, 2)
curve = np.polyfit(rain, harvests, 7)
misses = np.abs(harvests - np.polyval(parabola, rain))
curve_misses = np.abs(harvests - np.polyval(curve, rain))
print("weeks ", *(f"{weeks:3g}" for weeks in rain))
print("apples", *(f"{apples:3}" for apples in harvests))
print(f"parabola: misses by {np.min(misses):.1f} to {np.max(misses):.1f}")
print(f"long curve: misses by {np.max(curve_misses):.1f} at most")
misses_nothing = np.max(curve_misses) < 0.001
misses_each = np.min(misses) > 0.001

figure, axes = plt.subplots(figsize=(5, 3.5))
axes.plot(ground, np.polyval(curve, ground), color="C1")
smooth = np.polyval(parabola, ground)
axes.plot(ground, smooth, "--", color="C1", linewidth=1.6)
axes.plot(rain, harvests, "o", color="C2", markersize=8)
axes.text(1.95, 40, "the long curve", color="C1")
axes.text(3.3, 96, "the parabola", color="C1", va="top")
axes.set(title="One curve hits all eight, one hits none")
axes.set(xlabel="rainy weeks in spring", ylabel="apples")
axes.set(xticks=range(1, 9), ylim=(20, 140))
plt.show()
