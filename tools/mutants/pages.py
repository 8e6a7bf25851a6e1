"""Faults in pages, in finished pages, and in the search index."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import markdown
from mkdocs.config import load_config

from drift.build import Build
from drift.check import search
from drift.check import site as sites
from drift.check.document import Document
from drift.check.files import SEARCHED
from drift.fault import Fault, FaultsFound
from drift.page.address import UNSEARCHED, Page
from drift.project import page_source
from drift.project.project import Project
from tools.mutants import misprints
from tools.mutants.mutant import Change, Found, Mutant, some

SITE = Path(".build", "site")
OF_A_SORT = 6  # so many faults of one sort are planted in one finished page


def of_pages(build: Build) -> Iterator[Mutant]:
    """Yield values renamed and typed, includes pointed elsewhere, fences spelled otherwise, prose.

    Raises FaultsFound for a page that has a fault by itself.
    """
    known = load_config(str(build.project.folder / "mkdocs.yml"))
    options = {"extensions": known.markdown_extensions, "extension_configs": known.mdx_configs}
    for path, page in build.project.pages.items():
        if faults := [*_faults_of_page(build, options, path, page.text)]:
            raise FaultsFound(*faults)
        ways = defaultdict(list)
        for misprint in misprints.page(page, build.project.snippets):
            ways[misprint.way or misprint.change].append(misprint)
        for misprinted in ways.values():
            text = page.text
            for misprint in sorted(misprinted, reverse=True):
                text = misprint.change.of(text)
            # Of one alone no more is looked for than what catches it.
            found = cache(partial(_of_page, build, options, path, text, len(misprinted) > 1))
            for change, lines, says, _ in misprinted:
                named = [f"{page.file}, line {line}: {says}" for line in lines] or [page.file]
                yield Mutant("page", page.file, page.text, change, (*named,), found)


def _of_page(build: Build, options: dict, path: str, text: str, is_whole: bool) -> Found:
    faults = _faults_of_page(build, options, path, text, is_whole)
    return Found([*faults] if is_whole else faults)


def _faults_of_page(
    build: Build, options: dict, path: str, text: str, is_whole: bool = False
) -> Iterator[Fault]:
    """Yield the faults of the project with another text of a page; of that page first.

    One that `is_whole` is rendered to its end, as where it is served, whatever is wrong with it.
    """
    sound = build.project
    page = page_source.read(path, sound.pages[path].file, text)
    changed = replace(sound, pages={path: page} | sound.pages | {path: page})
    yield from replace(sound, pages={path: page}).faults_of_pages  # all others are as they were
    for snippet in changed.snippets.values():
        yield from changed.faults_of(snippet)
    renderer = markdown.Markdown(**options)
    renderer.preprocessors["drift_begin"].page = Page(path, path, "")  # as a generator says it
    Build(changed, build, serving=is_whole).begin()
    try:
        html = renderer.convert(misprints.FRONT_MATTER.sub("", text))
    except FaultsFound as found:
        yield from found.faults
        return
    yield from renderer.drift.faults
    if not renderer.drift.faults:  # which would stand on the page themselves
        # As generators take it off again.
        yield from _of_html(path, html.replace(f' {UNSEARCHED}="true"', ""), changed)


def _of_html(path: str, html: str, project: Project) -> Iterator[Fault]:
    document = Document(sites.places(path)[0], f"<article>{html}</article>", path)
    return (fault for rule in sites.PAGE_RULES for fault in rule(document, project))


def of_finished(build: Build) -> Iterator[Mutant]:
    """Yield what finished pages hold, changed after the build; and the search index.

    Raises FaultsFound where the built site has a fault by itself.
    """
    site, unread = sites.read(build.project, build.project.folder / SITE)
    if faults := unread or [*sites.faults(site)]:
        raise FaultsFound(*faults)
    for name in (*site.documents, *(each for each in SEARCHED if each in site.files)):
        page, text = site.documents.get(name), site.files[name].decode("utf-8")
        # Of a text of the theme nobody knows a line; what is typed is looked for in the source.
        source = [f"{build.project.docs.name}/{page.source}, "] if page and page.source else []
        named = (f"{name}, line ", f"{name}: ", *source)
        for sort in misprints.finished(text) if page else [misprints.index(text)]:
            for change in some(sort, OF_A_SORT):
                found = partial(_of_finished, site, name, change)
                yield Mutant("finished", f"{SITE.as_posix()}/{name}", text, change, named, found)


def _of_finished(site: sites.Site, name: str, change: Change) -> Found:
    if name in SEARCHED:
        files = {name: change.of(site.files[name].decode("utf-8")).encode()}
        return Found(search.faults(replace(site, files=files)))
    page = replace(site.documents[name], text=change.of(site.documents[name].text))
    return Found(fault for rule in sites.PAGE_RULES for fault in rule(page, site.project))
