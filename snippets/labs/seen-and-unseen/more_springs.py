import numpy as np

top, best_weeks, steep, most_luck = 120, 5, 4, 8
chance = np.random.default_rng(0)


def springs(count):
    weeks = chance.uniform(1, 8, count)
    luck = chance.integers(-most_luck, most_luck + 1, count)
    return weeks, top - steep * (weeks - best_weeks) ** 2 + luck


def unseen_loss(count, degree):  # a middle one of many
    losses = []
    for _ in range(99):
        weeks, apples = springs(count)
        curve = np.polyfit(weeks - 4.5, apples, degree)
        told = np.polyval(curve, new_weeks - 4.5)
        losses.append(np.mean((new_apples - told) ** 2))
    return np.median(losses)


new_weeks, new_apples = springs(1000)
print("springs  degree two  degree seven")
counts = [10, 20, 40, 80, 160]
two = [unseen_loss(count, 2) for count in counts]
seven = [unseen_loss(count, 7) for count in counts]
for at, count in enumerate(counts):
    print(f"{count:7} {two[at]:11.1f} {seven[at]:13,.1f}")
few, many = counts[0], counts[-1]
few_two, *_, many_two = two
few_seven, *_, many_seven = seven
luck_alone = np.mean(np.square(np.arange(-most_luck, most_luck + 1)))
more_is_better = np.all(np.diff(seven) < 0)
simple_is_best = np.all(np.less(two, seven))
