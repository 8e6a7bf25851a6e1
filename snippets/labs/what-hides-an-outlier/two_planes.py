import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

data = np.loadtxt("stack_loss.csv", delimiter=",", skiprows=1)
x, y = data[:, :3], data[:, 3]
l2 = LinearRegression().fit(x, y)
l1 = QuantileRegressor(alpha=0, solver="highs").fit(x, y)
print("slopes: air, water, acid")
print("L2:", l2.coef_.round(2))
print("L1:", l1.coef_.round(2))
