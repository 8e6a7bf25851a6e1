"""A snippet: one small program, and the approved files beside it."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from drift.fault import Drift
from drift.project.names import names_bound_once

PROGRAM = ".py"
SESSION = ".console"
DATA = (".csv", ".json", ".txt")
TABLE, NOTE = ".csv", ".toml"
READ = (PROGRAM, SESSION, *DATA)
PRINTED, DRAWN, VALUES, COMPLAINED = APPROVED = (".out", ".svg", ".values", ".err")
PROMPT = "$ "


@dataclass(frozen=True)
class Snippet:
    """A program (`.py`) or a terminal session (`.console`) below the snippets folder."""

    root: Path
    name: str
    source: str
    files: tuple[tuple[str, bytes], ...] = ()
    """Name and content of what lies in its working folder when it runs."""
    expects_error: bool = False
    """Whether it is meant to warn or fail: what it then writes is approved in a file beside it."""

    @cached_property
    def path(self) -> Path:
        """The file of the snippet."""
        return self.root / self.name

    @property
    def shown_path(self) -> str:
        """The file as messages name it, from the project's folder."""
        return f"{self.root.name}/{self.name}"

    @property
    def is_session(self) -> bool:
        """Whether this is a terminal session: a command, run as it stands."""
        return self.name.endswith(SESSION)

    @property
    def anchor(self) -> str:
        """The id of its block on a page; its line 6 has this id with `-6` behind it."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower().removesuffix(PROGRAM))

    def approved_path(self, suffix: str) -> Path:
        """Return the approved file of one kind; that of a session keeps the session's suffix."""
        return self._approved_paths[suffix]

    @cached_property
    def _approved_paths(self) -> dict[str, Path]:
        stem = self.path.name if self.is_session else self.path.stem
        return {suffix: self.path.with_name(stem + suffix) for suffix in APPROVED}

    @cached_property
    def lines(self) -> list[str]:
        """The lines of its text."""
        return self.source.split("\n")

    @cached_property
    def names(self) -> dict[str, int]:
        """Names that exactly one top-level statement binds, and the line of that statement."""
        return {} if self.is_session else names_bound_once(self.source)

    @property
    def sources(self) -> dict[str, str]:
        """What stands below its block: the text of each link, and the file it leads to.

        That is the program, and each file beside it that its text names, with the note of a table.
        """
        folder = PurePosixPath(self.name).parent
        sources = {f"Source: {self.name}": self.name}
        for name, _ in self.files:
            if not self.is_session and name in self.source:
                sources[f"Data: {name}"] = str(folder / name)
                if name.endswith(TABLE):
                    sources[f"About {name}"] = str(folder / (name + NOTE))
        return sources

    @property
    def fingerprint(self) -> str:
        """A hash of every file of the project that what this snippet gives can depend on."""
        digest = hashlib.sha256(f"{self.name}\n{self.expects_error}\n{self.source}".encode())
        for name, content in self.files:
            digest.update(f"\n{name} {len(content)}\n".encode())
            digest.update(content)
        return digest.hexdigest()


def note_of(table: Path) -> Path:
    """Return the file that tells where a table of data comes from (data.py)."""
    return table.with_name(table.name + NOTE)


class Snippets:
    """All snippets below a folder, found by name and by text."""

    def __init__(self, root: Path):
        """Read every snippet below `root`; raise Drift where two of them have the same text."""
        self.root = root
        self.by_name: dict[str, Snippet] = {}
        self._by_text: dict[str, Snippet] = {}
        paths = sorted(root.rglob("*"))
        self.approvals = {path for path in paths if path.suffix in APPROVED}
        contents = {path: path.read_bytes() for path in paths if path.suffix in READ}
        self.tables = {path: content for path, content in contents.items() if path.suffix == TABLE}
        self.notes = {
            table: note.read_bytes() for table in self.tables if (note := note_of(table)).exists()
        }
        notes = {note_of(table): note for table, note in self.notes.items()}
        self._contents = contents | notes
        data, programs = defaultdict(list), defaultdict(list)
        for path, content in contents.items():
            if path.suffix in DATA:
                data[path.parent].append((path.name, content))
            elif path.suffix == PROGRAM:
                programs[path.parent].append((path.name, content))
        for path, content in contents.items():
            if path.suffix not in (PROGRAM, SESSION):
                continue
            # A program reads the data beside it; a session runs any program there, too.
            files = [*data[path.parent]]
            if path.suffix == SESSION:
                files += programs[path.parent]
            name = path.relative_to(root).as_posix()
            source = content.decode("utf-8").replace("\r\n", "\n")
            complaint = path.with_suffix(COMPLAINED)
            expects_error = path.suffix == PROGRAM and complaint in self.approvals
            snippet = Snippet(root, name, source, tuple(files), expects_error)
            text = snippet.source.strip("\n")
            if text in self._by_text:
                raise Drift(
                    f"has the same text as {self._by_text[text].shown_path}. "
                    "Show one file twice instead, and delete the other.",
                    snippet.shown_path,
                )
            self.by_name[name] = self._by_text[text] = snippet

    def with_text(self, text: str) -> Snippet | None:
        """Return the snippet whose whole text this is, if there is one."""
        return self._by_text.get(text.strip("\n"))

    def published(self) -> Iterator[tuple[Path, bytes]]:
        """Yield each program, session and data file with its note: path below the folder, bytes."""
        for path, content in self._contents.items():
            yield path.relative_to(self.root), content

    def strays(self) -> Iterator[Path]:
        """Yield each approved file whose snippet is gone."""
        owned = {
            snippet.approved_path(suffix)
            for snippet in self.by_name.values()
            for suffix in APPROVED
        }
        yield from sorted(self.approvals - owned)
