import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import norm

threshold = 50
missed_price = 30
alarm_price = 1

sound_count, wormy_count = 990, 10
sound_mean, wormy_mean, spread = 32, 56, 8
sound_shares = (np.arange(sound_count) + 0.5) / sound_count
wormy_shares = (np.arange(wormy_count) + 0.5) / wormy_count
sound_scores = norm.ppf(sound_shares, sound_mean, spread)
wormy_scores = norm.ppf(wormy_shares, wormy_mean, spread)


def sorted_from(score):
    tp = np.sum(wormy_scores >= score)
    fp = np.sum(sound_scores >= score)
    fn, tn = wormy_count - tp, sound_count - fp
    accuracy = (tp + tn) / (wormy_count + sound_count)
    cost = missed_price * fn + alarm_price * fp
    return score, tp, fn, fp, tn, accuracy, cost


rows = [sorted_from(score) for score in range(36, 71)]
scores, _, _, alarms, _, accuracies, costs = np.array(rows).T
own = sorted_from(threshold)
cheapest = rows[np.argmin(costs)]
accurate = rows[np.argmax(accuracies)]
print("threshold  missed  alarms  accuracy  cost")
for row in own, cheapest, accurate:
    print("{0:9}{2:8}{3:8}{5:10.3f}{6:6}".format(*row))

_, tp, fn, fp, tn, accuracy, cost = own
cheapest_from, cheapest_tp, cheapest_fn, cheapest_fp = cheapest[:4]
cheapest_tn, cheapest_accuracy, cheapest_cost = cheapest[4:]
accurate_from, *_, accurate_accuracy, _ = accurate
alarm_costs = alarm_price * alarms
pass_all_cost = missed_price * wormy_count

figure, panels = plt.subplots(
    3, sharex=True, figsize=(5, 4.5), height_ratios=[3, 4, 3]
)
top, middle, bottom = panels
dark = top.title.get_color()
ring = {"color": dark, "markersize": 13, "markerfacecolor": "none"}
top.plot(scores, accuracies, color=dark)
top.plot(accurate_from, accurate_accuracy, "s", **ring)
top.plot(threshold, accuracy, "o", color=dark, markersize=11)
top.text(accurate_from + 2, 0.999, f"most accurate: {accurate_from}")
top.set(title="Accuracy counts both mistakes alike", yticks=[0.96, 0.98, 1])
top.set_ylim(0.96, 1.006)

edges = np.append(scores, 71) - 0.5
middle.stairs(costs, edges, fill=True, color=dark, alpha=0.2)
middle.stairs(alarm_costs, edges, fill=True, color="C2", alpha=0.35)
middle.plot(cheapest_from, cheapest_cost, "D", **ring)
middle.plot(threshold, cost, "o", color=dark, markersize=11)
name = {"s": f"cheapest: {cheapest_from}", "ha": "right"}
middle.text(cheapest_from + 1.5, 1.1 * pass_all_cost, **name)
middle.text(35.8, 0, "false alarms", va="bottom")
middle.text(69.7, 0, "missed worms", ha="right", va="bottom")
middle.set(title="Cost in coins: each mistake at its price")
middle.set(ylim=(0, 1.3 * pass_all_cost), yticks=[0, pass_all_cost])
for panel, height, low in [
    (top, accuracies[-1], 0.979),
    (middle, pass_all_cost, 1.05 * pass_all_cost),
]:
    panel.axhline(height, color="C2", linestyle=":", linewidth=1.5)
    panel.text(69.7, low, "pass-all", ha="right")

bars = -np.diff(alarms)
flagged = np.where(scores[:-1] >= threshold, bars, 0)
bottom.stairs(bars, scores, fill=True, color="C2", alpha=0.3)
bottom.stairs(flagged, scores, fill=True, color="C2")
for score in wormy_scores:
    full = dark if score >= threshold else "none"
    mark = {"color": dark, "markerfacecolor": full, "markersize": 10}
    bottom.plot(score, 47, "o", markeredgewidth=2, **mark)
bottom.set(title="Dots: wormy, bars: sound, filled: flagged")
bottom.set(xlabel="score", xlim=(35.5, 70.5), xticks=[40, 50, 60, 70])
bottom.set(ylim=(0, 56), yticks=[0, 20, 40])
for panel in panels:
    panel.axvline(threshold, color="C2", linestyle="--", linewidth=1.5)
plt.show()
