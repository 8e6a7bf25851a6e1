"""Reads the finished site again, as its files are, and trusts nothing that built them.

Each page is parsed once. PAGE_RULES look at one page and the project, SITE_RULES at the whole site.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from drift.check import (
    allowed,
    drawings,
    equations,
    files,
    links,
    notebooks,
    numerals,
    policy,
    results,
    search,
    styles,
)
from drift.check.document import Document
from drift.check.theme import MKDOCS
from drift.fault import Fault
from drift.page import share
from drift.project.project import Project

PAGE = ".html"
MAP = "sitemap.xml"

PAGE_RULES = (
    allowed.markup,
    numerals.typed,
    results.blocks,
    results.asked,
    results.values,
    results.marks,
    equations.disagreements,
    links.repeated,
)


@dataclass(frozen=True)
class Site:
    """A built site: the project that it is of, what built it, its files, and its pages parsed.

    One that `is_offline` is opened as files, without a server.
    """

    project: Project
    generator: str
    files: Mapping[str, bytes]
    documents: Mapping[str, Document]
    is_offline: bool = False


def read(
    project: Project, folder: Path, generator: str = MKDOCS, is_offline: bool = False
) -> tuple[Site | None, list[Fault]]:
    """Return the site that a generator built into a folder; or none, and why it is not read."""
    found = files.listed(folder)
    unread = [*files.unreadable(found, project.settings.limits)]
    contents = {} if unread else {name: folder.joinpath(name).read_bytes() for name in found}
    for name, content in contents.items():
        unread += files.no_text(name, content)
    if not unread and not any(name.endswith(PAGE) for name in contents):
        unread.append(Fault(str(folder), 0, "holds no page. Build the site first: make build"))
    if unread:
        return None, unread
    pages = _documents(project, contents)
    return Site(project, generator, contents, pages, is_offline), []


def faults(site: Site) -> Iterator[Fault]:
    """Yield what is wrong with a site, of its pages first."""
    yield from dict.fromkeys(_of_pages(site))  # the frame around pages stands on each
    for rule in SITE_RULES:
        yield from rule(site)


def _documents(project: Project, contents: Mapping[str, bytes]) -> dict[str, Document]:
    sources = {}
    for path in project.sources:
        place = next((each for each in places(path) if each in contents), "")
        sources[place] = path
    return {
        name: Document(name, content.decode("utf-8"), sources.get(name, ""))
        for name, content in contents.items()
        if name.endswith(PAGE)
    }


def places(source: str) -> tuple[str, str]:
    """Return the two places that the generator may give a page, with and without a folder."""
    place = PurePosixPath(source).with_suffix("")
    folder = place.parent if place.name == "index" else place
    return (folder / "index.html").as_posix(), f"{place}.html"


def _of_pages(site: Site) -> Iterator[Fault]:
    for document in site.documents.values():
        for rule in PAGE_RULES:
            yield from rule(document, site.project)


def missing(site: Site) -> Iterator[Fault]:
    """Yield a fault for each page of docs that is not in the site."""
    made = {document.source for document in site.documents.values()}
    for path in site.project.sources:
        if path not in made:
            file = f"{site.project.docs.name}/{path}"
            yield Fault(file, 0, "its page is not in the site.")


def whole_files(site: Site) -> Iterator[Fault]:
    """Yield what is wrong with the files of a site, and with those of docs that it shows."""
    pages = {name for name, document in site.documents.items() if document.source}
    yield from files.given(site.files, pages, site.project, site.generator)
    yield from files.hiding(site.project)
    yield from styles.faults(site.project)
    maps = {name: content for name, content in site.files.items() if name == MAP}
    yield from drawings.faults(site.project, maps)
    for name in site.documents:
        yield from files.too_heavy(name, site.files[name], site.project.settings.limits)
    expected = share.picture(site.project)
    if site.files.get(share.FILE, b"") != expected:
        yield Fault(share.FILE, 0, f"is not the approved drawing in pixels. {files.AGAIN}")


def in_ledgers(site: Site) -> Iterator[Fault]:
    """Yield a fault where a site has ledgers, and a snippet stands in none of them."""
    trees = [document.tree for document in site.documents.values()]
    entries = {
        each.attributes["data-snippet"] for tree in trees for each in tree.css("[data-snippet]")
    }
    left_out = sorted(site.project.snippets.keys() - entries)
    if left_out and any(tree.css_first(".ledger") for tree in trees):
        yield Fault("", 0, f"no ledger lists {', '.join(left_out)}.")


def unmet_phrases(site: Site) -> Iterator[Fault]:
    """Yield a fault for each phrase that may be typed, and stands nowhere on the site."""
    everything = numerals.everything(site.documents.values())
    for phrase, pattern in site.project.phrases.items():
        if not pattern.search(everything):
            message = f"{phrase!r} stands on no page any more. Take it out."
            yield Fault(site.project.settings.numerals, 0, message)


SITE_RULES = (
    missing,
    whole_files,
    in_ledgers,
    unmet_phrases,
    lambda site: notebooks.faults(site.files, site.documents, site.project),
    lambda site: search.faults(site.files, site.documents),
    lambda site: links.broken(site.documents, site.files),
    lambda site: (
        policy.faults(site.documents, site.project.policy, site.generator, site.is_offline)
        if site.project.policy
        else ()
    ),
)


@contextmanager
def taken(folder: Path) -> Iterator[Path]:
    """Move a folder to a place of its own, where nobody else changes it; give the new path.

    What is still there at the end goes back.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    place = tempfile.mkdtemp(prefix=".checked-", dir=folder.parent)
    inner = Path(place, folder.name)
    os.rename(folder, inner)
    try:
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
