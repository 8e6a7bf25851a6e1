import argparse

from sklearn.linear_model import LinearRegression, QuantileRegressor

days = [1, 3, 4, 5, 7]
jars = [10, 14, 15, 17, 29]

fits = {
    "l1": QuantileRegressor(quantile=0.5, alpha=0, solver="highs"),
    "l2": LinearRegression(),
}
about = "forecast jars of honey"
parser = argparse.ArgumentParser(description=about)
parser.add_argument("sunny_days", nargs="?", type=float, default=6)
parser.add_argument("--loss", choices=fits, default="l2")
options = parser.parse_args()

line = fits[options.loss].fit([[day] for day in days], jars)
slope, intercept = line.coef_[0], line.intercept_
forecast = intercept + slope * options.sunny_days
print(f"{intercept:.1f} jars, and {slope:.1f} for each sunny day")
print(f"{options.sunny_days:g} sunny days: about {forecast:.1f} jars")
if not min(days) <= options.sunny_days <= max(days):
    print(f"Beware: the notes end at {min(days)} and {max(days)} days.")
