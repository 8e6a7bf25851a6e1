import numpy as np

data = np.genfromtxt("harvests.csv", delimiter=",", names=True)
rain, magpies, harvest = data["rain"], data["magpies"], data["harvest"]

years = len(harvest)
print("year  rain  magpies  harvest")
for year in range(years):
    print(
        f"{year + 1:4}  {rain[year]:4.0f}  {magpies[year]:7.0f}"
        f"  {harvest[year]:7.0f}"
    )

frost_harvest, twin_harvest = harvest[7], harvest[6]
correlation = np.corrcoef(rain, magpies)[0, 1]
print(f"correlation of rain and magpies: {correlation:.4f}")
