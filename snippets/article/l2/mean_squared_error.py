import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])

squared_errors = (actual - forecasts) ** 2
total = np.sum(squared_errors)
count = len(squared_errors)
mse = total / count
print(f"squared errors {squared_errors}, sum {total}")
print(f"mean squared error: {mse:.2f} squared apples")
