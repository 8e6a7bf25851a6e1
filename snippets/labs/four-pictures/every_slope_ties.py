from fractions import Fraction

import numpy as np

table = np.loadtxt("quartet.csv", delimiter=",", skiprows=1)
x, y = table[33:, 1], table[33:, 2]
pile_x, far_x = np.min(x), np.max(x)
far_y = y[np.argmax(x)]
pile = np.sort(y[x == pile_x])
lower, upper = pile[4], pile[5]
lowest_slope = (far_y - upper) / (far_x - pile_x)
highest_slope = (far_y - lower) / (far_x - pile_x)
pile_mean = np.mean(pile)
l2_slope, l2_start = np.polyfit(x, y, 1)


def total(slope):
    through_far_point = far_y + slope * (x - far_x)
    return np.sum(np.abs(y - through_far_point))


l2_total = np.sum(np.abs(y - l2_start - l2_slope * x))
print(f"two in the middle: {lower} and {upper}, mean {pile_mean:.3f}")
for slope in (lowest_slope, highest_slope):
    exact = Fraction(slope).limit_denominator(1000)
    print(f"L1 slope {slope:.7f} = {exact}: {total(slope):.5f}")
print(f"L2 slope {l2_slope:.7f}: {l2_total:.5f}")
lowest_total, highest_total = total(lowest_slope), total(highest_slope)
they_tie = abs(lowest_total - highest_total) < 1e-9
mean_is_between = lower < pile_mean < upper
both_at_once = abs(l2_total - lowest_total) < 1e-9
