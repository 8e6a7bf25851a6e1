import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

arcs = np.genfromtxt("arcs.csv", delimiter=",", names=True)
sine_squared, length = arcs["sine_squared"], arcs["arc"]
x = sine_squared.reshape(-1, 1)

l1 = QuantileRegressor(alpha=0, solver="highs").fit(x, length)
l2 = LinearRegression().fit(x, length)
l1_intercept, l1_slope = l1.intercept_, l1.coef_[0]
l2_intercept, l2_slope = l2.intercept_, l2.coef_[0]
l1_errors, l2_errors = length - l1.predict(x), length - l2.predict(x)
l1_sum, l2_sum = np.abs(l1_errors).sum(), np.abs(l2_errors).sum()
print("      line                   sum of misses")
print(f"L1    {l1_intercept:,.4f} + {l1_slope:.4f} x  {l1_sum:.5f}")
print(f"L2    {l2_intercept:,.4f} + {l2_slope:.4f} x  {l2_sum:.5f}")
print("L1 errors", *[f"{error:6.1f}" for error in l1_errors])
print("L2 errors", *[f"{error:6.1f}" for error in l2_errors])
both_rise = 0 < l2_slope < l1_slope
through_two = np.sum(np.abs(l1_errors) < 1e-6) == 2

figure, axes = plt.subplots(figsize=(5, 3.6))
ends = np.array([[0], [1]])
axes.plot(ends, l1.predict(ends), color="C0")
axes.plot(ends, l2.predict(ends), "--", color="C1")
axes.plot(sine_squared, length, "o", color="C2")
axes.text(0.01, 56660, "Quito")
axes.text(0.27, 57040, "Cape of\nGood Hope", ha="right")
axes.text(0.47, 56900, "Rome")
axes.text(0.59, 56995, "Paris")
axes.text(0.8, 57430, "Lapland", ha="right")
axes.text(1, 57590, "L1 line", color="C0", ha="right")
axes.text(1, 57250, "L2 line", color="C1", ha="right")
axes.set_xticks([0, 0.5, 1], ["equator", "halfway", "pole"])
axes.set(title="L1 passes through two of the points")
axes.set(xlabel="sine squared of the latitude")
axes.set(ylabel="one degree (toises)", ylim=(56600, 57680))
plt.show()
