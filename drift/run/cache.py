"""What earlier builds found out, kept in one file, each answer under a key of all it depends on.

A stale answer is worse than a slow one: what a key can't hold is part of `surroundings`, and when
that differs nothing of the file is used.
"""

import hashlib
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from drift.project import files

FILE = Path(".cache", "drift", "answers.json")
_OUR_CODE = hashlib.sha256(
    b"".join(file.read_bytes() for file in sorted(Path(__file__).parents[1].rglob("*.py")))
).hexdigest()


class Cache:
    """Answers by key; those that nobody asked for are gone from the file when it is saved."""

    def __init__(self, project: Path, surroundings: str):
        """Read the file of a project, if it was made in the same surroundings.

        The environment variable DRIFT_CACHE=off leaves the file alone: what is published is run.
        """
        self._file = None if os.environ.get("DRIFT_CACHE") == "off" else project / FILE
        self.surroundings = surroundings
        self._known: dict[str, Any] = {}
        self._asked: dict[str, Any] = {}
        # There may be no file, or one that was cut off: then everything is found out again.
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            kept = {} if self._file is None else json.loads(self._file.read_text("utf-8"))
            if kept["surroundings"] == surroundings:
                self._known = kept["answers"]

    def get(self, key: str) -> Any:
        """Return the answer to a key; None if it is not known."""
        name = _digest(key)
        answer = self._asked.get(name) or self._known.get(name)
        if answer is not None:
            self._asked[name] = answer
        return answer

    def put(self, key: str, answer: Any) -> None:
        """Keep the answer to a key, made of what JSON can hold."""
        self._asked[_digest(key)] = answer

    def save(self) -> None:
        """Write the file, if anything changed."""
        if self._file is None or self._asked == self._known:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        answers = {"surroundings": self.surroundings, "answers": self._asked}
        files.replace(self._file, json.dumps(answers))
        self._known = dict(self._asked)


def surroundings(*others: Path) -> str:
    """Return a hash of all that changes what a program gives, except the program and its files.

    The guard's own code, the interpreter and its system, the installed packages, and `others`. A
    package that is installed again, under its old version, has a new list of its files.
    """
    system = os.uname()[2:] if hasattr(os, "uname") else ()
    parts = [_OUR_CODE, sys.version, sys.prefix, sys.executable, sys.platform, *system]
    for folder in map(Path, sys.path):
        for package in sorted(folder.glob("*.dist-info")):
            record = package / "RECORD"
            parts.append((package.name, record.stat().st_mtime_ns if record.exists() else 0))
    parts += [file.read_bytes() for file in others if file.is_file()]
    return _digest(repr(parts))


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
