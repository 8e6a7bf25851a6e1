import matplotlib.pyplot as plt
import numpy as np

target = 100
forecasts = np.linspace(0, 140, 71)
print("forecast  slope of L1  slope of L2")
for forecast in [0, 50, 90]:
    error = target - forecast
    print(f"{forecast:8} {-np.sign(error):12} {-2 * error:12}")

figure, (left, right) = plt.subplots(1, 2, figsize=(5, 2.7))
left.plot(forecasts, np.abs(target - forecasts), color="C0")
right.plot(forecasts, (target - forecasts) ** 2, "--", color="C1")
left.set(title="L1: equally steep", ylabel="loss")
right.set(title="L2: flattens out")
for axes, height in [(left, target), (right, target**2)]:
    axes.plot([0, target], [height, 0], "o", color="C2")
    axes.text(8, height, "start", va="center")
    axes.set(xticks=[0, target], xlabel="forecast")
    axes.set(yticks=[], ylim=(-0.06 * height, 1.08 * height))
plt.show()
