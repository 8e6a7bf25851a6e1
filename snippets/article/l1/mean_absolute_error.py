import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])

absolute_errors = np.abs(actual - forecasts)
total = np.sum(absolute_errors)
count = len(absolute_errors)
mae = total / count
print(f"absolute errors {absolute_errors}, sum {total}")
print(f"mean absolute error: {mae:.2f} apples")
