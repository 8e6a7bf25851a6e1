"""What may stand on a page: a closed list of elements, of their attributes, and of their values.

Anything else is a fault, whatever it is. Names are as a browser reads them, in its own case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drift.check.document import Document
from drift.fault import Fault
from drift.page.address import UNSEARCHED
from drift.project.project import Project

EVERYWHERE = "class id title role tabindex hidden aria-hidden aria-label aria-labelledby"
EVERYWHERE = frozenset(f"{EVERYWHERE} aria-describedby {UNSEARCHED}".split())


def _listed(text: str) -> dict[str, frozenset[str]]:
    """Return the attributes of each element of a list in lines: its name, and theirs."""
    lines = (line.split() for line in text.strip().splitlines())
    return {name: EVERYWHERE.union(attributes) for name, *attributes in lines}


OWN = _listed("""
a href download
abbr
article
b
blockquote
br
button type aria-checked
caption
code
data value data-line data-source
dd
del
details open
div markdown data-snippet data-jp-theme-light data-jp-theme-name data-mime-type data-type
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
img src alt
input type name checked
ins
kbd
label for
li
mark
ol
p
pre
s
section
small
span
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

# The frame around a page is the theme's, and what overrides/ adds to it.
FRAME = _listed("""
article
a href target rel data-md-component
b
body dir data-md-color-scheme data-md-color-primary data-md-color-accent
button type name value data-md-component
data value
dd
div data-md-component data-md-color-scheme data-md-scrollfix data-md-type aria-atomic
dl
dt
footer
form data-md-component
head
header data-md-component
html lang
i
img src alt
input type name value checked autocomplete placeholder required spellcheck data-md-toggle
label for
li
link rel href as type crossorigin
main data-md-component
meta charset content http-equiv name property
nav data-md-level aria-expanded data-md-component
ol
p
path d
script src type defer
span
strong
svg xmlns viewBox
table
caption
tbody
td colspan
template
textarea
th scope colspan
thead
title
tr
ul data-md-component data-md-scrollfix
h1
br
""")
FRAME["input"] |= {f"data-md-color-{name}" for name in ("media", "scheme", "primary", "accent")}
FRAME["input"] |= {"data-md-component", "inputmode", "aria-live", "min", "max", "step", "size"}
FRAME["div"] |= {"aria-orientation", "aria-live"}

# Attributes with a closed list of values, or a form of them.
KINDS = "button|checkbox|radio|reset|search|text|number|application/json|module|font/woff2"
VALUES = {
    "http-equiv": re.compile("content-security-policy", re.IGNORECASE),
    "target": re.compile("_blank"),
    "type": re.compile(KINDS),
    "rel": re.compile(
        "canonical|icon|license|modulepreload|next|noopener|preload|prev|stylesheet|edit"
    ),
}
FOLLOWED = re.compile(r"(?!//|\\)(?:https?://|mailto:|(?![a-z][a-z0-9+.-]*:))", re.IGNORECASE)
REMOTE = re.compile(r"https?://", re.IGNORECASE)
ADDRESSES = {"href", "src", "data-source"}
WHAT_MAY = (
    "What may stand on a page is a closed list (drift/check/allowed.py): write it in Markdown, or "
    "let a snippet give it."
)


def markup(document: Document, project: Project) -> Iterator[Fault]:
    """Yield a fault for each element, attribute and value that is not on the list.

    A drawing of a snippet is left out: it is compared as a whole (results.py).
    """
    for node, is_own in document.elements:
        attributes = node.attributes
        listed = (OWN if is_own else FRAME).get(node.tag)
        if listed is None:
            yield document.fault(node, f"<{node.tag}> may not stand here. {WHAT_MAY}")
            continue
        for name, value in attributes.items():
            if name in EVERYWHERE or _is_allowed(node.tag, attributes, name, value or "", listed):
                continue
            shown = f"{name}={(value or '')[:80]!r}"
            message = f"{shown} of <{node.tag}> may not stand here. {WHAT_MAY}"
            yield document.fault(node, message)


def _is_allowed(
    tag: str, attributes: dict[str, str | None], name: str, value: str, listed: frozenset[str]
) -> bool:
    if name not in listed:
        return False
    if name in VALUES:
        return all(map(VALUES[name].fullmatch, value.split() or [""]))
    if name not in ADDRESSES:
        return True
    is_told = tag == "link" and attributes.get("rel") in ("canonical", "next", "prev")
    if tag == "img" and not value.endswith(".svg"):
        return False
    if tag == "a" or is_told:
        return bool(FOLLOWED.match(value))
    return bool(FOLLOWED.match(value)) and not REMOTE.match(value)
