"""States by which each interactive is tried, by the name of its program, and what does its tasks."""

from collections import namedtuple

# A function of what the program is given and of chance, which yields states; and for each task a
# function of what is given, which returns a state that does it.
Entry = namedtuple("Entry", "states done")


def numbers_of_a_kind(chance):
    """Return what draws numbers of one kind: equal, that tie, by a hand, in eighths, or huge."""
    kinds = [lambda: 5, lambda: chance.randint(0, chance.choice([1, 3]))]
    kinds += [lambda: chance.randint(0, 104), lambda: chance.randint(-64, 64) / 8]
    return chance.choice([*kinds, lambda: chance.uniform(-1e9, 1e9)])


def wild_points(given, chance):
    for at in range(10):  # any point, anywhere; by half a day, on another one's day, past the lever
        for _ in range(25):
            day = chance.choice([chance.randint(0, 32), chance.uniform(-5, 40), 24, 25, 26])
            height = chance.choice([chance.randint(-10, 80), chance.uniform(-99, 99), 0, 1e6])
            home = {"p5": (5, chance.choice([11, 61]))}
            yield with_points(given, **home | {f"p{at + 1}": (day, height)})
    for _ in range(60):  # all of them; ties, equal heights, two days alone, huge numbers
        draw = numbers_of_a_kind(chance)
        yield {name: [draw() for _ in range(10)] for name in given}
    for height in (11.125, 11.375, 10.875):  # a sum of two digits and a half: to the even one
        yield with_points(given, p5=(5, height))
    yield {"days": given["days"], "heights": [5] * 9 + [5 - 1e-6]}  # a slope of no negative zero
    for same in (0, 5, -1e9):
        yield {"days": [same] * 10, "heights": given["heights"]}
        yield {"days": given["days"], "heights": [same] * 10}


def with_points(given, **points):
    """Return what is given with some points elsewhere: p5=(5, 11)."""
    days, heights = [*given["days"]], [*given["heights"]]
    for name, (day, height) in points.items():
        days[int(name[1:]) - 1], heights[int(name[1:]) - 1] = day, height
    return {"days": days, "heights": heights}


def lines_of_two_ends(given, chance):
    for _ in range(240):  # by half a day and half a jar as a hand moves it, and anywhere
        by = chance.choice([2, 2, 1000])
        ends = [chance.randint(0, 8 * by) / by for _ in range(2)]
        heights = [chance.randint(0, 34 * by) / by for _ in range(2)]
        yield given | {"ends": ends, "heights": heights}
    for _ in range(120):  # other notes, with ties, on one day, or of one height; huge ones
        low, high = chance.choice([(0, 2), (0, 30), (-1000, 1000), (-(10**6), 10**6)])
        draw = chance.choice([chance.randint, chance.uniform])
        state = {name: [draw(low, high) for _ in each] for name, each in given.items()}
        same = chance.choice(["days", "jars", "heights", None, None])
        yield state | ({same: [draw(low, high)] * len(given[same])} if same else {})


def pulling_trees(given, chance):
    powers = [at / 2 for at in range(2, 17)]
    for power in powers:  # the page's trees, and every power of the slider; the forecast anywhere
        for forecast in (0, 3, 10, 22, 104, chance.uniform(-9, 200)):
            yield given | {"forecast": forecast, "power": power}
    for _ in range(320):  # trees that tie, in any order, huge ones, forecasts upon a tree
        draw = numbers_of_a_kind(chance)
        trees = [draw() for _ in range(5)]
        power = chance.choice([1, 2, chance.choice(powers), chance.uniform(1, 8)])
        yield {"trees": trees, "forecast": chance.choice([*trees, draw()]), "power": power}
    for same in (0, 7, 1e9):  # all in one place, and the forecast there or elsewhere
        for forecast in (same, same + 1):
            yield {"trees": [same] * 5, "forecast": forecast, "power": 3}


