import numpy as np

trees = np.array([10, 20, 40, 80, 320])


def mape(forecast):
    return np.mean(np.abs(trees - forecast) / trees)


median, mean, none = np.median(trees), np.mean(trees), 0
for forecast in none, trees[0], median, mean:
    print(f"{forecast:3.0f} apples: MAPE {mape(forecast):7.2%}")
at_none, at_first = mape(none), mape(trees[0])
at_median, at_mean = mape(median), mape(mean)
first_is_least = at_first < min(at_none, at_median, at_mean)
none_beats_the_median = at_none < at_median
