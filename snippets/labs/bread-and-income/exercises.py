import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

households = np.genfromtxt("engel.csv", delimiter=",", names=True)
income, food = households["income"].reshape(-1, 1), households["food"]


def quantile_line(share):
    line = QuantileRegressor(quantile=share, alpha=0, solver="highs")
    return line.fit(income, food)


median_line = quantile_line(0.5)
small_income, large_income = 500, 2000
small_food, large_food = median_line.predict([[small_income], [large_income]])
small_percent = 100 * small_food / small_income
large_percent = 100 * large_food / large_income
law_holds = large_percent < small_percent
print(f"Food: {small_percent:.1f} % of {small_income} francs,")
print(f"      {large_percent:.1f} % of {large_income} francs")

mean_line = LinearRegression().fit(income, food)
percent_below = 100 * np.mean(food < mean_line.predict(income))
kept = households["income"] < np.max(income)
mean_line.fit(income[kept], food[kept])
percent_without = 100 * np.mean(food < mean_line.predict(income))
below_median = 100 * np.mean(food < median_line.predict(income) - 1e-6)
more_below_l2 = below_median < 50 < percent_below
print(f"Below the L2 line: {percent_below:.1f} %")
print(f"fitted without the richest: {percent_without:.1f} %")

low, lower = quantile_line(0.25), quantile_line(0.05)
crossing = (lower.intercept_ - low.intercept_) / (low.coef_[0] - lower.coef_[0])
poorest = min(households["income"])
print(f"The two lowest lines cross at {crossing:.0f} francs,")
print(f"the poorest household has {poorest:.0f}.")
crosses_before_anybody = 0 < crossing < poorest
