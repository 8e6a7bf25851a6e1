"""What a snippet gives now, compared with what a reviewer approved. Build and accept both do."""

import ast
import difflib
import re
from collections.abc import Iterable, Iterator
from functools import cache

from drift.fault import nearest
from drift.project.page_source import CLAIM, VALUE, Use
from drift.project.snippet import DRAWN, PRINTED, STANDARD_ERROR, VALUES, Snippet, bound
from drift.run.outcome import Outcome

HOW_TO_ACCEPT = "If what it gives now is right: make accept"
MINUS = "−"  # as it is printed; a hyphen is shorter, and not always read out
TRUE = "True"
"""What is approved of a claim: a false one can't be approved."""
LITERAL = (ast.Constant, ast.List, ast.Tuple, ast.UnaryOp, ast.unaryop, ast.expr_context)
# A width, or what fills it, would show digits that are none of the number: 9>8.2f.
SPEC = re.compile(r"[-+]?z?,?(?:\.\d{1,2})?[deEfFgG%]?")
VERBS = {PRINTED: "prints", DRAWN: "draws", STANDARD_ERROR: "writes to standard error"}
HOW_TO_NAME = {
    VALUE: "A value is a number, as float() makes one; a claim stands as `#!holds {}`.",
    CLAIM: "A claim is True or False, as after < before; a number stands as `#!value {}`.",
}
MOST_LINES, MOST_CHARACTERS = 20, 160


def formatted(use: Use, snippet: Snippet, outcome: Outcome) -> str:
    """Return the number as the page shows it; of a claim, what is approved of a true one.

    Raises LookupError where no single top-level statement names it, ValueError for a format that
    does not suit it and for a claim that is not true; both say what to write instead.
    """
    if use.name not in snippet.names:
        near = nearest(use.name, outcome.numbers)
        raise LookupError(
            f"no single top-level statement of {snippet.shown_path} names {use.name!r}. {near}"
        )
    line, value = snippet.names[use.name], outcome.numbers.get(use.name)
    place = f"{snippet.shown_path}, line {line}: {snippet.lines[line - 1].strip()}"
    if value is None or isinstance(value, bool) != (use.kind == CLAIM):
        kind = outcome.others.get(use.name, type(value).__name__)
        how = HOW_TO_NAME[use.kind].format(use.text)
        raise LookupError(f"{use.name} is of type {kind} ({place}). {how}")
    if use.kind == CLAIM:
        if not is_computed(snippet, use.name):
            raise ValueError(
                f"{use.name} compares only what was typed, or a thing with itself ({place}). Let "
                "it compare what is computed."
            )
        if not value:
            raise ValueError(
                f"the claim {use.text} does not hold ({place}). Mend the sentence before it, or "
                "the program."
            )
        return TRUE
    try:
        if not SPEC.fullmatch(use.spec):
            raise ValueError("it may hold a sign, a comma, a precision, and a type")
        return format(value, use.spec).replace("-", MINUS)
    except (ValueError, OverflowError) as error:
        other = "none" if isinstance(error, OverflowError) else ".2f, or none"
        raise ValueError(
            f"{use.spec!r} is not a format for {use.name} ({error}). Write {other}."
        ) from None


def is_computed(snippet: Snippet, name: str) -> bool:
    """Whether a claim tests what is computed, and not typed alone, nor a thing against itself."""
    values = _values(snippet.source, frozenset(snippet.names))
    waiting = _operands(values.get(name))
    for part in waiting:  # which grows
        if isinstance(part, ast.Name) and part.id in values:
            if part.id != name and values[part.id] not in waiting:
                waiting.append(values[part.id])
        elif not _is_literal(part):  # which holds for what a loop gives, or a function
            return True
    return False


