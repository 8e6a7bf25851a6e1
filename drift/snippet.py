"""A snippet: one small program, and the approved files beside it."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from drift.errors import Drift

PROGRAM = ".py"
SESSION = ".console"
PRINTED, DRAWN, VALUES = APPROVED = (".out", ".svg", ".values")
PROMPT = "$ "


@dataclass(frozen=True)
class Snippet:
    """A program (`.py`) or a terminal session (`.console`) below the snippets folder."""

    root: Path
    name: str
    source: str

    @property
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

    def approved_path(self, suffix: str) -> Path:
        """Return the approved file of one kind; that of a session keeps the session's suffix."""
        if self.is_session:
            return self.path.with_name(self.path.name + suffix)
        return self.path.with_suffix(suffix)

    @cached_property
    def names(self) -> dict[str, int]:
        """Names that exactly one top-level statement binds, and the line of that statement."""
        return {} if self.is_session else names_bound_once(self.source)

    @property
    def fingerprint(self) -> str:
        """A hash of every file that what this snippet prints can depend on.

        A program has its own text and the data beside it; a session runs any program there.
        """
        digest = hashlib.sha256()
        for file in sorted(self.path.parent.iterdir()):
            if not file.is_file() or file.suffix in APPROVED:
                continue
            if file != self.path and not self.is_session and file.suffix in (PROGRAM, SESSION):
                continue
            content = file.read_bytes()
            digest.update(f"{file.name} {len(content)} ".encode())
            digest.update(content)
        return digest.hexdigest()


def names_bound_once(source: str) -> dict[str, int]:
    """Return each name that one plain top-level assignment binds, and nothing else in `source`.

    Only for these is it certain which line made the number that a page shows. Source that does
    not parse names nothing; running it tells why.
    """
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return {}
    lines: dict[str, int] = {}
    spoilt: set[str] = set()
    for statement in statements:
        bound = set(_names_bound_in(statement))
        spoilt |= bound & lines.keys()
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            lines |= dict.fromkeys(bound, statement.lineno)
        else:
            spoilt |= bound
    return {name: line for name, line in lines.items() if name not in spoilt}


def _names_bound_in(statement: ast.stmt) -> Iterator[str]:
    for node in ast.walk(statement):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                yield name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.ClassDef(name=name) | ast.ExceptHandler(name=str(name)):
                yield name
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield name
            case ast.alias(name=name, asname=other):
                yield other or name.partition(".")[0]


class Snippets:
    """All snippets below a folder, found by name and by text."""

    def __init__(self, root: Path):
        """Read every snippet below `root`; raise Drift where two of them have the same text."""
        self.root = root
        self.by_name: dict[str, Snippet] = {}
        self._by_text: dict[str, Snippet] = {}
        for path in sorted(root.rglob("*")) if root.is_dir() else []:
            if path.suffix not in (PROGRAM, SESSION):
                continue
            name = path.relative_to(root).as_posix()
            snippet = Snippet(root, name, path.read_text("utf-8"))
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

    def strays(self) -> Iterator[Path]:
        """Yield each approved file whose snippet is gone."""
        owned = {
            snippet.approved_path(suffix)
            for snippet in self.by_name.values()
            for suffix in APPROVED
        }
        for path in sorted(self.root.rglob("*")) if self.root.is_dir() else []:
            if path.suffix in APPROVED and path not in owned:
                yield path
