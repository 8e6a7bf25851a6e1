import numpy as np
from sklearn import linear_model as linear
from sklearn.svm import SVR

data = np.genfromtxt("harvests.csv", delimiter=",", names=True)
columns = np.column_stack([data["rain"], data["magpies"]])
harvest = data["harvest"]
counted = []


def weights(name, model):
    model.fit(columns, harvest)
    misses = np.abs(harvest - model.predict(columns))
    rain, magpies = np.ravel(model.coef_)
    hits = np.sum(misses < 1e-6)
    dropped = np.sum(np.abs(model.coef_) < 1e-6)
    counted.append((hits, dropped))
    print(f"{name:8}{rain:8.3f}{magpies:8.3f}{hits:6}{dropped:9}")
    return rain, magpies


squares, ridge = linear.LinearRegression(), linear.Ridge(alpha=10)
lasso, lad = linear.Lasso(alpha=7.5), linear.QuantileRegressor(alpha=0)
no_tube = SVR(kernel="linear", epsilon=0, C=8, tol=1e-9)
lad_lasso = linear.QuantileRegressor(alpha=0.1)

print("fit         rain magpies  hits  dropped")
squares_rain, squares_magpies = weights("squares", squares)
ridge_rain, ridge_magpies = weights("ridge", ridge)
lasso_rain, lasso_magpies = weights("lasso", lasso)
lad_rain, lad_magpies = weights("LAD", lad)
tube_rain, tube_magpies = weights("no tube", no_tube)
both_rain, both_magpies = weights("both L1", lad_lasso)
lasso_budget = abs(lasso_rain) + abs(lasso_magpies)
ridge_budget = np.hypot(ridge_rain, ridge_magpies)
ridge_spends_less = ridge_budget < lasso_budget
l1_loss_resists_the_frost = squares_rain < lad_rain
l1_penalty_drops_the_magpies = lasso_magpies == 0 < abs(lad_magpies)
hits, dropped = np.array(counted).T
l1_hits, l2_hits = hits[3:], hits[:3]
with_l1, without_l1 = dropped[[2, 5]], dropped[[0, 1, 3, 4]]
fewest = min(np.min(l1_hits), np.min(with_l1))
l1_makes_zeros = max(np.max(l2_hits), np.max(without_l1)) == 0 < fewest
