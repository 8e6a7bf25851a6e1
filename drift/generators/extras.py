"""What a built site holds beside its pages: sources, notebooks, version, share image, style.

No generator knows of these; each edge calls this when its generator has come so far.
"""

from pathlib import Path
from xml.etree import ElementTree

from drift.build import Build
from drift.fault import Fault, FaultsFound
from drift.page import provenance, published, take_away
from drift.project.project import Project
from drift.project.settings import FILE


def version(build: Build) -> str:
    """Return the project's version as a fact of the build, in HTML; '' where it has none."""
    name = build.project.settings.version_of
    try:
        return ElementTree.tostring(provenance.of_build(name), "unicode", "html") if name else ""
    except LookupError as problem:
        raise FaultsFound(Fault(FILE, 0, f"version_of of [tool.drift]: {problem}")) from None


def notebook(project: Project, page: str, address: str, folder: Path) -> None:
    """Put the notebook of a page, by its path and its `address` if known, into `folder`."""
    source = project.pages.get(page)
    if text := source and take_away.written(source, project, address):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / take_away.name(page)).write_text(text, "utf-8", newline="\n")


def finish(build: Build, site: Path) -> None:
    """Put on a site what stands beside its pages, shortened; keep what the build found out."""
    project = build.project
    for path, content in project.published.items():
        file = site / project.settings.snippets / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    if picture := published.picture(project):
        (site / published.PICTURE).write_bytes(picture)
    for path, content in project.assets.items():
        short = published.shortened(path, content)
        if short != content and (site / path).exists():
            (site / path).write_bytes(short)
    if not build.serving:  # a reader on this machine waits for no style
        paths = [path for path in site.rglob("*.*") if path.is_file()]
        files = {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}
        theirs = {name for name in files if name.endswith(".css")} - project.assets.keys()
        for name, text in published.cut({name: files[name] for name in theirs}, files).items():
            (site / name).write_bytes(text)
    build.runs.keep()
