"""The hooks of MkDocs: all that the guard needs of it besides Markdown. Thin, to be replaced."""

from __future__ import annotations

import os
import re

from mkdocs.structure.files import File

from drift import page as pages
from drift import workshop
from drift.errors import Drift, seam
from drift.notebook import Notebooks

_notebooks: Notebooks | None = None
_loose_ends: list[str] = []


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether faults are shown in the browser (serve) or stop the build.

    The day of a build would stand in the packed site map: a commit has one site, on every day.
    """
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    pages.serving = command == "serve"


@seam
def on_pre_build(config) -> None:
    """Begin to run what the site shows; look for what no page can show."""
    global _notebooks
    work = workshop.renew()
    _notebooks = Notebooks(work.docs, work.settings.seconds)
    faults = [str(fault) for fault in work.loose_ends()]
    _loose_ends[:] = faults
    if faults and not pages.serving:
        raise Drift("\n".join(faults))


@seam
def on_files(files, config):
    """Put each snippet's source on the site, where the link beside its block leads."""
    work = workshop.present()
    for name in work.snippets.by_name:
        files.append(
            File.generated(
                config,
                f"{work.snippets.root.name}/{name}",
                abs_src_path=str(work.snippets.by_name[name].path),
            )
        )
    return files


@seam
def on_page_content(html: str, page, config, files) -> str:
    """Check a notebook's page, and take off what would weigh more than its text."""
    if page.file.src_uri.endswith(".ipynb"):
        try:
            _notebooks.check(page.file.src_uri)
        except ValueError as fault:
            message = f"{workshop.present().docs.name}/{page.file.src_uri}: {fault}"
            if not pages.serving:
                raise Drift(message) from None
            html = pages.problem_box(message) + html
        html = slim(html)
    if pages.serving:
        html = "".join(map(pages.problem_box, _loose_ends)) + html
    return html


@seam
def on_env(env, config, files) -> None:
    """Stop the build when a file of the project changed while the snippets ran."""
    if pages.serving:  # the author changes files all the time
        return
    if left := workshop.present().runs.left_in_the_project():
        raise Drift(
            f"changed while the snippets ran: {', '.join(left[:5])}. A snippet writes only into "
            "its working folder, with open('name'); take out what it left, and build again."
        )


def slim(html: str) -> str:
    """Return a notebook's HTML without its styles, scripts, copies of code and tab stops."""
    for element in ("style", "script", "clipboard-copy"):
        html = re.sub(rf"<{element}\b.*?</{element}>", "", html, flags=re.DOTALL)
    html = re.sub(r'<div class="clipboard-copy-txt".*?</div>', "", html, flags=re.DOTALL)
    html = re.sub(r'<div class="zeroclipboard-container">.*?</div>', "", html, flags=re.DOTALL)
    html = re.sub(r"<!--.*?-->\s*", "", html, flags=re.DOTALL)
    html = html.replace(' tabindex="0"', "").replace("highlight-ipynb", "highlight")
    # What scrolls can be reached by keyboard; a whole cell does not scroll.
    return html.replace("<pre>", '<pre tabindex="0">')
