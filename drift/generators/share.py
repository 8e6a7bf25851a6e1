"""The picture beside a shared link: an approved drawing in pixels, since no network shows SVG."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from drift.fault import Drift
from drift.project import approval
from drift.project.settings import Settings
from drift.project.snippet import DRAWN, Snippets

FILE = "share.png"
WIDTH = 1200  # pixels, as networks show it; the drawing's own shape gives the height
COLOUR = re.compile(r"\b[0-9a-fA-F]{6}\b")


def picture(project: Path, options: Settings, snippets: Snippets) -> bytes:
    """Return the PNG of the project's share image, or b"" where its settings name no snippet.

    Raises Drift where they name one that has no approved drawing.
    """
    if not options.share_image:
        return b""
    snippet = snippets.by_name.get(options.share_image)
    drawing = approval.approved(snippet, DRAWN) if snippet else ""
    if not drawing:
        raise Drift(
            f"share_image names {options.share_image}, of which no drawing is approved. Name a "
            "snippet that draws, and approve it: make accept",
            "pyproject.toml",
        )
    return _pixels(drawing, (project / options.figure_style).read_text("utf-8"))


def faults(project: Path, options: Settings, snippets: Snippets, site: Path) -> Iterator[str]:
    """Yield what is wrong with the share image of a built site."""
    file = site / FILE
    if (file.read_bytes() if file.exists() else b"") != picture(project, options, snippets):
        yield f"{FILE} is not the approved drawing in pixels. Build again: make build"


def _pixels(svg: str, style: str) -> bytes:
    """Return a drawing as PNG, in the colours that its style names and a page would replace."""
    from resvg_py import svg_to_bytes  # only the end of a build needs it

    told = dict(re.findall(r"^([\w.]+):\s*(.*)$", style, flags=re.MULTILINE))
    for number, colour in enumerate(COLOUR.findall(told["axes.prop_cycle"])):
        svg = svg.replace(f"var(--figure-{number})", f"#{colour}")
    ink = COLOUR.search(told["text.color"])[0]
    fonts = Path(find_spec("matplotlib").origin).parent / "mpl-data" / "fonts" / "ttf"
    return bytes(
        svg_to_bytes(
            svg_string=svg.replace("currentColor", f"#{ink}"),
            width=WIDTH,
            background=f"#{COLOUR.search(told['figure.facecolor'])[0]}",
            skip_system_fonts=True,  # the same picture on every machine
            font_files=[str(fonts / "DejaVuSerif.ttf"), str(fonts / "DejaVuSerif-Bold.ttf")],
            font_family="DejaVu Serif",
        )
    )
