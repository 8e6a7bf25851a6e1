"""The guard's settings, from the table [tool.drift] of a project's pyproject.toml."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from drift.fault import Fault, FaultsFound
from drift.project.files import optional, parsed, typed

FILE = "pyproject.toml"
FOLDERS, FILES = ("docs", "snippets"), ("numerals", "policy", "figure_style")


@dataclass(frozen=True)
class Settings:
    """Where things lie in a project, and what its snippets and its site may be.

    `seconds` is the processor time of a snippet, `wall_seconds` the far bound that ends one that
    sleeps; `share_image` the snippet that draws the picture beside a shared link; `printed` the PDF
    that is printed from the site and may lie in it; `version_of` the package whose version stands
    below every page; `classes` what a page may give its words (allowed.py), `styles` what a style
    sheet may add (styles.py), and `imports` what a program may use of each module (names.py).
    """

    docs: str = "docs"
    snippets: str = "snippets"
    numerals: str = "numerals.toml"
    policy: str = "policy.toml"
    seconds: float = 20
    wall_seconds: float = 300
    figure_style: str = ""
    share_image: str = ""
    printed: str = ""
    version_of: str = ""
    classes: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    imports: dict[str, list[str]] = field(default_factory=dict)


def read(folder: Path) -> Settings:
    """Return the settings of the project in a folder, or defaults; raise FaultsFound for others."""
    tools = parsed(FILE, optional(folder, FILE)).get("tool", {})
    given = tools.get("drift", {}) if isinstance(tools, dict) else tools
    settings = typed(FILE, given, Settings, "tool", "drift")
    root = folder.resolve()
    needed = {*given, *FOLDERS, "figure_style" if settings.share_image else "docs"}
    for key in (key for key in (*FOLDERS, *FILES) if key in needed):
        path, is_folder = getattr(settings, key), key in FOLDERS
        place = root / path
        # No link and no way up; a folder lies beside this file, since messages name it alone.
        is_inner = place.resolve() == place and root in [*place.parents][: 1 if is_folder else None]
        if not (is_inner and (os.path.isdir if is_folder else os.path.isfile)(place)):
            kind = f"folder beside {FILE}" if is_folder else "file below its folder"
            message = f"{key} of [tool.drift] names no {kind}: {path!r}. Name one that is there."
            raise FaultsFound(Fault(FILE, 0, message))
    return settings
