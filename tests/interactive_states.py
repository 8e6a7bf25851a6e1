"""States by which each interactive is tried, by the name of its program, and what does its tasks."""

from collections import namedtuple
from copy import deepcopy
from itertools import product

# What a hand or a slider moves, by its name: the least, the most, and the step; which of the numbers
# that are given may be anything; rows of special numbers, of which each is tried with each; and for
# each task a function of what is given, which returns a state that does it.
Entry = namedtuple("Entry", "hands wild special done")


def of_a_kind(chance):
    """Return what draws numbers of one kind: equal, that tie, by a hand, in eighths, or huge."""
    kinds = [lambda: 5, lambda: chance.randint(0, chance.choice([1, 3]))]
    kinds += [lambda: chance.randint(0, 104), lambda: chance.randint(-64, 64) / 8]
    return chance.choice([*kinds, lambda: chance.uniform(-1e9, 1e9)])


def along(chance, low, high, step):
    """Return what draws numbers between two: on a step, mostly, or anywhere."""
    steps = round((high - low) / step)
    on_a_step = [lambda: low + chance.randint(0, steps) * step] * 2
    return chance.choice([*on_a_step, lambda: chance.uniform(low, high)])


def states_of(entry, given, chance):
    """Yield states: some numbers moved, of a list one or all; then what is special."""
    names = [*dict.fromkeys([*entry.hands, *entry.wild])]
    for _ in range(320):
        state = deepcopy(given)
        for name in chance.sample(names, chance.randint(1, len(names))):
            is_moved = name in entry.hands and (name not in entry.wild or chance.random() < 0.7)
            draw = along(chance, *entry.hands[name]) if is_moved else of_a_kind(chance)
            if isinstance(given[name], list):
                every = range(len(given[name]))
                for at in chance.choice([every, [chance.choice(every)]]):
                    state[name][at] = draw()
            else:
                state[name] = draw()
        yield state
    for row in entry.special:
        for numbers in product(*row.values()):
            yield given | dict(zip(row, numbers))


def with_points(given, **points):
    """Return what is given with some points elsewhere: p5=(5, 11)."""
    days, heights = [*given["days"]], [*given["heights"]]
    for name, (day, height) in points.items():
        days[int(name[1:]) - 1], heights[int(name[1:]) - 1] = day, height
    return {"days": days, "heights": heights}


def changed(**numbers):
    """Return what gives a state: what is given, but for some numbers."""
    return lambda given: given | numbers


TREES = [[same] * 5 for same in (0, 7, 1e9)]
# Of day 5 a height whose sum has two digits and a half; a slope of no negative zero.
HEIGHTS = [[3, 5, 7, 9, at, 13, 15, 17, 19, 21] for at in (11, 11.125, 11.375, 10.875)]
HEIGHTS += [[5] * 9 + [5 - 1e-6], *([same] * 10 for same in (0, 5, -1e9))]
# Past the lever, and two days alone.
DAYS = [*([*range(1, 10), last] for last in (10, 24, 25, 26, 32)), [0] * 5 + [4] * 5]
FEW = [0, -0.0, 1, 0.25, 0.5, 1e-300, 1e-17]
FAR = [-1e9, -1, 0, 1, 1e9]
BROWN = [[0] * 10, [1] * 10, [0, 1] * 5]

