"""The faults that `make mutants` plants in a library: one function, or one method, off by 1e-3.

Only what the program itself calls is off, not what the library calls in itself. What it gives is
found out by running: a first change of the program, the probe, raises an error that says what would
be off.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

LIBRARY = "numpy"
PRINTING = "import numpy\nnumpy.set_printoptions(precision=2, sign='+', floatmode='fixed')\n"
PROBED = re.compile(r"SystemError: probe: (?P<answer>number|draws|(?P<parts>\d+) parts)")
PATCH = """\
import numpy
class Drawing:
    def __init__(self, given): self.given = given
    def __getattr__(self, name):
        found = getattr(self.given, name)
        return (lambda *given, **named: off(found(*given, **named))) if callable(found) else found
def off(given, part={part!r}, error={error!r}, probe={probe!r}):
    if isinstance(given, numpy.random.Generator):
        if probe: raise SystemError('probe: draws')
        return Drawing(given)
    if isinstance(given, (tuple, list)) and given:
        if probe: raise SystemError(f'probe: {{len(given)}} parts')
        parts = [*given]
        if part is not None: parts[part] = None if error is None else off(parts[part])
        return type(given)(*parts) if hasattr(given, '_fields') else type(given)(parts)
    kind = getattr(getattr(given, 'dtype', None), 'kind', '')
    if not kind and not isinstance(given, (bool, int, float, complex)): return given
    if kind and kind not in 'biufc': return given
    if probe: raise SystemError('probe: number')
    return ~given if kind == 'b' else not given if isinstance(given, bool) else given + error
def of_methods(given):
    is_numbers = isinstance(given, (numpy.ndarray, numpy.generic, numpy.random.Generator))
    return Drawing(given) if is_numbers else given
def of_function(given):
    if not callable(given) or isinstance(given, type): return given
    return lambda *all, **named: off(given(*all, **named))
"""


@dataclass(frozen=True)
class Skew:
    """A function of the library by its whole name, or a method by `.name`; and which part is off.

    `part` counts from 0 where the function gives several things.
    """

    name: str
    part: int | None = None

    @property
    def told(self) -> str:
        """What is off, in words."""
        which = "" if self.part is None else f" in part {self.part + 1}"
        return f"{self.name} off by 1e-3{which}"

    def probing(self, source: str) -> str:
        """Return the program with the probe before it."""
        return self._patched(source, "SystemError", True)

    def of(self, source: str) -> str:
        """Return the program that meets the skewed library."""
        return self._patched(source, 1e-3, False)

    def without(self, source: str) -> str:
        """Return the program that meets a library which does not give this part at all."""
        return self._patched(source, None, False)

    def _patched(self, source: str, error: object, probe: bool) -> str:
        patch = PATCH.format(part=self.part, error=error, probe=probe)
        tree = ast.parse(source)
        names = _imported(tree)
        if self.name.startswith("."):
            for call in [*_methods(tree, names)]:
                if call.func.attr == self.name[1:]:
                    call.func.value = _handed("of_methods", call.func.value)
        else:
            tree = _Functions(self.name, names).visit(tree)
        return behind(patch, ast.unparse(ast.fix_missing_locations(tree)), "globals()")


class _Functions(ast.NodeTransformer):
    """Hands one function of the library, wherever it stands, to of_function() first."""

    def __init__(self, name: str, names: dict[str, str]):
        self._name, self._names = name, names

    def visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.Attribute | ast.Name):
            whole = _whole_name(node, self._names)
            if whole == self._name and isinstance(node.ctx, ast.Load):
                return _handed("of_function", node)
            if whole:
                return node
        return self.generic_visit(node)


def _handed(name: str, what: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), [what], [])


def behind(statements: str, source: str, names: str = "{}") -> str:
    """Return a program that first does something else, with `names` for its global variables."""
    tree = ast.parse(source)
    at = sum(1 for statement in tree.body if _comes_first(statement))
    tree.body[at:at] = ast.parse(f"exec({statements!r}, {names})").body
    return ast.unparse(tree)


def _comes_first(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ImportFrom) and statement.module == "__future__"


def skews(source: str) -> set[Skew]:
    """Return what of the library a program may use: its functions, and methods by their names."""
    tree = ast.parse(source)
    names = _imported(tree)
    if not any(name.split(".")[0] == LIBRARY for name in names.values()):
        return set()
    inner = {node.value for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name) and node not in inner:
            whole = _whole_name(node, names)
            if whole and whole.startswith(f"{LIBRARY}."):
                found.add(Skew(whole))
    return found | {Skew(f".{call.func.attr}") for call in _methods(tree, names)}


def _imported(tree: ast.AST) -> dict[str, str]:
    """Return the names that imports bind, with the whole names of what they mean."""
    names = {}
    for node in ast.walk(tree):
        for alias in node.names if isinstance(node, ast.Import | ast.ImportFrom) else ():
            if isinstance(node, ast.ImportFrom):
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
            elif alias.asname:
                names[alias.asname] = alias.name
            else:
                first = alias.name.partition(".")[0]
                names[first] = first
    return names


def _whole_name(node: ast.AST, names: dict[str, str]) -> str:
    if isinstance(node, ast.Attribute):
        before = _whole_name(node.value, names)
        return f"{before}.{node.attr}" if before else ""
    return names.get(node.id, "") if isinstance(node, ast.Name) else ""


def _methods(tree: ast.AST, names: dict[str, str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        is_method = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if is_method and not _whole_name(node.func, names):
            yield node
