import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

weeks = np.arange(1, 11)
is_brown = np.array([0, 0, 0, 1, 0, 0, 1, 0, 1, 1])
asked, one = 7, 1

model = LogisticRegression(C=np.inf, tol=1e-9)
model.fit(weeks[:, np.newaxis], is_brown)
intercept, slope = model.intercept_[0], model.coef_[0, 0]
score = intercept + slope * asked
chance = one / (one + np.exp(-score))
half_at = -intercept / slope
print(f"score = {intercept:.3f} + {slope:.3f} x weeks")
print(f"after {asked} weeks: {score:.3f}, chance {chance:.3f}")
print(f"one half after {half_at:.2f} weeks")

figure, axes = plt.subplots(figsize=(5, 2.4))
all_weeks = np.linspace(0, 11, 45)
axes.plot(all_weeks, expit(intercept + slope * all_weeks), color="C2")
axes.plot(weeks, is_brown, "o", color="C2", markersize=8)
axes.text(0.3, 0.9, "brown inside", va="center")
axes.text(10.7, 0.1, "sound", ha="right", va="center")
axes.set(title="Ten apples, and the chance learnt")
axes.set(xlabel="weeks in the cellar", ylabel="chance of brown")
axes.set(xlim=(0, 11), xticks=[1, 4, 7, 10])
axes.set(ylim=(-0.1, 1.1), yticks=[0, 0.5, 1])
plt.show()
