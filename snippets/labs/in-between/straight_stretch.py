import numpy as np

trees = np.array([1, 2, 3, 4, 100])
young, old = trees[:4], trees[4]
delta = 20
total, count = np.sum(young), len(young)
forecast = (total + delta) / count
median, mean = np.median(trees), np.mean(trees)
first_move = count * median - total
last_move = count * mean - total
print(f"The forecast moves from delta {first_move:.0f}")
print(f"to delta {last_move:.0f}.")
nearer_the_median = 0 < forecast - median < mean - forecast
pulls_its_most = delta < old - forecast
