"""What may stand on a page: a closed list of elements, of their attributes, and of their values.

Anything else is a fault, whatever it is. Names are as a browser reads them, in its own case.
"""

import re
from collections.abc import Iterator

from drift.check.document import WORDS, Document, Element
from drift.fault import Fault
from drift.page import block, formula
from drift.project.project import Project
from drift.run import shapes

# What Markdown, a notebook and the guard make. Of a <pre> and a <data> this is all: what is in them
# is compared.
OWN = formula.MARKUP | shapes.listed("""
article b blockquote br caption code dd del dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i
ins kbd li mark ol s section small strong sub summary sup table tbody thead tr u ul
a: href title download rel tabindex
abbr p span: title
aside: role
button: type role aria-checked hidden
data: title value data-line data-source
details: open
div: title markdown tabindex role aria-label data-snippet data-mime-type data-type \
     data-jp-theme-light data-jp-theme-name
img: src alt title
pre: tabindex translate
td: align
th: align scope
""")

ANYWHERE = {"class", "id"}
# The frame around a page is the theme's, and what overrides/ adds to it.
FRAME = shapes.listed("""
a article aside b body button caption data dd div dl dt footer form h1 head header html i img \
input label li link main meta nav ol p path script span strong svg table tbody td template th \
thead title tr ul: alt aria-atomic aria-checked aria-describedby aria-expanded aria-hidden \
aria-label aria-labelledby aria-orientation as autocomplete charset checked colspan content \
crossorigin d data-md-color-accent data-md-color-media data-md-color-primary \
data-md-color-scheme data-md-component data-md-level data-md-scrollfix data-md-toggle \
data-md-type defer dir download for hidden href http-equiv inputmode lang name placeholder \
property rel required role scope spellcheck src tabindex target title type value viewBox xmlns
""")
FRAME |= {tag: FRAME[tag] - {"hidden"} for tag in FRAME.keys() - {"button", "div", "label", "tr"}}

# The form of the value of each attribute. What has words instead is read (document.py); addresses
# are below. A name or a word does nothing that a reader would see.
FORMS = {name: re.compile(form) for form, names in {
    "": "crossorigin data-md-scrollfix defer download hidden required",
    r"[\w-]*": "accent accentunder align aria-atomic aria-checked aria-expanded aria-hidden "
    "aria-orientation as autocomplete checked colspan data-jp-theme-light data-md-level data-type "
    "display displaystyle fence form inputmode lang mathvariant open scope spellcheck stretchy "
    "target translate",
    r"[^\"'<>]*": "aria-describedby aria-labelledby class data-jp-theme-name data-md-color-accent "
    "data-md-color-media data-md-color-primary data-md-color-scheme data-md-component "
    "data-md-toggle data-md-type data-mime-type data-snippet for id markdown name property",
    r"(?s).*": "data-line",
    r"[\w.]+": "linethickness",
    r"[-\d.\sa-zA-Z,]*": "d",
    r"[01](\.\d+)?em|2em": "width",
    r"[\d. ]+": "viewBox",
    "(?i:utf-8)": "charset",
    "(?i:content-security-policy)": "http-equiv",
    "ltr": "dir",
    "-1|0": "tabindex",
    "canonical|edit|icon|license|next|noopener|preload|prev|stylesheet": "rel",
    "dialog|group|presentation|search|slider|status|switch": "role",
    "button|checkbox|radio|reset|text|application/json|font/woff2": "type",
    r"http://www\.w3\.org/(1998/Math/MathML|2000/svg)": "xmlns",
}.items() for name in names.split()}  # fmt: skip
# As a browser takes it: it drops blanks and line ends in an address, and turns backslashes.
INNER = r"(?!//)(?![a-zA-Z][a-zA-Z0-9+.-]*:)[^\x00-\x20\\]*"
FOLLOWED = re.compile(rf"{INNER}|(?:https?://|mailto:)[^\x00-\x20\\]+", re.IGNORECASE)
LOADED = {
    name: re.compile(rf"(?!.*[?#]){INNER}{form}")
    for name, form in {
        "script": r"\.js", "img": r"\.svg", "stylesheet": r"\.css", "icon": r"\.svg",
        "preload": r"\.woff2",
    }.items()
} | {"data": re.compile(INNER)}  # fmt: skip
# Inside a block stand the marks that colour it, and those to which links lead.
MARK = re.compile(
    r'<(?:/?code|/?span|span(?: class="(?:[a-z]{1,2}\d?|snippet-command)")?(?: id="[^"<>]*")?|/pre|'
    r'pre(?: tabindex="0")?(?: translate="no")?)>'
)
# The classes that the guard and Markdown give each element, besides those of the settings for all;
# and those of a notebook's frame. Any other may hide a word, or cover one.
CLASSES = {
    "a": "term|toclink",
    "aside": "comment|download|page-actions|place",
    "button": "origins",
    "data": "build|claim|value",
    "details": "snippet-program",
    "div": "admonition|formula-box|highlight|ledger-(entry|pages)|references|snippet(-[a-z]+)?",
    "figure": "snippet-figure",
    "i": "here",
    "math": "formula",
    "p": "admonition-title|snippet-(label|source)",
    "span": "snippet-begin",
}
OF_A_NOTEBOOK = r"jp-[\w-]+|CodeMirror|cm-s-jupyter|hl-python|jupyter-wrapper|anchor-link"
DRAWING = {"del", "ins", "mark", "s", "u"}
BARRED = {"mfrac", "mover", "mroot", "msqrt", "munder", "munderover"}  # draw one over their parts
WHAT_MAY = (
    "What may stand on a page is a closed list (drift/check/allowed.py, and for classes those of "
    "[tool.drift]): write it in Markdown, or let a snippet give it."
)


