"""The hooks of MkDocs: all that the guard needs of it besides Markdown. Thin, to be replaced."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path, PurePosixPath

from mkdocs.config import load_config
from mkdocs.utils import clean_directory

from drift import build as workshop
from drift.check import policy
from drift.fault import Drift, seam
from drift.generators import extras as beside
from drift.generators.pages import UNSEARCHED
from drift.page import extension as pages
from drift.run.notebook import Notebooks

BUILD = ("mkdocs", "build", "--quiet", "--strict", "--site-dir")
"""The module, with its arguments, that builds a site into the folder named last."""

# A definition that a link can lead to.
DEFINITION = re.compile(r'<dt id="([^"]+)">(.*?)</dt>\s*<dd>(.*?)</dd>', re.DOTALL)
# In a notebook: the numbers of its cells, and the signs behind its headings.
UNREAD = re.compile(r'<(div|a) class="(?=jp-(?:In|Out)putPrompt|anchor-link)')

_notebooks: Notebooks | None = None
_loose_ends: list[str] = []
_publishing: Future[None] | None = None
_site = ""


def options_of_markdown(folder: Path) -> dict:
    """Return the options of Markdown with which the pages of the project in `folder` are made."""
    known = load_config(str(folder / "mkdocs.yml"))
    return {"extensions": known.markdown_extensions, "extension_configs": known.mdx_configs}


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether faults are shown in the browser (serve) or stop the build.

    The day of a build would stand in the packed site map: a commit has one site, on every day.
    """
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    pages.serving = command == "serve"


@seam
def on_config(config) -> None:
    """Begin to run what the site shows, in the order of its pages; look for what no page can show.

    This is the first moment at which the configuration is known. Templates find the policy of the
    pages in it; where they are served there is none, for live reload has an inline script.
    """
    global _notebooks
    work = workshop.renew()
    work.hurry(_paths(config.nav or []))
    _notebooks = _notebooks or Notebooks(work.folder, work.settings)
    if _notebooks.start(work.cache).are_running():
        work.runs.watch()
    faults = [str(fault) for fault in work.loose_ends()]
    _loose_ends[:] = faults
    reviewed = None if pages.serving else policy.read(work.folder / work.settings.policy)
    config.extra["policy"] = reviewed.text if reviewed else ""
    if not config.repo_url:
        config.edit_uri = ""  # or MkDocs would warn that it leads nowhere, which stops the build
    config.extra["version"] = beside.version(work)
    if faults and not pages.serving:
        raise Drift("\n".join(faults))


def _paths(nav) -> Iterator[str]:
    """Yield the pages of a navigation, as the configuration holds it, in their order."""
    for entry in nav:
        for value in entry.values() if isinstance(entry, dict) else [entry]:
            if isinstance(value, list):
                yield from _paths(value)
            elif isinstance(value, str):
                yield value


@seam
def on_files(files, config) -> None:
    """Begin to put the sources of snippets on the site, whose folder is empty now."""
    global _publishing, _site
    _site = config.site_dir
    pool = ThreadPoolExecutor(max_workers=1)
    _publishing = pool.submit(beside.sources, workshop.present().snippets, Path(_site))
    pool.shutdown(wait=False)


@seam
def on_page_content(html: str, page, config, files) -> str:
    """Check a notebook's page, and take off what would weigh more than its text.

    Beside a page that shows programs goes a notebook of them.
    """
    if page.file.src_uri.endswith(".ipynb"):
        try:
            _notebooks.check(page.file.src_uri)
        except ValueError as fault:
            message = f"{workshop.present().docs.name}/{page.file.src_uri}: {fault}"
            if not pages.serving:
                raise Drift(message) from None
            html = pages.problem_box(message) + html
        html = slim(html)
        page.meta["notebook"] = PurePosixPath(page.file.src_uri).name
    else:
        page.meta["notebook"] = _take_away(page)
    if pages.serving:
        unsteady = [str(fault) for fault in workshop.present().unsteady()]
        html = "".join(map(pages.problem_box, [*_loose_ends, *unsteady])) + html
    return html


@seam
def on_page_context(context, page, config, nav) -> None:
    """Let the search find each definition by itself, above most titles that hold its term.

    Of two terms that hold a word, the shorter comes first. (A page's title counts 2.5 times that
    of a section, and so of a definition.)
    """
    search = config.plugins.get("material/search")
    for anchor, *told in DEFINITION.findall(page.content) if search else ():
        term, definition = (re.sub("<[^>]+>", "", markup).strip() for markup in told)
        entry = {"location": f"{page.url}#{anchor}", "title": term, "text": f"<p>{definition}</p>"}
        entry["boost"] = 2.5 + 0.5 / len(term.replace("-", " ").split())
        search.search_index.entries.append(entry)


def _take_away(page) -> str:
    """Put the notebook of a page beside it; return its name, or '' where there is none."""
    folder = Path(page.file.abs_dest_path).parent
    try:
        return beside.notebook(
            workshop.present(), page.file.src_uri, page.canonical_url or "", folder
        )
    except LookupError:
        if not pages.serving:
            raise
        return ""  # the page tells which snippet is not there


@seam
def on_post_build(config) -> None:
    """Stop the build when a run of a snippet differed from another, or left something behind.

    The runs that show it go on while MkDocs writes the pages.
    """
    work = workshop.present()
    # When serving, the page shows it; and the author changes files all the time.
    if faults := [] if pages.serving else beside.what_runs_left(work):
        raise Drift("\n".join(faults))
    _publishing.result()
    beside.share_image(work, Path(config.site_dir))
    beside.shorten(work.docs, Path(config.site_dir))
    _notebooks.keep()
    work.runs.keep()


@seam
def on_build_error(error) -> None:
    """Take away what a build wrote before it stopped: nothing of it is published."""
    if not pages.serving and _publishing:
        wait([_publishing])
        clean_directory(_site)


def slim(html: str) -> str:
    """Return a notebook's HTML without its styles, scripts, copies of code and tab stops."""
    for element in ("style", "script", "clipboard-copy"):
        html = re.sub(rf"<{element}\b.*?</{element}>", "", html, flags=re.DOTALL)
    html = re.sub(r'<div class="clipboard-copy-txt".*?</div>', "", html, flags=re.DOTALL)
    html = re.sub(r'<div class="zeroclipboard-container">.*?</div>', "", html, flags=re.DOTALL)
    html = re.sub(r"<!--.*?-->\s*", "", html, flags=re.DOTALL)
    html = UNREAD.sub(rf'<\1 {UNSEARCHED}="true" class="', html)
    html = html.replace(' tabindex="0"', "").replace("highlight-ipynb", "highlight")
    # What scrolls can be reached by keyboard; a whole cell does not scroll.
    return html.replace("<pre>", '<pre tabindex="0">')
