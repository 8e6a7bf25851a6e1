from fractions import Fraction

import numpy as np

days = np.arange(1, 10)
pivot = np.median(days)
distances = np.abs(days - pivot)
rest = np.sum(distances)
furthest = pivot + rest
print(f"{distances} add up to {rest:.0f}")
print(f"day {pivot:.0f} + {rest:.0f} = day {furthest:.0f}")

middle_height, wild_day, wild_height = 11, 50, 0
fall, run = middle_height - wild_height, wild_day - int(pivot)
start = middle_height + Fraction(fall, run) * int(pivot)
over, under = start.numerator, start.denominator
print(f"line through both: {over}/{under} - {fall}/{run} x")
