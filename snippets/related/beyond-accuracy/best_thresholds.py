import numpy as np
from scipy.stats import norm

sound = norm.ppf((np.arange(990) + 0.5) / 990, loc=32, scale=8)
wormy = norm.ppf((np.arange(10) + 0.5) / 10, loc=56, scale=8)
thresholds = np.arange(36, 65)
caught = np.sum(wormy[:, np.newaxis] >= thresholds, axis=0)
alarms = np.sum(sound[:, np.newaxis] >= thresholds, axis=0)

accuracy = (caught + 990 - alarms) / 1000
f1 = caught / ((caught + alarms + 10) / 2)
balanced = (caught / 10 + (990 - alarms) / 990) / 2
cost = 30 * (10 - caught) + alarms
by_accuracy, by_f1 = np.argmax(accuracy), np.argmax(f1)
by_balanced, by_cost = np.argmax(balanced), np.argmin(cost)
accuracy_caught, accuracy_cost = caught[by_accuracy], cost[by_accuracy]
cost_caught, cost_alarms = caught[by_cost], alarms[by_cost]
least_cost = cost[by_cost]
print("best by  from  caught  alarms  cost")
for name, best in [
    ("accuracy", by_accuracy),
    ("F1", by_f1),
    ("cost", by_cost),
    ("balanced", by_balanced),
]:
    print(f"{name:8} {thresholds[best]:4}", end="")
    print(f"  {caught[best]:6}  {alarms[best]:6}  {cost[best]:4}")
