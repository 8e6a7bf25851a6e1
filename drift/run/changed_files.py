"""What the project's files were when the runs began, to find what a snippet left among them."""

from __future__ import annotations

import os
from pathlib import Path

# Made by tools while a build runs, and never published.
MADE = {".git", ".venv", ".build", ".cache", ".pytest_cache", ".ruff_cache", "__pycache__", "site"}


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Return the size in bytes and the time of the last change (ns) of every file of a project."""
    found, folders, start = {}, [str(folder)], len(str(folder)) + 1
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    state = entry.stat(follow_symlinks=False)
                    name = entry.path[start:].replace(os.sep, "/")
                    found[name] = (state.st_size, state.st_mtime_ns)
                elif entry.name not in MADE:
                    folders.append(entry.path)
    return found


def changed(before: dict[str, tuple[int, int]], now: dict[str, tuple[int, int]]) -> list[str]:
    """Return the files that are new, changed or gone, sorted."""
    return sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
