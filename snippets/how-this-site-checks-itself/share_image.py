import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

actual = 100
forecasts = [90, 95, 105]
misses = [abs(actual - forecast) for forecast in forecasts]

figure, axes = plt.subplots(figsize=(8, 4.2))
for row, (forecast, miss) in enumerate(zip(forecasts, misses)):
    left, height = min(forecast, actual), -1.5 - 1.5 * row
    square = Rectangle((left, 0), miss, miss, facecolor=("C1", 0.25))
    square.set(edgecolor="C1", linewidth=1.5)
    axes.add_patch(square)
    axes.plot([forecast, actual], [height, height], "C0", linewidth=8)
    axes.plot(forecast, height, "o", color="C0", markersize=14)
axes.axvline(actual, color="C2", linestyle=":")
axes.text(64, 5.2, "How wrong\nis a forecast?", size=29, weight="bold")
axes.text(64, 2, "L2 loss adds squares.", color="C1", size=17)
axes.text(64, -3.4, "L1 loss adds lengths.", color="C0", size=17)
axes.set(aspect="equal", xlim=(63, 107), ylim=(-7, 12.5))
axes.axis("off")
figure.suptitle("L1 and L2 loss, executed", x=0.028, y=0.95, ha="left", size=14)
print(f"{len(misses)} misses: {misses[0]}, {misses[1]} and {misses[2]} apples")
plt.show()
