from itertools import combinations
from statistics import mean, median

counted = [1, 2, 3, 4, 5]
wild = 1000


def furthest(middle, count):
    ways = combinations(counted, len(counted) - count)
    return max(middle([*sound, *[wild] * count]) for sound in ways)


for count in range(4):
    print(f"{count} wild: median up to {furthest(median, count):4}", end=", ")
    print(f"mean up to {furthest(mean, count):5.1f}")

one_wild_mean = furthest(mean, 1)
two_wild = furthest(median, 2)
three_wild = furthest(median, 3)
median_takes_two = two_wild <= max(counted) < three_wild
mean_takes_none = one_wild_mean > 10 * max(counted)
