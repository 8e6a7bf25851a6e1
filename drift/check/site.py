"""Reads the finished site again, as its files are, and trusts nothing that built them.

Each page is parsed once. PAGE_RULES look at one page and the project, SITE_RULES at the whole site.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path, PurePosixPath

from drift.check import (
    allowed,
    equations,
    files,
    links,
    numerals,
    policy,
    programs,
    results,
    search,
    styles,
)
from drift.check.document import Document, Site
from drift.fault import Fault
from drift.page.address import in_a_folder
from drift.project.files import odd
from drift.project.project import Project
from drift.project.settings import FILES, FOLDERS

PAGE = ".html"
INDEX = "index.html"
BUILT = {INDEX, "404.html", files.MAP}  # stand at the top of whatever a generator builds

PAGE_RULES = (
    allowed.markup,
    allowed.drawn,
    numerals.typed,
    numerals.not_alone,
    results.blocks,
    results.asked,
    results.values,
    results.marks,
    equations.disagreements,
    links.repeated,
)


def read(
    project: Project, folder: Path, generator: str = files.MKDOCS, is_offline: bool = False
) -> tuple[Site | None, list[Fault]]:
    """Return the site that a generator built into a folder; or none, and why it is not read."""
    found = files.listed(folder)
    unread = [Fault(name, 0, why) for name, about in found.items() if (why := odd(name, about))]
    contents = {} if unread else {name: folder.joinpath(name).read_bytes() for name in found}
    for name, content in contents.items():
        unread += files.no_text(name, content)
    if not unread and not any(name.endswith(PAGE) for name in contents):
        unread.append(Fault(folder.name, 0, "holds no page. Build the site first: make build"))
    if unread:
        return None, unread
    pages = _documents(project, contents)
    return Site(project, generator, contents, pages, is_offline), []


def faults(site: Site) -> Iterator[Fault]:
    """Yield what is wrong with a site, of its pages first."""
    pages = site.documents.values()
    found = [rule(page, site.project) for page in pages for rule in PAGE_RULES]
    found += [rule(site) for rule in SITE_RULES]
    yield from dict.fromkeys(chain.from_iterable(found))  # the frame around pages stands on each


def _documents(project: Project, contents: Mapping[str, bytes]) -> dict[str, Document]:
    sources = {}
    for path in project.sources:
        place = next((each for each in places(path) if each in contents), "")
        sources[place] = path, f"{project.docs.name}/{path}" * (path in project.notebooks)
    return {
        name: Document(name, content.decode("utf-8"), *sources.get(name, ()))
        for name, content in contents.items()
        if name.endswith(PAGE)
    }


def places(source: str) -> tuple[str, str]:
    """Return the two places that the generator may give a page, with and without a folder."""
    return f"{in_a_folder(source).url}index.html", f"{PurePosixPath(source).with_suffix('')}.html"


def missing(site: Site) -> Iterator[Fault]:
    """Yield a fault for each page of docs that is not in the site."""
    made = {document.source for document in site.documents.values()}
    for path in site.project.sources:
        if path not in made:
            file = f"{site.project.docs.name}/{path}"
            message = "its page is not in the site: exclude_docs names it, or it is in templates/."
            yield Fault(file, 0, message)


SITE_RULES = (
    missing,
    files.not_given,
    files.hiding,
    styles.faults,
    numerals.unmet_phrases,
    lambda site: programs.in_programs(site.project),
    search.faults,
    links.broken,
    policy.faults,
)


def is_apart(project: Project, folder: Path) -> bool:
    """Return whether a folder neither is, nor holds, nor lies in, what the settings name."""
    place, root = folder.resolve(), project.folder.resolve()
    own = [root / each for key in (*FOLDERS, *FILES) if (each := getattr(project.settings, key))]
    return not any(each.is_relative_to(place) or place.is_relative_to(each) for each in own)


def may_replace(project: Project, folder: Path) -> bool:
    """Return whether a site may be put in the place of a folder: of an older one, or of nothing."""
    names = {*os.listdir(folder)} if folder.exists() else set()
    return is_apart(project, folder) and (not names or names >= BUILT)


@contextmanager
def taken(folder: Path) -> Iterator[Path]:
    """Move a folder to where nobody else changes it; give that path, and move back what is left."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    place = tempfile.mkdtemp(prefix=".checked-", dir=folder.parent)
    inner = Path(place, folder.name)
    try:
        os.rename(folder, inner)
        yield inner
    finally:
        if inner.exists():
            os.rename(inner, folder)
        os.rmdir(place)


def publish(folder: Path, target: Path) -> None:
    """Put a folder in the place of another, which is there whole until the new one is."""
    old = target.with_name(f".{target.name}-before")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        os.rename(target, old)
    shutil.move(folder, target)
    shutil.rmtree(old, ignore_errors=True)
