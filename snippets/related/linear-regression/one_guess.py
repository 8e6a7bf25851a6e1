import numpy as np

days = np.array([1, 3, 4, 5, 7])
jars = np.array([10, 14, 15, 17, 29])

intercept, slope = 6, 2.5
residuals = jars - (intercept + slope * days)
l1_sum = np.sum(np.abs(residuals))
l2_sum = np.sum(residuals**2)
print(f"residuals {residuals}")
print(f"L1 {l1_sum:.3f}, L2 {l2_sum:.3f}")
last_days, last_jars, last_residual = days[-1], jars[-1], residuals[-1]
