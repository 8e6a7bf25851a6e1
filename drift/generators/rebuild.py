"""What `mkdocs serve` keeps from one build to the next: what did not change is not made again."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from drift.build import Build
from drift.fault import Fault, never_swallowed
from drift.page.glossary import GLOSSARY
from drift.page.rendering import box
from drift.project.page_source import FACT, PageSource

# What MkDocs makes of a page's source, except links to anchors, which are checked at once.
PARTS = ("content", "toc", "title", "_title_from_render", "present_anchor_ids")


def or_what_was(build: Callable[[], None], site: Path) -> Callable[[], None]:
    """Return what builds a served site again; where it fails, each page is as it was, below why."""

    def pages() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}

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
        if _depends_on_all(source):
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


def _depends_on_all(source: PageSource) -> bool:
    """Whether a page shows something of other pages, or of the build itself."""
    return (
        any(fence.language == "ledger" for fence in source.fences)
        or any(use.kind == FACT for use in source.uses)
        or 'class="references"' in source.text
    )
