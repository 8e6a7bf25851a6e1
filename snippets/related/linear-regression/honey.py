import argparse
from itertools import combinations
from statistics import linear_regression

days = [1, 3, 4, 5, 7]
jars = [10, 14, 15, 17, 29]


def sum_of_misses(line):
    slope, intercept = line
    misses = [abs(y - intercept - slope * x) for x, y in zip(days, jars)]
    return sum(misses)


def least_absolute_deviations(x, y):
    lines = []
    for (x1, y1), (x2, y2) in combinations(zip(x, y), 2):
        slope = (y2 - y1) / (x2 - x1)
        lines.append((slope, y1 - slope * x1))
    return min(lines, key=sum_of_misses)


fits = {"l1": least_absolute_deviations, "l2": linear_regression}
parser = argparse.ArgumentParser(description="forecast jars of honey")
parser.add_argument("sunny_days", nargs="?", type=float, default=6)
parser.add_argument("--loss", choices=fits, default="l2")
options = parser.parse_args()

slope, intercept = fits[options.loss](days, jars)
forecast = intercept + slope * options.sunny_days
print(f"{intercept:.1f} jars, and {slope:.1f} for each sunny day")
print(f"{options.sunny_days:g} sunny days: about {forecast:.1f} jars")
if not min(days) <= options.sunny_days <= max(days):
    print(f"Beware: the notes end at {min(days)} and {max(days)} days.")