def markup(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault for each element, attribute and value that is not on the list.

    What is in a drawing of a snippet, or in a value, is compared as a whole (results.py).
    """
    kinds = [*map(re.escape, project.settings.classes)]
    kinds += [OF_A_NOTEBOOK] * document.source.endswith(".ipynb")
    for element in document.elements:
        node, tag, attributes, is_own = element
        listed = (OWN if is_own else FRAME).get(tag)
        if listed is None:
            yield document.fault(node, f"<{tag}> may not stand here. {WHAT_MAY}")
            continue
        may_stand = listed | ANYWHERE
        for name, value in attributes.items():
            if name not in may_stand or not _has_form(element, name, value or "", kinds):
                shown = f"{name}={(value or '')[:80]!r}"
                message = f"{shown} of <{tag}> may not stand here. {WHAT_MAY}"
                written = [f".{each}" for each in (value or "").split()[-1:] if name == "class"]
                written += [f"{name}={mark}{value}{mark}" for mark in ('"', "'", "")]
                written += [value] * (name in ("href", "src"))
                yield document.fault(node, message, project, *written)
        if tag in formula.MARKUP and tag != "math" and node.parent.tag not in formula.MARKUP:
            yield document.fault(node, f"<{tag}> stands in a formula alone. Write `#!math …`.")
        is_line = tag in DRAWING and not re.search(r"\w", node.text())
        is_line |= node.parent.tag in BARRED and not node.text().strip()
        if is_own and is_line:
            yield document.fault(node, f"<{tag}> without words is a drawn line. Take it out.")
        if tag == "pre" and (rest := re.search("<[^>]{,79}", MARK.sub("", node.html or ""))):
            yield document.fault(node, f"{rest[0]}> may not stand in a block. {WHAT_MAY}")


def drawn(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault for what is none of a drawing, in those of snippets as a browser has them."""
    for figure in document.tree.css(f"figure.{block.FIGURE}"):
        for node, why in shapes.strange(figure):
            yield document.fault(node, f"{why} {shapes.HOW_TO_DRAW}")


def _has_form(element: Element, name: str, value: str, kinds: list[str]) -> bool:
    if name in WORDS:
        return True
    if name == "class" and element.is_own:
        kinds = [*kinds, CLASSES.get(element.tag, "(?!)")]
        return bool(re.fullmatch(rf"(({'|'.join(kinds)})(\s+|$))*", value))
    if name in ("href", "src", "data-source"):
        kind = element.tag if element.tag != "link" else element.attributes.get("rel") or ""
        return bool(LOADED.get(kind, FOLLOWED).fullmatch(value))
    return bool(FORMS[name].fullmatch(value))
