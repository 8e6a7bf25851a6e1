from itertools import product

import matplotlib.pyplot as plt
import numpy as np

days = np.array([1, 3, 4, 5, 7])
jars = np.array([10, 14, 15, 17, 29])
asked = 6

slope, start = np.polyfit(days, jars, deg=1)
fitted = start + slope * days
residuals = jars - fitted
draws = np.array([*product(residuals, repeat=5)])
count = len(draws)
slopes, starts = np.polyfit(days, (fitted + draws).T, deg=1)
lines = starts + slopes * asked
harvests = np.ravel(lines[:, np.newaxis] + residuals)

middle = [0.05, 0.95]
low, high = np.quantile(lines, middle)
lucky_low, lucky_high = np.quantile(harvests, middle)
print(f"{count} lines, and what each says for {asked} days")
print(f"nine in ten of them: {low:.1f} to {high:.1f} jars")
print(f"with luck of its own: {lucky_low:.1f} to {lucky_high:.1f} jars")

figure, panels = plt.subplots(2, sharex=True, sharey=True, figsize=(5, 3.8))
figure.suptitle("Luck makes the interval wider")
for axes, title, values, ends in [
    (panels[0], "what the lines say", lines, (low, high)),
    (panels[1], "with luck added", harvests, (lucky_low, lucky_high)),
]:
    shares = np.full(len(values), 100 / len(values))
    edges = np.arange(13.5, 33)
    axes.hist(values, bins=edges, weights=shares, color="C2")
    axes.hlines(-3, *ends, color="C2", linewidth=4)
    axes.set_title(title, weight="normal")
    axes.set(ylabel="percent", yticks=[0, 15, 30])
panels[1].set(xlabel=f"jars for {asked} sunny days")
plt.show()
