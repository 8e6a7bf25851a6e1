"""Finds numerals in the strings, comments and names of programs that no code computes with."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator

from drift.check.numerals import tokens
from drift.fault import Fault
from drift.project.phrases import has_numeral
from drift.project.project import Project
from drift.project.snippet import Snippet, bound, identifiers

# The mini-language of formats: any other text there is shown, as a date shows it.
FIELD = re.compile(
    r"(?<!\{)\{(?:\d|[^\W\d]\w*)?(?::(?:\D?[<>=^])?[-+ ]?z?#?[\d,_.]*[a-zA-Z%]?)?\}(?!\})"
)
ASKED = ("test", "subject")  # what a part of a program asks, to choose another
OF_OTHERS = (ast.Attribute, ast.alias, ast.ImportFrom)  # hold names that a library has
QUOTED = re.compile(r"#.*|([\"']).*?\1")
PLAIN = re.compile(r"\d+(?:\.\d+)?", re.ASCII)


def in_programs(project: Project) -> Iterator[Fault]:
    """Yield a fault for each numeral that would look as if its program had computed it."""
    allowed = project.phrases.in_programs
    for program in project.programs:
        words = [
            (part.shown_path, line, word)
            for part in program
            for line, text in _texts(part, allowed)
            for word in tokens(allowed.sub(" ", text))
            if has_numeral(word)
        ]
        computed = _computed([node for part in program for node in part.nodes]) if words else ()
        for *place, word in words:
            plain = word.replace(",", "")
            if not PLAIN.fullmatch(plain) or float(plain) not in computed:
                message = (
                    f"the numeral {word!r} of a string, a comment or a name is no number of the "
                    "program's code, or only of a condition or a part that nothing uses. Let the "
                    "program compute it, or say it in words; a name that needs it is a phrase of "
                    f"{project.settings.numerals}."
                )
                yield Fault(*place, message)


def _computed(nodes: list[ast.AST]) -> set[float]:
    """Return the numbers that a program computes with: it does more than ask, or name them."""
    names = [node for node in nodes if isinstance(node, ast.Name)]
    read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    alone = [node.value for node in nodes if isinstance(node, ast.Expr)]
    unread = [each for each in alone if not isinstance(each, ast.Call | ast.Yield)]
    unread += [value for node in nodes for name, value in bound(node) if name not in read]
    read.update(node.attr for node in nodes if isinstance(node, ast.Attribute))
    defined = (each for each in nodes if isinstance(each, ast.FunctionDef))
    unread += [each for each in defined if each.name not in read]
    asked = [node for node in nodes if isinstance(node, ast.Compare | ast.BoolOp)]
    asked += [part for node in nodes for part in getattr(node, "ifs", ())]
    asked += [getattr(node, key) for node in nodes for key in ASKED if hasattr(node, key)]
    idle = {node for each in (*unread, *asked) for node in ast.walk(each)}
    constants = (node for node in nodes if isinstance(node, ast.Constant) and node not in idle)
    return {node.value for node in constants if type(node.value) in (int, float)}


def _texts(program: Snippet, allowed: re.Pattern) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of each comment, and of each string but its formats."""
    source, nodes = program.source, program.nodes
    if not nodes:  # it does not parse, or holds no statement
        for found in QUOTED.finditer(source):
            yield source.count("\n", 0, found.start()) + 1, found[0]
    elif "#" in source:  # it takes longer than all else here
        comments = [""] * (source.count("\n") + 1)
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.COMMENT:
                comments[token.start[0] - 1] = token.string.lstrip("#")
        # What may stand there may stand on two lines.
        rest = allowed.sub(lambda found: "\n" * found[0].count("\n") or " ", "\n".join(comments))
        yield from enumerate(rest.split("\n"), start=1)
    formats = _formats(nodes)
    for node in nodes:
        match node:
            case ast.Constant(value=str(text)):
                yield node.lineno, formats.get(node, text)
            case ast.Constant(value=bytes(content)):
                yield node.lineno, content.decode("utf-8", "replace")
        is_another = isinstance(node, OF_OTHERS) or isinstance(getattr(node, "ctx", None), ast.Load)
        for name in () if is_another else identifiers(node):  # a program can print its own
            yield getattr(node, "lineno", 0), name.replace("_", " ")


def _formats(nodes: list[ast.AST]) -> dict[ast.AST, str]:
    """Return what each format says besides the width and precision of what it shows."""
    called = [each.value for each in nodes if getattr(each, "attr", "") == "format"]
    names = {each.id for each in called if isinstance(each, ast.Name)}
    called += [value for node in nodes for name, value in bound(node) if name in names]
    specs = [getattr(node, "format_spec", None) for node in nodes]
    parts = [part for spec in filter(None, specs) for part in spec.values]
    texts = [(part, f"{{:{part.value}}}") for part in parts if isinstance(part, ast.Constant)]
    texts += [(each, each.value) for each in called if isinstance(each, ast.Constant)]
    return {node: FIELD.sub(" ", text) for node, text in texts if isinstance(text, str)}
