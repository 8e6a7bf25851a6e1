"""The faults that `make mutants` plants in a program: numbers, operators, reductions changed."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from decimal import Decimal

OPERATORS = {
    ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/"), ast.Div: ("/", "*"),
    ast.Pow: ("**", "*"), ast.FloorDiv: ("//", "*"), ast.Mod: ("%", "*"), ast.MatMult: ("@", "*"),
    ast.BitAnd: ("&", "|"), ast.BitOr: ("|", "&"),
    ast.Lt: ("<", ">="), ast.GtE: (">=", "<"), ast.Gt: (">", "<="), ast.LtE: ("<=", ">"),
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="),
}  # fmt: skip
SIGNS = (ast.USub, ast.Invert)
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
PLAIN_NUMBER = re.compile(r"(?P<number>[\d_.]+(?:[eE][+-]?[\d_]+)?)(?P<imaginary>[jJ]?)")
STRING_START = re.compile(r"(?P<prefix>[a-zA-Z]*)(?P<quotes>'''|\"\"\"|'|\")")
BEHIND_EXPRESSION = re.compile(r"=?\s*(?:![rsa])?\s*[:}]")
FORMATTED_START = {
    getattr(tokenize, name)
    for name in ("FSTRING_START", "TSTRING_START")
    if hasattr(tokenize, name)
}
FORMATTED_END = {
    getattr(tokenize, name) for name in ("FSTRING_END", "TSTRING_END") if hasattr(tokenize, name)
}


@dataclass(frozen=True)
class Change:
    """A place in a text, from `start` to `end` in characters, and what stands there instead."""

    start: int
    end: int
    after: str

    def of(self, text: str) -> str:
        """Return the text with the change in it."""
        return text[: self.start] + self.after + text[self.end :]

    def moved(self, by: int) -> Change:
        """Return the same change in a text that begins so many characters earlier."""
        return Change(self.start + by, self.end + by, self.after)

    def line(self, text: str) -> int:
        """Return the line of a text (from 1) on which the change begins."""
        return text.count("\n", 0, self.start) + 1

    def told(self, text: str) -> str:
        """Return in words what becomes what."""
        before = text[self.start : self.end]
        told = f"{before[:80]!r} becomes {self.after[:80]!r}"
        if len(before) > 2 or not before:
            return told
        around = text[max(self.start - 12, 0) : self.end + 12]  # a digit alone says little
        return f"{told} in {' '.join(around.split())!r}"


def digits(text: str, start: int = 0, end: int | None = None) -> Iterator[Change]:
    """Yield a change of each digit of a text to the next one."""
    for digit in re.compile(r"\d").finditer(text, start, len(text) if end is None else end):
        yield Change(*digit.span(), str((int(digit[0]) + 1) % 10))


def numbers(source: str) -> Iterator[Change]:
    """Yield each change of a number that stands in a program by itself, in no string."""
    place = _Places(source)
    for node in _nodes(ast.parse(source)):
        if isinstance(node, ast.Constant):
            yield from _changes(node, source, place)


def negated(source: str, line: int) -> Change:
    """Return the change that makes an assignment on a line (from 1) give the contrary."""
    body = ast.parse(source).body
    start, end = _Places(source).span(next(each for each in body if each.lineno == line).value)
    return Change(start, end, f"not ({source[start:end]})")


def programs(source: str) -> Iterator[Change]:
    """Yield each change of a Python program, those inside its f-strings included."""
    yield from _of_code(source, ast.parse(source), 0)


def _of_code(code: str, tree: ast.AST, base: int) -> Iterator[Change]:
    """Yield the changes of code that stands in a longer text from `base` on."""
    place = _Places(code)
    for node in _nodes(tree):
        yield from (change.moved(base) for change in _changes(node, code, place))
    for start, end in _strings(code, place):
        yield from (change.moved(base) for change in _of_string(code, start, end))


def _nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield a tree's nodes, but not those of f-strings: not every Python knows their places."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if type(node).__name__ not in ("JoinedStr", "TemplateStr"):
            yield node
            waiting += reversed([*ast.iter_child_nodes(node)])


class _Places:
    """Turns lines and columns of a text into places in it, in characters."""

    def __init__(self, code: str):
        self._lines = code.splitlines(keepends=True)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))

    def at(self, line: int, column: int) -> int:
        """Return the place of a column that counts characters."""
        return self._starts[line - 1] + column

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Return where a node begins and ends; its columns count bytes."""
        return (
            self._in_bytes(node.lineno, node.col_offset),
            self._in_bytes(node.end_lineno, node.end_col_offset),
        )

    def _in_bytes(self, line: int, column: int) -> int:
        within = self._lines[line - 1].encode()[:column].decode() if column else ""
        return self.at(line, len(within))


