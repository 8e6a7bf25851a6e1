import numpy as np
from sklearn.linear_model import QuantileRegressor

data = np.genfromtxt("harvests.csv", delimiter=",", names=True)
columns = np.column_stack([data["rain"], data["magpies"]])

as_it_comes = QuantileRegressor().fit(columns, data["harvest"])
no_penalty = QuantileRegressor(alpha=0).fit(columns, data["harvest"])
default_alpha = as_it_comes.alpha
default_rain, default_magpies = as_it_comes.coef_
rain, magpies = no_penalty.coef_
ignores_the_rain = default_rain == 0 < rain
print("alpha          rain  magpies")
print(f"left alone  {default_rain:7.2f} {default_magpies:8.2f}")
print(f"zero        {rain:7.2f} {magpies:8.2f}")
print(f"left alone, alpha is {default_alpha:.1f}")
