import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

actual = 100
forecasts = [90, 95, 105]
misses = [abs(actual - forecast) for forecast in forecasts]
areas = [miss**2 for miss in misses]
mae = sum(misses) / len(misses)
mse = sum(areas) / len(areas)

figure, axes = plt.subplots(figsize=(6.4, 5.7))
for row, (forecast, miss) in enumerate(zip(forecasts, misses), start=1):
    left, middle = min(forecast, actual), (forecast + actual) / 2
    square = Rectangle((left, 0), miss, miss, facecolor=("C1", 0.25))
    square.set(edgecolor="C1", linewidth=1.5)
    axes.add_patch(square)
    axes.text(middle, miss - 0.9, f"{miss**2}", ha="center")
    height = -0.8 - 2.2 * row
    axes.vlines(forecast, height, 0, color="C2", linestyle=":", linewidth=1)
    axes.hlines(height, left, left + miss, color="C0", linewidth=6)
    axes.plot(forecast, height, "o", color="C0", markersize=14)
    axes.text(middle, height + 0.5, f"{miss}", ha="center")
axes.vlines(actual, height - 0.6, 10.6, color="C2")
axes.text(actual, 10.9, f"actual harvest {actual}", ha="center")
axes.text(113, 9.8, "L2: mean\nof squares", color="C1", va="top", ha="right")
axes.text(113, -4.4, "L1: mean\nof lengths", color="C0", va="top", ha="right")
axes.spines["left"].set_visible(False)
axes.spines["bottom"].set_position("zero")
axes.set(yticks=[], aspect="equal", xlim=(87, 113), ylim=(height - 1, 11.6))
axes.set(title="Each miss as a square above, as a length below")

for forecast, miss, area in zip(forecasts, misses, areas):
    print(f"forecast {forecast:3}: length {miss:2}, square {area:3}")
print(f"L1, the mean length: {mae:.2f} apples")
print(f"L2, the mean square: {mse:.2f} squared apples")
plt.show()
