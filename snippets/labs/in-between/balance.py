import numpy as np

trees = np.array([1, 2, 3, 4, 100])
young, old = trees[:4], trees[4]
delta = 20
total, count = np.sum(young), len(young)
forecast = (total + delta) / count
pulls = np.clip(trees - forecast, -delta, delta)
print(f"forecast {forecast}")
print("pulls", *pulls)
print(f"sum of the pulls {np.sum(pulls)}")

first_move = count * np.median(trees) - total
last_move = count * np.mean(trees) - total
print(f"The forecast moves from delta {first_move:.0f}")
print(f"to delta {last_move:.0f}.")
