import numpy as np
from sklearn.linear_model import HuberRegressor

trees = np.array([1, 2, 3, 4, 100])
nothing_else_known = np.zeros((5, 1))
dozen = 12
in_dozens, in_apples = HuberRegressor(alpha=0), HuberRegressor(alpha=0)
in_dozens.fit(nothing_else_known, trees)
in_apples.fit(nothing_else_known, dozen * trees)
dozens_delta = in_dozens.epsilon * in_dozens.scale_
apples_delta = in_apples.epsilon * in_apples.scale_
epsilon = in_dozens.epsilon
delta_goes_along = abs(apples_delta - dozen * dozens_delta) < 0.01
print(f"epsilon {epsilon}, whatever the unit")
print(f"dozens: forecast {in_dozens.intercept_:6.2f}, delta {dozens_delta:.2f}")
print(f"apples: forecast {in_apples.intercept_:6.2f}, delta {apples_delta:.2f}")
