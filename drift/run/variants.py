"""Variants of a program, each with one small fault: a number, an operator or a reduction changed.

A claim that no variant of its program makes false tests nothing.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from decimal import Decimal
from itertools import chain, groupby, islice, zip_longest
from typing import Any, NamedTuple

from drift.project.page_source import CLAIM, Use
from drift.project.snippet import Snippet
from drift.run.outcome import Outcome

AT_ONCE = 4
OPERATORS = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.Pow: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult, ast.MatMult: ast.Mult,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
    ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.USub: ast.UAdd,
}  # fmt: skip
REDUCTIONS = {
    "mean": "sum", "sum": "mean", "average": "sum", "median": "mean", "prod": "sum",
    "nanmean": "nansum", "nansum": "nanmean", "std": "var", "var": "std",
    "min": "max", "max": "min", "minimum": "maximum", "maximum": "minimum",
    "argmin": "argmax", "argmax": "argmin", "cumsum": "cumprod", "cumprod": "cumsum",
    "floor": "ceil", "ceil": "floor", "any": "all", "all": "any",
}  # fmt: skip
# Python's own have fewer relatives.
BUILT_IN = {"sum": "max", "min": "max", "max": "min", "any": "all", "all": "any"}
DROPPED = {"abs", "absolute", "fabs", "sqrt", "square", "round", "exp", "log"}


class Variant(NamedTuple):
    """A program with one change: the line of the original, and the whole text."""

    line: int
    source: str


def variants(source: str) -> Iterator[Variant]:
    """Yield each variant of a program; its other lines, which a traceback shows, stay the same."""
    tree, lines = ast.parse(source), source.split("\n")
    for root in _roots(tree):
        for node in ast.walk(root):
            line = getattr(node, "lineno", root.lineno)
            for part, field, new in _changes(node):
                yield _variant(lines, root, line, part, field, new)


def never_false(
    snippet: Snippet, uses: Iterable[Use], run: Callable[[Snippet], Future[Outcome]]
) -> set[str]:
    """Return the names of the claims that no variant of what stands above them makes false."""
    left = {use.name: snippet.names[use.name] for use in uses if use.kind == CLAIM}
    by_line = [[*each] for _, each in groupby(variants(snippet.source), lambda each: each.line)]
    spread = filter(None, chain(*zip_longest(*by_line)))  # one of each line first finds most soon
    useful = (each for each in spread if any(each.line < own for own in left.values()))
    while some := [*islice(useful, AT_ONCE)]:
        running = [run(replace(snippet, source=each.source)) for each in some]
        for variant, future in zip(some, running):
            false = {n for n, each in future.result().numbers.items() if each is False}
            left = {n: own for n, own in left.items() if n not in false or variant.line >= own}
    return {*left}


def _roots(node: ast.AST) -> Iterator[Any]:
    """Yield the largest parts of a program whose beginning and end are certain."""
    if isinstance(node, ast.expr | ast.AugAssign):
        yield node
        return
    for inner in ast.iter_child_nodes(node):
        yield from _roots(inner)


def _variant(lines: list[str], root: Any, line: int, part: Any, field: str, new: Any) -> Variant:
    """Return the lines with another `field` in a part of what begins and ends as `root` does."""
    old = getattr(part, field)
    setattr(part, field, new)
    text = ast.unparse(ast.fix_missing_locations(root))
    setattr(part, field, old)
    first, last = root.lineno - 1, root.end_lineno
    before = lines[first].encode()[: root.col_offset].decode()
    behind = lines[last - 1].encode()[root.end_col_offset :].decode()
    changed = [*f"{before}{text}{behind}".split("\n")]
    changed += [""] * (last - first - len(changed))
    line = min(max(line, root.lineno), last)  # not every Python knows places in an f-string
    return Variant(line, "\n".join([*lines[:first], *changed, *lines[last:]]))


def _changes(node: ast.AST) -> Iterator[tuple[ast.AST, str, Any]]:
    """Yield the part of a node, the field, and what stands there in a variant."""
    match node:
        case ast.Constant(value=bool()):
            return
        case ast.Constant(value=int() | float() as number):
            exponent = Decimal(repr(number)).as_tuple().exponent
            step = type(number)(Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0))
            for moved in (number + step, number - step):
                yield node, "value", type(number)(f"{moved:.15g}") if step < 1 else moved
        case ast.Constant(value=str() as text):
            for digit in re.finditer(r"\d", text):
                changed = str((int(digit[0]) + 1) % 10)
                yield node, "value", text[: digit.start()] + changed + text[digit.end() :]
        case ast.UnaryOp(op=ast.Invert(), operand=inner):
            yield node, "operand", ast.UnaryOp(ast.Invert(), inner)
        case ast.BinOp(op=op) | ast.UnaryOp(op=op) | ast.AugAssign(op=op) if type(op) in OPERATORS:
            yield node, "op", OPERATORS[type(op)]()
        case ast.Compare(ops=ops):
            for at, op in enumerate(ops):
                if type(op) in OPERATORS:
                    yield node, "ops", [*ops[:at], OPERATORS[type(op)](), *ops[at + 1 :]]
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name) as function):
            is_method = isinstance(function, ast.Attribute)
            others = REDUCTIONS if is_method else BUILT_IN
            if name in others:
                yield function, "attr" if is_method else "id", others[name]
            if name in DROPPED and len(node.args) == 1 and not node.keywords:
                yield node, "func", ast.parse("lambda it: it", mode="eval").body
