import numpy as np
from sklearn.linear_model import Lasso, Ridge

data = np.genfromtxt("harvests.csv", delimiter=",", names=True)
columns = np.column_stack([data["rain"], data["magpies"]])
harvest = data["harvest"]

cut_per_alpha = 0.8
rain_weight = 13
last_alpha = rain_weight / cut_per_alpha
one_less = last_alpha - 1
print(f"{rain_weight} by {cut_per_alpha} is an alpha of {last_alpha:.2f}")
rain_before = Lasso(alpha=one_less).fit(columns, harvest).coef_[0]
rain_after = Lasso(alpha=last_alpha).fit(columns, harvest).coef_[0]
print(f"lasso, alpha {one_less:.2f}: rain {rain_before:.2f}")
print(f"lasso, alpha {last_alpha:.2f}: rain {rain_after:.2f}")

huge_alpha = 10000
ridge_rain = Ridge(alpha=huge_alpha).fit(columns, harvest).coef_[0]
print(f"ridge, alpha {huge_alpha}: rain {ridge_rain:.4f}")
