import numpy as np

actual = 100
forecasts = np.array([90, 95, 105])
errors = actual - forecasts
count = len(errors)

# Raise a forecast, and its error falls: minus.
l1_gradient = -np.sign(errors) / count
l2_gradient = -2 * errors / count
print("L1", *[f"{slope:+.3f}" for slope in l1_gradient])
print("L2", *[f"{slope:+.3f}" for slope in l2_gradient])
