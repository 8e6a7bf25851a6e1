import numpy as np
from sklearn.linear_model import Lasso, LinearRegression, Ridge

data = np.genfromtxt("harvests.csv", delimiter=",", names=True)
columns = np.column_stack([data["rain"], data["magpies"]])
harvest = data["harvest"]

squares = np.sum((columns[:, 0] - np.mean(columns[:, 0])) ** 2)
cut_per_alpha = len(harvest) / squares
rain_weight = LinearRegression().fit(columns, harvest).coef_[0]
last_alpha = rain_weight / cut_per_alpha
one_less = last_alpha - 1
print(
    f"{rain_weight:.0f} by {cut_per_alpha:.1f} is an alpha of {last_alpha:.2f}"
)
rain_before = Lasso(alpha=one_less).fit(columns, harvest).coef_[0]
rain_after = Lasso(alpha=last_alpha).fit(columns, harvest).coef_[0]
print(f"lasso, alpha {one_less:.2f}: rain {rain_before:.2f}")
print(f"lasso, alpha {last_alpha:.2f}: rain {rain_after:.2f}")

huge_alpha = 10_000
ridge_rain = Ridge(alpha=huge_alpha).fit(columns, harvest).coef_[0]
print(f"ridge, alpha {huge_alpha:,}: rain {ridge_rain:.4f}")
drops_at_last = rain_after == 0 < rain_before
by_rule = rain_weight * squares / (squares + huge_alpha)
ridge_only_divides = abs(ridge_rain - by_rule) < 1e-9
