"""What is true of a build: the Python it ran in, and the versions of its packages."""

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
        message = f"{name!r} is no fact of the build. Name a package, or {PYTHON}."
        raise LookupError(message) from None
