import numpy as np

harvests = np.array([1, 2, 3, 4, 100])
tries = np.arange(0, 101)
errors = harvests - tries[:, np.newaxis]
too_low, too_high = np.maximum(errors, 0), np.maximum(-errors, 0)

l1_best = tries[np.argmin(np.sum(np.abs(errors), axis=1))]
l2_best = tries[np.argmin(np.sum(errors**2, axis=1))]
print(f"L1 asks for {l1_best}, L2 for {l2_best}")
l1_asks_for_a_median = l1_best == np.median(harvests)
l2_asks_for_the_mean = l2_best == np.mean(harvests)

# A median when values are equal: how many lie below it, and above?
equal_ones = np.array([1, 1, 1, 5])
middle = np.median(equal_ones)
below, above = np.sum(equal_ones < middle), np.sum(equal_ones > middle)
print(f"of {equal_ones}, {below} lie below {middle:g} and {above} above")
at_most_half = max(below, above) <= len(equal_ones) / 2
not_as_many = below != above

# The same forecast for each tree, added up.
total, by_median = np.sum(harvests), len(harvests) * l1_best
print(f"total {total}; {by_median} by the median")
means_add_up = len(harvests) * l2_best == total

# Too low costs three times as much as too high.
pinball = np.sum(3 * too_low + too_high, axis=1)
pinball_best = tries[np.argmin(pinball)]
up_to_it = np.mean(harvests <= pinball_best)
print(f"too low costs three times as much: {pinball_best}, ", end="")
print(f"{up_to_it:.0%} are at or below it")
is_quantile = pinball_best == np.quantile(harvests, 3 / 4)
most_stay_below = is_quantile and up_to_it >= 3 / 4
