import numpy as np
from scipy.optimize import brentq


def efficiency(share, times=3):
    good = 1 - share
    variance = good + share * times**2
    peak = (good + share / times) / np.sqrt(2 * np.pi)
    half = 1 / (2 * peak)
    return variance / half**2


none, two = efficiency(0), efficiency(0.002)
five, ten = efficiency(0.005), efficiency(0.01)
fifty, hundred = efficiency(0.05), efficiency(0.1)
two_hundred = efficiency(0.2)
crossover = brentq(lambda share: efficiency(share) - 1, 0, 0.5)
percent = 100 * crossover
print("Where is the middle? Median to mean,")
print("by bad points in a thousand:")
print(f"none: {none:.3f}, two: {two:.3f},")
print(f"five: {five:.3f}, ten: {ten:.3f},")
print(f"fifty: {fifty:.3f}, a hundred: {hundred:.3f},")
print(f"two hundred: {two_hundred:.3f}")
print(f"equal at {crossover:.7f}, or {percent:.2f} %")
points_needed = 1 / two
mean_is_far_ahead = points_needed > 1.5
median_wins_later = hundred < 1 < two_hundred

variance_at_two = 1 - 0.002 + 0.002 * 3**2
widened = none * variance_at_two
peak_left = 1 - 0.002 + 0.002 / 3
squared = peak_left**2
