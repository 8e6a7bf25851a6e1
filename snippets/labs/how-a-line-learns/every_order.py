from itertools import product

import numpy as np

weeks = np.array([1, 3, 4, 5, 7])
apples = np.array([20, 30, 42, 52, 66])
scaled = (weeks - np.mean(weeks)) / np.std(weeks)
batch_rate, steps = 0.2, 4


def learn(batches):
    intercept = slope = 0
    for batch in batches:
        known = scaled[batch]
        errors = apples[batch] - (intercept + slope * known)
        intercept += batch_rate * 2 * np.mean(errors)
        slope += batch_rate * 2 * np.mean(errors * known)
    return intercept, slope


full = learn([[0, 1, 2, 3, 4]] * steps)
ways = [*product([[0], [1], [2], [3], [4]], repeat=steps)]
ends = [learn(way) for way in ways]
middle = np.mean(ends, axis=0)
count = len(ways)
print(f"all five, {steps} steps: {full[0]:.4f}, {full[1]:.4f}")
print(f"mean of {count} ways:  {middle[0]:.4f}, {middle[1]:.4f}")
same_on_average = np.allclose(middle, full)
