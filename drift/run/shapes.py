"""What may stand in a drawing: a closed list of shapes, of their attributes, and of their values.

A run is judged by it, and so is the finished site: nothing is approved that can't be published.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode


def listed(text: str) -> dict[str, frozenset[str]]:
    """Return the attributes of each element of a table, whose lines name both: `a b: href`."""
    lines = (line.partition(":") for line in text.strip().splitlines())
    rows = ((names.split(), frozenset(attributes.split())) for names, _, attributes in lines)
    return {name: attributes for names, attributes in rows for name in names}


DRAWN = listed("""
circle clipPath defs desc ellipse g line linearGradient path polygon polyline radialGradient rect \
stop svg text title tspan use: aria-label clip-path clip-rule cx cy d dx dy fill fill-opacity \
fill-rule font-family font-size font-weight gradientUnits height id offset opacity points r role \
rx ry stop-color stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin \
stroke-opacity stroke-width text-anchor transform viewBox width x x1 x2 y y1 y2
""")
LOADS = re.compile(r"url\((?!#)|[:\\]", re.IGNORECASE)
# What only one on a page has besides, and the form of its value.
ON_A_PAGE = {name: re.compile(form) for form, names in {
    r"(?:\s*(?:fill|fill-opacity|font-(?:size|style|weight)|opacity|stroke|stroke-\w+|text-anchor):"
    r"(?:[\w\s.,#%-]|var\(--[\w-]+\))*;?)*\s*": "style",
    r"#[\w-]+": "href xlink:href",
    r"http://www\.w3\.org/(2000/svg|1999/xlink)": "xmlns xmlns:xlink",
    r"[\w-]+": "aria-describedby aria-labelledby",
    "true": "data-search-exclude",
}.items() for name in names.split()}  # fmt: skip
HOW_TO_DRAW = (
    "What may stand in a drawing is a closed list (drift/run/shapes.py): draw with paths. Pixels "
    "(imshow) and hatches can't follow the page."
)


def strange(figure: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    """Yield what is none of a drawing in a figure, as a browser would parse it, and why."""
    inner = [each for each in figure.iter(include_text=True) if (each.html or "").strip()]
    if [each.tag for each in inner] != ["svg"]:
        yield figure, "a figure of a snippet is one drawing, and nothing else."
    for node in figure.css("*")[1:]:  # the first is the figure
        wrong = [] if node.tag in DRAWN else [f"<{node.tag}>"]
        for name, value in node.attributes.items() if not wrong else ():
            form, text = ON_A_PAGE.get(name), value or ""
            is_listed = name in DRAWN[node.tag] and not LOADS.search(text)
            if not (form.fullmatch(text) if form else is_listed):
                wrong.append(f"{name}={text[:80]!r} of <{node.tag}>")
        yield from ((node, f"{shown} may not stand here.") for shown in wrong)


def problem(drawn: str) -> str:
    """Return what is wrong with a drawing, given as its text; '' for nothing."""
    figure = LexborHTMLParser(f"<figure>{drawn}</figure>").css_first("figure") if drawn else None
    return next((f"{why} {HOW_TO_DRAW}" for _, why in strange(figure)), "") if figure else ""
