import matplotlib.pyplot as plt
import numpy as np

# The apple is brown: the outcome is 1.
score, outcome = -8, 1
chance = 1 / (1 + np.exp(-score))
gap = chance - outcome

log_slope = gap
l1_slope = np.sign(gap) * chance * (1 - chance)
l2_slope = 2 * gap * chance * (1 - chance)
l1_vanishes = abs(l1_slope) < abs(log_slope) / 1000
l2_vanishes = abs(l2_slope) < abs(log_slope) / 1000
print(f"score {score}, chance {chance:.6f}")
print(f"log loss {-np.log(chance):.4f}, slope {log_slope:.6f}")
print(f"L1       {abs(gap):.4f}, slope {l1_slope:.6f}")
print(f"L2       {gap**2:.4f}, slope {l2_slope:.6f}")
log_push, l1_push, l2_push = -log_slope, -l1_slope, -l2_slope

figure, axes = plt.subplots(figsize=(5, 3))
scores = np.linspace(-8, 4, 49)
chances = 1 / (1 + np.exp(-scores))
axes.plot(scores, -np.log(chances), color="C2")
axes.plot(scores, 1 - chances, color="C0")
axes.plot(scores, (1 - chances) ** 2, "--", color="C1")
axes.text(-5.1, 5.6, "log loss")
axes.text(-7.9, 1.25, "L1", color="C0")
axes.text(-7.9, 0.15, "L2", color="C1")
axes.set(title="Sure and wrong: L1 and L2 are nearly flat")
axes.set(xlabel="score of an apple that is brown", ylabel="loss")
axes.set(xlim=(-8, 4), xticks=[-8, -4, 0, 4], ylim=(0, 8))
plt.show()
