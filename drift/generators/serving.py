"""What `mkdocs serve` does besides: what did not change is not made again, and all is checked.

A page is shown as soon as it is rendered; what `make build` would find in the finished site is
found beside it. That changes a file that is watched, so that the pages are rendered once more, with
its faults on them.
"""

import json
import logging
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from copy import copy
from dataclasses import asdict, replace
from functools import partial
from logging.handlers import BufferingHandler
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

from jinja2 import Environment, Template

from drift.build import Build
from drift.check import site
from drift.fault import Fault, FaultsFound, never_swallowed
from drift.page.address import UNSEARCHED
from drift.page.glossary import GLOSSARY
from drift.page.rendering import box
from drift.project import project
from drift.project import settings as settings_file

# What MkDocs makes of a page's source, except links to anchors, which are checked at once.
PARTS = ("content", "toc", "title", "_title_from_render", "present_anchor_ids")
FILE = Path(".cache", "drift", "served.txt")


def or_what_was(build: Callable[[], None], folder: Path, kept: dict) -> Callable[[], None]:
    """Return what builds a served site again; where it fails, each page is as it was, below why."""
    scratch = TemporaryDirectory(prefix="mkdocs_")  # is there as long as what is returned
    sound = Path(scratch.name, "sound")

    def rebuild(scratch=scratch) -> None:
        if check := kept.get("check"):
            check.kill()  # what it finds is of no use any more
        if not sound.exists():
            folder.rename(sound)
            folder.mkdir()
        try:
            build()
            old = sound.rename(Path(mkdtemp(dir=scratch.name), "old"))
            threading.Thread(target=shutil.rmtree, args=(old,)).start()  # nobody waits for that
        except Exception as error:  # of ours, or MkDocs's own while it handles one of ours
            ours = (each.faults for each in (error, error.__context__) if hasattr(each, "faults"))
            faults = next(ours, [Fault("", 0, str(error))])
            print(*(f"drift: {fault}" for fault in faults), sep="\n", file=sys.stderr)
            boxes = "".join(map(box, faults)).encode()
            shutil.copytree(sound, folder, dirs_exist_ok=True)
            for path in folder.rglob("*.html"):
                path.write_bytes(path.read_bytes().replace(b"<article", boxes + b"<article", 1))

    return rebuild


def once(kept: dict[Any, tuple[Any, Any]], key: Any, made_of: Any, make: Callable[[], Any]) -> Any:
    """Return what was made before, or what `make` gives, if that was made of something else."""
    if kept.get(key, (None,))[0] != made_of:
        kept[key] = made_of, make()
    return kept[key][1]


class PageTemplate(Template):
    """A template of a theme, which renders no page again of which all is the same."""

    def render(self, context) -> str:
        """Return the page as HTML; what is no page is rendered each time."""
        page, rendered = context["page"], partial(super().render, context)
        if page is None:
            return rendered()
        every = [(each.title, each.meta) for each in context["nav"].pages]
        made_of = page.content, page.title, page.meta, every, context["config"].extra
        return once(self.environment.kept, page.url, made_of, rendered)


def _environment(theme) -> Environment:
    """Return what reads the templates of a theme; it lists its thousands of files once."""
    env = theme.get_env()
    env.extend(kept={})
    env.template_class, find = PageTemplate, partial(env.list_templates, None)
    env.list_templates = lambda filter_func: once(env.kept, "*", "*", partial(find, filter_func))
    return env


class Rebuild:
    """What was made before, for one build that serves; MkDocs calls its methods as a plugin's."""

    def __init__(self, build: Build):
        """Take the build; what it keeps, it takes over from the one before."""
        self._build, self._kept = build, build.kept
        self._now: dict[str, tuple[Any, ...]] = {}

    def on_pre_build(self, config) -> None:
        """Keep the theme with what it made of each page, unless a template or a setting changed."""
        own, make = config.theme.custom_dir, partial(_environment, copy(config.theme))
        stamps = [(file, file.stat().st_mtime) for file in Path(own or FILE).rglob("*.*")]
        made_of = self._build.project.configuration, sorted(stamps)
        config.theme.get_env = partial(once, self._kept, "theme", made_of, make)

    @never_swallowed
    def on_page_markdown(self, markdown: str, page, config, files) -> None:
        """Let a page be what it was, where all that its content is made of is the same."""
        made_of = self._made_of(page.file.src_uri)
        before, parts = self._kept.get(page.file.src_uri, (None, {}))
        if made_of == before:
            page.render = lambda config, files: vars(page).update(parts)
        self._now[page.file.src_uri] = made_of
        self._warned = len(self._kept["warnings"].buffer)  # of what warns, all is made again

    @never_swallowed
    def on_page_content(self, html: str, page, config, files) -> None:
        """Keep a page as MkDocs rendered it."""
        parts = {name: vars(page)[name] for name in PARTS if name in vars(page)}
        if len(self._kept["warnings"].buffer) == self._warned:
            self._kept[page.file.src_uri] = self._now[page.file.src_uri], parts

    @never_swallowed
    def on_nav(self, nav, config, files) -> None:
        """Let the search take over the entries of each page that is what it was."""
        search = config.plugins.get("material/search")
        if not search:
            return
        index = search.search_index
        read = index.add_entry_from_context

        def entries(page) -> list[dict]:
            begin = len(index.entries)
            read(page)
            own = index.entries[begin:]
            del index.entries[begin:]
            return own

        def add(page) -> None:
            made_of = (page.title, page.meta, page.content)
            key = ("search", page.url)
            index.entries += once(self._kept, key, made_of, partial(entries, page))

        index.add_entry_from_context = add

    def _made_of(self, path: str) -> tuple[Any, ...]:
        """Return all that a page's content is made of."""
        project = self._build.project
        source = project.pages.get(path)
        if source is None:
            return (project.notebooks.get(path), project.configuration)
        every: list[Any] = []
        if any(fence.language == "ledger" for fence in source.fences):
            every = [self._build.navigation(), project.snippets]
            every += [(page.programs, page.uses) for page in project.pages.values()]
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
        return own, programs, every, project.sources, project.configuration


