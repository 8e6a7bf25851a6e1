"""Finds every numeral on a finished page that was typed: neither a value nor what a program gave.

A numeral is any character with a numeric value in what a reader can read or hear. Names such as L1,
and what else has to be typed, are phrases of one file, each with its reason.
"""

import ast
import html
import io
import re
import tokenize
from collections.abc import Iterator, Sequence
from operator import itemgetter
from posixpath import commonprefix
from typing import NamedTuple

from drift.check.document import IN_FORMULA, OTHER, VALUE, Document, Site, Text
from drift.fault import Fault
from drift.project.page_source import ANY_FENCE, CODE_SPAN, VALUE_IN_FORMULA
from drift.project.phrases import PICTURES, has_numeral
from drift.project.project import CONFIGURATION, Project
from drift.project.snippet import Snippet, bound, identifiers

TOKEN = re.compile(
    rf"[{VALUE}{IN_FORMULA}]|[\w{PICTURES}](?:[\w{PICTURES}.,'’]*[\w{PICTURES}])?", re.UNICODE
)
# The mini-language of formats: any other text there is shown, as a date shows it.
FIELD = re.compile(
    r"(?<!\{)\{(?:\d|[^\W\d]\w*)?(?::(?:\D?[<>=^])?[-+ ]?z?#?[\d,_.]*[a-zA-Z%]?)?\}(?!\})"
)
ASKED = ("test", "subject")  # what a part of a program asks, to choose another
OF_OTHERS = (ast.Attribute, ast.alias, ast.ImportFrom)  # hold names that a library has
PLAIN = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
CONTEXT = 6
# What makes another number of a value for a reader: whatever touches it and is not on a short list
# of blanks and marks, and some words. A word for a power of ten may stand behind a variable that is
# named after it: gauss_millions.
SCALE = "(?:hundred|thousand|[a-z]+illion|dozen|lakh|crore)(?:s|fold|th[s]?)?|minus|negative|point"
PART = "hal(?:f|ves)|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?"
# Squared apples are no power of it.
AGAIN = rf"tenfold|{PART}|gross|(?:squared|cubed)(?!\s+[a-z]+s\b)|halved|doubled|tripled"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
ANY, MARK = f"{VALUE}{IN_FORMULA}", rf"\s/–\"'{OTHER}"
ALONE = re.compile(
    rf"""(?:[{ANY}]\s*){{2,}} | [^{ANY}{MARK}(\[“‘]{VALUE} | (?<![\w){VALUE}])–{VALUE}
      | {VALUE}(?!-[a-z])[^{ANY}{MARK})\]”’.,:;?!…] | {VALUE}[.,'’]+[\w{ANY}]
      | {IN_FORMULA}[\u0300-\u036f\u20d0-\u20ff] | (?<![\w){VALUE}])[−﹣－➖⁻˗√]\s+[{ANY}]
      | \b(?:{TENS})[\s-]+[{ANY}] | \b(?P<before>{SCALE})\s*(?:and\s+)?[{ANY}] | {IN_FORMULA}\s*\d
      | [{ANY}](?:[\s-]*(?P<behind>{SCALE})|[\s-]+(?:[kmbt]n?|and\s+\w+\s+(?:{PART})|{AGAIN}))\b
      | [{ANY}]\s*(?P<percent>%|‰|per\s?cent\b) | {VALUE}\s*(?:\*\*|\^) | ^\s*[-–‑]\s*[{ANY}]""",
    re.VERBOSE | re.IGNORECASE,
)
# The signs of Markdown; the addresses, and the names of commands and values, in a line of it.
MARKS = str.maketrans("", "", "*`~")
DIGITS = re.compile(r"\d+")
UNREAD = re.compile(r"\]\([^)\s]*|\]:\s*\S+|^\s*(?:>\s*)*\d+[.)](?=\s)|\\[a-z]+")


class Numeral(NamedTuple):
    """A typed numeral, the words before it (the nearest first) and behind it."""

    text: str
    before: Sequence[str]
    after: Sequence[str]


