import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import QuantileRegressor

households = np.genfromtxt("engel.csv", delimiter=",", names=True)
income, food = households["income"].reshape(-1, 1), households["food"]
shares = [0.05, 0.25, 0.5, 0.75, 0.95]
lowest_share, low_share, middle_share, high_share, highest_share = shares
lines = [
    QuantileRegressor(quantile=share, alpha=0, solver="highs").fit(income, food)
    for share in shares
]
lowest, low, middle, high, highest = [line.coef_[0] for line in lines]
gaps = [food - line.predict(income) for line in lines]
below = [np.sum(gap < -1e-6) for gap in gaps]
on_line = [np.sum(np.abs(gap) <= 1e-6) for gap in gaps]

fig, ax = plt.subplots(figsize=(5, 4))
ax.plot(income, food, ".", color="C2", markersize=4)
ends = np.array([[400], [4400]])
print("share    slope    below  on the line")
for share, line, under, hit in zip(shares, lines, below, on_line):
    print(f"{share:.2f}  {line.coef_[0]:.7f}  {under:6}  {hit:6}")
    style = "C0-" if share == 0.5 else "C2--"
    ax.plot(ends, line.predict(ends), style, linewidth=2)
    ax.text(4450, line.predict(ends)[1], f"{share:.2f}", va="center")
ax.set_title("The share of households below each line")
ax.set_xlabel("income (francs a year)")
ax.set_ylabel("food (francs a year)")
ax.set_xlim(right=5100)
plt.show()
