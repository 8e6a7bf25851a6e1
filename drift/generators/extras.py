"""What a built site holds beside its pages: sources, notebooks, version, share image, style.

No generator knows of these; each edge calls this when its generator has come so far.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from drift.build import Workshop
from drift.check import style
from drift.generators import share
from drift.page import take_away
from drift.project.snippet import Snippets


def sources(snippets: Snippets, site: Path) -> None:
    """Put each snippet's source and data on the site, where the links beside its block lead.

    To make so many files takes the system a while, in which pages can be rendered.
    """
    for folder, files in groupby(snippets.published(), key=lambda file: file[0].parent):
        place = site / snippets.root.name / folder
        place.mkdir(parents=True, exist_ok=True)
        for path, content in files:
            # Unbuffered, for the fewest calls: each makes the thread that renders wait a little.
            with open(place / path.name, "wb", buffering=0) as file:
                file.write(content)


def notebook(work: Workshop, page: str, address: str, folder: Path) -> str:
    """Put the notebook of a page, given as its path below docs/, into `folder`; return its name.

    `address` is where the page is published, '' where that is not known. Returns '' for a page that
    shows nothing that runs; raises LookupError for one that shows a snippet which is not there.
    """
    source = work.pages.get(page)
    if source is None or not take_away.is_worthwhile(source):
        return ""
    file = folder / take_away.name(page)
    text = take_away.written(source, work.snippets, address)
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")
    return file.name


def share_image(work: Workshop, site: Path) -> None:
    """Put the picture beside a shared link on the site, if the project has one."""
    if shared := share.picture(work.folder, work.settings, work.snippets):
        (site / share.FILE).write_bytes(shared)


def version(work: Workshop) -> str:
    """Return the project's version as a fact of the build, in HTML; '' where it tells none."""
    return work.facts.html(work.settings.version_of) if work.settings.version_of else ""


def shorten(docs: Path, site: Path) -> None:
    """Leave out of the published styles and scripts what only their authors read."""
    for path in docs.rglob("*"):
        published = site / path.relative_to(docs)
        if path.suffix in style.SHORTENED and published.exists():
            published.write_bytes(style.shortened(path))


def what_runs_left(work: Workshop) -> list[str]:
    """Return a fault for each snippet that gave something else again, or left something behind.

    Waits for the runs that show it.
    """
    faults = [str(fault) for fault in work.unsteady()]
    if left := work.runs.left_in_the_project():
        faults.append(
            f"changed while the snippets ran: {', '.join(left[:5])}. A snippet writes only into "
            "its working folder, with open('name'); take out what it left, and build again."
        )
    return faults
