import numpy as np

wormy_scores = np.array([9, 8, 6, 3])
sound_scores = np.array([7, 6, 4, 2, 2, 1])
dial = np.arange(9, 0, -1)
low_price, high_price = 1, 5

missed = np.sum(wormy_scores[:, np.newaxis] < dial, axis=0)
alarms = np.sum(sound_scores[:, np.newaxis] >= dial, axis=0)
equal_costs = low_price * missed + low_price * alarms
dear_costs = high_price * missed + low_price * alarms
equal_best = dial[np.argmin(equal_costs)]
dear_best = dial[np.argmin(dear_costs)]
dial_goes_down = dear_best < equal_best
equal_least, dear_least = np.min(equal_costs), np.min(dear_costs)
print("                    cost if worms are")
print("dial missed alarms    as dear   dearer")
for row in zip(dial, missed, alarms, equal_costs, dear_costs):
    print("{:4}{:7}{:7}{:11}{:9}".format(*row))
print(f"as dear: dial {equal_best}, cost {equal_least}")
print(f"dearer:  dial {dear_best}, cost {dear_least}")

chance_limit = low_price / (low_price + high_price)
print(f"dearer:  worm from a chance of {chance_limit:.3f}")
