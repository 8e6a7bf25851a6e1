import numpy as np

wormy_scores = np.array([9, 8, 6, 3])
sound_scores = np.array([7, 6, 4, 2, 2, 1])
thresholds = np.arange(9, 0, -1)
low_price, high_price = 1, 5

missed = np.sum(wormy_scores[:, np.newaxis] < thresholds, axis=0)
alarms = np.sum(sound_scores[:, np.newaxis] >= thresholds, axis=0)
equal_costs = low_price * missed + low_price * alarms
dear_costs = high_price * missed + low_price * alarms
equal_best = thresholds[np.argmin(equal_costs)]
dear_best = thresholds[np.argmin(dear_costs)]
equal_least, dear_least = np.min(equal_costs), np.min(dear_costs)
print("dial  missed  alarms  equal prices  worms dear")
for row in zip(thresholds, missed, alarms, equal_costs, dear_costs):
    print("{:4}{:8}{:8}{:14}{:12}".format(*row))
print(f"equal prices: dial {equal_best}, cost {equal_least}")
print(f"worms dear:   dial {dear_best}, cost {dear_least}")

chance_limit = low_price / (low_price + high_price)
print(f"worms dear: say worm from a chance of {chance_limit:.3f} on")
