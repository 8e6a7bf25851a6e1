from itertools import combinations

days = [1, 3, 4, 5, 7]
jars = [10, 14, 15, 17, 29]


def sum_of_misses(line):
    intercept, slope = line
    misses = [abs(y - intercept - slope * x) for x, y in zip(days, jars)]
    return sum(misses)


lines = []
for (x1, y1), (x2, y2) in combinations(zip(days, jars), 2):
    slope_of_pair = (y2 - y1) / (x2 - x1)
    line = (y1 - slope_of_pair * x1, slope_of_pair)
    lines.append(line)
    print(f"{y1} and {y2} jars: {sum_of_misses(line):6.3f}")

l1_intercept, l1_slope = min(lines, key=sum_of_misses)
least = sum_of_misses((l1_intercept, l1_slope))
print(f"least: {least:.3f}, by {l1_intercept:.3f} + {l1_slope:.3f} x")
count = len(lines)
first_is_best = (l1_intercept, l1_slope) == lines[0]
