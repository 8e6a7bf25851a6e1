import numpy as np
from sklearn import linear_model as linear

engel = np.genfromtxt("engel.csv", delimiter=",", names=True)
food = engel["food"]
income = engel["income"].reshape(-1, 1)
l1 = linear.QuantileRegressor(alpha=0)
l2 = linear.LinearRegression()
for line in (l1, l2):
    line.fit(income, food)
    print(f"slope {line.coef_[0]:.4f}")
