from fractions import Fraction

import numpy as np
from sklearn.linear_model import LinearRegression, QuantileRegressor

data = np.loadtxt("stack_loss.csv", delimiter=",", skiprows=1)
x, y = data[:, :3], data[:, 3]
l2 = LinearRegression().fit(x, y)
l1 = QuantileRegressor(alpha=0, solver="highs").fit(x, y)

l2_start, (l2_air, l2_water, l2_acid) = l2.intercept_, l2.coef_
l1_start, (l1_air, l1_water, l1_acid) = l1.intercept_, l1.coef_
print("               L2        L1")
for name, by_l2, by_l1 in [
    ("start", l2_start, l1_start),
    ("air", l2_air, l1_air),
    ("water", l2_water, l1_water),
    ("acid", l2_acid, l1_acid),
]:
    fraction = Fraction(by_l1).limit_denominator(1000)
    over, under = fraction.numerator, fraction.denominator
    print(f"{name:5} {by_l2:11.7f} {by_l1:9.5f} = {over:,}/{under}")

squares = np.sum((y - l2.predict(x)) ** 2)
l1_residuals = y - l1.predict(x)
lengths = np.sum(np.abs(l1_residuals))
fraction = Fraction(lengths).limit_denominator(1000)
print(f"L2: squares add up to {squares:.7f}")
over, under = fraction.numerator, fraction.denominator
print(f"L1: lengths add up to {lengths:.5f} = {over:,}/{under}")
days_without_miss = np.flatnonzero(np.isclose(l1_residuals, 0)) + 1
hit_first, hit_second, hit_third, hit_fourth = days_without_miss
print(f"L1 misses nothing on days {days_without_miss}")
