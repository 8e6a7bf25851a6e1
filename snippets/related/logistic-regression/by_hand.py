import numpy as np
from sklearn.linear_model import LogisticRegression

weeks = np.arange(1, 11)
is_brown = np.array([0, 0, 0, 1, 0, 0, 1, 0, 1, 1])
rate, many_steps = 0.1, 10_000


def chances(x, intercept, slope):
    return 1 / (1 + np.exp(-intercept - slope * x))


def learn(x, y, steps):
    intercept, slope = 0, 0
    for _ in range(steps):
        too_high = chances(x, intercept, slope) - y
        intercept -= rate * np.mean(too_high)
        slope -= rate * np.mean(too_high * x)
    return intercept, slope


print(" steps  intercept   slope")
for steps in [0, 1, 10, 100, 1_000, many_steps]:
    intercept, slope = learn(weeks, is_brown, steps)
    print(f"{steps:6,} {intercept:10.4f} {slope:7.4f}")
hand_intercept, hand_slope = intercept, slope

model = LogisticRegression(C=np.inf, tol=1e-9)
model.fit(weeks[:, np.newaxis], is_brown)
library_intercept = model.intercept_[0]
library_slope = model.coef_[0, 0]
print(f"scikit {library_intercept:10.4f} {library_slope:7.4f}")
gaps = [hand_intercept - library_intercept, hand_slope - library_slope]
agree = np.max(np.abs(gaps)) < 1e-5

left = is_brown - chances(weeks, library_intercept, library_slope)
adds_to_zero = abs(np.sum(left)) < 1e-6
with_weeks_too = abs(np.sum(left * weeks)) < 1e-6
