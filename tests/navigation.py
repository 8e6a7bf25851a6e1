"""The pages of the site: tests ask for one by what stands on it, and for a program by its name.

So a page and its programs can move, and no test has to know where they lie.
"""

import re
from functools import reduce
from operator import or_
from pathlib import Path, PurePosixPath

import yaml

from drift.project import project

PROJECT = Path(__file__).resolve().parents[1]
SNIPPETS = PROJECT / "snippets"
KNOWN = project.read(PROJECT)
SETTINGS = (PROJECT / "mkdocs.yml").read_text("utf-8")
NAVIGATION = yaml.safe_load(re.sub(r"!!python/name:\S+|!ENV \[.*\]", '""', SETTINGS))["nav"]
# In the order of the navigation, and by the names that it gives them; each page a path below docs/.
SECTIONS: dict[str, dict[str, str]] = {
    section: {section: pages} if isinstance(pages, str) else reduce(or_, pages)
    for entry in NAVIGATION
    for section, pages in entry.items()
}
PAGES = [page for pages in SECTIONS.values() for page in pages.values()]
SOURCES = {page: (PROJECT / "docs" / page).read_text("utf-8") for page in PAGES}


def address_of(page: str) -> str:
    """Return the address of a page, given as a path below docs/, relative to the site's."""
    stem = Path(page).with_suffix("")
    folder = (stem.parent if stem.name == "index" else stem).as_posix()
    return "" if folder == "." else folder + "/"


# Whatever a reader can come to: every page, and the one for an address that leads nowhere.
ADDRESSES = [*map(address_of, PAGES), "404.html"]
# The pages that begin with a guess: the labs, and the related topics.
LABS = [address_of(page) for page, source in SOURCES.items() if "\n## Guess first\n" in source]


def page_with(*parts: str) -> str:
    """Return the first page of the navigation whose source holds all of some texts."""
    found = [page for page, source in SOURCES.items() if all(part in source for part in parts)]
    assert found, f"no page of the navigation holds {' and '.join(map(repr, parts))}"
    return found[0]


def address_with(*parts: str) -> str:
    """Return the address of the first page whose source holds all of some texts."""
    return address_of(page_with(*parts))


def snippet_named(name: str | PurePosixPath) -> PurePosixPath:
    """Return the path, below snippets/, of the one file of a name, or of an end of a path."""
    found = [path.relative_to(SNIPPETS) for path in SNIPPETS.glob(f"**/{name}")]
    assert len(found) == 1, f"{name} is the name of {len(found)} files below snippets/, and not one"
    return PurePosixPath(found[0])
