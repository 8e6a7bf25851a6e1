import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

actual = 100
forecasts = [90, 95, 105]
misses = [abs(actual - forecast) for forecast in forecasts]
squares = [miss**2 for miss in misses]
mae = sum(misses) / len(misses)
mse = sum(squares) / len(squares)
all_three_miss = min(misses) > 0
one_fills_most = max(squares) > sum(squares) / 2

figure, axes = plt.subplots(figsize=(5, 5.4))
for row, forecast in enumerate(forecasts):
    left, miss, height = min(forecast, actual), misses[row], -3 - 2 * row
    middle = left + miss / 2
    square = Rectangle((left, 0), miss, miss, facecolor=("C1", 0.25))
    square.set(edgecolor="C1", linewidth=1.5)
    axes.add_patch(square)
    axes.text(middle, miss - 1.2, f"{squares[row]}", ha="center")
    axes.plot([forecast, actual], [height, height], "C0", linewidth=7)
    axes.plot(forecast, height, "o", color="C0", markersize=12, clip_on=False)
    axes.text(middle, height + 0.6, f"{miss}", ha="center")
axes.axvline(actual, color="C2", linestyle=":")
axes.text(100.3, 10.2, f"harvest {actual}")
axes.text(107.9, 8.3, "L2: mean square", color="C1", ha="right")
axes.text(107.9, -1.3, "L1: mean length", color="C0", ha="right")
axes.set(
    title=f"L1 is {mae:.2f} apples, L2 {mse:.0f} squared apples",
    xlabel="apples",
    aspect="equal",
    xticks=[actual, *forecasts],
    yticks=[],
    xlim=(88.9, 108.1),
    ylim=(-8.4, 11.2),
)
axes.spines["left"].set_visible(False)

print(f"lengths {misses}, their mean {mae:.2f} apples")
print(f"squares {squares}, their mean {mse:.2f} squared apples")
plt.show()