def steps_downhill(given, chance):
    for _ in range(250):  # where the handles and sliders go, and what can be typed
        yield given | {
            "start": chance.choice([0, 100, chance.randint(-20, 220), chance.uniform(-20, 220)]),
            "l1_rate": chance.choice([chance.randint(0, 20) / 2, chance.uniform(0, 10), 3, 0]),
            "l2_rate": chance.choice([chance.randint(0, 24) / 20, chance.uniform(0, 1.2), 1, 0.5]),
            "step_count": chance.choice([chance.randint(0, 60), chance.uniform(0, 60), 0, 1, 60]),
        }
    for _ in range(60):  # another target, the wrong way, too many steps, far off
        yield {name: chance.choice([-1, 0, 0.5, 7.25, 99, 1e4, -1e9, 1e9]) for name in given}
    for rate in (0.95, 1, 1.05, 1.2, 1e9, -1):  # about where L2 begins to run away
        yield given | {"l2_rate": rate, "l1_rate": rate, "step_count": 60}


def worms_and_thresholds(given, chance):
    for threshold in [0, 1, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 9.5, 10, -3, 1e6]:  # ties; no alarm at all
        for worms in [0, 1, 5, 12, 33, 40, 50, 77, 99, 100, 62.5]:
            yield given | {"threshold": threshold, "worms": worms}
    for _ in range(260):  # other apples too: few scores or many, all the same, huge
        draw = numbers_of_a_kind(chance)
        yield given | {
            "threshold": chance.choice([draw(), chance.uniform(0, 10)]),
            "worms": chance.choice([chance.randint(0, 100), chance.uniform(0, 100)]),
            "wormy_scores": [draw() for _ in given["wormy_scores"]],
            "sound_scores": [draw() for _ in given["sound_scores"]],
        }


def thresholds_and_prices(given, chance):
    for threshold in range(36, 71):  # as the handle goes, at prices of the sliders
        for _ in range(8):
            prices = [chance.choice([1, 30, 60, chance.randint(1, 60)]) for _ in range(2)]
            yield dict(zip(given, [threshold, *prices], strict=True))
    for _ in range(160):  # anything that can be typed or linked to: far off, no price, a gift
        threshold = chance.choice([chance.uniform(30, 75), chance.uniform(-1e9, 1e9), 56])
        prices = [chance.choice([chance.uniform(0, 60), 0, -1, 1e9]) for _ in range(2)]
        yield dict(zip(given, [threshold, *prices], strict=True))


def five_trees(given, chance):
    def draw():
        return chance.choice([chance.randint(0, 9), chance.uniform(0, 120), chance.randint(0, 120)])

    for _ in range(150):  # the old tree anywhere, any threshold
        yield {"trees": given["trees"][:4] + [draw()], "delta": draw()}
    for _ in range(150):  # all trees
        one = numbers_of_a_kind(chance)
        delta = abs(one()) * chance.uniform(1e-3, 2)
        yield {"trees": [one() for _ in range(5)], "delta": delta}
    for delta in (1, 2, 78, 20.5, 1e-9, 1e9, 0, -1):  # both ends; no threshold at all
        for old_tree in (100, 27.5, 23.125, 3, 0, 1e9):
            yield {"trees": given["trees"][:4] + [old_tree], "delta": delta}


def budgets(given, chance):
    for rain in range(-9, 21):  # any place of the figure, on the axes too, with its budget
        for magpies in range(-9, 12):
            yield given | {"best_rain": rain, "best_magpies": magpies}
    for _ in range(400):  # all of it: on an edge, at a corner, inside, no budget, any shape
        draw = chance.randint, chance.uniform
        pair = [chance.choice([*(d(-9, 20) for d in draw), 0, 1e9, -1e9, 1e-9]) for _ in range(2)]
        corner = chance.choice([7, 0, -7, sum(map(abs, pair)), chance.uniform(-9, 20), 1e9, 1e-9])
        spread = chance.choice([0.5, 1, 2, chance.uniform(0.5, 2), -1.5, 1e-9, 1e9])
        yield dict(zip(given, [*pair, corner, spread], strict=True))
    yield given | {"spread": 0}


