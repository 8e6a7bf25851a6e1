import numpy as np
from sklearn.linear_model import Ridge
from sklearn.model_selection import LeaveOneOut, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

rain = np.array([1, 2, 3, 4, 5, 6.5, 7, 8])
harvests = np.array([57, 76, 112, 108, 121, 104, 112, 87])
known = ((rain - 4.5) / 3.5)[:, None] ** np.arange(1, 8)


def left_out(model, columns):
    told = cross_val_predict(model, columns, harvests, cv=LeaveOneOut())
    return np.mean((harvests - told) ** 2)


ridge = Ridge(alpha=1)
scaled = StandardScaler().fit_transform(known)
leaked = left_out(ridge, scaled)
honest = left_out(make_pipeline(StandardScaler(), ridge), known)
looks_better = leaked < honest
print(f"scaled before the split: {leaked:.1f}")
print(f"scaled inside of it:     {honest:.1f}")
