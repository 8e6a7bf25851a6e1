"""Where a table of data comes from: a note beside it, `harvest.csv.toml`, with its checksum."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path

from drift.fault import Drift
from drift.project.snippet import NOTE, TABLE, Snippets, note_of

KEYS = ("data", "source", "licence", "sha256")
MEANT = "what the data are, their source, their licence, and their sha256"


def faults(snippets: Snippets) -> Iterator[Drift]:
    """Yield a fault for each table without a whole note, or with another checksum than it says."""
    for table, content in snippets.tables.items():
        note = note_of(table)
        shown = _shown(note, snippets)
        if table not in snippets.notes:
            yield Drift(
                f"is missing. Lay it beside {table.name}: {', '.join(KEYS)} ({MEANT}), each in "
                "quotes.",
                shown,
            )
            continue
        try:
            told = tomllib.loads(snippets.notes[table].decode("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
            yield Drift(f"is no TOML: {fault}", shown)
            continue
        for key in KEYS:
            if not isinstance(told.get(key), str) or not told[key].strip():
                yield Drift(f"does not tell the {key}. A note tells {MEANT}.", shown)
        checksum = hashlib.sha256(content).hexdigest()
        if told.get("sha256") and told["sha256"] != checksum:
            yield Drift(
                f"is not about this {table.name}, which has changed. Restore it; or, if the "
                f'change is right: sha256 = "{checksum}"',
                shown,
            )
    for stray in sorted(snippets.root.rglob(f"*{TABLE}{NOTE}")):
        if stray.with_suffix("") not in snippets.tables:
            yield Drift("the data it tells of are gone. Delete it.", _shown(stray, snippets))


def _shown(path: Path, snippets: Snippets) -> str:
    return path.relative_to(snippets.root.parent).as_posix()
