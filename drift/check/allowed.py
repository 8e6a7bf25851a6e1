"""What may stand on a page: a closed list of elements, of their attributes, and of their values.

Anything else is a fault, whatever it is. Names are as a browser reads them, in its own case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drift.check.document import Document
from drift.check.text import WORDS, Element
from drift.fault import Fault
from drift.page.address import UNSEARCHED
from drift.project.project import Project


def _listed(text: str) -> dict[str, frozenset[str]]:
    """Return the attributes of each element of a list in lines: its name, and theirs."""
    lines = (line.split() for line in text.strip().splitlines())
    return {name: frozenset({"class", "id", UNSEARCHED, *more}) for name, *more in lines}


# What Markdown, a notebook and the guard make. Of a <pre> and a <data> this is all: what is in them
# is compared.
OWN = _listed("""
a href title download rel tabindex
abbr title
article
b
blockquote
br
button type role aria-checked hidden
caption
code
data title value data-line data-source
dd
del
details open
div title markdown tabindex role aria-label data-snippet
dl
dt
em
figcaption
figure
h1
h2
h3
h4
h5
h6
hr
i
img src alt title
input type name checked
ins
kbd
label for
li
mark
ol
p title
pre tabindex
s
section
small
span title
strong
sub
summary
sup
table
tbody
td colspan rowspan
th scope colspan rowspan
thead
tr
u
ul
math display xmlns
mfrac linethickness
mi mathvariant
mn
mo fence form stretchy
mover accent
mphantom
mroot
mrow
mspace width
msqrt
mstyle displaystyle
msub
msubsup
msup
mtable
mtd
mtext
mtr
munder accentunder
munderover
""")
OWN["div"] |= {"data-jp-theme-light", "data-jp-theme-name", "data-mime-type", "data-type"}

# The frame around a page is the theme's, and what overrides/ adds to it.
FRAME = _listed("""
a href title target rel aria-label data-md-component
article
b
body dir data-md-color-scheme data-md-color-primary data-md-color-accent
button type name value title aria-label tabindex hidden data-md-component
caption
data title value
dd
div aria-label tabindex role hidden aria-orientation aria-atomic data-md-component data-md-type
dl
dt
footer
form data-md-component
h1
head
header data-md-component
html lang
i
img src alt
input type name checked autocomplete placeholder required spellcheck inputmode aria-label
label for title hidden tabindex aria-hidden
li
link rel href as type crossorigin
main data-md-component
meta charset content http-equiv name property
nav data-md-level aria-expanded aria-label aria-labelledby
ol role
p role
path d
script src type defer
span
strong
svg xmlns viewBox aria-hidden
table
tbody
td colspan
template
th scope
thead
title
tr hidden
ul data-md-component data-md-scrollfix
""")
FRAME["input"] |= {f"data-md-color-{name}" for name in ("media", "scheme", "primary", "accent")}
FRAME["input"] |= {"data-md-toggle", "data-md-component", "aria-describedby"}
FRAME["div"] |= {"data-md-scrollfix", "data-md-color-scheme"}

NAME, TRUTH, NOTHING = r"[^\s\"'<>]*", "true|false", ""
NAMES = r"[^\"'<>]*"
# The form of each attribute's value. What has words instead is read (text.py), addresses are below.
FORMS = {name: re.compile(form) for name, form in {
    "accent": TRUTH, "accentunder": TRUTH, "aria-atomic": TRUTH, "aria-checked": TRUTH,
    "aria-describedby": NAMES, "aria-expanded": TRUTH, "aria-hidden": TRUTH,
    "aria-labelledby": NAMES, "aria-orientation": "horizontal|vertical", "as": "font",
    "autocomplete": "off", "charset": "(?i:utf-8)", "checked": "(checked)?", "class": NAMES,
    "colspan": r"\d+", "crossorigin": NOTHING, "d": r"[-\d.\sa-zA-Z,]*",
    "data-jp-theme-light": TRUTH, "data-jp-theme-name": r"JupyterLab (Light|Dark)",
    "data-line": r"(?s).*", "data-md-color-accent": NAME, "data-md-color-media": r"[\w():\s-]*",
    "data-md-color-primary": NAME, "data-md-color-scheme": NAME, "data-md-component": NAME,
    "data-md-level": r"\d", "data-md-scrollfix": NOTHING, "data-md-toggle": NAME,
    "data-md-type": NAME, UNSEARCHED: "true", "data-snippet": NAME,
    "data-mime-type": "text/(plain|markdown|html)",
    "data-type": "inline", "defer": NOTHING, "dir": "ltr|rtl", "display": "block|inline",
    "displaystyle": TRUTH, "download": NOTHING, "fence": TRUTH, "for": NAME,
    "form": "infix|postfix|prefix", "hidden": NOTHING,
    "http-equiv": "(?i:content-security-policy)", "id": NAME, "inputmode": "decimal",
    "lang": "[a-zA-Z-]+", "linethickness": r"[\w.]+", "markdown": NAME, "mathvariant": "[a-z-]+",
    "name": NAME, "open": "(open)?", "property": "og:[a-z_]+(:[a-z]+)?",
    "rel": "canonical|edit|icon|license|next|noopener|preload|prev|stylesheet",
    "required": NOTHING, "role": "dialog|group|presentation|search|slider|status|switch",
    "rowspan": r"\d+", "scope": "col|row", "spellcheck": TRUTH, "stretchy": TRUTH,
    "tabindex": "-1|0", "target": "_blank",
    "type": "button|checkbox|radio|reset|text|application/json|font/woff2",
    "viewBox": r"[\d. ]+", "width": r"[\w.]+",
    "xmlns": r"http://www\.w3\.org/(1998/Math/MathML|2000/svg)",
}.items()}  # fmt: skip
# As a browser takes it: it drops blanks and line ends in an address, and turns backslashes.
INNER = r"(?!//)(?![a-zA-Z][a-zA-Z0-9+.-]*:)[^\x00-\x20\\]*"
FOLLOWED = re.compile(rf"{INNER}|(?:https?://|mailto:)[^\x00-\x20\\]+", re.IGNORECASE)
LOADED = {
    name: re.compile(INNER + form)
    for name, form in {
        "script": r"\.js", "img": r"\.svg", "stylesheet": r"\.css", "icon": r"\.svg",
        "preload": r"\.woff2", "data": "",
    }.items()
}  # fmt: skip
# Inside a block stand the marks that colour it, and those to which links lead.
MARK = re.compile(
    r'<(?:/?code|/?span|span(?: class="(?:[a-z]{1,2}\d?|snippet-command)")?(?: id="[^"<>]*")?|/pre|'
    r'pre(?: tabindex="0")?)>'
)
WHAT_MAY = (
    "What may stand on a page is a closed list (drift/check/allowed.py): write it in Markdown, or "
    "let a snippet give it."
)


def markup(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault for each element, attribute and value that is not on the list.

    What is in a drawing of a snippet, or in a value, is compared as a whole (results.py).
    """
    for element in document.elements:
        node, tag, attributes, is_own = element
        listed = (OWN if is_own else FRAME).get(tag)
        if listed is None:
            yield document.fault(node, f"<{tag}> may not stand here. {WHAT_MAY}")
            continue
        for name, value in attributes.items():
            if name not in listed or not _has_form(element, name, value or ""):
                shown = f"{name}={(value or '')[:80]!r}"
                yield document.fault(node, f"{shown} of <{tag}> may not stand here. {WHAT_MAY}")
        if tag == "pre":
            rest = MARK.sub("", node.html or "")
            if "<" in rest:
                shown = rest[rest.index("<") :].partition(">")[0][:80]
                yield document.fault(node, f"{shown}> may not stand in a block. {WHAT_MAY}")


def _has_form(element: Element, name: str, value: str) -> bool:
    if name in WORDS:
        return True
    if name in ("href", "src", "data-source"):
        kind = element.tag if element.tag != "link" else element.attributes.get("rel") or ""
        return bool(LOADED.get(kind, FOLLOWED).fullmatch(value))
    return bool(FORMS[name].fullmatch(value))
