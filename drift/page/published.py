"""What a site publishes in another form: styles, scripts, the picture of a shared link.

Of the style sheets of a theme, most of which are for other sites, it publishes what it uses. A
selector stays if each element, class, id and value in it is a word of a page's tags, or of a string
in a script, which may add it. A variable stays if anything that stays names it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from itertools import groupby, pairwise
from pathlib import Path, PurePosixPath

import rcssmin
import rjsmin
import tinycss2
from tinycss2.ast import LiteralToken, Node

from drift.fault import Fault, FaultsFound
from drift.project import settings
from drift.project.project import Project
from drift.project.snippet import DRAWN

PICTURE = "share.png"
WIDTH = 1200  # pixels, as networks show it; the drawing's own shape gives the height
COLOUR = re.compile(r"\b[0-9a-fA-F]{6}\b")
SHORTEN = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}

TAG = re.compile(r'<[a-z][^>"]*(?:"[^"]*"[^>"]*)*>')
WORD = re.compile(r' d="[^"]*"|([\w-]+)')  # the line of a drawing has no words
# In a script: a string of words, up to what is put in, that nothing is compared with; an end tag.
ADDED = re.compile(r"""(?<!==)(["'`])([\w\s-]*)(?=\1|\$\{)|</([\w-]+)>""")
# Not those in the index of a search, nor in a worker, which has no page.
SCRIPT = re.compile(r"assets/(?:javascripts/)?[^/]+\.js")
VARIABLE = re.compile(r"--(?<![\w-]--)[\w-]+")
# As tinycss2 writes it: with all strings in double quotes.
SETTING = re.compile(rf"""({VARIABLE.pattern}):((?:[^;{{}}"]|"(?:[^"\\]|\\.)*")*)(?:;|(?=\}}))""")
COMMA = LiteralToken(0, 0, ",")


def shortened(path: str, content: bytes) -> bytes:
    """Return a file of docs without what only its authors read, if it is a style or a script."""
    shorten = SHORTEN.get(PurePosixPath(path).suffix)
    return shorten(content.decode("utf-8")).encode() if shorten else content


def picture(project: Project) -> bytes:
    """Return the PNG of the share image, b"" for none; raise FaultsFound for one not approved."""
    name = project.settings.share_image
    if not name:
        return b""
    snippet = project.snippets.get(name)
    drawing = snippet.approved.get(DRAWN) if snippet else ""
    if not drawing:
        how = "has no approved drawing. Name a program that draws, or approve what it draws:"
        why = f"{snippet.shown_path} {how} make accept" if snippet else project.missing(name)
        raise FaultsFound(Fault(settings.FILE, 0, f"share_image of [tool.drift]: {why}"))
    return _pixels(drawing, (project.folder / project.settings.figure_style).read_text("utf-8"))


@cache  # while a site is served, it is the same in nearly every build
def _pixels(svg: str, style: str) -> bytes:
    """Return a drawing as PNG, in the colours that its style names and a page would replace."""
    from resvg_py import svg_to_bytes  # only the end of a build needs it

    entries = dict(re.findall(r"^([\w.]+):\s*(.*)$", style, flags=re.MULTILINE))
    for number, colour in enumerate(COLOUR.findall(entries["axes.prop_cycle"])):
        svg = svg.replace(f"var(--figure-{number})", f"#{colour}")
    ink = COLOUR.search(entries["text.color"])[0]
    fonts = Path(find_spec("matplotlib").origin).parent / "mpl-data" / "fonts" / "ttf"
    return bytes(
        svg_to_bytes(
            svg_string=svg.replace("currentColor", f"#{ink}"),
            width=WIDTH,
            background=f"#{COLOUR.search(entries['figure.facecolor'])[0]}",
            skip_system_fonts=True,  # the same picture on every machine
            font_files=[str(fonts / "DejaVuSerif.ttf"), str(fonts / "DejaVuSerif-Bold.ttf")],
            font_family="DejaVu Serif",
        )
    )


def cut(sheets: Mapping[str, bytes], site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the sheets of a theme without what applies to nothing on a site, given its files."""
    pages = "".join(text.decode() for name, text in site.items() if name.endswith(".html"))
    scripts = "\n".join(text.decode() for name, text in site.items() if SCRIPT.fullmatch(name))
    own = [site[name].decode() for name in site.keys() - sheets.keys() if name.endswith(".css")]
    words = {word for found in ADDED.findall(scripts) for word in " ".join(found[1:]).split()}
    stems = tuple(word for word in words if word.endswith("-"))  # a script writes on
    words.update(*map(WORD.findall, set(TAG.findall(pages))))
    used = {
        name: tinycss2.serialize(_used(tinycss2.parse_stylesheet(text.decode()), words, stems))
        for name, text in sheets.items()
    }
    named = _named("\n".join([pages, scripts, *own]), "".join(used.values()))
    return {
        name: SETTING.sub(lambda found: found[0] if found[1] in named else "", text).encode()
        for name, text in used.items()
    }


def _used(rules: Iterable[Node], words: set[str], stems: tuple[str, ...]) -> Iterator[Node]:
    """Yield the rules that can apply to something, each with the selectors that can."""
    for rule in rules:
        kept = [rule]
        if rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
            kept = rule.content = [*_used(tinycss2.parse_rule_list(rule.content), words, stems)]
        elif rule.type == "qualified-rule":
            parts = groupby(rule.prelude, lambda token: token == ",")
            selectors = [[*part] for is_comma, part in parts if not is_comma]
            found = (each for each in selectors if _applies(each, words, stems))
            kept = rule.prelude = [token for each in found for token in (COMMA, *each)][1:]
        if kept:
            yield rule


def _applies(selector: list[Node], words: set[str], stems: tuple[str, ...]) -> bool:
    """Return whether an element may have all names; what :not() and its like say is not asked."""
    names = []
    for before, token in pairwise([None, *selector]):
        if token.type == "hash" or (token.type == "ident" and before != ":"):
            names.append(token.value)
        elif token.type == "[] block" and token.content[1:2] == ["="]:
            names += WORD.findall(token.content[2].value)
    return all(name in words or name.startswith(stems) for name in names)


def _named(others: str, sheets: str) -> set[str]:
    """Return the variables that are named, but for those that only such variables name."""
    settings = SETTING.findall(sheets)
    named, count = {*VARIABLE.findall(others + SETTING.sub("", sheets))}, 0
    while count < len(named):
        count = len(named)
        values = [value for name, value in settings if name in named]
        named |= {*VARIABLE.findall(" ".join(values))}
    return named
