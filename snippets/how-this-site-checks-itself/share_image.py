import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

actual = 100
forecasts = [90, 95, 105]
misses = [abs(actual - forecast) for forecast in forecasts]

figure, axes = plt.subplots(figsize=(4.5, 2.3625))
for row, (forecast, miss) in enumerate(zip(forecasts, misses)):
    left, height = min(forecast, actual), -1.5 - 1.5 * row
    square = Rectangle((left, 0), miss, miss, facecolor=("C1", 0.25))
    square.set(edgecolor="C1", linewidth=1)
    axes.add_patch(square)
    axes.plot([forecast, actual], [height, height], "C0", linewidth=5)
    axes.plot(forecast, height, "o", color="C0", markersize=9)
axes.axvline(actual, color="C2", linestyle=":", linewidth=2)
axes.text(64, 5.2, "How wrong\nis a forecast?", size="large", weight="bold")
axes.text(64, 2, "L2: the mean square", color="C1")
axes.text(64, -3.4, "L1: the mean length", color="C0")
axes.set(aspect="equal", xlim=(63, 107), ylim=(-7, 12.5))
axes.axis("off")
figure.suptitle("L1 and L2 loss, executed", x=0.03, y=0.95, ha="left")
print(f"{len(misses)} misses: {misses[0]}, {misses[1]} and {misses[2]} apples")
plt.show()
