import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import brentq

trees = np.array([1, 2, 3, 4, 100])


def sum_of_pulls(forecast, delta):
    return np.clip(trees - forecast, -delta, delta).sum()


deltas = [0.5, 1, 2, 20, 50, 78, 100]
forecasts = [brentq(sum_of_pulls, 0, 101, args=(delta,)) for delta in deltas]
median, mean = np.median(trees), np.mean(trees)
low_gives_median = abs(forecasts[0] - median) < 1e-9
high_gives_mean = abs(forecasts[-2] - mean) < 1e-6
print("delta  best forecast")
for delta, forecast in zip(deltas, forecasts):
    print(f"{delta:5.1f} {forecast:14.2f}")
print(f"median {median:.0f}, mean {mean:.0f}")

fig, ax = plt.subplots(figsize=(5, 3.4))
ax.axhline(median, linestyle=":", color="C0", linewidth=1.6)
ax.axhline(mean, linestyle="--", color="C1", linewidth=1.6)
ax.plot(deltas, forecasts, "o-", color="C2", markersize=6)
ax.text(100, median + 0.7, "median, L1", color="C0", ha="right")
ax.text(0, mean - 2, "mean, L2", color="C1")
ax.text(40, 9.5, "Huber")
ax.set_title("The dial turns the median into the mean")
ax.set_xlabel("threshold δ (apples)")
ax.set_ylabel("best forecast (apples)")
ax.set_ylim(0, 25)
plt.show()
