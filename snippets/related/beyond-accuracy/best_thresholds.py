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
print("best by  from  caught  alarms  cost")
for name, best in [
    ("accuracy", by_accuracy),
    ("F1", by_f1),
    ("cost", by_cost),
    ("balanced", by_balanced),
]:
    row = name, thresholds[best], caught[best], alarms[best], cost[best]
    print("{:8} {:4}  {:6}  {:6}  {:4}".format(*row))

most_accurate = accuracy == np.max(accuracy)
most_accurate_count = np.sum(most_accurate)
accuracy_caught = np.max(caught[most_accurate])
accuracy_cost = np.min(cost[most_accurate])
half_missed = accuracy_caught <= wormy_count / 2
cost_caught, least_cost = caught[by_cost], cost[by_cost]
precision = cost_caught / (cost_caught + alarms[by_cost])
most_are_false = precision < 1 / 2
all_differ = len({by_accuracy, by_f1, by_balanced, by_cost}) == 4

# Let both mistakes cost the same, whatever that is.
accuracy_is_cheapest = np.argmin(missed + alarms) == by_accuracy

pass_all_cost = missed_price * wormy_count
flag_all_cost = alarm_price * sound_count
boxes = 8, 12, 2, 978
camera_missed_cost = missed_price * boxes[2]
camera_alarm_cost = alarm_price * boxes[1]
camera_cost = camera_missed_cost + camera_alarm_cost
camera_is_cheapest = camera_cost < min(pass_all_cost, flag_all_cost)
print("pass-all, flag-all, camera:", end=" ")
print(pass_all_cost, flag_all_cost, camera_cost)
