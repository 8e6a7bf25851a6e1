"""The faults that `make mutants` plants: in a program's text, in a page's, in what was approved."""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from drift.source import CODE_SPAN, FACT, VALUE

OPERATORS = {
    ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/"), ast.Div: ("/", "*"),
    ast.Pow: ("**", "*"), ast.FloorDiv: ("//", "*"), ast.Mod: ("%", "*"), ast.MatMult: ("@", "*"),
}  # fmt: skip
REDUCTIONS = {
    "mean": "sum", "sum": "mean", "min": "max", "max": "min", "median": "mean", "argmin": "argmax",
    "argmax": "argmin", "cumsum": "cumprod", "std": "var", "var": "std",
}  # fmt: skip
DROPPED = {"abs", "sqrt", "square", "round"}
FENCE = re.compile(r'^( *)```(python|console)\n *--8<-- "([^"]+)"\n *```$', re.MULTILINE)
OTHER_SNIPPETS = 5
SPELLINGS = ("py", "Python", "python3", "pycon", "text", "bash", "{ .python }", 'python exec="yes"')
PATCH = """\
import numpy as np
def off(given):
    try: return given + 1e-3
    except TypeError: return given
original = np.{name}
np.{name} = lambda *given, **named: off(original(*given, **named))
"""
PRINTING = "import numpy as np\nnp.set_printoptions(precision=2, sign='+', floatmode='fixed')\n"


def programs(source: str) -> Iterator[tuple[int, str, str]]:
    """Yield the line, a description and the text of each mutant of a Python program."""
    for node in ast.walk(ast.parse(source)):
        for before, after in _changes(node, source):
            start, end = before
            line = source.count("\n", 0, start) + 1
            changed = source[:start] + after + source[end:]
            yield line, f"{source[start:end]!r} becomes {after!r}", changed


def _changes(node: ast.AST, source: str) -> Iterator[tuple[tuple[int, int], str]]:
    match node:
        case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
            start, end = _span(node, source)
            try:
                number = Decimal(source[start:end].replace("_", ""))
            except InvalidOperation:  # a number inside an f-string has no place before 3.12
                return
            step = Decimal(1).scaleb(number.as_tuple().exponent)
            for moved in (number + step, number - step):
                # Behind a minus sign, or a dot, "-1" needs its brackets.
                yield (start, end), f"{moved}" if moved >= 0 else f"({moved})"
        case ast.BinOp(op=operator) if type(operator) in OPERATORS:
            sign, other = OPERATORS[type(operator)]
            start, end = _span(node.left, source)[1], _span(node.right, source)[0]
            at = source.find(sign, start, end)
            if at >= 0:
                yield (at, at + len(sign)), other
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
            start, end = _span(node.func, source)
            if source[start:end].endswith(name) and name in REDUCTIONS:
                is_numpy = isinstance(node.func, ast.Attribute)
                if is_numpy or name in ("min", "max"):
                    yield (end - len(name), end), REDUCTIONS[name]
                elif name == "sum":
                    yield (start, end), "max"
            if name in DROPPED and source[start:end].endswith(name) and len(node.args) == 1:
                yield (start, end), ""


def _span(node: ast.AST, source: str) -> tuple[int, int]:
    """Return where a node begins and ends, in characters from the start of the source."""
    lines = source.splitlines(keepends=True)

    def place(line: int, column: int) -> int:
        within = len(lines[line - 1].encode()[:column].decode("utf-8", "ignore"))
        return sum(map(len, lines[: line - 1])) + within

    return place(node.lineno, node.col_offset), place(node.end_lineno, node.end_col_offset)


def numpy_functions(source: str) -> set[str]:
    """Return the NumPy functions that a program calls, as `mean` or `linalg.norm`."""
    return {
        name.removeprefix("np.")
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and (name := ast.unparse(node.func)).startswith("np.")
        if re.fullmatch(r"np(\.\w+)+", name)
    }


def behind(statements: str, source: str) -> str:
    """Return a program that first does something else; its lines keep their numbers."""
    return f"exec({statements!r}, {{}});{source}"


def pages(text: str, snippets: list[str]) -> Iterator[tuple[int, str, str]]:
    """Yield the line, a description and the text of each mutant of a page."""

    def mutant(start: int, end: int, after: str) -> tuple[int, str, str]:
        line = text.count("\n", 0, start) + 1
        return line, f"{text[start:end]!r} becomes {after!r}", text[:start] + after + text[end:]

    for span in CODE_SPAN.finditer(text):
        if value := VALUE.match(span[2].strip()):
            path, _, name = value["use"].partition(":")[0].rpartition(".")
            renamed = span[0].replace(f".{name}", f".{name}_2", 1)
            yield mutant(*span.span(), renamed)
            yield mutant(*span.span(), "6.67")
            yield mutant(*span.span(), f"`{path.rpartition('/')[2]} 7`")
        elif FACT.match(span[2].strip()):
            yield mutant(*span.span(), span[0].replace("#!build ", "#!build no-", 1))
            yield mutant(*span.span(), "3.11.7")
    for value in re.finditer(r"\\value\{([^{}]*)\}", text):
        yield mutant(*value.span(), value[0].replace(".", "._", 1))
        yield mutant(*value.span(), "50")
    for fence in FENCE.finditer(text):
        kind = fence[3].rpartition(".")[2]
        others = [name for name in snippets if name != fence[3] and name.endswith(kind)]
        for other in random.sample(others, min(OTHER_SNIPPETS, len(others))):
            yield mutant(*fence.span(3), other)
        at = fence.start() + len(fence[1]) + 3
        for spelling in SPELLINGS:
            yield mutant(at, at + len(fence[2]), spelling)
        yield mutant(*fence.span(), fence[0].replace("```", "~~~"))


def approved(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the line, a description and the text of an approved file with one digit changed."""
    for digit in re.finditer(r"\d", text):
        after = str((int(digit[0]) + 1) % 10)
        line = text.count("\n", 0, digit.start()) + 1
        changed = text[: digit.start()] + after + text[digit.end() :]
        yield line, f"digit {digit[0]} becomes {after}", changed
