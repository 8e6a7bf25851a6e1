"""A fault: what is wrong, and where. All that the guard finds is one, and stops a build as one."""

import difflib
import functools
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from mkdocs.exceptions import PluginError
from pymdownx.inlinehilite import InlineHiliteException
from pymdownx.superfences import SuperFencesException


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong: a path below the project or the site, a line (from 1; 0: none), a message."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return the fault as a line for whoever mends it."""
        path = self.path if self.path.isprintable() and "\\" not in self.path else ascii(self.path)
        place = f"{path}, line {self.line}" if self.line else path
        return f"{place}: {self.message}" if place else self.message


class FaultsFound(SuperFencesException, InlineHiliteException, PluginError):
    """Stops a build, with the faults that were found.

    The bases are needed: fences, code spans and the generator each swallow every exception but
    their own, and would publish the page.
    """

    def __init__(self, *faults: Fault):
        """Take the faults, at least one."""
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))


def never_swallowed(step: Callable) -> Callable:
    """Turn whatever goes wrong in `step`, a function called by a library, into FaultsFound."""

    @functools.wraps(step)
    def guarded(*arguments, **named):
        try:
            return step(*arguments, **named)
        except FaultsFound:
            raise
        except Exception as error:
            place = f"{step.__module__}.{step.__qualname__}"
            message = refusal(error) or (
                f"the guard itself failed in {place}: {type(error).__name__}: {error}. Nothing is "
                "published; this is a fault in drift/."
            )
            raise FaultsFound(Fault("", 0, message)) from error

    return guarded


def nearest(name: str, known: Iterable[str], least: float = 0) -> str:
    """Return which known names are most like one that is not known; `least` of 1 are the same."""
    near = difflib.get_close_matches(name, known, n=3, cutoff=least)
    return f"The nearest names: {', '.join(near) or 'none'}."


def refusal(error: Exception) -> str:
    """Return what to say where the system refuses to read or write; '' for any other error."""
    how = "Make room there, take out what is in the way, or see who may write there; then go on."
    return f"{error}. {how}" * isinstance(error, OSError)


@contextmanager
def reading(file: str) -> Iterator[None]:
    """Raise FaultsFound, which names a file, where what it holds is nested too deeply."""
    try:
        yield
    except RecursionError:
        message = "is nested too deeply to be read. Put less of it inside of each other."
        raise FaultsFound(Fault(file, 0, message)) from None
