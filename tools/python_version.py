"""Says in one line where this Python does not serve; it has to parse under those, to say so."""

import sys

OLDEST, NEWEST = (3, 11), (3, 14)


def problem(version):
    """Return what is wrong with a version of Python, (major, minor), in one line; "" if nothing."""
    if OLDEST <= version <= NEWEST:
        return ""
    return (
        "Python {}.{} is too {}: this project needs {}.{} to {}.{}. "
        "Name another, as in: make PYTHON=python3.12 serve"
    ).format(*(version + ("old" if version < OLDEST else "new",) + OLDEST + NEWEST))


if __name__ == "__main__":
    sys.exit(problem(sys.version_info[:2]) or None)
