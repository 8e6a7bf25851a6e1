import numpy as np
from scipy.stats import median_abs_deviation, norm
from sklearn.linear_model import LinearRegression, QuantileRegressor

data = np.loadtxt("stack_loss.csv", delimiter=",", skiprows=1)
x, y = data[:, :3], data[:, 3]
limit = 2.5


def fits(y):
    l1 = QuantileRegressor(alpha=0, solver="highs").fit(x, y)
    return y - LinearRegression().fit(x, y).predict(x), y - l1.predict(x), l1


def typical(residuals):
    return np.sqrt(np.sum(residuals**2) / (len(residuals) - 4))


l2_residuals, l1_residuals, l1_before = fits(y)
robust_ruler = median_abs_deviation(l2_residuals, scale="normal")
l2_swapped = l2_residuals / robust_ruler
l1_swapped = l1_residuals / typical(l1_residuals)
l2_swapped_found = np.sum(np.abs(l2_swapped) > limit)
l1_swapped_found = np.sum(np.abs(l1_swapped) > limit)
l2_swapped_last, l1_swapped_last = l2_swapped[20], l1_swapped[20]
both_were_needed = l2_swapped_found == l1_swapped_found < 4
print(f"L2 residuals by MADN: {l2_swapped_found}, {l2_swapped_last:.3f}")
print(f"L1 residuals by s:    {l1_swapped_found}, {l1_swapped_last:.3f}")

chance = 2 * norm.sf(limit)
expected = chance * len(y)
no_luck = expected < 1
print(f"chance {100 * chance:.3f} %, days expected {expected:.4f}")

wrong, wilder = y.copy(), y.copy()
wrong[3] = wild_loss = 1_000_000
wilder[3] = 1000 * wild_loss
l2_wild, l1_wild, l1_after = fits(wrong)
l2_wild_scaled = l2_wild[3] / typical(l2_wild)
l2_wilder, _, _ = fits(wilder)
l2_wilder_scaled = l2_wilder[3] / typical(l2_wilder)
l2_sees_no_more = l2_wilder_scaled - l2_wild_scaled < 0.001
l1_wild_scaled = l1_wild[3] / median_abs_deviation(l1_wild, scale="normal")
l1_moved = np.max(np.abs(l1_after.coef_ - l1_before.coef_))
l2_sees_it = l2_wild_scaled > limit
l1_stays = l1_moved < 1e-6
print(f"L1 slopes moved by {l1_moved:.6f}")
print(f"day 4: {l2_wild_scaled:.4f} under L2, {l1_wild_scaled:,.0f} under L1")

four = np.array([1, 3, 4, 21])
others = np.delete(x, four - 1, axis=0)
other_losses = np.delete(y, four - 1)
without = LinearRegression().fit(others, other_losses).coef_
with_all = LinearRegression().fit(x, y).coef_
gap_without = np.max(np.abs(without - l1_before.coef_))
gap_with = np.max(np.abs(with_all - l1_before.coef_))
print(f"L2 slopes from those of L1: {gap_with:.3f}, {gap_without:.3f}")
l2_comes_close = 10 * gap_without < gap_with
