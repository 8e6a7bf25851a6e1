import numpy as np

actual = 100
first_forecasts = np.array([90, 95, 105])
second_forecasts = np.array([96, 99, 102])

first_loss = np.mean(np.abs(actual - first_forecasts))
second_loss = np.mean(np.abs(actual - second_forecasts))
print(f"first round:  off by {first_loss:.2f} apples on average")
print(f"second round: off by {second_loss:.2f} apples on average")
