"""The guard's settings, from the table [tool.drift] of a project's pyproject.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path

from drift.fault import Fault, FaultsFound
from drift.project.files import optional, parsed, table

FILE = "pyproject.toml"


@dataclass(frozen=True)
class Limits:
    """The table [tool.drift.limits]: how large a site may be, in kB of 1000 bytes.

    A page is counted as gzip sends it; `files` is the number of all files.
    """

    file_kb: float
    page_kb: float
    site_kb: float
    files: int


@dataclass(frozen=True)
class Settings:
    """Where things lie in a project, and what its snippets and its site may be.

    `seconds` is the processor time of one snippet, `wall_seconds` the far bound after which one is
    ended that sleeps, however busy the machine is; `figure_style` the style of figures;
    `share_image` names the snippet that draws the picture beside a shared link; `printed` the PDF
    that is printed from the site and may lie in it; `version_of` the installed package whose
    version stands below every page. `imports` is what a program may use of each module (names.py).
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
    limits: Limits | None = None
    imports: Mapping[str, list[str]] = field(default_factory=dict)


def read(folder: Path) -> Settings:
    """Return the settings of the project in `folder`; a project without any gets the defaults.

    Raises FaultsFound for a key that is not one of ours, since a misspelt limit would be none.
    """
    tools = table(FILE, "[tool]", parsed(FILE, optional(folder, FILE)).get("tool", {}))
    given = table(FILE, "[tool.drift]", tools.get("drift", {}))
    if "limits" in given:
        given["limits"] = _filled(Limits, given["limits"], "[tool.drift.limits]")
    table(FILE, "[tool.drift.imports]", given.get("imports", {}), list)
    return _filled(Settings, given, "[tool.drift]")


def _filled(kind: type, written: object, name: str):
    given, known = table(FILE, name, written), {field.name for field in fields(kind)}
    if unknown := sorted(given.keys() - known):
        message = f"{name} has no {', '.join(unknown)}; there are {', '.join(sorted(known))}."
        raise FaultsFound(Fault(FILE, 0, message))
    needed = {
        field.name for field in fields(kind) if field.default is field.default_factory is MISSING
    }
    if missing := sorted(needed - given.keys()):
        raise FaultsFound(Fault(FILE, 0, f"{name} does not say {', '.join(missing)}."))
    texts = {field.name for field in fields(kind) if field.type == "str"}
    if wrong := [key for key in given if isinstance(given[key], str) != (key in texts)]:
        message = f"{wrong[0]} of {name} is {'no' if wrong[0] in texts else 'a'} text in quotes."
        raise FaultsFound(Fault(FILE, 0, message))
    return kind(**given)
