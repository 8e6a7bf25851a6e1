import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
next_forecasts = np.array([96, 99, 102])
misses = np.abs(actual - forecasts)
next_misses = np.abs(actual - next_forecasts)
first_loss = np.mean(misses)
second_loss = np.mean(next_misses)
print(f"this year off by {first_loss:.2f}")
print(f"next year off by {second_loss:.2f}")
score_falls = second_loss < first_loss
