"""All that a build and its check know of the repository: read once, and never changed."""

import json
import os
import re
import shlex
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import commonprefix

from drift.fault import Fault, nearest, reading
from drift.project import data, files, givens, names, page_source, phrases, policy, settings
from drift.project.snippet import APPROVED, NOTE, NOTEBOOK, PROGRAM, READ, Snippet, snippets_of

PAGE = ".md"
CONFIGURATION = "mkdocs.yml"
PUBLISHED = (*READ, *data.NOTES)
NAME = re.compile(r"(?:[\w-]+/)*[\w-]+\.\w+", re.ASCII)


@dataclass(frozen=True)
class Project:
    """A project: its settings, snippets by name, pages by path below docs/, and all other files.

    `assets` are the files of docs that are no pages, notebooks among them; `published` those of the
    snippets folder that the site offers; `strays` approved files without a snippet; all by their
    paths there. `address` is where it is published, '' where that is not known.
    """

    folder: Path
    settings: settings.Settings
    configuration: str
    snippets: Mapping[str, Snippet]
    published: Mapping[str, bytes]
    strays: tuple[str, ...]
    givens: givens.Rules
    phrases: phrases.Allowed
    policy: policy.Policy | None
    address: str
    pages: Mapping[str, page_source.PageSource]
    assets: Mapping[str, bytes]

    @property
    def docs(self) -> Path:
        """The folder of the pages."""
        return self.folder / self.settings.docs

    @cached_property
    def notebooks(self) -> dict[str, str]:
        """The text of each notebook, by its path below docs/."""
        found = (path for path in self.assets if path.endswith(NOTEBOOK))
        return {path: self.assets[path].decode("utf-8") for path in found}

    @cached_property
    def cells(self) -> dict[str, list[dict]]:
        """The cells of each notebook, by its path below docs/."""
        return {path: json.loads(text)["cells"] for path, text in self.notebooks.items()}

    def parts(self, notebook: str) -> Iterator[tuple[str, Snippet]]:
        """Yield the kind of each cell of a notebook, and its text, named as messages name it."""
        for at, cell in enumerate(self.cells[notebook], start=1):
            source = "".join(cell["source"])
            yield cell["cell_type"], Snippet(self.docs, f"{notebook}, cell {at}", source)

    @property
    def programs(self) -> Iterator[list[Snippet]]:
        """All programs in their parts: each itself, or the cells of code of a notebook."""
        yield from ([each] for each in self.snippets.values() if not each.is_session)
        for name in self.notebooks:
            yield [cell for kind, cell in self.parts(name) if kind == "code"]

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The paths below docs/ of all that becomes a page."""
        return tuple(sorted([*self.pages, *self.notebooks]))

    @cached_property
    def by_text(self) -> dict[str, Snippet]:
        """The snippets by their whole text, without the line ends around it; of twins the first."""
        snippets = reversed(self.snippets.values())
        return {snippet.source.strip("\n"): snippet for snippet in snippets}

    @cached_property
    def uses(self) -> Mapping[str, list[page_source.Use]]:
        """The values and claims that pages show, by the name of their snippet."""
        uses = defaultdict(list)
        for page in self.pages.values():
            for use in page.values:
                uses[use.snippet].append(use)
        return uses

    @cached_property
    def shown_on(self) -> Mapping[str, list[page_source.PageSource]]:
        """The pages that show a program, by its name."""
        shown = defaultdict(list)
        for page in self.pages.values():
            for name in page.programs:
                shown[name].append(page)
        return shown

    @cached_property
    def names(self) -> frozenset[str]:
        """The texts by which a page names snippets, values, files and pages. None is a result."""
        names = {*self.sources, *self.snippets}
        for snippet in self.snippets.values():
            names |= {" ".join(snippet.links), *snippet.links}
            names |= {key.partition(":")[0] for key in snippet.approved_values}
        return frozenset(names)

    @cached_property
    def by_anchor(self) -> dict[str, Snippet]:
        """The snippets by the anchor of their block."""
        return {snippet.anchor: snippet for snippet in self.snippets.values()}

    def place(self, snippet: Snippet) -> tuple[str, int]:
        """Return the file and the line of the first page that shows a snippet."""
        page = next(iter(self.shown_on[snippet.name]), None)
        return (page.file, page.programs[snippet.name]) if page else (snippet.shown_path, 0)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the files by themselves, before anything runs."""
        of_programs = (fault for each in self.snippets.values() for fault in self.faults_of(each))
        return (*self.faults_of_sources, *of_programs, *self._unlisted())

    @cached_property
    def faults_of_pages(self) -> tuple[Fault, ...]:
        """What is wrong with the pages by themselves; all else may be its consequence."""
        own = self.pages.values()
        pages = (fault for page in own for fault in (*page.faults, *self._misplaced(page)))
        notebooks = (fault for name in self.notebooks for fault in self._faults_of_notebook(name))
        return (*pages, *notebooks, *self._misnamed())

    def _faults_of_notebook(self, name: str) -> Iterator[Fault]:
        """Yield what is wrong with a notebook's file, and with its text as with that of a page."""
        for kind, cell in self.parts(name):
            if kind == "markdown":
                yield from page_source.read(name, cell.shown_path, cell.source).faults
            else:
                yield from files.hidden_characters(cell.shown_path, cell.source)

    def _misnamed(self) -> Iterator[Fault]:
        """Yield a fault for each page or program whose name says a number, or is like another."""
        places = [re.sub(r"(?:/index)?\.\w+$", "", path) for path in self.sources]
        for path, place in zip(self.sources, places):
            is_number = self.phrases.has_number(path)
            message = "a name that says a number. Take letters and -." * is_number
            if places.count(place) > 1 or path.startswith(f"{self.settings.snippets}/"):
                message = "another page has the same address, or a program. Name one otherwise."
            if message:
                yield Fault(f"{self.docs.name}/{path}", 0, message)
        for snippet in self.snippets.values():
            twin, like = self.by_text[snippet.source.strip("\n")], self.by_anchor[snippet.anchor]
            message = ""
            if not NAME.fullmatch(snippet.name) or self.phrases.has_number(snippet.name):
                message = "no address holds its name, or it says a number. Take letters, - and _."
            elif like != snippet:
                message = f"its name is too like that of {like.shown_path}. Name it otherwise."
            elif twin != snippet:
                message = f"has the same text as {twin.shown_path}. Show that, and delete this."
            if message:
                yield Fault(snippet.shown_path, 0, message)

    def missing(self, name: str) -> str:
        """Return what there is to say of a snippet that is not there."""
        parts = {*name.rpartition("/")[::2]}
        like = [each for each in self.snippets if not parts.isdisjoint(each.rpartition("/")[::2])]
        near = nearest(name, like or self.snippets)
        return f"there is no snippet {self.settings.snippets}/{name}. {near}"

    @property
    def faults_of_sources(self) -> tuple[Fault, ...]:
        """What is wrong with what was written; all else can be approved, or shown."""
        root = self.settings.snippets
        programs = names.faults(self.programs, self.settings.imports)
        tables = data.faults(root, self.published, self.phrases)
        differing = givens.faults(self.snippets, self.givens, f"{root}/{givens.FILE}")
        return (*self.faults_of_pages, *programs, *tables, *differing)

    def faults_of(self, snippet: Snippet) -> Iterator[Fault]:
        """Yield a fault for a program that its own page lacks, and for what is approved of it.

        An include that was pointed elsewhere lacks there, though another page may have it too. What
        lacks where a page has a fault of its own, or names no value of the program, may be that.
        """
        is_sound = not self.faults_of_pages
        shown = self.shown_on.get(snippet.name, [])
        home, message = self._home(snippet.name), ""
        if not shown and is_sound:
            message = self.how_to_show(snippet)
        elif home not in [page.path for page in shown] and is_sound:
            message = (
                f"its own page, {self.docs.name}/{home}, does not show it; {shown[0].file} does. "
                "Show it there too, or move it to the folder of that page."
            )
        elif not snippet.approved:
            message = "nothing is approved yet. See what it gives, and approve it: make accept"
        if message:
            yield Fault(snippet.shown_path, 0, message)
        uses = self.uses.get(snippet.name, ())
        is_sound = is_sound and all(use.name in snippet.names for use in uses)
        shown_now = {f"{use.key} = {snippet.approved_values.get(use.key)}" for use in uses}
        rows = snippet.approved.get(".values", "").splitlines()
        for line, row in enumerate(rows, start=1):
            if is_sound and (row not in shown_now or row in rows[line:]):
                message = "any more, or it stands there twice. Write the file anew: make accept"
                place = snippet.shown_path.removesuffix(PROGRAM) + ".values"
                yield Fault(place, line, f"no page shows {row} {message}")

    def how_to_show(self, snippet: Snippet) -> str:
        """Return what to do about a program that no page shows."""
        place, language = self._home(snippet.name), "console" if snippet.is_session else "python"
        fence = f'```{language}\n--8<-- "{snippet.name}"\n```'
        return f"no page shows it. Show it (in {self.docs.name}/{place}) or delete it.\n{fence}"

    def _home(self, name: str) -> str:
        """Return the page to which a snippet belongs by its folder: the one there is, or may be."""
        folder = name.rpartition("/")[0] or "index"
        page, index = f"{folder}{PAGE}", f"{folder}/index{PAGE}"
        return index if index in self.pages else page

    def _unlisted(self) -> Iterator[Fault]:
        """Yield a fault for a ledger's folder without snippets, one in no ledger, a stray file."""
        for stray in () if self.faults_of_pages else self.strays:
            place = f"{self.settings.snippets}/{stray}"
            how = f"Delete it, or rename it: rm {shlex.quote(place)}"
            yield Fault(place, 0, f"belongs to no program. {how}")
        ledgers = [
            (folder, page.file, fence.line)
            for page in self.pages.values()
            for fence in page.fences
            if fence.language == "ledger"
            for folder in fence.content.split() or [""]
        ]
        listed = tuple(folder for folder, *_ in ledgers)
        for folder, *place in ledgers:
            if not any(name.startswith(folder) for name in self.snippets):
                yield Fault(*place, f"there is no program in {self.settings.snippets}/{folder}")
        others = {name.rpartition("/")[0] for name in self.snippets if not name.startswith(listed)}
        for folder in sorted(others) if ledgers else ():
            _, *place = max(ledgers, key=lambda each: len(commonprefix([each[0], folder])))
            yield Fault(*place, f"no ledger lists {folder}/. Add it to this one, or to another.")

    def _misplaced(self, page: page_source.PageSource) -> Iterator[Fault]:
        """Yield a fault for a program that is missing, or of another page and without a value."""
        used, met = {use.snippet for use in page.values}, set()
        for use in page.values:
            if use.snippet not in self.snippets:
                yield Fault(page.file, use.line, self.missing(use.snippet))
        for fence in (each for each in page.fences if each.is_snippet):
            name = fence.content
            if name not in self.snippets:
                yield Fault(page.file, fence.line, self.missing(name))
            elif name in met:
                yield Fault(page.file, fence.line, f"shows {name} a second time. Show it once.")
            elif page.path != self._home(name) and name not in used:
                what = "of another page, and no value of it. Say what it gives: `#!value …`"
                yield Fault(page.file, fence.line, f"shows {name}, {what}.")
            met.add(name)