@cache
def _values(source: str, names: frozenset[str]) -> dict[str, ast.expr]:
    """Return what each name of a program is bound to, in which a thing has one of its `names`."""
    tree = ast.parse(source)
    values = dict(pair for statement in tree.body for pair in bound(statement))
    for other, value in values.items():
        if isinstance(value, ast.Name) and {other, value.id} <= names:
            for node in ast.walk(tree):
                if getattr(node, "id", "") == other:
                    node.id = value.id
    return values


def _operands(test: ast.expr | None) -> list[ast.expr]:
    """Return what a test compares, nothing where it is none; True if that is one and the same."""
    parts: list[ast.expr] = []
    match test:
        case ast.Compare(left=left, comparators=others):
            parts = [left, *others]
        case ast.BoolOp(values=tests):
            return [part for each in tests for part in _operands(each)]
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            return _operands(inner)
        case ast.Call(args=given):
            parts = [part for each in given for part in _operands(each) or [each]]
    is_itself = len(parts) > 1 and len({*map(ast.dump, parts)}) == 1
    return [ast.Constant(True)] if is_itself else parts


def _is_literal(expression: ast.expr) -> bool:
    """Whether an expression is a number or an array of numbers, as it was typed."""
    match expression:
        case ast.Call(func=ast.Attribute(attr="array"), args=given):
            return all(map(_is_literal, given))
    return all(isinstance(node, LITERAL) for node in ast.walk(expression))


def given_now(snippet: Snippet, outcome: Outcome, uses: Iterable[Use]) -> dict[str, str]:
    """Return the text of each approved file, by suffix, as it should be now; '' for none."""
    shown = {}
    for use in uses:
        try:
            shown[use.key] = formatted(use, snippet, outcome)
        except (LookupError, ValueError) as problem:
            raise ValueError(f"{use.file}, line {use.line}: {problem}") from None
    return {
        PRINTED: outcome.printed,
        DRAWN: outcome.drawn,
        VALUES: "".join(f"{key} = {text}\n" for key, text in sorted(shown.items())),
        STANDARD_ERROR: outcome.standard_error,
    }


def differences(snippet: Snippet, outcome: Outcome) -> Iterator[str]:
    """Yield how what a snippet printed and drew differs from what was approved."""
    now = given_now(snippet, outcome, ())
    for suffix, verb in VERBS.items():
        before = snippet.approved.get(suffix, "")
        if now[suffix] and not before:
            yield (
                f"nothing is approved yet of what {snippet.shown_path} {verb}. See what it gives, "
                "and approve it: make accept"
            )
        elif diff := difference(before, now[suffix], snippet.approved_path(suffix).name):
            yield (
                f"{snippet.shown_path} {verb} something else than was approved.\n{diff}\n"
                f"{HOW_TO_ACCEPT}"
            )


def difference_of_value(use: Use, snippet: Snippet, outcome: Outcome) -> str:
    """Return how a value or a claim differs from what was approved, or ''; see formatted()."""
    now, before = formatted(use, snippet, outcome), snippet.approved_values.get(use.key)
    kind = "claim" if use.kind == CLAIM else "value"
    if before is None:
        return (
            f"the {kind} {use.text} ({now}) is not approved yet. See what it is, and approve it: "
            "make accept"
        )
    if before != now:
        return (
            f"the {kind} {use.text} is {now} now; approved was {before} "
            f"({snippet.shown_path.removesuffix('.py')}.values).\n{HOW_TO_ACCEPT}"
        )
    return ""


def difference(before: str, now: str, name: str) -> str:
    """Return a diff, of 20 lines at most, between an approved text and the present one; or ''."""
    if before == now:
        return ""
    old, new = before.splitlines(), now.splitlines()
    lines = [*difflib.unified_diff(old, new, f"approved ({name})", "now", lineterm="", n=1)]
    if not lines:
        return "(they differ in white space at the end)"
    shown = [line[:MOST_CHARACTERS] for line in lines[:MOST_LINES]]
    rest = len(lines) - MOST_LINES
    return "\n".join(shown + ([f"… and {rest} lines more"] if rest > 0 else []))