def typed(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault for each numeral of a page that no program gave, at its place in docs/."""
    found = [
        (each.node, numeral)
        for each in document.texts
        if has_numeral(each.words) and " ".join(each.words.split()) not in project.names
        for numeral in numerals(each, project, document.source)
    ]
    lines = [*_lines(document.source, project)] if found else []
    used: set[int] = set()
    for node, numeral in found:
        place = _place(numeral, lines, used) or (document.path, document.line_of(node))
        yield _fault(*place, numeral, project)


def not_alone(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault for each value that reads as another number, by what stands beside it."""
    used: set[int] = set()
    for each in document.texts:
        for found in ALONE.finditer(each.words) if each.titles else ():
            words = each.words.replace(IN_FORMULA, VALUE)
            above, _, below = words[found.start() :].partition(VALUE)
            above = words[: found.start()] + above
            names = "".join(each.titles[above.count(VALUE) :][:1]).partition(",")[0]
            scale = found["before"] or found["behind"] or ("percent" if found["percent"] else "-")
            if scale.lower() in names:
                continue
            numeral = Numeral(VALUE, tokens(above)[-CONTEXT:][::-1], tokens(below)[:CONTEXT])
            place = _place(numeral, [*_lines(document.source, project)], used)
            shown = words[slice(*found.span())].replace(VALUE, "[value]").strip()
            message = (
                f"{shown!r} reads as one number, which no program gave. Let a program compute it, "
                "or put words between."
            )
            yield Fault(*place or (document.path, document.line_of(each.node)), message)


def unmet_phrases(site: Site) -> Iterator[Fault]:
    """Yield a fault for each phrase that may be typed, and stands nowhere on the site."""
    texts = (each.words for document in site.documents.values() for each in document.texts)
    everything = "\n".join(texts)
    for phrase, pattern in site.project.phrases.phrases.items():
        if not pattern.search(everything):
            message = f"{phrase!r} stands on no page any more. Take it out."
            yield Fault(site.project.settings.numerals, 0, message)


def of_text(text: str, project: Project, file: str, line: int) -> Iterator[Fault]:
    """Yield a fault for each numeral that was typed in a text of a file that is no page."""
    return (_fault(file, line, each, project) for each in numerals(Text(text), project))


def _fault(file: str, line: int, numeral: Numeral, project: Project) -> Fault:
    is_plain = any(map(str.isnumeric, numeral.text))
    letters = "" if is_plain else " (or what reads as one: a picture, a letter of another script)"
    message = (
        f"the numeral {numeral.text!r} was typed{letters}. Compute it in a snippet and write "
        "`#!value folder/name.variable`; if no program can give it, put its phrase into "
        f"{project.settings.numerals}, with the reason."
    )
    return Fault(file, line, message)


def numerals(each: Text, project: Project, source: str = "") -> Iterator[Numeral]:
    """Yield each numeral of a text, of the page made of `source`, that may not be typed there."""
    allowed, rest = project.phrases, each.words
    if each.is_reference and source == allowed.references:
        rest = allowed.in_references.sub(" ", rest)
    words = tokens(allowed.anywhere.sub(" ", rest))
    for at, word in enumerate(words):
        if has_numeral(word):
            before = words[max(0, at - CONTEXT) : at][::-1]
            yield Numeral(word, before, words[at + 1 : at + 1 + CONTEXT])


def tokens(words: str) -> list[str]:
    """Return the words of a text, without the marks around them; a value is one word."""
    return [word.strip("_") for word in TOKEN.findall(words)]


def _lines(source: str, project: Project) -> Iterator[tuple[str, int, str]]:
    """Yield the lines that a page may show: file, number, text; of a notebook its cells.

    The page's own come first, then those that its frame may show: the site's settings, and the
    titles of other pages.
    """
    for path in (source, *(each for each in project.sources if each != source)):
        if path in project.pages:
            page = project.pages[path]
            for at, line in enumerate(page.text.splitlines(), start=1):
                if path == source or line.startswith(("#", "title:")):
                    yield page.file, at, line
        elif path in project.notebooks:
            cells = _cells(project, path)
            yield from ((each.shown_path, 0, each.source) for kind, each in cells if kind != "code")
    for at, line in enumerate(project.configuration.splitlines(), start=1):
        yield CONFIGURATION, at, line


def _cells(project: Project, path: str) -> Iterator[tuple[str, Snippet]]:
    """Yield the cells of a notebook, each with its kind, and named as messages name it."""
    for at, cell in enumerate(project.cells[path], start=1):
        text = "".join(cell["source"])
        yield cell["cell_type"], Snippet(project.docs, f"{path}, cell {at}", text)


def _place(numeral: Numeral, lines: list[tuple[str, int, str]], used: set[int]):
    """Return the file and line where most words beside a numeral are those beside it on the page.

    Of equal ones that is where most numbers are those around it, and of these the first which is
    not `used`. A formula joins what stands apart, {50} x: there its digits count.
    """
    own = {*DIGITS.findall(numeral.text)}
    around = {*DIGITS.findall(" ".join([*numeral.before, *numeral.after]))}
    found = []
    for at, (_, _, line) in enumerate(lines):
        if not (has_numeral(line) or "value" in line) or ANY_FENCE.match(line):
            continue
        plain = CODE_SPAN.sub(lambda span: VALUE if "#!v" in span[0] else span[0], line)
        plain = VALUE_IN_FORMULA.sub(VALUE, plain)
        words = tokens(html.unescape(UNREAD.sub(" ", plain)).translate(MARKS))
        agreements = [
            len(commonprefix([numeral.before, words[:index][::-1]]))
            + len(commonprefix([numeral.after, words[index + 1 :]]))
            for index in range(len(words))
            if words[index] == numeral.text
        ]
        numbers = {*DIGITS.findall(plain)}
        if agreements or (own <= numbers and not own <= {numeral.text}):
            agreement = max(agreements, default=-1)
            found.append((agreement, len(around & numbers), at not in used, at))
    if not found:
        return None
    *_, at = max(found, key=itemgetter(0, 1, 2))
    used.add(at)
    return lines[at][:2]


def in_programs(project: Project) -> Iterator[Fault]:
    """Yield a fault for each numeral of a text or a name of which its program computes nothing.

    A result that was typed there would look as if it had been computed.
    """
    allowed = project.phrases.in_programs
    programs = [[snippet] for snippet in project.snippets.values() if not snippet.is_session]
    for path in project.notebooks:
        programs.append([cell for kind, cell in _cells(project, path) if kind == "code"])
    for program in programs:
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
    if nodes and "#" in source:  # it takes longer than all else here
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