class ServedCheck:
    """The check of one build that serves. MkDocs calls its methods as those of a plugin."""

    def __init__(self, build: Build, folder: str):
        """Take the build, and the folder of its site; what the check before found is shown now."""
        self._build, self._folder = build, Path(folder)
        self._file = build.project.folder / FILE
        self._warnings = BufferingHandler(10_000)  # each would stop a strict build
        self._warnings.setLevel(logging.WARNING)
        self._warnings.addFilter(lambda record: record.name != "mkdocs.livereload")  # the server's
        logger = logging.getLogger("mkdocs")
        logger.removeHandler(build.kept.get("warnings", self._warnings))
        logger.addHandler(self._warnings)
        build.kept["warnings"] = self._warnings
        self._shown: list[Fault] = build.kept.setdefault("found", [])

    def on_serve(self, server, config, builder) -> None:
        """Have what is found shown, and what is made of templates and rules."""
        settings, folder = self._build.project.settings, self._build.project.folder
        files = (settings_file.FILE, settings.numerals, settings.policy)
        rules = [folder / file for file in files]
        for path in (self._file, config.theme.custom_dir, *rules):
            if path and Path(path).exists():
                server.watch(str(path))

    def on_post_build(self, config) -> None:
        """Begin the check of what has just been built, in a process that does not slow this one."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.open("a").close()  # a file that is there is watched
        program = [sys.executable, "-P", "-m", __name__, self._folder]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        process = subprocess.Popen(program, **pipes, encoding="utf-8", start_new_session=True)
        self._build.kept["check"] = process
        threading.Thread(target=self._show, args=(process,), daemon=True).start()

    def on_shutdown(self) -> None:
        """End a check that goes on."""
        if check := self._build.kept.get("check"):
            check.kill()

    def _show(self, process: subprocess.Popen) -> None:
        """Have shown what a check finds, if nothing was saved before it ended."""
        printed, _ = process.communicate(json.dumps([asdict(fault) for fault in self._shown]))
        if process.returncode or self._build is not Build.present:
            return
        warned = [Fault("", 0, record.getMessage()) for record in self._warnings.buffer]
        found = [*warned, *(Fault(**fault) for fault in json.loads(printed))]
        if found == self._shown:
            return
        self._build.kept["found"] = found
        self._file.write_text("\n".join(map(str, found)), "utf-8")
        for fault in found:
            print(f"drift: {fault}", file=sys.stderr)


def faults(folder: Path, shown: list[Fault]) -> list[Fault]:
    """Return the faults of a served site, each page of which has boxes with those `shown` on it.

    Where a page shows one of its own there are none: the rest would follow from it.
    """
    built, unread = site.read(project.read(Path.cwd()), folder, is_offline=True)
    if built is None:
        return unread
    mark = f' {UNSEARCHED}="true"'  # which a search takes off
    boxes = "".join(map(box, shown)).replace(mark, "")
    pages = {
        path: replace(page, text=page.text.replace(mark, "").replace(boxes, "", 1))
        for path, page in built.documents.items()
    }
    is_shown = any('class="drift-problem"' in page.text for page in pages.values())
    return [] if is_shown else [*site.faults(replace(built, documents=pages))]


if __name__ == "__main__":
    try:
        found = faults(Path(sys.argv[1]), [Fault(**fault) for fault in json.load(sys.stdin)])
        json.dump([asdict(fault) for fault in found], sys.stdout)
    except FaultsFound:  # the build shows it
        sys.exit(1)
