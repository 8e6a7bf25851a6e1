"""Which names of a program one single statement makes: only for these is it certain which line."""

from __future__ import annotations

import ast
from collections.abc import Iterator


def names_bound_once(statements: list[ast.stmt]) -> dict[str, int]:
    """Return each name that one plain top-level assignment binds, and nothing else in a program.

    Only for these is it certain which line made the number that a page shows.
    """
    lines: dict[str, int] = {}
    spoilt: set[str] = set()
    for statement in statements:
        bound = set(_names_bound_in(statement))
        spoilt |= bound & lines.keys()
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            lines |= dict.fromkeys(bound, statement.lineno)
        else:
            spoilt |= bound
    return {name: line for name, line in lines.items() if name not in spoilt}


def _names_bound_in(statement: ast.stmt) -> Iterator[str]:
    for node in ast.walk(statement):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                yield name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.ClassDef(name=name) | ast.ExceptHandler(name=str(name)):
                yield name
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield name
            case ast.alias(name=name, asname=other):
                yield other or name.partition(".")[0]