def _changes(node: ast.AST, code: str, place: _Places) -> Iterator[Change]:
    match node:
        case ast.Constant(value=int() | float() | complex()) if not isinstance(node.value, bool):
            start, end = place.span(node)
            for moved in _moved(code[start:end]):
                yield Change(start, end, moved)
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in OPERATORS:
            yield _swapped(code, place.span(left)[1], place.span(right)[0], operator)
        case ast.AugAssign(target=left, op=operator, value=right) if type(operator) in OPERATORS:
            yield _swapped(code, place.span(left)[1], place.span(right)[0], operator)
        case ast.Compare(left=left, ops=operators, comparators=others):
            for before, operator, after in zip([left, *others], operators, others):
                if type(operator) in OPERATORS:
                    yield _swapped(code, place.span(before)[1], place.span(after)[0], operator)
        case ast.UnaryOp(op=sign) if isinstance(sign, SIGNS):
            start, _ = place.span(node)
            yield Change(start, start + 1, "")
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
            start, end = place.span(node.func)
            others = REDUCTIONS if isinstance(node.func, ast.Attribute) else BUILT_IN
            if name in others:
                yield Change(end - len(name), end, others[name])
            if name in DROPPED and len(node.args) == 1 and not node.keywords:
                yield Change(start, end, "")


def _swapped(code: str, start: int, end: int, operator: ast.AST) -> Change:
    sign, other = OPERATORS[type(operator)]
    at = code.index(sign, start, end)
    return Change(at, at + len(sign), other)


def _moved(literal: str) -> Iterator[str]:
    """Yield a numeric literal one unit of its last digit up, and down."""
    if plain := PLAIN_NUMBER.fullmatch(literal):
        number = Decimal(plain["number"].replace("_", ""))
        step, imaginary = Decimal(1).scaleb(number.as_tuple().exponent), plain["imaginary"]
    else:  # in another base than ten
        number, step, imaginary = Decimal(int(literal, 0)), Decimal(1), ""
    for moved in (number + step, number - step):
        # Behind a minus sign, or a dot, "-1" needs its brackets.
        yield f"{moved}{imaginary}" if moved >= 0 else f"({moved}{imaginary})"


def _strings(code: str, place: _Places) -> Iterator[tuple[int, int]]:
    """Yield where each string literal begins and ends; one inside an f-string is its part."""
    depth = start = 0
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type in FORMATTED_START:
            start = start if depth else place.at(*token.start)
            depth += 1
        elif token.type in FORMATTED_END:
            depth -= 1
            if not depth:
                yield start, place.at(*token.end)
        elif token.type == tokenize.STRING and not depth:
            yield place.at(*token.start), place.at(*token.end)


def _of_string(code: str, start: int, end: int) -> Iterator[Change]:
    """Yield each digit of a string changed, and the changes of the code in an f-string."""
    opening = STRING_START.match(code, start)
    inner, outer = opening.end(), end - len(opening["quotes"])
    if not set(opening["prefix"].lower()) & {"f", "t"}:
        yield from digits(code, inner, outer)
        return
    for is_code, first, last in _parts(code, inner, outer):
        if is_code:
            bracketed = f"({code[first:last]})"
            tree = ast.parse(bracketed, mode="eval")
            yield from _of_code(bracketed, tree, first - 1)
        else:
            yield from digits(code, first, last)


def _parts(
    code: str, at: int, end: int, closing: str = ""
) -> Generator[tuple[bool, int, int], None, int]:
    """Yield the parts of an f-string: whether each is code, where it begins, where it ends.

    What stands behind a colon, such as .2f, is text up to the `closing` brace, and may hold code
    again. Returns where the text ended.
    """
    begin = at
    while at < end and code[at] != closing:
        if not closing and code[at : at + 2] in ("{{", "}}"):
            at += 2
        elif code[at] == "{":
            yield False, begin, at
            last = _end_of_expression(code, at + 1, end)
            yield True, at + 1, last
            at = BEHIND_EXPRESSION.match(code, last).end()
            if code[at - 1] == ":":
                at = (yield from _parts(code, at, end, "}")) + 1
            begin = at
        else:
            at += 1
    yield False, begin, at
    return at


def _end_of_expression(code: str, at: int, end: int) -> int:
    """Return where the code ends that begins behind a brace: at its ! or : or } or last =."""
    depth, quote = 0, ""
    for place in range(at, end):
        character, following = code[place], code[place + 1 : place + 2]
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        elif character in "([{":
            depth += 1
        elif depth and character in ")]}":
            depth -= 1
        elif not depth and (
            character in ":}"
            or (character == "!" and following != "=")
            or (character == "=" and following in "}!:" and code[place - 1] not in "=!<>")
        ):
            return place
    raise ValueError(f"an f-string is not closed: {code[at:end]!r}")
