import numpy as np
from sklearn.linear_model import Lasso, LinearRegression
from sklearn.preprocessing import StandardScaler

data = np.genfromtxt("harvests.csv", delimiter=",", names=True)
in_weeks = np.column_stack([data["rain"], data["magpies"]])
days_in_a_week = 7
in_days = in_weeks * [days_in_a_week, 1]
harvest = data["harvest"]


def forecast(model, columns):
    return model.fit(columns, harvest).predict(columns)[0]


ols_weeks = forecast(LinearRegression(), in_weeks)
ols_days = forecast(LinearRegression(), in_days)
lasso_weeks = forecast(Lasso(alpha=7.5), in_weeks)
lasso_days = forecast(Lasso(alpha=7.5), in_days)
scaled_weeks = StandardScaler().fit_transform(in_weeks)
scaled_days = StandardScaler().fit_transform(in_days)
fair_weeks = forecast(Lasso(alpha=7.5), scaled_weeks)
fair_days = forecast(Lasso(alpha=7.5), scaled_days)
print("the first year     in weeks  in days")
print(f"least squares      {ols_weeks:8.2f} {ols_days:8.2f}")
print(f"lasso              {lasso_weeks:8.2f} {lasso_days:8.2f}")
print(f"lasso, scaled      {fair_weeks:8.2f} {fair_days:8.2f}")
l2_is_the_same = abs(ols_weeks - ols_days) < 1e-9
lasso_is_not = lasso_days < lasso_weeks
scaled_is_the_same = abs(fair_weeks - fair_days) < 1e-9
