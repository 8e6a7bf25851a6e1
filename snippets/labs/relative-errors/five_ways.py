import matplotlib.pyplot as plt
import numpy as np

trees = [10, 20, 40, 80, 320]
forecast = 60
if min(*trees, forecast) <= 0:
    raise ValueError("There is no percentage of no apples.")
actual = np.sort(np.array(trees, dtype=float))


def root(errors):
    return np.sqrt(np.mean(errors * errors))


def losses(place):
    apples = np.abs(actual - place)
    doublings = np.abs(np.log2(actual / place))
    percent = 100 * np.mean(apples / actual)
    logs = [np.mean(doublings), root(doublings)]
    return np.mean(apples), root(apples), percent, *logs


# The best forecasts: MAPE's is a median, weighted by 1/y.
l1_best, l2_best = np.median(actual), np.mean(actual)
counted = np.cumsum(1 / actual)
mape_best = actual[np.argmax(2 * counted >= counted[-1])]
log_l1_best = l1_best
log_l2_best = 2 ** np.mean(np.log2(actual))

l1, l2, mape, log_l1, log_l2 = losses(forecast)
bests = [l1_best, l2_best, mape_best, log_l1_best, log_l2_best]
least = [losses(best)[at] for at, best in enumerate(bests)]
corners = np.clip(trees, 1, 120)
places = np.sort([1, 2, 3, *range(5, 121, 5), *corners])
curves = np.transpose([losses(place) for place in places])
print("             loss    best")
print(f"L1      {l1:9.2f} {l1_best:7.2f}")
print(f"L2      {l2:9.2f} {l2_best:7.2f}")
print(f"MAPE    {mape:9.2f} {mape_best:7.2f}")
print(f"log L1  {log_l1:9.2f} {log_l1_best:7.2f}")
print(f"log L2  {log_l2:9.2f} {log_l2_best:7.2f}")

figure, panels = plt.subplots(
    3, figsize=(5, 4.2), sharex=True, height_ratios=[2, 2, 3]
)
for at, color, line in [
    (0, "C0", "-"),
    (1, "C1", "--"),
    (2, "C2", "-"),
    (3, "C0", "-"),
    (4, "C1", "--"),
]:
    axes = panels[[0, 0, 1, 2, 2][at]]
    axes.plot(places, curves[at], line, color=color, linewidth=1.6)
    axes.plot(bests[at], least[at], "o", color=color, markersize=8)
for axes in panels:
    axes.axvline(forecast, linestyle=":", color="C2")
panels[2].plot(trees, [-1.2] * 5, "|", color="C2", markersize=12)
panels[2].text(118, -1.6, "trees", color="C2", ha="right")
panels[0].text(118, 72, "L1", color="C0", ha="right")
panels[0].text(118, 130, "root of L2", color="C1", ha="right")
panels[1].text(118, 60, "MAPE", color="C2", ha="right")
panels[2].text(118, 0.2, "L1", color="C0", ha="right")
panels[2].text(118, 3, "root of L2", color="C1", ha="right")
panels[0].set(title="Apples: lowest at median and mean")
panels[1].set(title="Percent: lowest at the median or below it")
panels[2].set(title="Doublings: half and double cost the same")
panels[0].set(ylabel="apples", ylim=(60, 160), yticks=[60, 110, 160])
panels[1].set(ylabel="percent", ylim=(0, 400), yticks=[0, 200, 400])
panels[2].set(ylabel="doublings", ylim=(-2, 6))
panels[2].set(yticks=[0, 3, 6])
panels[2].set(xlabel="one forecast for five trees, in apples")
panels[2].set(xlim=(0, 120), xticks=range(0, 121, 20))
plt.show()
