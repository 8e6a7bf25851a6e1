"""What is true of a build: the Python it ran in, and the versions of its packages."""

import difflib
import platform
from importlib import metadata

PYTHON = "python"


def fact(name: str) -> str:
    """Return the version of Python or of an installed package; raise LookupError for neither."""
    if name == PYTHON:
        return platform.python_version()
    try:
        return metadata.version(name)
    except (metadata.PackageNotFoundError, ValueError):
        names = {PYTHON, *(each.name for each in metadata.distributions())}
        nearest = difflib.get_close_matches(name, sorted(names), n=3, cutoff=0)
        raise LookupError(
            f"{name!r} is no fact of the build. Name an installed package, or {PYTHON}. The "
            f"nearest names: {', '.join(nearest)}."
        ) from None
