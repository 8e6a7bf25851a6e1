"""Which files a built site may hold, and what may stand in them: all is given by something.

Pages are read by other checks, since a generator makes them. Every other file is a copy, so it is
compared with what it was copied from, byte for byte.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from drift.check import style
from drift.generators import pages as generator
from drift.generators import share
from drift.project.snippet import Snippets

SCRIPTS = (".js", ".mjs", ".cjs", ".wasm")
PDF = b"%PDF-"
# What other checks compare with all that a page gives: notebooks to take away, the share image.
COMPARED = (".ipynb", share.FILE)


class Source(NamedTuple):
    """What gives a file of the site: its name as messages tell it, and a way to its content."""

    shown: str
    content: Callable[[], bytes]


class Belonging:
    """What gives each file of a site that is no page."""

    def __init__(self, docs: Path, snippets: Snippets, packages: Iterable[Path], printed: str):
        """Know the files of docs, the snippets, and the generators' in their `packages`.

        `printed` is the name of the PDF that the site may hold; '' for none.
        """
        self._printed = printed
        self._sources: dict[str, list[Source]] = defaultdict(list)
        for path in docs.rglob("*"):
            if path.is_file():
                name = path.relative_to(docs).as_posix()
                shown = f"{docs.name}/{name}"
                self._sources[name].append(Source(shown, path.read_bytes))
                if path.suffix in style.SHORTENED:
                    self._sources[name].append(Source(shown, partial(style.shortened, path)))
        for path, content in snippets.published():
            name = f"{snippets.root.name}/{path.as_posix()}"
            self._sources[name].append(Source(name, lambda content=content: content))
        self._own: dict[str, list[Source]] = defaultdict(list)
        for name, path in generator.own_files(packages):
            shown = f"{name} of an installed package"
            self._own[name].append(Source(shown, path.read_bytes))

    def is_own(self, name: str, content: bytes) -> bool:
        """Whether a file is one that the generator puts on every site, and unchanged."""
        return _is_among(content, self._own.get(name, ()))

    def problem(self, name: str, held: Mapping[str, bytes], pages: Collection[str]) -> str:
        """Return what is wrong with one file of the site; '' where nothing is.

        `held` are the contents of all files by their names, and `pages` the names of those that
        are made of a page of docs.
        """
        content = held[name]
        if name in pages or name in generator.RENDERED or name.endswith(COMPARED):
            return ""
        if name == self._printed:
            return "" if content.startswith(PDF) else f"{name}: no PDF. Print it again: make pdf"
        if name in generator.DERIVED:
            original, is_derived = generator.DERIVED[name]
            if is_derived(content, held.get(original, b"")):
                return ""
            return f"{name}: does not hold what {original} holds. Build the site again: make build"
        sources = [*self._sources.get(name, ()), *self._own.get(name, ())]
        if not sources:
            what = "script, which browsers may run" if name.endswith(SCRIPTS) else "file"
            return (
                f"{name}: nothing gives this {what}: no page, no file of docs, no snippet, and not "
                "the generator. Find out what put it there, and build again."
            )
        if _is_among(content, sources):
            return ""
        return f"{name}: is not {sources[0].shown}, byte for byte. Build the site again: make build"


def _is_among(content: bytes, sources: Iterable[Source]) -> bool:
    return any(source.content() == content for source in sources)
