import numpy as np

data = np.genfromtxt("harvests.csv", delimiter=",", names=True)
columns = np.column_stack([data["rain"], data["magpies"]])
centred = columns - columns.mean(axis=0)
years = len(centred)

squares = np.sum(centred**2, axis=0)
least_squares = centred.T @ data["harvest"] / squares
rain, magpies = least_squares

ridge_alpha, lasso_alpha = 10, 7.5
shares = squares / (squares + ridge_alpha)
share = shares[0]
ridge_rain, ridge_magpies = least_squares * shares

cuts = years * lasso_alpha / squares
cut = cuts[0]
sizes = np.maximum(np.abs(least_squares) - cuts, 0)
lasso_rain, lasso_magpies = np.sign(least_squares) * sizes

some_is_left = lasso_magpies == 0 < ridge_magpies
print(f"least squares  {rain:6.3f} {magpies:6.3f}")
print(f"ridge, x {share:.2f}  {ridge_rain:6.3f} {ridge_magpies:6.3f}")
print(f"lasso, - {cut:.2f}  {lasso_rain:6.3f} {lasso_magpies:6.3f}")
