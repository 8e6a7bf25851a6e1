import numpy as np
from sklearn.linear_model import LogisticRegression

weeks = np.arange(1, 11)
sorted_out = np.array([0, 0, 0, 0, 0, 0, 1, 1, 1, 1])
between, rate = 6.5, 0.1

losses = []
for slope in [1, 2, 4, 8, 16]:
    score = slope * (weeks - between)
    size = np.where(sorted_out, score, -score)
    losses.append(np.mean(np.log(1 + np.exp(-size))))
    print(f"slope {slope:2}: log loss {losses[-1]:.7f}")
always_falls = bool(np.all(np.diff(losses) < 0))


def learn(steps):
    intercept, slope = 0, 0
    for _ in range(steps):
        score = intercept + slope * weeks
        too_high = 1 / (1 + np.exp(-score)) - sorted_out
        intercept -= rate * np.mean(too_high)
        slope -= rate * np.mean(too_high * weeks)
    return slope


after = [100, 1_000, 10_000]
early, later, latest = [learn(steps) for steps in after]
print(f"after {after} steps: ", end="")
print(f"{early:.2f}, {later:.2f}, {latest:.2f}")
runs_away = early < later < latest
model = LogisticRegression()
model.fit(weeks[:, np.newaxis], sorted_out)
kept_back = model.coef_[0, 0]
print(f"scikit-learn, C = 1: {kept_back:.2f}")
