import matplotlib.pyplot as plt

actual = 100
forecasts = [90, 95, 105]
lengths = [abs(actual - forecast) for forecast in forecasts]
mean_length = sum(lengths) / len(lengths)

figure, axes = plt.subplots(figsize=(5, 2.8))
labels = [f"forecast {forecast}" for forecast in forecasts]
axes.barh([*labels, "mean"], [*lengths, mean_length], height=0.5, color="C0")
axes.patches[-1].set(fill=False, edgecolor="C0", linestyle="--")
axes.bar_label(axes.containers[0], [*lengths, f"{mean_length:.2f}"], padding=5)
axes.invert_yaxis()
axes.set(
    title=f"L1 is the mean length: {mean_length:.2f} apples",
    xlabel="miss in apples",
)
print(f"lengths {lengths}, their mean {mean_length:.2f} apples")
plt.show()
