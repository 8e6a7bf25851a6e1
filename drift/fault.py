"""The one exception of the guard, and the seam that lets nothing slip by."""

from __future__ import annotations

import functools
from collections.abc import Callable

from pymdownx.inlinehilite import InlineHiliteException
from pymdownx.superfences import SuperFencesException

from drift.generators.pages import BuildStopped


class Drift(SuperFencesException, InlineHiliteException, BuildStopped):
    """Something on the site is not what a reviewer approved, or could not be checked.

    The bases are needed: fences, code spans and the generator each swallow every exception but
    their own, and would publish the page.
    """

    def __init__(self, message: str, file: str = "", line: int = 0):
        """Take the message without its place; `file` and `line` (from 1) name the place."""
        place = f"{file}, line {line}: " if line else f"{file}: " if file else ""
        super().__init__(place + message)


def seam(step: Callable) -> Callable:
    """Turn whatever goes wrong in `step`, a function called by a library, into a Drift."""

    @functools.wraps(step)
    def guarded(*arguments, **named):
        try:
            return step(*arguments, **named)
        except Drift:
            raise
        except Exception as error:
            raise Drift(
                f"the guard itself failed in {step.__module__}.{step.__qualname__}: "
                f"{type(error).__name__}: {error}. Nothing is published; this is a fault in drift/."
            ) from error

    return guarded
