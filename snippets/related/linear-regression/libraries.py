import numpy as np
from scipy.optimize import linprog
from sklearn.linear_model import LinearRegression, QuantileRegressor

days = np.array([[1], [3], [4], [5], [7]])
jars = np.array([10, 14, 15, 17, 29])
columns = np.column_stack([np.ones(5), days])

normal = np.linalg.solve(columns.T @ columns, columns.T @ jars)
slope, intercept = np.polyfit(days[:, 0], jars, deg=1)
l2_line = LinearRegression().fit(days, jars)
print(f"normal equations  {normal[0]:.4f} + {normal[1]:.4f} x")
print(f"polyfit           {intercept:.4f} + {slope:.4f} x")
print(f"LinearRegression  {l2_line.intercept_:.4f} + {l2_line.coef_[0]:.4f} x")

# The unknowns: intercept, slope, five misses above, five below.
price = [0, 0] + [1] * 10
limits = [(None, None)] * 2 + [(0, None)] * 10
columns = np.column_stack([columns, np.eye(5), -np.eye(5)])
start, rise = linprog(price, A_eq=columns, b_eq=jars, bounds=limits).x[:2]
l1_line = QuantileRegressor(alpha=0, solver="highs").fit(days, jars)
print(f"linprog           {start:.4f} + {rise:.4f} x")
print(f"QuantileRegressor {l1_line.intercept_:.4f} + {l1_line.coef_[0]:.4f} x")