def baskets_and_beliefs(given, chance):
    def draw():
        few = chance.choice([0.25, 0.5, 1e-300, 1e-17])
        return chance.choice([chance.random(), chance.randint(1, 99) / 100, few])

    for _ in range(400):
        share = draw()
        yield {"apple_share": share, "apple_belief": chance.choice([draw(), draw(), share])}
    for share in (0, -0.0, 1, 0.75, -0.5, 2, 1e9):  # all apples, no apples, and no shares at all
        for belief in (0, -0.0, 1, 0.9, 1e-17, -0.5, 2, -1e9):
            yield {"apple_share": share, "apple_belief": belief}


def scores_and_temperatures(given, chance):
    for step in range(1, 51):  # every temperature of the slider, and scores by halves
        for _ in range(6):
            scores = [chance.randint(-5, 13) / 2 for _ in given["scores"]]
            yield {"scores": chance.choice([scores, given["scores"]]), "temperature": step / 10}
    for _ in range(100):  # ties, scores in whole steps, huge ones, gaps that no power outlives
        draw = numbers_of_a_kind(chance)
        temperature = chance.choice([1, 2, chance.uniform(0.1, 5), chance.uniform(-3, 1e9)])
        yield {"scores": [draw() for _ in given["scores"]], "temperature": temperature}
    for temperature in (0, 1e-320, -0.5):  # by zero no score can be divided, nor by nearly nothing
        for scores in ([0, 0, 0], given["scores"], [1e9, -1e9, 0]):
            yield {"scores": scores, "temperature": temperature}


def lines_of_scores(given, chance):
    for _ in range(300):  # where hands and fields go: quarters, flat lines, far off
        reach = chance.choice([9, 9, 30, 99, 1e6])
        ends = [
            chance.choice([chance.uniform(-reach, reach), chance.randint(-48, 48) / 4])
            for _ in "ab"
        ]
        yield given | {"ends": chance.choice([ends, ends, ends[:1] * 2])}
    for _ in range(60):  # other apples: all brown, all sound, any
        brown = chance.choice([[0] * 10, [1] * 10, [chance.randint(0, 1) for _ in range(10)]])
        yield given | {"is_brown": brown, "ends": [chance.uniform(-9, 9) for _ in range(2)]}
    yield given | {"weeks": [5] * 10}


def draws_with_bad_points(given, chance):
    for _ in range(300):  # anything that the sliders and fields allow
        bad = chance.choice([chance.randint(0, 200), chance.uniform(0, 20), 0, 2, 200])
        times = chance.choice([chance.randint(2, 8) / 2, chance.uniform(1, 4), 3])
        yield given | {"bad": bad, "times": times}
    for seed in (0, 2, 123_456_789, -3, 1e9, -1e9, 2**32 + 1, 1.5, -0.5):  # each takes much longer
        yield given | {"bad": bad, "times": times, "seed": seed}


def forecasts_of_a_harvest(given, chance):
    for _ in range(330):  # where hands move them: ties, hits, parts of an apple; and far off
        draw = chance.choice([chance.randint, chance.uniform])
        ends = chance.choice([(98, 102), (89, 108), (-99_999, 99_999)])
        actual = chance.choice([given["actual"], draw(*ends)])
        yield {"actual": actual, "forecasts": [draw(*ends) for _ in range(3)]}


def curves_and_draws(given, chance):
    for degree in range(8):
        for draw in range(1, 21):
            yield given | dict(degree=degree, alpha=chance.choice([0, 0.1, 0.3, 5]), draw=draw)
    for _ in range(200):  # between two, beyond the ends, and other harvests
        degree, draw, alpha = chance.uniform(-2, 9), chance.uniform(1, 20), chance.uniform(0, 5)
        harvests = [numbers_of_a_kind(chance)() for _ in given["harvests"]]
        yield given | dict(degree=degree, alpha=alpha, draw=draw, harvests=harvests)


