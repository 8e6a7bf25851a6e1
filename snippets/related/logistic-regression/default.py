import numpy as np
from sklearn.linear_model import LogisticRegression

weeks = np.arange(1, 11)
is_brown = np.array([0, 0, 0, 1, 0, 0, 1, 0, 1, 1])
column = weeks[:, np.newaxis]

slopes = []
print("     C   slope  seven weeks")
for weaker in [np.inf, 1, 0.1, 0.01]:
    model = LogisticRegression(C=weaker, tol=1e-9)
    model.fit(column, is_brown)
    slopes.append(model.coef_[0, 0])
    chance = model.predict_proba([[7]])[0, 1]
    print(f"{weaker:6} {slopes[-1]:7.4f} {chance:12.4f}")

unasked = LogisticRegression(tol=1e-9)
unasked.fit(column, is_brown)
free_slope, default_slope = slopes[0], unasked.coef_[0, 0]
default_is_one = abs(default_slope - slopes[1]) < 1e-9
shrinks = bool(np.all(np.diff(slopes) < 0))
