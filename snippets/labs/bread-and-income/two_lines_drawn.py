import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

households = np.genfromtxt("engel.csv", delimiter=",", names=True)
income, food = households["income"].reshape(-1, 1), households["food"]
median_line = QuantileRegressor(quantile=0.5, alpha=0, solver="highs")
ends = np.array([[400], [5000]])
l1_ends = median_line.fit(income, food).predict(ends)
l2_ends = LinearRegression().fit(income, food).predict(ends)
print("Food at an income of 400 and of 5000 francs:")
print(f"L1 line {l1_ends[0]:.0f} and {l1_ends[1]:.0f}")
print(f"L2 line {l2_ends[0]:.0f} and {l2_ends[1]:.0f}")

fig, ax = plt.subplots(figsize=(5, 3.6))
ax.plot(income, food, ".", color="C2", markersize=4)
ax.plot(ends, l1_ends, color="C0")
ax.plot(ends, l2_ends, "--", color="C1")
ax.text(3900, 2420, "L1", color="C0", ha="right")
ax.text(4100, 1950, "L2", color="C1")
ax.text(4957, 1640, "the richest", ha="right")
ax.set_title("Each dot is a household")
ax.set_xlabel("income (francs a year)")
ax.set_ylabel("food (francs a year)")
plt.show()
