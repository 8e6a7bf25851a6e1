import numpy as np

days = np.array([1, 3, 4, 5, 7])
jars = np.array([10, 14, 15, 17, 29])

intercept, slope = 6, 2.5
forecasts = intercept + slope * days
residuals = jars - forecasts
print("days  jars  forecast  residual")
for row in zip(days, jars, forecasts, residuals):
    print("{:4} {:5} {:9.1f} {:9.1f}".format(*row))

l1_sum, l2_sum = np.sum(np.abs(residuals)), np.sum(residuals**2)
print(f"added up: L1 {l1_sum:.3f}, L2 {l2_sum:.3f}")
last_days, last_jars, last_residual = days[-1], jars[-1], residuals[-1]
