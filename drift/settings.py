"""The guard's settings, from the table [tool.drift] of pyproject.toml in the working folder."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from drift.errors import Drift


@dataclass(frozen=True)
class Settings:
    """Where pages, snippets and allowed numerals lie; a snippet's seconds; the style of figures."""

    docs: str = "docs"
    snippets: str = "snippets"
    numerals: str = "numerals.toml"
    seconds: float = 20
    figure_style: str = ""


def read(folder: Path) -> Settings:
    """Return the settings of the project in `folder`; a project without any gets the defaults.

    Raises Drift for a key that is not one of ours: a misspelt limit would be no limit.
    """
    file = folder / "pyproject.toml"
    table = {}
    if file.exists():
        table = tomllib.loads(file.read_text("utf-8")).get("tool", {}).get("drift", {})
    known = {field.name for field in fields(Settings)}
    if unknown := sorted(set(table) - known):
        raise Drift(
            f"[tool.drift] has no {', '.join(unknown)}; there are {', '.join(sorted(known))}.",
            "pyproject.toml",
        )
    return Settings(**table)
