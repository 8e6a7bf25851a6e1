import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

actual = 100
forecasts = [90, 95, 105]
misses = [abs(actual - forecast) for forecast in forecasts]

figure, (lengths, squares) = plt.subplots(1, 2, figsize=(6.4, 3.2))
corner = 0
for row, (forecast, miss) in enumerate(zip(forecasts, misses)):
    lengths.plot([forecast, actual], [-row, -row], "o-", color="C0", linewidth=4)
    lengths.text((forecast + actual) / 2, 0.2 - row, f"{miss}", ha="center")
    squares.add_patch(Rectangle((corner, 0), miss, miss, facecolor="C1", alpha=0.35))
    squares.text(corner + miss / 2, miss / 2, f"{miss**2}", ha="center", va="center")
    corner += miss + 1
lengths.axvline(actual, color="C2", linestyle=":")
lengths.set(title="L1 adds lengths", xlabel="apples", yticks=[], ylim=(-2.6, 0.8))
squares.set(title="L2 adds squares", aspect="equal", xlim=(-1, corner), ylim=(-1, 12))
squares.axis("off")
figure.suptitle("Three misses as lengths and as squares")

mae = sum(misses) / len(misses)
mse = sum(miss**2 for miss in misses) / len(misses)
print(f"lengths {misses}, their mean {mae:.2f} apples")
print(f"squares {[miss**2 for miss in misses]}, their mean {mse:.2f} squared apples")
plt.show()
