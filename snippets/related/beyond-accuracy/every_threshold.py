import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import norm

sound = norm.ppf((np.arange(990) + 0.5) / 990, loc=32, scale=8)
wormy = norm.ppf((np.arange(10) + 0.5) / 10, loc=56, scale=8)
missed_price, alarm_price = 30, 1

thresholds = np.arange(36, 65)
tp = np.sum(wormy[:, np.newaxis] >= thresholds, axis=0)
fp = np.sum(sound[:, np.newaxis] >= thresholds, axis=0)
precision, recall = tp / (tp + fp), tp / len(wormy)
cost = missed_price * (len(wormy) - tp) + alarm_price * fp
cheapest = np.argmin(cost)
best_threshold, least_cost = thresholds[cheapest], cost[cheapest]
best_precision, best_recall = precision[cheapest], recall[cheapest]
print("threshold  precision  recall  cost")
for at in range(0, 29, 4):
    print(f"{thresholds[at]:9}  {precision[at]:9.3f}", end="")
    print(f"  {recall[at]:6.1f}  {cost[at]:4}")
print(f"Cheapest: {best_threshold}, at a cost of {least_cost},")
print(f"precision {best_precision:.3f}, recall {best_recall:.1f}")

figure, (top, bottom) = plt.subplots(2, sharex=True, figsize=(5, 5))
top.plot(thresholds, recall, color="C2")
top.plot(thresholds, precision, "--", color="C2")
top.text(37, 0.88, "recall")
top.text(48, 0.05, "precision")
top.set(title="Every threshold is another sorter", ylabel="share")
bottom.plot(thresholds, cost, ":", color="C2")
bottom.plot(best_threshold, least_cost, "o", color="C2")
bottom.text(best_threshold, least_cost - 40, "cheapest", ha="center", va="top")
bottom.set(xlabel="flagged from this score on", ylabel="cost (coins)")
bottom.set_ylim(0)
plt.show()
