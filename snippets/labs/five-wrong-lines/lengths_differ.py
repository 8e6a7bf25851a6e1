import numpy as np

actual = np.array([100, 100, 100])
forecasts = np.array([90, 95, 105, 98])

print(f"{len(actual)} harvests, {len(forecasts)} forecasts")
errors = actual - forecasts
print("This line is never reached.")