def read(folder: Path, before: Project | None = None) -> Project:
    """Read the project in a folder, with all that is known of what `before` had, or FaultsFound."""
    options = settings.read(folder)
    root, docs = folder / options.snippets, folder / options.docs
    contents = files.contents(root, (*READ, *APPROVED, NOTE))
    snippets = snippets_of(root, contents)
    known = before.snippets if before else {}
    snippets |= {name: known[name] for name in known if known[name] == snippets.get(name)}
    owned = {name.removesuffix(PROGRAM) + suffix for name in snippets for suffix in APPROVED}
    assets, pages = files.contents(docs, (PAGE,)), {}
    for path in (path for path in assets if path.endswith(files.SERVED)):
        file = f"{docs.name}/{path}"
        text = files.served(file, assets[path])
        with reading(file):
            if path.endswith(NOTEBOOK):
                files.expect_notebook(file, text)
            elif path.endswith(PAGE):
                pages[path] = page_source.read(path, file, text)
    return Project(
        folder=folder,
        settings=options,
        configuration=files.optional(folder, CONFIGURATION),
        snippets=snippets,
        published={path: contents[path] for path in contents if path.endswith(PUBLISHED)},
        strays=tuple(path for path in contents if path.endswith(APPROVED) and path not in owned),
        givens=givens.rules(f"{root.name}/{givens.FILE}", contents.get(givens.FILE, b"")),
        phrases=phrases.read(options.numerals, files.optional(folder, options.numerals)),
        policy=policy.read(options.policy, files.optional(folder, options.policy)),
        address=os.environ.get("SITE_URL", ""),
        pages=pages,
        assets={path: assets[path] for path in assets if path not in pages},
    )
