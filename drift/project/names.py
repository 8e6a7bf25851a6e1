"""What a program may name: what is harmless of Python, and what the settings list of its libraries.

It runs in the Python that reports its numbers, and could report others. What would lead there is
refused in the source, before anything runs. What else it does, a reviewer sees.
"""

import ast
import builtins
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from drift.fault import Fault, nearest
from drift.project.snippet import BINDING, Snippet, identifiers

ANYTHING = "*"
BUILT_IN = """
abs all any ascii bin bool bytearray bytes callable chr complex dict divmod enumerate filter float
format frozenset hash hex int isinstance issubclass iter len list map max min next object oct
open ord pow print range repr reversed round set slice sorted str sum tuple zip
"""
ORDINARY = {"_", "__name__", "__file__"}
INSIDE = {"get_ipython"}  # which runs any text in a notebook
# What these have may be asked of any object, besides what the list says for the module ".".
KINDS = str, list, dict, set, tuple, int, float
HARMFUL = {*vars(builtins)} - {*ORDINARY, *BUILT_IN.split()}  # and no exception
TYPES = (each for each in vars(builtins).values() if isinstance(each, type))
HARMFUL -= {each.__name__ for each in TYPES if issubclass(each, BaseException)}
# A session would read another program than this one.
MAGIC = re.compile(r"\s*[%!]")
ENCODING = re.compile(r"(?:.*\n)?[ \t\f]*#.*coding[:=]")


def faults(
    programs: Iterable[Iterable[Snippet]], imports: Mapping[str, Iterable[str]]
) -> Iterator[Fault]:
    """Yield a fault for each thing that a program names and may not, and where one does not parse.

    A program is given in its parts. `imports` has what may be used of each module, under "." what
    may be asked of any object; with a module * all may be named.
    """
    listed = tuple((module, *imports[module]) for module in imports)
    for program in () if ANYTHING in imports else programs:
        parts = tuple((part.shown_path, part.source) for part in program)
        yield from _of_program(parts, listed)


@cache
def _of_program(
    parts: tuple[tuple[str, str], ...], listed: tuple[tuple[str, ...], ...]
) -> list[Fault]:
    """Return what is wrong with one program: while a page is served, few of them change."""
    nodes, found = [], []
    for place, source in parts:
        try:
            if sign := re.search("\t", source) or ENCODING.match(source):
                line = source.count("\n", 0, sign.end()) + 1
                why = "a tab: write blanks" if sign[0] == "\t" else "an encoding: take it out"
                raise SyntaxError(why, (place, line, 0, ""))
            tree = ast.parse(source)
            compile(tree, place, "exec")  # or a return outside of a function would pass
            nodes += [(place, node) for node in ast.walk(tree) if node._fields]
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            message = f"does not parse: {type(error).__name__}: {getattr(error, 'msg', error)}."
            if MAGIC.match(getattr(error, "text", None) or ""):
                message += " A line that begins with % or ! is not Python. Take it out."
            found.append(Fault(place, getattr(error, "lineno", 0) or 0, message))
    program = _Program([node for _, node in nodes], listed)
    strange = {
        Fault(place, node.lineno, f"a program may not {words}")
        for place, node in nodes
        for words in (*program.names(node), *program.imports(node))
    }
    return [*found, *sorted(strange)]


class _Program:
    def __init__(self, nodes: Iterable[ast.AST], listed: tuple[tuple[str, ...], ...]):
        self._listed, self._attributes = _known(listed)
        self._paths: dict[str, set[str]] = defaultdict(set)
        """What a name may mean, such as numpy.linalg."""
        self._inner: set[ast.expr] = set()
        calls = (each for each in nodes if isinstance(each, ast.Call))
        self._called = {each.func for each in calls if not (each.args or each.keywords)}
        """What is called with nothing."""
        for node in nodes:
            for name, path, _ in _imported(node):
                self._paths[name].add(path)
            if isinstance(node, ast.Attribute):
                self._inner.add(node.value)

    def names(self, node: ast.AST) -> Iterator[str]:
        """Yield what the program may not do with the names in a part of it."""
        is_read = isinstance(getattr(node, "ctx", None), ast.Load)
        is_bound = isinstance(node, (*BINDING, ast.alias)) and not is_read
        if isinstance(node, ast.Attribute) and not is_read:
            yield f"set {ast.unparse(node)}: modules and objects stay as they are. Bind a name."
        for name in identifiers(node):
            is_inside = name in INSIDE or (name.startswith("_") and name not in ORDINARY)
            if is_inside or (is_read and isinstance(node, ast.Name) and name in HARMFUL):
                plain = name.strip("_")
                yield (
                    f"name {name}. It belongs to the inside of Python, where another number could "
                    "be reported than was computed. "
                    f"{f'Call it {plain}.' if name == f'_{plain}' else 'Do without it.'}"
                )
            elif is_bound and hasattr(builtins, name):
                yield f"call something of its own {name}, as Python does. Take another name."

    def imports(self, node: ast.AST) -> Iterator[str]:
        """Yield what a part of it may not import, or not use of what it may."""
        if getattr(node, "attr", "") == "parse_args" and node not in self._called:
            yield "give parse_args() anything: it would set what is asked for by a text."
        if getattr(node, "kwd_attrs", ()):
            yield "ask an object for attributes by a pattern. Ask for each by its name."
        for _, _, path in _imported(node):
            if not self._leads_on(path):
                yield f"import {path}. {self._instead(path)}"
        if node in self._inner or not isinstance(getattr(node, "ctx", None), ast.Load):
            return
        name, behind, asked = node, ".", set()
        while isinstance(name, ast.Attribute):
            asked.add(name.attr)
            name, behind = name.value, f".{name.attr}{behind}"
        for path in self._paths.get(name.id, ()) if isinstance(name, ast.Name) else ():
            whole = path + behind
            if self._leads_on(path) and not any(map(whole.startswith, self._listed)):
                asked.clear()
                yield f"use {whole.strip('.')}. {self._instead(whole.strip('.'))}"
        for attribute in asked - self._attributes:
            yield f"ask an object for .{attribute}. {self._instead(attribute)}"

    def _instead(self, path: str) -> str:
        """Return what may be used in the place of a path: what is typed so, but for an error."""
        near = nearest(path.rpartition(".")[2], self._attributes, 0.8)
        return f"What it may use stands in pyproject.toml, under [tool.drift.imports]. {near}"

    def _leads_on(self, path: str) -> bool:
        """Whether a path is listed, or above or below one that is."""
        path += "."
        return any(path.startswith(each) or each.startswith(path) for each in self._listed)


@cache
def _known(listed: tuple[tuple[str, ...], ...]) -> tuple[set[str], set[str]]:
    """Return the paths that programs may use, and the attributes that they may ask for."""
    paths = {f"{module}.{name}." for module, *names in listed for name in names}
    return paths, {part for path in paths for part in path.split(".")}.union(*map(dir, KINDS))


def _imported(node: ast.AST) -> Iterator[tuple[str, str, str]]:
    """Yield each name that an import binds, the path of what it means, and the whole path."""
    match node:
        case ast.Import(names=names):
            for name, other in ((each.name, each.asname) for each in names):
                first = name.partition(".")[0]
                yield (other, name, name) if other else (first, first, name)
        case ast.ImportFrom(module=module, names=names, level=level):
            for each in names:
                path = f"{'.' * level}{module or ''}.{each.name}"
                yield each.asname or each.name, path, path
