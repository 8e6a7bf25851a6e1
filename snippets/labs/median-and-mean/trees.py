import matplotlib.pyplot as plt
import numpy as np

harvests = np.array([1, 2, 3, 4, 100])
forecast = 10
below = np.sum(harvests < forecast)
above = np.sum(harvests > forecast)
print(f"{below} trees below a forecast of {forecast}, {above} above")

figure, axes = plt.subplots(figsize=(5, 2.6))
places = np.arange(len(harvests))
axes.bar(places, harvests, width=0.5, color="C2")
axes.axhline(forecast, linestyle=":", linewidth=2, color="C2")
axes.text(1.5, 17, f"your forecast: {forecast}", ha="center")
axes.set_xticks(places, [f"{harvest}" for harvest in harvests])
axes.set(title="Four trees lie below, one far above")
axes.set(xlabel="apples on each tree", yticks=[0, 50, 100])
plt.show()
