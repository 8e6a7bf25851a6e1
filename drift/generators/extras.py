"""What a built site holds beside its pages: sources, notebooks, version, share image, style.

No generator knows of these; each edge calls this when its generator has come so far.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from drift.build import Build
from drift.page import provenance, share, shorten, take_away
from drift.project.project import Project


def version(build: Build) -> str:
    """Return the project's version as a fact of the build, in HTML; '' where it has none."""
    name = build.project.settings.version_of
    if not name:
        return ""
    element = provenance.fact(name, build.project.facts.fact(name))
    return ElementTree.tostring(element, encoding="unicode", method="html")


def notebook(project: Project, page: str, address: str, folder: Path) -> None:
    """Put the notebook of a page, given as its path below docs/, into `folder`, if it has one.

    `address` is where the page is published, '' where that is not known.
    """
    source = project.pages.get(page)
    if text := source and take_away.written(source, project, address):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / take_away.name(page)).write_text(text, "utf-8", newline="\n")


def finish(build: Build, site: Path) -> None:
    """Put on a site what stands beside its pages, shorten its styles and scripts; keep answers."""
    project = build.project
    for path, content in project.published.items():
        file = site / project.settings.snippets / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    if picture := share.picture(project):
        (site / share.FILE).write_bytes(picture)
    for path, content in project.assets.items():
        short = shorten.shortened(path, content)
        if short != content and (site / path).exists():
            (site / path).write_bytes(short)
    build.runs.keep()
