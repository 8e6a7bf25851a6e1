"""Claims: sentences of a page that a program holds, by a boolean that one statement computes."""

from __future__ import annotations

import ast

from drift.project.page_source import Use
from drift.project.snippet import Snippet
from drift.run.outcome import Outcome

CLASS, MARK, LABEL = "claim", "✓", "A program checks this."
HELD = "True"
"""What is approved of a claim: one that does not hold can't be approved."""
LITERAL = (ast.Constant, ast.List, ast.Tuple, ast.UnaryOp, ast.unaryop, ast.expr_context)


def held(use: Use, snippet: Snippet, outcome: Outcome) -> str:
    """Return what is approved of a claim that holds.

    Raises LookupError or ValueError, which say why it does not, with the line of the program.
    """
    line = snippet.names.get(use.name)
    if line is None:
        raise LookupError(
            f"no single top-level statement of {snippet.shown_path} names a claim {use.name!r}. "
            f"Write one there, such as: {use.name} = after < before"
        )
    statement = snippet.lines[line - 1].strip()
    place = f"{snippet.shown_path}, line {line}: {statement}"
    number = outcome.numbers.get(use.name)
    if number is None or not isinstance(number.value, bool):
        raise ValueError(f"{use.name} is neither True nor False ({place}).")
    if not is_computed(snippet.source, use.name):
        raise ValueError(
            f"{use.name} compares only what was typed ({place}). Let it compare what is computed."
        )
    if not number.value:
        raise ValueError(
            f"the claim {use.text} does not hold ({place}). Mend the sentence before it, or the "
            "program."
        )
    return HELD


def is_computed(source: str, name: str) -> bool:
    """Whether the statement that names a claim tests what the program computes.

    What only compares typed numbers with each other, by whatever names, computes nothing.
    """
    bound = {
        target.id: statement.value
        for statement in ast.parse(source).body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }
    waiting, seen = [*_operands(bound.get(name))], {name}
    while waiting:
        part = waiting.pop()
        if not isinstance(part, ast.Name):
            if not _is_typed(part):
                return True
        elif part.id not in seen:
            seen.add(part.id)
            if part.id not in bound:  # a loop or an unpacking gives it
                return True
            waiting.append(bound[part.id])
    return False


def _operands(test: ast.expr | None) -> list[ast.expr]:
    """Return what a test compares; nothing where it is no test."""
    match test:
        case ast.Compare(left=left, comparators=others):
            return [left, *others]
        case ast.BoolOp(values=tests):
            return [part for each in tests for part in _operands(each)]
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            return _operands(inner)
        case ast.Call(args=given):
            inner = [part for each in given for part in _operands(each) or [each]]
            return inner
    return []


def _is_typed(expression: ast.expr) -> bool:
    """Whether an expression is a number or an array of numbers, as it was typed."""
    match expression:
        case ast.Call(func=ast.Attribute(attr="array"), args=given):
            return all(map(_is_typed, given))
    return all(isinstance(node, LITERAL) for node in ast.walk(expression))
