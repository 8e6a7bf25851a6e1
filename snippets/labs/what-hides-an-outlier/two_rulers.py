import numpy as np
from scipy.stats import norm
from sklearn.linear_model import LinearRegression, QuantileRegressor

data = np.loadtxt("stack_loss.csv", delimiter=",", skiprows=1)
x, y = data[:, :3], data[:, 3]
l2_residuals = y - LinearRegression().fit(x, y).predict(x)
l1 = QuantileRegressor(alpha=0, solver="highs").fit(x, y)
l1_residuals = y - l1.predict(x)

freedom = len(y) - 4
s = np.sqrt(np.sum(l2_residuals**2) / freedom)
rmse = np.sqrt(np.mean(l2_residuals**2))
distances = np.abs(l1_residuals - np.median(l1_residuals))
mad = np.median(distances)
half_below = norm.ppf(0.75)
factor = 1 / half_below
madn = factor * mad
print(f"s:    {s:.5f}, squares divided by {freedom}")
print(f"RMSE: {rmse:.5f}, divided by {len(y)}")
print(f"MAD:  {mad:.5f}")
print(f"half of Gaussian noise lies within {half_below:.5f}")
print(f"MADN: {madn:.5f} = {factor:.5f} x MAD")
