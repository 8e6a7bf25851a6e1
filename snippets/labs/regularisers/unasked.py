import numpy as np
from sklearn.linear_model import QuantileRegressor

data = np.genfromtxt("harvests.csv", delimiter=",", names=True)
rain = data["rain"].reshape(-1, 1)
harvest = data["harvest"]

as_it_comes = QuantileRegressor().fit(rain, harvest)
no_penalty = QuantileRegressor(alpha=0).fit(rain, harvest)
default_alpha = as_it_comes.alpha
default_slope = as_it_comes.coef_[0]
slope = no_penalty.coef_[0]
print(f"alpha left alone ({default_alpha}): slope {default_slope:.2f}")
print(f"alpha set to zero:      slope {slope:.2f}")
