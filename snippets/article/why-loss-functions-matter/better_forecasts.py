import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
next_forecasts = np.array([96, 99, 102])

first_loss = np.mean(np.abs(actual - forecasts))
second_loss = np.mean(np.abs(actual - next_forecasts))
print(f"first round:  off by {first_loss:.2f} apples on average")
print(f"second round: off by {second_loss:.2f} apples on average")
score_falls = second_loss < first_loss
