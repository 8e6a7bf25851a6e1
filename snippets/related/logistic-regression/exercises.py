import numpy as np
from sklearn.linear_model import LinearRegression, LogisticRegression

weeks = np.arange(1, 11)
is_brown = np.array([0, 0, 0, 1, 0, 0, 1, 0, 1, 1])
column, days_in_a_week = weeks[:, np.newaxis], 7


def fit(column, **how):
    model = LogisticRegression(tol=1e-9, **how)
    model.fit(column, is_brown)
    return model.coef_[0, 0], model.predict_proba(column)[:, 1]


slope, chances = fit(column, C=np.inf)
odds = chances / (1 - chances)
factor = np.exp(slope)
same_factor = np.allclose(odds[1:] / odds[:-1], factor)
print(f"one week: odds times {factor:.3f}")

line = LinearRegression().fit(column, is_brown)
below, above = line.predict([[1], [12]])
leaves_the_scale = below < 0 and above > 1
print(f"straight line: {below:.3f} and {above:.3f}")

in_days = column * days_in_a_week
day_slope, day_chances = fit(in_days, C=np.inf)
_, shrunk = fit(column)
_, shrunk_days = fit(in_days)
free_shift = np.max(np.abs(day_chances - chances))
shift = np.max(np.abs(shrunk_days - shrunk))
only_shrunk_differ = free_shift < 1e-6 < 0.01 < shift
print(f"slope a week {slope:.4f}, a day {day_slope:.4f}")
by_weeks, by_days = shrunk[6], shrunk_days[6]
print(f"C=1: {by_weeks:.4f} by weeks, {by_days:.4f} by days")
