import numpy as np

days = np.array([1, 3, 4, 5, 7])
jars = np.array([10, 14, 15, 17, 29])
next_days = np.array([3, 4, 4, 4, 5])
next_jars = np.array([17, 15, 17, 19, 17])

slope, intercept = np.polyfit(days, jars, 1)
line = intercept + slope * next_days
lengths = np.sum(np.abs(next_jars - line))
rival = np.median(next_jars)
around_median = np.sum(np.abs(next_jars - rival))
share = 1 - lengths / around_median
print(f"lengths: {lengths:.0f}")
print(f"of the median: {around_median:.0f}")
print(f"by lengths: {share:.2f}")
loses_too = share < 0
