import numpy as np
from sklearn.linear_model import Lasso, Ridge
from sklearn.model_selection import LeaveOneOut, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

rain = np.array([1, 2, 3, 4, 5, 6.5, 7, 8])
harvests = np.array([57, 76, 112, 108, 121, 104, 112, 87])
unseen_rain = np.array([1.5, 2.5, 3.5, 4.5, 5.5, 6, 7.5])
unseen = np.array([74, 89, 108, 115, 116, 118, 99])
powers = np.arange(1, 8)
known = ((rain - 4.5) / 3.5)[:, None] ** powers
later = ((unseen_rain - 4.5) / 3.5)[:, None] ** powers
alphas = [0.1, 0.3, 1, 3, 10, 30]


def choose(name, penalised):
    hidden, new = [], []
    for alpha in alphas:
        model = make_pipeline(StandardScaler(), penalised(alpha))
        told = cross_val_predict(model, known, harvests, cv=LeaveOneOut())
        hidden.append(np.mean((harvests - told) ** 2))
        told = model.fit(known, harvests).predict(later)
        new.append(np.mean((unseen - told) ** 2))
        print(f"{name} {alpha:6.1f} {hidden[-1]:9.1f} {new[-1]:7.1f}")
    at = np.argmin(hidden)
    return alphas[at], hidden[at], new[at], new


print("       alpha    hidden  unseen")
ridge = choose("ridge", lambda alpha: Ridge(alpha=alpha))
lasso = choose("lasso", lambda alpha: Lasso(alpha=alpha, max_iter=10**6))
ridge_alpha, ridge_hidden, ridge_unseen, ridge_new = ridge
lasso_alpha, lasso_hidden, lasso_unseen, lasso_new = lasso
lasso_found_it = lasso_unseen == min(lasso_new)
ridge_did_not = ridge_unseen > min(ridge_new)
falls_then_rises = ridge_new[0] > ridge_new[1] < ridge_new[2]
long_curve = np.polyval(np.polyfit(rain, harvests, 7), unseen_rain)
long_unseen = np.mean((unseen - long_curve) ** 2)
both_help = max(ridge_unseen, lasso_unseen) < long_unseen
