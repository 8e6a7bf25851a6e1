from fractions import Fraction

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

left, right = -0.01, 0.01
y = np.array([0, 1, 1, 0])
l1, l2 = QuantileRegressor(alpha=0, solver="highs"), LinearRegression()
fig, axes = plt.subplots(1, 2, sharey=True, figsize=(4.4, 2.9))
fig.suptitle("One point moves a hair: L1 jumps")


def slopes(third, ax):
    x = np.array([[0], [1], [third], [1]])
    ends = np.array([[-0.1], [1.1]])
    ax.plot(ends, l1.fit(x, y).predict(ends), color="C0")
    ax.plot(ends, l2.fit(x, y).predict(ends), "--", color="C1")
    ax.plot(x, y, "o", color="C2")
    return l1.coef_[0], l2.coef_[0]


l1_left, l2_left = slopes(left, axes[0])
l1_right, l2_right = slopes(right, axes[1])
axes[0].set(xlabel="x", ylabel="y")
axes[0].set_title("a hair left", weight="normal")
axes[1].set(xlabel="x")
axes[1].set_title("a hair right", weight="normal")
axes[0].text(0.25, 0.85, "L1", color="C0")
axes[1].text(0.25, 0.06, "L1", color="C0")
for ax in axes:
    ax.text(0.8, 0.53, "L2", color="C1")
l1_jumps = l1_left < 0 < l1_right
l2_moves_less = abs(l2_right - l2_left) < right - left
exact = Fraction(0 - 1) / (1 - Fraction("-0.01"))
over, under = -exact.numerator, exact.denominator
print("third point at  L1 slope  L2 slope")
print(f"{left:+14.2f} {l1_left:+9.4f} {l2_left:+9.5f}")
print(f"{right:+14.2f} {l1_right:+9.4f} {l2_right:+9.5f}")
print(f"{l1_left:.4f} is {exact}")
plt.show()
