"""What the project's files were when the runs began, to find what a snippet left among them."""

import os
from pathlib import Path

# Made by tools while a build runs, and never published.
MADE = {".git", ".venv", ".build", ".cache", ".pytest_cache", ".ruff_cache", "__pycache__", "site"}


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Return the size in bytes and the time of the last change (ns) of every file of a project."""
    found, start = {}, len(str(folder)) + 1
    for place, folders, names in os.walk(folder):
        folders[:] = {*folders} - MADE
        names += [name for name in folders if os.path.islink(os.path.join(place, name))]
        for path in (os.path.join(place, name) for name in names):
            state = os.lstat(path)
            found[path[start:].replace(os.sep, "/")] = (state.st_size, state.st_mtime_ns)
    return found


def changed(before: dict[str, tuple[int, int]], now: dict[str, tuple[int, int]]) -> list[str]:
    """Return the files that are new, changed or gone, sorted."""
    return sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
