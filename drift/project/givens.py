"""Givens: programs of one story are handed the same numbers under the same names.

A given is a name that one top-level statement binds to numbers as they were typed: a number, or a
list or an array of them. The same number many times is that number.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from drift.fault import Fault, FaultsFound
from drift.project.files import parsed, typed
from drift.project.snippet import PROGRAM, Snippet, bound

FILE = "givens.toml"
Numbers = tuple[float | str, ...]


class Given(NamedTuple):
    """A name of a program that is bound to typed numbers, and the line that does it."""

    snippet: Snippet
    name: str
    numbers: Numbers
    line: int


@dataclass(frozen=True)
class Rules:
    """What the file of givens says: folders that are one section, other names, and exceptions.

    `sections` leads from a section to its folders, `names` from a name to its other spellings,
    `differ` from `program: name` to the reason why its numbers are others.
    """

    sections: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    differ: dict[str, str] = field(default_factory=dict)

    def section(self, snippet: Snippet) -> str:
        """Return the section of a program: its folder, if no other is said."""
        folder = within = snippet.name.rpartition("/")[0]
        while within and not (said := _key_of(within, self.sections)):
            within = within.rpartition("/")[0]
        return said if within else folder

    def story(self, given: Given) -> tuple[str, str]:
        """Return what a given has to agree with: all that has this section and this name."""
        return self.section(given.snippet), _key_of(given.name, self.names) or given.name


def rules(shown: str, content: bytes) -> Rules:
    """Read the file of the rules, which messages call `shown`; raise FaultsFound for wrong ones."""
    rules = typed(shown, parsed(shown, content.decode("utf-8")), Rules)
    if empty := [key for key, reason in rules.differ.items() if not reason.strip()]:
        message = f"{empty[0]!r} has no reason. Say why its numbers differ."
        raise FaultsFound(Fault(shown, 0, message))
    return rules


def _key_of(wanted: str, table: dict[str, list[str]]) -> str:
    return next((key for key, each in table.items() if wanted in each), "")


def givens(snippet: Snippet) -> Iterator[Given]:
    """Yield the givens of a program; of a source that does not parse, none."""
    for statement in snippet.statements:
        for name, value in bound(statement):
            numbers = _numbers(value)
            if numbers and name in snippet.names:
                same = numbers[:1] if len({*numbers}) == 1 else numbers
                yield Given(snippet, name, same, statement.lineno)


def _numbers(value: ast.expr) -> Numbers:
    """Return the numbers of a literal in their order; none of what holds anything else."""
    match value:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return (number,)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
            return (-number,)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            each = [_numbers(part) for part in parts]
            return tuple(number for numbers in each for number in numbers) if all(each) else ()
        case ast.Call(func=ast.Attribute(attr="array"), args=[ast.List() as whole, *_]):
            return _numbers(whole)
        case ast.Attribute(attr="nan"):
            return ("nan",)
    return ()


def faults(snippets: Mapping[str, Snippet], rules: Rules, shown: str = FILE) -> Iterator[Fault]:
    """Yield a fault for each given that has other numbers than most of its section."""
    stories: dict[tuple[str, str], list[Given]] = defaultdict(list)
    excepted: dict[str, Given] = {}
    for name, snippet in snippets.items():
        for given in givens(snippet) if name.endswith(PROGRAM) else ():
            key = f"{name}: {given.name}"
            if key in rules.differ:
                excepted[key] = given
            else:
                stories[rules.story(given)].append(given)
    for same in stories.values():
        usual = _usual(same)
        for given in same:
            if given.numbers != usual.numbers:
                here, there = (", ".join(map(str, each.numbers)) for each in (given, usual))
                message = (
                    f"{given.name} is {here} here, and {usual.name} is {there} in "
                    f"{usual.snippet.shown_path}, line {usual.line}. One story has one set of "
                    f"givens: change both, or say in {shown} why they differ."
                )
                yield Fault(given.snippet.shown_path, given.line, message)
    for key in rules.differ:
        given = excepted.get(key)
        others = stories.get(rules.story(given), []) if given else []
        if not others or given.numbers == _usual(others).numbers:
            yield Fault(shown, 0, f"{key!r} differs from nothing. Take it out.")


def _usual(same: list[Given]) -> Given:
    numbers = [given.numbers for given in same]
    return max(same, key=lambda given: numbers.count(given.numbers))
