"""The pages of the site, as its navigation names them."""

import re
from pathlib import Path

import yaml

PROJECT = Path(__file__).resolve().parents[1]


def pages_of_the_navigation() -> list[str]:
    """Return the sources of all pages, as paths below docs/, in the navigation's order."""
    text = (PROJECT / "mkdocs.yml").read_text("utf-8")
    text = re.sub(r"!!python/name:\S+|!ENV \[.*\]", '""', text)
    pages = []
    for entry in yaml.safe_load(text)["nav"]:
        for value in entry.values():
            pages += [value] if isinstance(value, str) else [next(iter(p.values())) for p in value]
    return pages


def address_of(page: str) -> str:
    """Return the address of a page, given as a path below docs/, relative to the site's."""
    stem = Path(page).with_suffix("")
    folder = (stem.parent if stem.name == "index" else stem).as_posix()
    return "" if folder == "." else folder + "/"


# Whatever a reader can come to: every page, and the one for an address that leads nowhere.
ADDRESSES = [*map(address_of, pages_of_the_navigation()), "404.html"]
