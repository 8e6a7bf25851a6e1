import matplotlib.pyplot as plt
import numpy as np

data = np.genfromtxt("harvests.csv", delimiter=",", names=True)
rain, magpies, harvest = data["rain"], data["magpies"], data["harvest"]
twin_harvest, frost_harvest = harvest[-2:]

print("year  rain  magpies  harvest")
for year, (weeks, birds, apples) in enumerate(data, start=1):
    print(f"{year:4}  {weeks:4.0f}  {birds:7.0f}  {apples:7.0f}")
correlation = np.corrcoef(rain, magpies)[0, 1]
print(f"correlation of rain and magpies: {correlation:.4f}")

figure, axes = plt.subplots(figsize=(5, 3.8))
axes.plot(rain[:-1], harvest[:-1], "o", color="C2", markersize=8)
axes.plot(rain[-1], frost_harvest, "X", color="C2", markersize=11)
for year, (weeks, birds, apples) in enumerate(data):
    place, side = (-0.12, "right") if year % 2 else (0.12, "left")
    axes.text(weeks + place, apples, f"{birds:.0f}", ha=side, va="center")
axes.text(rain[-1], frost_harvest - 5, "frost", ha="center", va="top")
axes.text(0.85, 141, "the number beside\na year: its magpies", va="top")
axes.set(title="More rain, more apples. Then a frost")
axes.set(xlabel="rainy weeks in spring", ylabel="apples")
axes.set(xlim=(0.7, 4.3), ylim=(70, 146), xticks=[1, 2, 3, 4])
plt.show()
