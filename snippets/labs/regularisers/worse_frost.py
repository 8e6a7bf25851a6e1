import numpy as np
from sklearn.linear_model import Lasso, QuantileRegressor

data = np.genfromtxt("harvests.csv", delimiter=",", names=True)
columns = np.column_stack([data["rain"], data["magpies"]])
harvest = data["harvest"]
harvest[7] = left_by_the_frost = 20

lasso = Lasso(alpha=7.5).fit(columns, harvest)
lad = QuantileRegressor(alpha=0).fit(columns, harvest)
lasso_rain, lasso_magpies = lasso.coef_
lad_rain, lad_magpies = lad.coef_
lasso_drops_the_rain = lasso_rain == 0 < lasso_magpies
lad_keeps_the_rain = lad_magpies < 0 < lad_rain
print(f"with {left_by_the_frost} apples left    rain  magpies")
print(f"L2 loss, L1 penalty  {lasso_rain:6.2f} {lasso_magpies:8.2f}")
print(f"L1 loss, no penalty  {lad_rain:6.2f} {lad_magpies:8.2f}")
