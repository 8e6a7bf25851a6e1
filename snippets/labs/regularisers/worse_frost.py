import numpy as np
from sklearn.linear_model import Lasso, QuantileRegressor

data = np.genfromtxt("harvests.csv", delimiter=",", names=True)
columns = np.column_stack([data["rain"], data["magpies"]])
harvest = data["harvest"]
harvest[7] = left_by_the_frost = 20

lasso = Lasso(alpha=7.5).fit(columns, harvest)
lasso_rain, lasso_magpies = lasso.coef_
lad = QuantileRegressor(alpha=0).fit(columns, harvest)
lad_rain, lad_magpies = lad.coef_
print(f"the frost leaves {left_by_the_frost} apples")
print("L2 loss, L1 penalty:")
print(f"  rain {lasso_rain:.2f}, magpies {lasso_magpies:.2f}")
print("L1 loss, no penalty:")
print(f"  rain {lad_rain:.2f}, magpies {lad_magpies:.2f}")
lasso_drops_the_rain = lasso_rain == 0 < lasso_magpies
lad_keeps_the_rain = lad_magpies < 0 < lad_rain
