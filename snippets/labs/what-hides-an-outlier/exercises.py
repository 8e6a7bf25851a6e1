import numpy as np
from scipy.stats import median_abs_deviation, norm
from sklearn.linear_model import LinearRegression, QuantileRegressor

data = np.loadtxt("stack_loss.csv", delimiter=",", skiprows=1)
x, y = data[:, :3], data[:, 3]
limit = 2.5


def fits(y):
    l1 = QuantileRegressor(alpha=0, solver="highs").fit(x, y)
    return y - LinearRegression().fit(x, y).predict(x), y - l1.predict(x), l1


def typical(misses):
    return np.sqrt(np.sum(misses**2) / (len(misses) - 4))


l2_misses, l1_misses, l1_before = fits(y)
robust_ruler = median_abs_deviation(l2_misses, scale="normal")
l2_swapped = l2_misses / robust_ruler
l1_swapped = l1_misses / typical(l1_misses)
l2_swapped_found = np.sum(np.abs(l2_swapped) > limit)
l1_swapped_found = np.sum(np.abs(l1_swapped) > limit)
l2_swapped_last, l1_swapped_last = l2_swapped[20], l1_swapped[20]
print(f"L2 misses by MADN: {l2_swapped_found}, {l2_swapped_last:.3f}")
print(f"L1 misses by s:    {l1_swapped_found}, {l1_swapped_last:.3f}")

chance = 2 * norm.sf(limit)
expected = chance * len(y)
print(f"chance {100 * chance:.3f} %, days expected {expected:.4f}")

wrong = y.copy()
wrong[3] = wild_loss = 1_000_000
l2_wild, l1_wild, l1_after = fits(wrong)
l2_wild_scaled = l2_wild[3] / typical(l2_wild)
l1_wild_scaled = l1_wild[3] / median_abs_deviation(l1_wild, scale="normal")
l1_moved = np.max(np.abs(l1_after.coef_ - l1_before.coef_))
print(f"L1 slopes moved by {l1_moved:.6f}")
print(f"day 4: {l2_wild_scaled:.4f} under L2, {l1_wild_scaled:.0f} under L1")