def relative_trees(given, chance):
    for _ in range(200):  # where hands go: a forecast, the young tree, the old one, past others too
        draw = chance.choice([chance.randint, chance.uniform])
        trees = [draw(1, 120), *given["trees"][1:4], draw(80, 640)]
        trees = chance.choice([trees, given["trees"]])
        yield {"trees": trees, "forecast": chance.choice([draw(1, 120), *trees])}
    for _ in range(160):  # other trees: equal ones, ties of weight, tiny and huge
        draw = numbers_of_a_kind(chance)
        trees = [abs(draw()) + chance.choice([0, 1, 1e-9]) for _ in given["trees"]]
        yield {"trees": trees, "forecast": chance.choice([*trees, abs(draw())])}
    for trees in ([20, 20, 20, 40, 40], [2, 6, 6, 6, 1e9], [3, 3, 6, 6, 6], [0, 1, 2, 3, 4]):
        for forecast in (0, -1, 6, 1e-9, 1e9):
            yield {"trees": trees, "forecast": forecast}


def columns_and_rates(given, chance):
    for _ in range(300):  # where hands go, to marks that meet; rates on each side of the border
        zero, one = chance.randint(0, 16) / 2, chance.randint(0, 16) / 2
        rate = chance.choice([chance.randint(0, 60) / 1000, chance.randint(0, 240) / 200])
        count = chance.choice([0, 1, 24, chance.randint(0, 24)])
        yield given | dict(rate=rate, step_count=count, zero=zero, one=one)
    for _ in range(160):  # other summers, ties, weeks that are all the same, marks far away
        draw = numbers_of_a_kind(chance)
        weeks, apples = ([draw() for _ in range(5)] for _ in "xy")
        rate, count = chance.uniform(-0.1, 1.2), chance.uniform(-2, 70)
        yield dict(zip(given, [weeks, apples, rate, count, chance.choice([0, draw()]), draw()]))


def changed(**numbers):
    """Return what gives a state: what is given, but for some numbers."""
    return lambda given: given | numbers


ENTRIES = {
    "misses": Entry(forecasts_of_a_harvest, []),
    "both_lines": Entry(wild_points, [lambda given: with_points(given, p10=(32, 0)), lambda given: with_points(given, p5=(5, 11), p10=(25, 51))]),
    "your_line": Entry(lines_of_two_ends, [changed(heights=[5, 29]), changed(ends=[1, 3], heights=[10, 14])]),
    "tug": Entry(pulling_trees, [changed(trees=[1, 2, 3, 4, 50], forecast=3), changed(trees=[1, 2, 3, 4, 5])]),
    "paths": Entry(steps_downhill, [changed(l2_rate=1), changed(start=97, l2_rate=0.5, step_count=1)]),
    "threshold": Entry(worms_and_thresholds, [changed(threshold=2.5), changed(worms=20)]),
    "every_threshold": Entry(thresholds_and_prices, [changed(threshold=47), changed(alarm_price=30)]),
    "pull": Entry(five_trees, [changed(delta=2), changed(trees=[1, 2, 3, 4, 27])]),
    "touch": Entry(budgets, [changed(best_magpies=0), changed(best_magpies=9)]),
    "wrong_belief": Entry(baskets_and_beliefs, [changed(apple_belief=0.75), changed(apple_share=0.5, apple_belief=0.05)]),
    "five_ways": Entry(relative_trees, [changed(forecast=10), changed(trees=[12, 20, 40, 80, 320])]),
    "springs": Entry(curves_and_draws, [changed(degree=2), changed(degree=4, draw=2), changed(alpha=0.3)]),
    "valley": Entry(columns_and_rates, [changed(zero=4), changed(zero=4, one=6, rate=0.5, step_count=1)]),
    "draws": Entry(draws_with_bad_points, [changed(bad=50), changed(bad=150)]),
    "move_line": Entry(lines_of_scores, [changed(ends=[-3, 1.75]), changed(ends=[4, -4])]),
    "move_scores": Entry(scores_and_temperatures, [changed(temperature=3), changed(scores=[7, 5, 1], temperature=2)]),
}  # fmt: skip
