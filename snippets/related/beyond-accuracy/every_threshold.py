import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import norm

sound_count, wormy_count = 990, 10
sound_mean, wormy_mean, spread = 32, 56, 8
sound_shares = (np.arange(sound_count) + 0.5) / sound_count
wormy_shares = (np.arange(wormy_count) + 0.5) / wormy_count
sound_scores = norm.ppf(sound_shares, sound_mean, spread)
wormy_scores = norm.ppf(wormy_shares, wormy_mean, spread)
missed_price, alarm_price = 30, 1

thresholds = np.arange(36, 65)
tp = np.sum(wormy_scores[:, np.newaxis] >= thresholds, axis=0)
fp = np.sum(sound_scores[:, np.newaxis] >= thresholds, axis=0)
precision, recall = tp / (tp + fp), tp / wormy_count
cost = missed_price * (wormy_count - tp) + alarm_price * fp
cheapest = np.argmin(cost)
best_threshold, least_cost = thresholds[cheapest], cost[cheapest]
best_precision, best_recall = precision[cheapest], recall[cheapest]
neither_falls = bool(np.all(np.diff([tp, fp]) <= 0))
most_are_false = best_precision < 1 / 2
print("threshold  precision  recall  cost")
for at in range(0, 29, 4):
    print(f"{thresholds[at]:9}  {precision[at]:9.3f}", end="")
    print(f"  {recall[at]:6.1f}  {cost[at]:4}")
print(f"Cheapest: {best_threshold}, at a cost of {least_cost},")
print(f"precision {best_precision:.3f}, recall {best_recall:.1f}")

alarm_cost = alarm_price * fp
figure, (top, bottom) = plt.subplots(2, sharex=True, figsize=(5, 4.5))
dark = top.title.get_color()
top.plot(thresholds, recall, color=dark)
top.plot(thresholds, precision, "--", color="C2")
top.text(41, 0.8, "recall", ha="right")
top.text(47.5, 0.05, "precision")
bottom.fill_between(thresholds, alarm_cost, color="C2", alpha=0.3)
bottom.fill_between(thresholds, alarm_cost, cost, color=dark, alpha=0.7)
bottom.text(36.3, 16, "false alarms")
bottom.text(56, 240, "missed worms", ha="center")
bottom.text(best_threshold + 0.4, 172, f"cheapest: {best_threshold}")
for axes in top, bottom:
    axes.axvline(best_threshold, color=dark, linestyle=":", linewidth=1.5)
top.set(title="Cheapest where most alarms are false", ylabel="share")
bottom.set(xlabel="flagged from this score on", ylabel="cost in coins")
bottom.set_ylim(0)
plt.show()
