import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor
from sklearn.metrics import mean_absolute_error, root_mean_squared_error

households = np.genfromtxt("engel.csv", delimiter=",", names=True)
income, food = households["income"].reshape(-1, 1), households["food"]
l1 = QuantileRegressor(quantile=0.5, alpha=0, solver="highs").fit(income, food)
l2 = LinearRegression().fit(income, food)
l1_start, l1_slope = l1.intercept_, l1.coef_[0]
l2_start, l2_slope = l2.intercept_, l2.coef_[0]
by_l1, by_l2 = l1.predict(income), l2.predict(income)
l1_mae = mean_absolute_error(food, by_l1)
l2_mae = mean_absolute_error(food, by_l2)
l1_rmse = root_mean_squared_error(food, by_l1)
l2_rmse = root_mean_squared_error(food, by_l2)
l1_total = np.sum(np.abs(food - by_l1))
print(f"L1: {l1_start:.7f} + {l1_slope:.10f} x")
print(f"L2: {l2_start:.7f} + {l2_slope:.7f} x")
print("    MAE      RMSE")
print(f"L1  {l1_mae:.4f}  {l1_rmse:.4f}")
print(f"L2  {l2_mae:.4f}  {l2_rmse:.4f}")
print(f"All misses of L1: {l1_total:,.7f} francs")
each_wins_its_own = l1_mae < l2_mae and l2_rmse < l1_rmse
l1_per_hundred, l2_per_hundred = 100 * l1_slope, 100 * l2_slope
print("Of a hundred francs more, food gets")
print(f"{l1_per_hundred:.1f} by L1 and {l2_per_hundred:.1f} by L2.")
