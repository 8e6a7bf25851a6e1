"""A Matplotlib backend: `plt.show()` writes the one open figure as SVG that follows the page.

Chosen by MPLBACKEND, so that a snippet is the plain program that a reader would run; the variable
DRIFT_DRAWING names the file. Of the style in MATPLOTLIBRC the colour cycle becomes
var(--figure-0) ..., the colour of text currentColor.
"""

import io
import os
import re
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from matplotlib import colors, pyplot, rc_context, rcParams
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_svg import FigureCanvasSVG

DECIMALS = re.compile(r"(?<![\w#.])-?\d+\.\d{3,}")


class FigureManager(FigureManagerBase):
    """Shows a figure by writing it."""

    @classmethod
    def pyplot_show(cls, *, block=None):
        """Write the open figure; raise ValueError for none, for several, and for no title."""
        numbers = pyplot.get_fignums()
        file = Path(os.environ["DRIFT_DRAWING"])
        if len(numbers) != 1 or file.exists():
            raise ValueError("a snippet shows one figure: one plt.show(), with one figure open")
        file.write_text(_following_the_page(pyplot.figure(numbers[0])), "utf-8", newline="\n")
        pyplot.close("all")


class FigureCanvas(FigureCanvasSVG):
    """The canvas that Matplotlib asks a backend for."""

    manager_class = FigureManager


def _following_the_page(figure) -> str:
    titles = [figure.get_suptitle(), *(axes.get_title() for axes in figure.axes)]
    title = ". ".join(filter(None, titles))
    if not title:
        raise ValueError("a figure needs a title for those who can't see it: axes.set_title(...)")
    written = io.StringIO()
    # A fixed salt gives the same ids each time; text stays text, to be read aloud and searched.
    with rc_context({"svg.hashsalt": "drift", "svg.fonttype": "none"}):
        figure.savefig(written, format="svg", transparent=True, metadata={"Date": None})
    svg = written.getvalue()
    view_box = re.search(r'viewBox="[^"]+"', svg)[0]
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'{view_box} role="img" stroke-linejoin="round" stroke-linecap="butt">\n'
        f" <title>{escape(title)}</title>"
    )
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg, flags=re.DOTALL)
    # Its only rules would restyle every drawing on the page; the root carries them instead.
    svg = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r".*?<svg[^>]*>", lambda _: root, svg, count=1, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font: ([\d.]+px)[^;\"]*", r"font-size: \1", svg)
    svg = re.sub(r"font-family: [^;\"]*;?", "", svg)
    palette = {
        colour: f"var(--figure-{number})"
        for number, colour in enumerate(rcParams["axes.prop_cycle"].by_key()["color"])
    }
    for colour, variable in (palette | {rcParams["text.color"]: "currentColor"}).items():
        svg = re.sub(re.escape(colors.to_hex(colour)), variable, svg, flags=re.IGNORECASE)
    return re.sub(r"[ \t]+$", "", _lighter(svg), flags=re.MULTILINE)


def _lighter(svg: str) -> str:
    """Return a drawing half as heavy: without unused ids, empty groups, hundredths of a pixel."""
    referred = set(re.findall(r'(?:href="#|url\(#)([^")]+)', svg))
    svg = re.sub(r' id="([^"]*)"', lambda found: found[0] * (found[1] in referred), svg)
    svg = re.sub(r' transform="rotate\(-0 [^)]*\)"', "", svg)
    is_kept: list[bool] = []
    kept = []
    for line in svg.splitlines():
        tag = line.strip()
        if tag.startswith("<g") and not tag.endswith("/>"):
            is_kept.append(tag != "<g>")
            if not is_kept[-1]:
                continue
        elif tag == "</g>" and not is_kept.pop():
            continue
        if tag not in ("<g/>", "<defs/>"):
            kept.append(f"{line}\n")
    rounded = partial(
        DECIMALS.sub, lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip(".")
    )
    return re.sub(r'="[^"]*"', lambda value: rounded(value[0]), "".join(kept))
