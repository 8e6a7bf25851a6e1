import numpy as np
from sklearn.linear_model import LinearRegression

days = np.array([1, 3, 4, 5, 7])
jars = np.array([10, 14, 15, 17, 29])
next_days = np.array([3, 4, 4, 4, 5])
next_jars = np.array([17, 15, 17, 19, 17])

column, next_column = days[:, np.newaxis], next_days[:, np.newaxis]
line = LinearRegression().fit(column, jars)
residuals = np.round(jars - line.predict(column), 9)
misses = np.round(next_jars - line.predict(next_column), 9)
same_misses = sorted(misses) == sorted(residuals)
might_bend = list(np.sign(residuals)) == [1, 0, -1, -1, 1]

squares = np.sum(misses**2)
mean = np.mean(next_jars)
around_mean = np.sum((next_jars - mean) ** 2)
unseen = 1 - squares / around_mean
seen = line.score(column, jars)
second_opinion = line.score(next_column, next_jars)
agrees = abs(unseen - second_opinion) < 1e-9
print("misses:", " ".join(f"{miss:z.0f}" for miss in misses))
print(f"squares: {squares:.0f}, of the mean {around_mean:.0f}")
print(f"R squared, seen:   {seen:5.2f}")
print(f"R squared, unseen: {unseen:5.2f}")
print(f"by scikit-learn:   {second_opinion:5.2f}")
