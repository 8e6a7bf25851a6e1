"""What `make build` would find in the finished site, found while it is served.

A page is shown as soon as it is rendered; the check follows beside it. What it finds changes a file
that is watched, so that the pages are rendered once more, with its faults on them.
"""

import logging
import sys
import threading
from dataclasses import replace
from logging.handlers import BufferingHandler
from pathlib import Path

from drift.build import Build
from drift.check import site
from drift.fault import Fault
from drift.page.address import UNSEARCHED
from drift.page.rendering import box

FILE = Path(".cache", "drift", "served.txt")
PROBLEM = 'class="drift-problem"'
MOST = 10_000  # warnings of one build


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
