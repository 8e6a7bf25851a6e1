"""What `mkdocs serve` does besides: what did not change is not made again, and all is checked.

A page is shown as soon as it is rendered; what `make build` would find in the finished site is
found beside it. That changes a file that is watched, so that the pages are rendered once more, with
its faults on them.
"""

import logging
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from logging.handlers import BufferingHandler
from pathlib import Path
from typing import Any

from drift.build import Build
from drift.check import site
from drift.fault import Fault, never_swallowed
from drift.page.address import UNSEARCHED
from drift.page.glossary import GLOSSARY
from drift.page.rendering import box
from drift.project.page_source import FACT

# What MkDocs makes of a page's source, except links to anchors, which are checked at once.
PARTS = ("content", "toc", "title", "_title_from_render", "present_anchor_ids")
FILE = Path(".cache", "drift", "served.txt")
PROBLEM = 'class="drift-problem"'
MOST = 10_000  # warnings of one build


def or_what_was(build: Callable[[], None], folder: Path) -> Callable[[], None]:
    """Return what builds a served site again; where it fails, each page is as it was, below why."""

    def pages() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    sound = pages()

    def rebuild() -> None:
        nonlocal sound
        try:
            build()
            sound = pages()
        except Exception as error:  # of ours, or MkDocs's own while it handles one of ours
            ours = (each.faults for each in (error, error.__context__) if hasattr(each, "faults"))
            faults = next(ours, [Fault("", 0, str(error))])
            print(*(f"drift: {fault}" for fault in faults), sep="\n", file=sys.stderr)
            boxes = "".join(map(box, faults)).encode()
            for path, content in sound.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.replace(b"<article", boxes + b"<article", 1))

    return rebuild


class Rebuild:
    """What was made before, for one build that serves; MkDocs calls its methods as a plugin's."""

    def __init__(self, build: Build):
        """Take the build; what it keeps, it takes over from the one before."""
        self._build, self._kept = build, build.kept
        self._now: dict[str, tuple[Any, ...]] = {}

    @never_swallowed
    def on_page_markdown(self, markdown: str, page, config, files) -> None:
        """Let a page be what it was, where all that its content is made of is the same."""
        made_of = self._made_of(page.file.src_uri)
        before, parts = self._kept.get(page.file.src_uri, (None, {}))
        if made_of and made_of == before:
            page.render = lambda config, files: vars(page).update(parts)
        self._now[page.file.src_uri] = made_of

    @never_swallowed
    def on_page_content(self, html: str, page, config, files) -> None:
        """Keep a page as MkDocs rendered it."""
        parts = {name: vars(page)[name] for name in PARTS if name in vars(page)}
        self._kept[page.file.src_uri] = self._now[page.file.src_uri], parts

    def on_env(self, env, config, files):
        """Return the templates, which are compiled again where their files changed."""
        env = self._kept.setdefault("templates", env)
        env.auto_reload = True
        return env

    @never_swallowed
    def on_nav(self, nav, config, files) -> None:
        """Let the search take over the entries of each page that is what it was."""
        search = config.plugins.get("material/search")
        if not search:
            return
        index = search.search_index
        read = index.add_entry_from_context

        def add(page) -> None:
            key = ("search", page.url)
            made_of = (page.title, page.meta, page.content)
            if self._kept.get(key, (None,))[0] != made_of:
                begin = len(index.entries)
                read(page)
                self._kept[key] = made_of, index.entries[begin:]
            else:
                index.entries += self._kept[key][1]

        index.add_entry_from_context = add

    def _made_of(self, path: str) -> tuple[Any, ...]:
        """Return all that a page's content is made of; () for one that is made of all pages."""
        project = self._build.project
        source = project.pages.get(path)
        if source is None:
            return (project.notebooks.get(path), project.configuration)
        shows_all = any(fence.language == "ledger" for fence in source.fences)
        shows_all |= any(use.kind == FACT for use in source.uses)  # of the build itself
        if shows_all or 'class="references"' in source.text:
            return ()
        names = {*source.programs, *(use.snippet for use in source.values)} & {*project.snippets}
        programs = [
            (
                project.snippets[name],
                self._build.runs.outcome(project.snippets[name]),
                project.uses.get(name),
                [page.path for page in project.shown_on.get(name, ())],
            )
            for name in sorted(names)
        ]
        own = (source, project.pages.get(GLOSSARY))
        return own, programs, project.sources, project.configuration


class ServedCheck:
    """The check of one build that serves. MkDocs calls its methods as those of a plugin."""

    def __init__(self, build: Build, folder: str):
        """Take the build, and the folder of its site; what the check before found is shown now."""
        self._build, self._folder = build, Path(folder)
        self._file = build.project.folder / FILE
        self._warnings = BufferingHandler(MOST)  # each would stop a strict build
        self._warnings.setLevel(logging.WARNING)
        logger = logging.getLogger("mkdocs")
        logger.removeHandler(build.kept.get("warnings", self._warnings))
        logger.addHandler(self._warnings)
        build.kept["warnings"] = self._warnings
        self._shown: list[Fault] = build.kept.setdefault("found", [])

    def on_serve(self, server, config, builder) -> None:
        """Have what is found shown, and what is made of templates and rules."""
        settings, folder = self._build.project.settings, self._build.project.folder
        rules = [folder / settings.numerals, folder / settings.policy]
        for path in (self._file, config.theme.custom_dir, *rules):
            if path and Path(path).exists():
                server.watch(str(path))

    def on_post_build(self, config) -> None:
        """Begin the check of what has just been built."""
        if not self._file.exists():
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.touch()
        threading.Thread(target=self._check, daemon=True).start()

    def _check(self) -> None:
        warned = [Fault("", 0, record.getMessage()) for record in self._warnings.buffer]
        found = [*warned, *self._faults()]
        if self._build is not Build.present or found == self._shown:
            return  # what was built since is checked by itself
        self._build.kept["found"] = found
        self._file.write_text("\n".join(map(str, found)), "utf-8")
        for fault in found:
            print(f"drift: {fault}", file=sys.stderr)

    def _faults(self) -> list[Fault]:
        """Return the faults of the site; none where a page shows one: the rest would follow it."""
        built, unread = site.read(self._build.project, self._folder, is_offline=True)
        if built is None:
            return unread
        mark = f' {UNSEARCHED}="true"'  # which a search takes off
        shown = "".join(map(box, self._shown)).replace(mark, "")
        pages = {
            path: replace(page, text=page.text.replace(mark, "").replace(shown, "", 1))
            for path, page in built.documents.items()
        }
        if any(PROBLEM in page.text for page in pages.values()):
            return []
        checked = replace(built, documents=pages)
        return [*site.faults(checked, lambda: self._build is Build.present)]
