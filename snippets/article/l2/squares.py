import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

actual = 100
forecasts = [90, 95, 105]
sides = [abs(actual - forecast) for forecast in forecasts]
areas = [side**2 for side in sides]
mean_area = sum(areas) / len(areas)
mean_side = mean_area**0.5

figure, axes = plt.subplots(figsize=(5, 2.2))
left = 0
for side, area in zip(sides, areas):
    square = Rectangle((left, 0), side, side, facecolor=("C1", 0.25))
    square.set(edgecolor="C1", linewidth=1.5)
    axes.add_patch(square)
    axes.text(left + side / 2, side / 2, f"{area}", ha="center", va="center")
    axes.text(left + side / 2, -1.6, f"side {side}", ha="center")
    left += side + 2
mean_square = Rectangle((left, 0), mean_side, mean_side, fill=False)
mean_square.set(edgecolor="C1", linestyle="--", linewidth=2)
axes.add_patch(mean_square)
middle = left + mean_side / 2
axes.text(
    middle, mean_side / 2, f"mean\n{mean_area:.0f}", ha="center", va="center"
)
axes.text(middle, -1.6, f"side {mean_side:.2f}", ha="center")
axes.set(
    title=f"L2 is the mean square: {mean_area:.0f} squared apples",
    aspect="equal",
)
axes.set(xlim=(-1, left + mean_side + 1), ylim=(-2, 10.5))
axes.axis("off")
print(f"squares {areas}, their mean {mean_area:.2f} squared apples")
print(f"a square of that size has a side of {mean_side:.2f} apples")
plt.show()
