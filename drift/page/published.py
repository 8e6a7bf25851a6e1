"""What a site publishes in another form: styles, scripts, the picture of a shared link."""

import re
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

import rcssmin
import rjsmin

from drift.fault import Fault, FaultsFound
from drift.project import settings
from drift.project.project import Project
from drift.project.snippet import DRAWN

PICTURE = "share.png"
WIDTH = 1200  # pixels, as networks show it; the drawing's own shape gives the height
COLOUR = re.compile(r"\b[0-9a-fA-F]{6}\b")
SHORTEN = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}


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
        message = (
            f"share_image names {name}, of which no drawing is approved. Name a snippet that "
            "draws, and approve it: make accept"
        )
        raise FaultsFound(Fault(settings.FILE, 0, message))
    return _pixels(drawing, (project.folder / project.settings.figure_style).read_text("utf-8"))


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
