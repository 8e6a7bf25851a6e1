import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

days = np.array([1, 3, 4, 5, 7])
jars = np.array([10, 14, 15, 17, 29])
columns = np.column_stack([np.ones(len(days)), days])

normal = np.linalg.solve(columns.T @ columns, columns.T @ jars)
slope, intercept = np.polyfit(days, jars, deg=1)
print(f"normal equations  {normal[0]:.4f} + {normal[1]:.4f} x")
print(f"polyfit           {intercept:.4f} + {slope:.4f} x")
l2_line, l1_line = LinearRegression(), QuantileRegressor(alpha=0)
for name, line in ("LinearRegression", l2_line), ("QuantileRegressor", l1_line):
    line.fit(days[:, np.newaxis], jars)
    print(f"{name:17} {line.intercept_:.4f} + {line.coef_[0]:.4f} x")