ENTRIES = {
    "misses": Entry(dict(actual=(98, 102, 1), forecasts=(89, 108, 1)), ["actual", "forecasts"], [], []),
    "both_lines": Entry(
        dict(days=(0, 32, 0.5), heights=(-10, 80, 1)),
        ["days", "heights"],
        [dict(days=DAYS, heights=HEIGHTS), dict(days=[[same] * 10 for same in (0, 5, -1e9)])],
        [
            lambda given: with_points(given, p10=(32, 0)),
            lambda given: with_points(given, p5=(5, 11), p10=(25, 51)),
        ],
    ),
    "your_line": Entry(
        dict(ends=(0, 8, 0.5), heights=(0, 34, 0.5), days=(0, 30, 0.5), jars=(0, 30, 0.5)),
        [],
        [  # on one day, or of one height; huge ones
            dict(days=[[3] * 5, [-1e6, 2, 2, 7, 1e6], [1, 3, 4, 5, 7]], jars=[[9] * 5, [1e6, -1e6, 0, 1, 2]]),
            dict(ends=[[3, 3]], heights=[[1, 2], [5, 5]]),
        ],
        [changed(heights=[5, 29]), changed(ends=[1, 3], heights=[10, 14])],
    ),
    "tug": Entry(
        dict(trees=(0, 104, 1), forecast=(0, 104, 1), power=(1, 8, 0.5)),
        ["trees", "forecast"],
        [
            dict(trees=TREES, forecast=[0, 7, 8, 1e9], power=[1, 2, 3]),
            # pulls that are equal, and a best forecast halfway between two digits
            dict(trees=[[0, 0, 8, 8, 4], [-1.375, -0.125, -3.875, -7, 3.875]], power=[1, 1.5, 3]),
        ],
        [changed(trees=[1, 2, 3, 4, 50], forecast=3), changed(trees=[1, 2, 3, 4, 5])],
    ),
    "paths": Entry(
        dict(start=(-20, 220, 1), l1_rate=(0, 10, 0.5), l2_rate=(0, 1.2, 0.05), step_count=(0, 60, 1)),
        ["start", "target"],
        [  # about where L2 begins to run away; the wrong way, and far off
            dict(l2_rate=[0.95, 1, 1.05, 1.2, 1e9, -1], l1_rate=[1e9, -1], step_count=[1, 60]),
            dict(start=FAR, target=[0.5, 1e9], step_count=[-1, 7.25, 1e4]),
        ],
        [changed(l2_rate=1), changed(start=97, l2_rate=0.5, step_count=1)],
    ),
    "threshold": Entry(
        dict(threshold=(0, 10, 0.5), worms=(0, 100, 1)),
        ["threshold", "wormy_scores", "sound_scores"],
        [dict(threshold=[0, 1, 2, 6, 9, 9.5, -3, 1e6], worms=[0, 1, 62.5, 100])],  # ties; no alarm at all
        [changed(threshold=2.5), changed(worms=20)],
    ),
    "every_threshold": Entry(
        dict(threshold=(30, 75, 1), missed_price=(1, 60, 1), alarm_price=(1, 60, 1)),
        ["threshold"],
        [dict(threshold=[36, 56, 70], missed_price=FAR, alarm_price=FAR)],  # no price, and a gift
        [changed(threshold=47), changed(alarm_price=30)],
    ),
    "pull": Entry(
        dict(trees=(0, 120, 1), delta=(1, 104, 1)),
        ["trees"],
        [  # both ends; no threshold at all
            dict(delta=[1, 2, 78, 20.5, 1e-9, 1e9, 0, -1], trees=[[1, 2, 3, 4, end] for end in (100, 27.5, 3, 0, 1e9)]),
            dict(delta=[0.5, 2], trees=TREES),
        ],
        [changed(delta=2), changed(trees=[1, 2, 3, 4, 27])],
    ),
    "touch": Entry(
        dict(best_rain=(-9, 20, 1), best_magpies=(-9, 11, 1), corner=(-9, 20, 1), spread=(0.5, 2, 0.1)),
        ["best_rain", "best_magpies"],
        [  # on the axes, on an edge, at a corner, no budget, any shape
            dict(best_rain=[0, 13, *FAR], best_magpies=[0, 7, 1e-9], corner=[7, 0, -7, 1e-9, 1e9], spread=[1, -1.5]),
            dict(best_rain=[3, 12], best_magpies=[4, -5], corner=[7, 17], spread=[1, 0, 1e-9, 1e9]),
        ],
        [changed(best_magpies=0), changed(best_magpies=9)],
    ),
    "wrong_belief": Entry(
        dict(apple_share=(0.01, 0.99, 0.01), apple_belief=(0.01, 0.99, 0.01)),
        [],
        [dict(apple_share=[*FEW, 0.75, -0.5, 2, 1e9], apple_belief=[*FEW, 0.9, -0.5, 2, -1e9])],
        [changed(apple_belief=0.75), changed(apple_share=0.5, apple_belief=0.05)],
    ),
    "five_ways": Entry(
        dict(trees=(1, 640, 1), forecast=(1, 120, 1)),
        ["forecast"],
        [  # equal ones, ties of weight, tiny and huge
            dict(forecast=[0, -1, 6, 1e9], trees=[[20, 20, 20, 40, 40], [2, 6, 6, 6, 1e9], [3, 3, 6, 6, 6], [*range(5)]]),
            dict(forecast=[1e-9, 3, 8], trees=[[1e-9] * 5, [0.125, 1, 8, 1e9, 1e9], [5, 4, 3, 2, 1]]),
        ],
        [changed(forecast=10), changed(trees=[12, 20, 40, 80, 320])],
    ),
    "springs": Entry(
        dict(degree=(0, 7, 1), alpha=(0, 5, 0.1), draw=(1, 20, 1)),
        ["harvests"],
        [dict(degree=[-2, 0, 7, 9], alpha=[0, 0.1, 5], draw=[1, 20])],
        [changed(degree=2), changed(degree=4, draw=2), changed(alpha=0.3)],
    ),
    "valley": Entry(
        dict(rate=(0, 1.2, 0.005), step_count=(0, 24, 1), zero=(0, 8, 0.5), one=(0, 8, 0.5)),
        ["weeks", "apples", "one"],
        [dict(rate=[-0.1, 0.06, 1.2], step_count=[-2, 0, 1, 70], zero=[0, 4, 8], one=[0, 4.25, 8])],  # marks that meet
        [changed(zero=4), changed(zero=4, one=6, rate=0.5, step_count=1)],
    ),
    "draws": Entry(
        dict(bad=(0, 200, 1), times=(1, 4, 0.5)),
        [],
        [dict(seed=[0, 2, 123_456_789, -3, 1e9, -1e9, 2**32 + 1, 1.5, -0.5], bad=[20])],
        [changed(bad=50), changed(bad=150)],
    ),
    "move_line": Entry(
        dict(ends=(-12, 12, 0.25)),
        ["ends"],
        [dict(is_brown=BROWN, ends=[[-9, 9], [3.5, -2], [4, 4]]), dict(weeks=[[5] * 10])],
        [changed(ends=[-3, 1.75]), changed(ends=[4, -4])],
    ),
    "move_scores": Entry(
        dict(scores=(-2.5, 6.5, 0.5), temperature=(0.1, 5, 0.1)),
        ["scores"],
        [dict(temperature=[0, 1e-320, -0.5, 1, 1e9], scores=[[0, 0, 0], [3, 2, 0], [1e9, -1e9, 0]])],
        [changed(temperature=3), changed(scores=[7, 5, 1], temperature=2)],
    ),
}  # fmt: skip
