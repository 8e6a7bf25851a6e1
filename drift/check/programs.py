"""What a program says without computing it: no string and no comment holds a number of its own."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
from math import nan

from drift.check.document import Site
from drift.check.numerals import tokens
from drift.fault import Fault
from drift.project.phrases import has_numeral
from drift.project.snippet import Snippet


def sayings(site: Site) -> Iterator[Fault]:
    """Yield a fault for each numeral of a string or a comment that its program computes nothing of.

    A result that was typed there would look as if it had been computed.
    """
    allowed = site.project.phrases
    for snippet in site.project.snippets.values():
        words = [
            (line, word)
            for line, text in _texts(snippet)
            if has_numeral(text)
            for word in tokens(allowed.in_programs.sub(" ", text))
            if has_numeral(word)
        ]
        nodes = snippet.nodes if words else []
        constants = {node.value for node in nodes if isinstance(node, ast.Constant)}
        computed = {value for value in constants if type(value) in (int, float)}
        for line, word in words:
            if _number(word) not in computed:
                message = (
                    f"the numeral {word!r} of a string or a comment is no number of the program's "
                    "code. Let the program compute it, or say it in words; a name with a numeral "
                    f"in it is a phrase of {site.project.settings.numerals}."
                )
                yield Fault(snippet.shown_path, line, message)


def _number(word: str) -> float:
    try:
        return float(word.replace(",", ""))
    except ValueError:
        return nan  # which is no number of any code


def _texts(snippet: Snippet) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of each comment, and of each string but a format."""
    if snippet.statements and "#" in snippet.source:  # it takes longer than all else here
        for token in tokenize.generate_tokens(io.StringIO(snippet.source).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string
    formats = {
        part
        for node in snippet.nodes
        if isinstance(node, ast.FormattedValue) and isinstance(node.format_spec, ast.JoinedStr)
        for part in node.format_spec.values
    }
    for node in snippet.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in formats:
            yield node.lineno, node.value
