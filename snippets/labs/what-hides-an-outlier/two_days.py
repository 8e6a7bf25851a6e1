import matplotlib.pyplot as plt
import numpy as np

data = np.loadtxt("stack_loss.csv", delimiter=",", skiprows=1)
number_of_days = len(data)
air, lost = data[:, 0], data[:, 3]
fourth_loss, seventh_loss = lost[3], lost[6]
print(f"{number_of_days} days, two of them:")
print("day     air flow  water   acid   lost")
for name, row in [("four", data[3]), ("seven", data[6])]:
    print(f"{name:5} {row[0]:10g} {row[1]:6g} {row[2]:6g} {row[3]:6g}")

fig, ax = plt.subplots(figsize=(5, 3.1))
others = np.delete(np.arange(number_of_days), [3, 6])
ax.plot(air[others], lost[others], "o", color="C2", markerfacecolor="none")
ax.plot(air[[3, 6]], lost[[3, 6]], "D", color="C2", markersize=8)
ax.text(61, 28, "day four", ha="right", va="center")
ax.text(63.2, 19, "day seven", va="center")
ax.set(title="Day four lost far more than day seven")
ax.set(xlabel="flow of cooling air", ylabel="ammonia lost (per thousand)")
plt.show()
