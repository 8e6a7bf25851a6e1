import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

data = np.loadtxt("stack_loss.csv", delimiter=",", skiprows=1)
x, y = data[:, :3], data[:, 3]
l1 = QuantileRegressor(alpha=0, solver="highs").fit(x, y)
straight = np.abs(y - l1.predict(x))
bent = np.abs(y - LinearRegression().fit(x, y).predict(x))
odd = np.isin(np.arange(1, len(y) + 1), [1, 3, 4, 21])

lengths_saved = np.sum(straight[odd]) - np.sum(bent[odd])
lengths_paid = np.sum(bent[~odd]) - np.sum(straight[~odd])
squares_saved = np.sum(straight[odd] ** 2) - np.sum(bent[odd] ** 2)
squares_paid = np.sum(bent[~odd] ** 2) - np.sum(straight[~odd] ** 2)
others = np.sum(~odd)
l2_gains = squares_paid < squares_saved
l1_loses = lengths_saved < lengths_paid
print("from the L1 plane to the L2 plane")
print(f"           saved on 4  paid on {others}")
print(f"lengths  {lengths_saved:12.3f} {lengths_paid:11.3f}")
print(f"squares  {squares_saved:12.3f} {squares_paid:11.3f}")
