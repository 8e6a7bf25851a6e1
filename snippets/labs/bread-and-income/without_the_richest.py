import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

households = np.genfromtxt("engel.csv", delimiter=",", names=True)
income, food = households["income"].reshape(-1, 1), households["food"]
kept = households["income"] < np.max(income)
l1 = QuantileRegressor(quantile=0.5, alpha=0, solver="highs")
l2 = LinearRegression()
l1_with = l1.fit(income, food).coef_[0]
l2_with = l2.fit(income, food).coef_[0]
l1_without = l1.fit(income[kept], food[kept]).coef_[0]
l2_without = l2.fit(income[kept], food[kept]).coef_[0]
print("slope    all  without the richest")
print(f"L1    {l1_with:.4f}  {l1_without:.4f}")
print(f"L2    {l2_with:.4f}  {l2_without:.4f}")
l1_moves_less = abs(l1_with - l1_without) < abs(l2_with - l2_without)
