import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

days = np.array([1, 3, 4, 5, 7])
jars = np.array([10, 14, 15, 17, 29])
lines = LinearRegression(), QuantileRegressor(alpha=0)
column = days[:, np.newaxis]
forecasts = [line.fit(column, jars).predict(column) for line in lines]
residuals = np.round(jars - forecasts, 9)

l2_sad, l1_sad = np.sum(np.abs(residuals), axis=1)
l2_sse, l1_sse = np.sum(residuals**2, axis=1)
l2_balance, l1_balance = np.sum(residuals, axis=1)
each_wins = l1_sad < l2_sad and l2_sse < l1_sse
around_mean = np.sum((jars - np.mean(jars)) ** 2)
l2_score, l1_score = 1 - l2_sse / around_mean, 1 - l1_sse / around_mean
l2_is_higher = l2_score > l1_score
l2_at_mean, l1_at_mean = [x.predict([[np.mean(days)]])[0] for x in lines]
print("                   L2 line  L1 line")
print(f"misses, added up   {l2_sad:7.3f} {l1_sad:8.3f}")
print(f"squares, added up  {l2_sse:7.3f} {l1_sse:8.3f}")
print(f"with their signs   {l2_balance:7.3f} {l1_balance:8.3f}")
print(f"at the mean day    {l2_at_mean:7.3f} {l1_at_mean:8.3f}")
print(f"R squared          {l2_score:7.4f} {l1_score:8.4f}")
print(f"squares around the mean: {around_mean:.3f}")
