"""The hooks of MkDocs: all that the guard needs of it besides Markdown. Thin, to be replaced."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath

from mkdocs.config import load_config
from mkdocs.utils import clean_directory

from drift.build import Build
from drift.fault import Fault, FaultsFound, never_swallowed
from drift.generators import extras
from drift.generators.rebuild import Rebuild
from drift.page import take_away
from drift.page.address import UNSEARCHED
from drift.page.rendering import box
from drift.project import project
from drift.project.project import NOTEBOOK
from drift.run import lock

NAME = "mkdocs"
BUILD = ("mkdocs", "build", "--quiet", "--strict", "--site-dir")
"""The module, with its arguments, that builds a site into the folder named last."""

# A definition that a link can lead to.
DEFINITION = re.compile(r'<dt id="([^"]+)">(.*?)</dt>\s*<dd>(.*?)</dd>', re.DOTALL)
# In a notebook: what weighs more than its text, the one within the other.
HEAVY = (
    r"<(style|script|clipboard-copy)\b.*?</\1>",
    r'<div class="(?:clipboard-copy-txt"|zeroclipboard-container">).*?</div>',
    r"<!--.*?-->\s*",
)
# The numbers of its cells, and the signs behind its headings.
UNREAD = re.compile(r'<(div|a) class="(?=jp-(?:In|Out)putPrompt|anchor-link)')


def options_of_markdown(folder: Path) -> dict:
    """Return the options of Markdown with which the pages of the project in `folder` are made."""
    known = load_config(str(folder / "mkdocs.yml"))
    return {"extensions": known.markdown_extensions, "extension_configs": known.mdx_configs}


@never_swallowed
def on_startup(command: str, dirty: bool) -> None:
    """Begin a build, in which faults are shown in the browser (serve) or stop it.

    The day of a build would stand in the packed site map: a commit has one site, on every day. What
    is served is written to a folder of its own, and bars no build beside it.
    """
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    serving = command == "serve"
    turn = None if serving else lock.acquired(Path.cwd())
    Build(project.read(Path.cwd()), serving=serving).begin().kept["turn"] = turn


@never_swallowed
def on_config(config) -> None:
    """Run what the site shows, in the order of its pages; look for what no page can show.

    This is the first moment at which the configuration is known. Templates find the policy of the
    pages in it; where they are served there is none, for live reload has an inline script.
    """
    build = Build.present
    if build.serving:  # after each change of a file
        build = Build(project.read(Path.cwd(), build.project), build, serving=True).begin()
    build.hurry(_paths(config.nav or []))
    reviewed = None if build.serving else build.project.policy
    config.extra["policy"] = reviewed.text if reviewed else ""
    config.extra["version"] = extras.version(build)
    if not config.repo_url:
        config.edit_uri = ""  # or MkDocs would warn that it leads nowhere, which stops the build
    if build.project.faults and not build.serving:
        raise FaultsFound(*build.project.faults)
    config.plugins["drift"] = Guard(build, config.site_dir)


def _paths(nav) -> Iterator[str]:
    """Yield the pages of a navigation, as the configuration holds it, in their order."""
    for entry in nav:
        for value in entry.values() if isinstance(entry, dict) else [entry]:
            if isinstance(value, list):
                yield from _paths(value)
            elif isinstance(value, str):
                yield value


class Guard:
    """What is done to the pages of one build, and when they are written."""

    def __init__(self, build: Build, site: str):
        """Take the folder into which the site is built."""
        self._build, self._site = build, site
        self._rebuild = Rebuild(build) if build.serving else None

    @never_swallowed
    def on_nav(self, nav, config, files) -> None:
        """Let the search keep what it knows of pages that do not change."""
        if self._rebuild and (search := config.plugins.get("material/search")):
            self._rebuild.index(search.search_index)

    @never_swallowed
    def on_page_markdown(self, markdown: str, page, config, files) -> None:
        """Let a page that does not change be what it was."""
        if self._rebuild:
            self._rebuild.reuse(page, config)

    def on_env(self, env, config, files):
        """Return the templates that are compiled, where there are any."""
        return self._rebuild.templates(env) if self._rebuild else env

    @never_swallowed
    def on_page_content(self, html: str, page, config, files) -> str:
        """Check a notebook's page, and take off what would weigh more than its text."""
        path, build = page.file.src_uri, self._build
        if self._rebuild:
            self._rebuild.keep(page)
        faults = list(self._shown)
        source = build.project.pages.get(path)
        if path.endswith(NOTEBOOK):
            html = slim(html)
            page.meta["notebook"] = PurePosixPath(path).name
            try:
                build.check_notebook(path)
            except ValueError as problem:
                faults.append(Fault(f"{build.project.docs.name}/{path}", 0, str(problem)))
                if not build.serving:
                    raise FaultsFound(*faults) from None
        elif source and source.programs:
            page.meta["notebook"] = take_away.name(path)
        return "".join(map(box, faults)) + html

    @cached_property
    def _shown(self) -> list[Fault]:
        """What each page shows of the project's faults, while it is served."""
        build = self._build
        return [*build.project.faults, *build.irreproducible()] if build.serving else []

    @never_swallowed
    def on_page_context(self, context, page, config, nav) -> None:
        """Put the notebook of a page beside it, and let the search find each definition by itself.

        A definition stands above most titles that hold its term. Of two terms that hold a word,
        the shorter comes first. (A page's title counts 2.5 times that of a section, and so of a
        definition.)
        """
        folder = Path(page.file.abs_dest_path).parent
        extras.notebook(self._build.project, page.file.src_uri, page.canonical_url or "", folder)
        search = config.plugins.get("material/search")
        for anchor, *texts in DEFINITION.findall(page.content) if search else ():
            term, definition = (re.sub("<[^>]+>", "", markup).strip() for markup in texts)
            entry = {"location": f"{page.url}#{anchor}", "title": term}
            entry |= {"text": f"<p>{definition}</p>"}
            entry["boost"] = 2.5 + 0.5 / len(term.replace("-", " ").split())
            search.search_index.entries.append(entry)

    @never_swallowed
    def on_post_build(self, config) -> None:
        """Stop the build when a run of a snippet differed from another, or left something behind.

        The runs that show it go on while MkDocs writes the pages.
        """
        # When serving, the page shows it; and the author changes files all the time.
        if faults := [] if self._build.serving else [*self._build.after_effects()]:
            raise FaultsFound(*faults)
        extras.finish(self._build, Path(self._site))

    def on_build_error(self, error) -> None:
        """Take away what a build wrote before it stopped: nothing of it is published."""
        if not self._build.serving:
            clean_directory(self._site)


def slim(html: str) -> str:
    """Return a notebook's HTML without its styles, scripts, copies of code and tab stops."""
    for heavy in HEAVY:
        html = re.sub(heavy, "", html, flags=re.DOTALL)
    html = UNREAD.sub(rf'<\1 {UNSEARCHED}="true" class="', html)
    html = html.replace(' tabindex="0"', "").replace("highlight-ipynb", "highlight")
    # What scrolls can be reached by keyboard; a whole cell does not scroll.
    return html.replace("<pre>", '<pre tabindex="0">')
