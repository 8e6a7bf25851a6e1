import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

actual = 100
forecasts = [90, 95, 105]
misses = [abs(actual - forecast) for forecast in forecasts]
areas = [miss**2 for miss in misses]
mae = sum(misses) / len(misses)
mse = sum(areas) / len(areas)

figure, (lengths, squares) = plt.subplots(1, 2, figsize=(6.4, 3.2))
left = 0
for row, miss in enumerate(misses):
    ends = [forecasts[row], actual]
    lengths.plot(ends, [-row, -row], "o-", color="C0", linewidth=4)
    lengths.text(sum(ends) / 2, 0.2 - row, f"{miss}", ha="center")
    square = Rectangle((left, 0), miss, miss, facecolor="C1", alpha=0.35)
    squares.add_patch(square)
    squares.text(left + miss / 2, miss / 2, f"{areas[row]}", ha="center")
    left += miss + 1
lengths.axvline(actual, color="C2", linestyle=":")
lengths.set(
    title="L1 adds lengths", xlabel="apples", yticks=[], ylim=(-2.6, 0.8)
)
squares.set(
    title="L2 adds squares", aspect="equal", xlim=(-1, left), ylim=(-1, 12)
)
squares.axis("off")
figure.suptitle("Three misses as lengths and as squares")

print(f"lengths {misses}, their mean {mae:.2f} apples")
print(f"squares {areas}, their mean {mse:.2f} squared apples")
plt.show()
