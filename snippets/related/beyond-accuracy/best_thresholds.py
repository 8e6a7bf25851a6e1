import numpy as np
from scipy.stats import norm

sound_count, wormy_count = 990, 10
sound_mean, wormy_mean, spread = 32, 56, 8
missed_price, alarm_price = 30, 1
thresholds = np.arange(36, 71)


def flagged(count, mean):
    shares = (np.arange(count) + 0.5) / count
    scores = norm.ppf(shares, mean, spread)
    return np.sum(scores[:, np.newaxis] >= thresholds, axis=0)


caught = flagged(wormy_count, wormy_mean)
alarms = flagged(sound_count, sound_mean)
neither_falls = bool(np.all(np.diff([caught, alarms]) <= 0))
missed, passed = wormy_count - caught, sound_count - alarms
accuracy = (caught + passed) / (wormy_count + sound_count)
f1 = caught / ((caught + alarms + wormy_count) / 2)
balanced = (caught / wormy_count + passed / sound_count) / 2
cost = missed_price * missed + alarm_price * alarms
by_accuracy, by_f1 = np.argmax(accuracy), np.argmax(f1)
by_balanced, by_cost = np.argmax(balanced), np.argmin(cost)
most_accurate = accuracy == np.max(accuracy)
most_accurate_count = np.sum(most_accurate)
accuracy_caught = np.max(caught[most_accurate])
accuracy_cost = np.min(cost[most_accurate])
cost_caught, cost_alarms = caught[by_cost], alarms[by_cost]
least_cost = cost[by_cost]
precision = cost_caught / (cost_caught + cost_alarms)
most_are_false = precision < 1 / 2
print("best by  from  caught  alarms  cost")
for name, best in [
    ("accuracy", by_accuracy),
    ("F1", by_f1),
    ("cost", by_cost),
    ("balanced", by_balanced),
]:
    print(f"{name:8} {thresholds[best]:4}", end="")
    print(f"  {caught[best]:6}  {alarms[best]:6}  {cost[best]:4}")

print(f"accuracy is as high at {most_accurate_count} thresholds")
print(f"precision of the cheapest: {precision:.3f}")
half_missed = accuracy_caught <= wormy_count / 2
picked = {by_accuracy, by_f1, by_balanced, by_cost}
all_differ = len(picked) == 4

# Let both mistakes cost the same, whatever that is.
equal_cost = missed_price * (missed + alarms)
accuracy_is_cheapest = np.argmin(equal_cost) == by_accuracy
