import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

households = np.genfromtxt("engel.csv", delimiter=",", names=True)
income, food = households["income"].reshape(-1, 1), households["food"]
median_line = QuantileRegressor(quantile=0.5, alpha=0, solver="highs")
ends = np.array([[400], [5000]])
l1_ends = median_line.fit(income, food).predict(ends)
mean_line = LinearRegression()
l2_ends = mean_line.fit(income, food).predict(ends)
edge = 1900
most = np.mean(income < edge)
print("Food at an income of 400 and of 5000 francs:")
print(f"L1 line {l1_ends[0]:.0f} and {l1_ends[1]:.0f}")
print(f"L2 line {l2_ends[0]:.0f} and {l2_ends[1]:.0f}")
print(f"Incomes below {edge} francs: {most:.0%} of all.")

fig, (near, everybody) = plt.subplots(2, figsize=(5, 6.2), height_ratios=[6, 5])
shown = income[:, 0] < edge
near.plot(
    income[shown], food[shown], "o", color="C2", markersize=4, fillstyle="none"
)
near_ends = np.array([[400], [edge]])
by_l1, by_l2 = median_line.predict(near_ends), mean_line.predict(near_ends)
near.plot(near_ends, by_l1, color="C0")
near.plot(near_ends, by_l2, "--", color="C1")
near.text(edge + 30, by_l1[1], "L1", color="C0", va="center")
near.text(edge + 30, by_l2[1], "L2", color="C1", va="center")
near.set(xlim=(350, edge + 170), ylabel="food (francs a year)")
near.set_title("Where most live, the lines are close")
everybody.plot(income, food, "o", color="C2", markersize=4, fillstyle="none")
everybody.plot(ends, l1_ends, color="C0")
everybody.plot(ends, l2_ends, "--", color="C1")
everybody.text(4000, 2500, "L1", color="C0", ha="right")
everybody.text(4100, 1850, "L2", color="C1")
everybody.text(4900, 1500, "the richest", ha="right")
everybody.set(xlabel="income (francs a year)", ylabel="food")
everybody.set_title("The richest holds the L2 line down")
plt.show()
