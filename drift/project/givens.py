"""Givens: programs that tell one story are handed the same numbers under the same names.

A given is a name that one top-level statement binds to numbers as they were typed: a number, or a
list or an array of them. The same number many times is that number.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

from drift.fault import Fault, FaultsFound
from drift.project.files import table, tables
from drift.project.snippet import PROGRAM, Snippet

FILE = "givens.toml"
TABLES = ("differ", "names", "sections")
Numbers = tuple[float | str, ...]


class Given(NamedTuple):
    """A name of a program that is bound to typed numbers, and the line that does it."""

    snippet: Snippet
    name: str
    numbers: Numbers
    line: int

    @property
    def place(self) -> str:
        """Where it stands, as messages name it."""
        return f"{self.snippet.shown_path}, line {self.line}"


@dataclass(frozen=True)
class Rules:
    """What the file of givens says: folders that are one section, other names, and exceptions.

    `sections` leads from a folder to its section, `names` from a name to the one that it stands
    for, `differ` from `program: name` to the reason why its numbers are others.
    """

    shown: str = FILE
    sections: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    differ: Mapping[str, str] = field(default_factory=dict)

    def section(self, snippet: Snippet) -> str:
        """Return the section of a program: its folder, if no other is said."""
        folder = PurePosixPath(snippet.name).parent
        said = (self.sections.get(str(each)) for each in (folder, *folder.parents))
        return next(filter(None, said), str(folder))

    def story(self, given: Given) -> tuple[str, str]:
        """Return what a given has to agree with: all that has this section and this name."""
        return self.section(given.snippet), self.names.get(given.name, given.name)


def rules(shown: str, content: bytes) -> Rules:
    """Read the file of the rules, which messages call `shown`; b"" has none.

    Raises FaultsFound for a table that is none of ours, and for a reason that is missing.
    """
    differ, names, sections = tables(shown, content.decode("utf-8"), *TABLES)
    if empty := [key for key, reason in differ.items() if not str(reason).strip()]:
        message = f"{empty[0]!r} has no reason. Say why its numbers differ."
        raise FaultsFound(Fault(shown, 0, message))
    for each in (sections, names):
        table(shown, "", each, list)
    return Rules(shown, _inverted(sections), _inverted(names), differ)


def _inverted(table: dict[str, list[str]]) -> dict[str, str]:
    return {each: key for key, all_ in table.items() for each in all_}


def givens(snippet: Snippet) -> Iterator[Given]:
    """Yield the givens of a program; of a source that does not parse, none."""
    for statement in snippet.statements:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                pairs = [(name, value)]
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                named = zip(names, values)
                pairs = [(each.id, value) for each, value in named if isinstance(each, ast.Name)]
            case _:
                continue
        for name, value in pairs:
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


def faults(snippets: Mapping[str, Snippet], rules: Rules) -> Iterator[Fault]:
    """Yield a fault for each given that has other numbers than in most programs of its section."""
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
                message = (
                    f"{given.name} is {_shown(given)} here, and {usual.name} is {_shown(usual)} in "
                    f"{usual.place}. One story has one set of givens: change both, or say in "
                    f"{rules.shown} why they differ."
                )
                yield Fault(given.snippet.shown_path, given.line, message)
    for key in rules.differ:
        given = excepted.get(key)
        others = stories.get(rules.story(given), []) if given else []
        if not others or given.numbers == _usual(others).numbers:
            yield Fault(rules.shown, 0, f"{key!r} differs from nothing. Take it out.")


def _usual(same: list[Given]) -> Given:
    """Return the first given with the numbers that most have."""
    numbers = [given.numbers for given in same]
    return max(same, key=lambda given: numbers.count(given.numbers))


def _shown(given: Given) -> str:
    return ", ".join(map(str, given.numbers))
