"""Builds the site with Zensical, the successor of MkDocs: `python -m drift.generators.zensical`.

Zensical has no hooks and shows no notebooks. So it is given a copy of the pages in which each
notebook is a page of Markdown, and what belongs beside the pages is put there when it is done.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from drift.build import Build
from drift.check.files import ZENSICAL
from drift.fault import FaultsFound
from drift.generators import extras
from drift.page import block, take_away
from drift.page.address import Page, in_a_folder
from drift.project import project
from drift.run import lock
from drift.run.notebook import output_of

OVERRIDES = "overrides"
LEFT_OUT = ("search.html",)
"""Templates that replace a part of MkDocs's theme which Zensical has built in another way."""


def site_of(build: Build, place: Path) -> Path:
    """Build the site of a project below an empty folder; return the site's, or raise why not."""
    from zensical import build as build_pages
    from zensical.config import get_config

    source = build.project
    of_notebooks = map(build.faults_of_notebook, source.notebooks)
    if faults := [*source.faults, *chain.from_iterable(of_notebooks)]:
        raise FaultsFound(*faults)
    policy = source.policy.text(source.address) if source.policy else ""
    os.environ |= {"GENERATOR": ZENSICAL, "POLICY": policy, "VERSION": extras.version(build)}
    build.navigation = lambda: [*_pages(get_config()["nav"])]
    build_pages(str(_staged(source, place)), {"clean": True, "strict": True})

    known = get_config()
    site, root = place / known["site_dir"], known["site_url"] or ""
    for page in build.navigation():
        extras.notebook(source, page.path, root and root + page.url, site / page.url)
    for name in source.notebooks:
        _show_cells(source, name, (site / name).with_suffix(""))
    if faults := [*build.after_effects()]:
        raise FaultsFound(*faults)
    extras.finish(build, site)
    return site


def _pages(navigation: list[dict]) -> Iterator[Page]:
    """Yield the pages of a navigation, as Zensical's configuration holds it, in their order."""
    for entry in navigation:
        if entry["url"]:
            yield in_a_folder(entry["url"], entry["title"])
        yield from _pages(entry["children"])


def _staged(source: project.Project, place: Path) -> Path:
    """Copy to `place` what Zensical reads of a project; return the path of its configuration."""
    overrides = source.folder / OVERRIDES
    if overrides.exists():
        shutil.copytree(overrides, place / OVERRIDES, ignore=shutil.ignore_patterns(*LEFT_OUT))
    texts = {path: page.text for path, page in source.pages.items()}
    texts |= {_as_page(name): _as_markdown(source, name) for name in source.notebooks}
    files = {
        path: content for path, content in source.assets.items() if path not in source.notebooks
    }
    for path, text in texts.items():
        text = _renamed(text, source)
        if path not in source.pages or source.pages[path].programs:
            # The front matter says to the template which notebook lies beside the page.
            before = text.removeprefix("---\n") if text.startswith("---\n") else f"---\n{text}"
            text = f"---\nnotebook: {take_away.name(path)}\n{before}"
        files[path] = text.encode()
    for path, content in files.items():
        file = place / source.docs.name / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    configuration = place / project.CONFIGURATION
    configuration.write_text(_renamed(source.configuration, source), "utf-8")
    return configuration


def _as_page(notebook: str) -> str:
    return Path(notebook).with_suffix(project.PAGE).as_posix()


def _renamed(text: str, source: project.Project) -> str:
    """Return a text in which whatever names a notebook names the page that is made of it."""
    for name in map(Path, source.notebooks):
        text = text.replace(name.name, name.with_suffix(project.PAGE).name)
    return text


def _as_markdown(source: project.Project, notebook: str) -> str:
    """Return a notebook's text, with a place for each cell of code."""
    return "\n\n".join(
        _place(cell) if cell["cell_type"] == "code" else "".join(cell["source"])
        for cell in source.cells[notebook]
    )


def _show_cells(source: project.Project, notebook: str, folder: Path) -> None:
    """Put a notebook's cells into their places on its page, and lead to it as the source."""
    page = folder / "index.html"
    docs = source.docs.name
    html = page.read_text("utf-8").replace(f'/{docs}/{_as_page(notebook)}"', f'/{docs}/{notebook}"')
    for cell in source.cells[notebook]:
        if cell["cell_type"] == "code":
            shown = block.cell(f"cell-id={cell['id']}", "".join(cell["source"]), output_of(cell))
            html = html.replace(_place(cell), shown)
    page.write_text(html, "utf-8")
    (folder / Path(notebook).name).write_bytes(source.assets[notebook])


def _place(cell: dict) -> str:
    return f'<div class="cell-{cell["id"]}"></div>'


def main() -> int:
    """Build the site of the working folder, and return the exit code. A fault moves nothing."""
    parser = argparse.ArgumentParser("python -m drift.generators.zensical", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder to build the site into, made anew")
    target = parser.parse_args().site
    with tempfile.TemporaryDirectory(prefix="zensical-", ignore_cleanup_errors=True) as place:
        try:
            turn = lock.acquired(Path.cwd())
            site = site_of(Build(project.read(Path.cwd())).begin(), Path(place))
        except Exception as error:
            # Zensical gives Python's exception with its traceback.
            message = str(error).removeprefix("Python error: FaultsFound: ")
            print(f"drift: {message.partition(chr(10) + 'Traceback ')[0]}", file=sys.stderr)
            return 1
        shutil.rmtree(target, ignore_errors=True)
        shutil.move(site, target)
        turn.release()
    return 0


if __name__ == "__main__":
    sys.exit(main())
