import numpy as np

actual = np.array([100, 100, 100])
too_many = np.array([90, 95, 105, 98])

print(f"{len(actual)} harvests, {len(too_many)} forecasts")
errors = actual - too_many
print("This line is never reached.")
