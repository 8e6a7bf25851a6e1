import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import QuantileRegressor

households = np.genfromtxt("engel.csv", delimiter=",", names=True)
income, food = households["income"].reshape(-1, 1), households["food"]
drawn_ends = np.array([[400], [2600]])
shares = [0.05, 0.25, 0.5, 0.75, 0.95]
lowest_share, low_share, middle_share, high_share, highest_share = shares
fig, ax = plt.subplots(figsize=(5, 4))
print("share  slope      below  on the line")
slopes = []
for share in shares:
    line = QuantileRegressor(quantile=share, alpha=0, solver="highs")
    line.fit(income, food)
    slopes.append(line.coef_[0])
    gap = food - line.predict(income)
    below, on_line = np.sum(gap < -1e-6), np.sum(np.abs(gap) <= 1e-6)
    print(f"{share:.2f}   {line.coef_[0]:.7f}  {below:5}  {on_line:5}")
    drawn = line.predict(drawn_ends)
    style = "C0-" if share == middle_share else "C2--"
    ax.plot(drawn_ends, drawn, style, linewidth=1.6)
    ax.text(2640, drawn[1], f"{share:.0%}", va="center")
lowest, low, middle, high, highest = slopes
they_fan_out = 2 * lowest < highest
shown = np.argsort(households["income"])[-2::-5]
ax.plot(
    income[shown], food[shown], "o", color="C2", markersize=4, fillstyle="none"
)
ax.set_title("The richer, the further the lines part")
ax.set_xlabel("income (francs a year)")
ax.set_ylabel("food (francs a year)")
ax.text(400, 1700, "at each line: the share\nof households below it")
ax.set_xlim(300, 2900)
plt.show()
