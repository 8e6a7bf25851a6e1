"""The guard's settings, from the tables [tool.drift…] of a project's pyproject.toml."""

from __future__ import annotations

import tomllib
from dataclasses import MISSING, dataclass, fields
from pathlib import Path

from drift.check.limits import Limits
from drift.fault import Drift


@dataclass(frozen=True)
class Settings:
    """Where pages, snippets, allowed numerals and the policy lie.

    And a snippet's seconds of processor time, the far bound of its wall time (0 for the usual one),
    the style of figures, the snippet that draws the share image, the name of the PDF that is
    printed from the site and may lie in it, and the installed package whose version stands below
    every page.
    """

    docs: str = "docs"
    snippets: str = "snippets"
    numerals: str = "numerals.toml"
    policy: str = "policy.toml"
    seconds: float = 20
    wall_seconds: float = 0
    figure_style: str = ""
    share_image: str = ""
    printed: str = ""
    version_of: str = ""

    @property
    def wall_bound(self) -> float:
        """The seconds after which a run is ended that sleeps, however busy the machine is."""
        return self.wall_seconds or max(15 * self.seconds, 300)


@dataclass(frozen=True)
class Matrix:
    """The table [tool.drift.matrix]: the library whose versions are tried, the oldest supported.

    `beside` names what else the snippets import; of these the newest that fits is installed.
    """

    library: str
    oldest: str
    beside: tuple[str, ...] = ()


def read(folder: Path) -> Settings:
    """Return the settings of the project in `folder`; a project without any gets the defaults.

    Raises Drift for a key that is not one of ours: a misspelt limit would be no limit.
    """
    table = _table(folder)
    for other in ("matrix", "limits"):
        table.pop(other, None)
    return _filled(Settings, table, "[tool.drift]")


def matrix(folder: Path) -> Matrix:
    """Return which versions of which library the project in `folder` tries.

    Raises Drift where it does not say, or says it with a key that is not one of ours.
    """
    table = _table(folder).get("matrix")
    if table is None:
        raise Drift(
            "has no table [tool.drift.matrix], so that no version can be tried. Write one: "
            'library = "…", oldest = "…", and what else snippets import: beside = ["…"]',
            "pyproject.toml",
        )
    return _filled(Matrix, table, "[tool.drift.matrix]")


def limits(folder: Path) -> Limits | None:
    """Return how large the site of the project in `folder` may be; None where it does not say.

    Raises Drift for a key that is not one of ours, or where one is missing.
    """
    table = _table(folder).get("limits")
    return None if table is None else _filled(Limits, table, "[tool.drift.limits]")


def _table(folder: Path) -> dict:
    file = folder / "pyproject.toml"
    if not file.exists():
        return {}
    return tomllib.loads(file.read_text("utf-8")).get("tool", {}).get("drift", {})


def _filled(kind: type, table: dict, name: str):
    known = {field.name for field in fields(kind)}
    if unknown := sorted(set(table) - known):
        raise Drift(
            f"{name} has no {', '.join(unknown)}; there are {', '.join(sorted(known))}.",
            "pyproject.toml",
        )
    needed = {field.name for field in fields(kind) if field.default is MISSING}
    if missing := sorted(needed - set(table)):
        raise Drift(f"{name} does not say {', '.join(missing)}.", "pyproject.toml")
    return kind(**table)
