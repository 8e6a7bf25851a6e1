import matplotlib.pyplot as plt

actual = 100
forecasts = [90, 95, 105]

figure, axes = plt.subplots(figsize=(5, 2.6))
axes.axvline(actual, color="C2", linestyle=":")
for row, forecast in enumerate(forecasts):
    miss = abs(actual - forecast)
    axes.plot([forecast, actual], [row, row], "C2")
    axes.plot(forecast, row, "o", color="C2", markersize=10)
    middle = (forecast + actual) / 2
    axes.text(middle, row - 0.15, f"{miss}", ha="center")
    print(f"forecast {forecast} misses by {miss} apples")
axes.text(100.4, -0.6, f"harvest: {actual}")
axes.set(title="Three forecasts, and none is right")
axes.set(xlabel="apples", xticks=[*forecasts, actual])
axes.set(ylim=(2.4, -1), yticks=[])
axes.spines["left"].set_visible(False)
plt.show()
