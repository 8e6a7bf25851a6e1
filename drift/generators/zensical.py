"""Builds the site with Zensical, the successor of MkDocs: `python -m drift.generators.zensical`.

Zensical has no hooks and shows no notebooks. So it is given a copy of the pages in which each
notebook is a page of Markdown, and what belongs beside the pages is put there when it is done.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from drift import build as workshop
from drift.build import Workshop
from drift.check import policy
from drift.fault import Drift
from drift.generators import extras as beside
from drift.generators.pages import ZENSICAL, in_navigation
from drift.page import block, take_away
from drift.run.notebook import Notebooks, output_of

CONFIGURATION = "mkdocs.yml"
OVERRIDES = "overrides"
LEFT_OUT = ("search.html",)
"""Templates that replace a part of MkDocs's theme which Zensical has built in another way."""


def build(work: Workshop, place: Path) -> Path:
    """Build the site of a project below `place`, an empty folder; return the site's folder.

    Raises Drift where anything is not what was approved, and whatever Zensical raises.
    """
    from zensical import build as build_pages
    from zensical.config import get_config

    notebooks = Notebooks(work.folder, work.settings).start(work.cache)
    if notebooks.are_running():
        work.runs.watch()
    faults = [str(fault) for fault in work.loose_ends()]
    for name in notebooks.names():
        try:
            notebooks.check(name)
        except ValueError as fault:
            faults.append(f"{work.docs.name}/{name}: {fault}")
    _stop_at(faults)

    configuration = _stage(work, place, notebooks.names())
    reviewed = policy.read(work.folder / work.settings.policy, ZENSICAL)
    os.environ |= {
        "GENERATOR": ZENSICAL,
        "POLICY": reviewed.text if reviewed else "",
        "VERSION": beside.version(work),
    }
    build_pages(str(configuration), {"clean": True, "strict": True})

    known = get_config()
    site = place / known["site_dir"]
    root = known["site_url"] or ""
    for page in in_navigation(known["nav"]):
        beside.notebook(work, page.path, root and root + page.url, site / page.url)
    for name in notebooks.names():
        _show_cells(work.docs, name, (site / name).with_suffix(""))
    _stop_at(beside.what_runs_left(work))
    work.runs.keep()
    notebooks.keep()
    beside.sources(work.snippets, site)
    beside.share_image(work, site)
    beside.shorten(work.docs, site)
    return site


def _stop_at(faults: list[str]) -> None:
    if faults:
        raise Drift("\n".join(faults))


def _stage(work: Workshop, place: Path, notebooks: list[str]) -> Path:
    """Copy to `place` what Zensical reads of a project; return the path of its configuration."""
    docs = place / work.docs.name
    shutil.copytree(work.docs, docs)
    if (work.folder / OVERRIDES).exists():
        ignored = shutil.ignore_patterns(*LEFT_OUT)
        shutil.copytree(work.folder / OVERRIDES, place / OVERRIDES, ignore=ignored)
    for name in notebooks:
        (docs / name).unlink()
        (docs / name).with_suffix(".md").write_text(_as_markdown(work.docs / name), "utf-8")
    for page in docs.rglob("*.md"):
        path = page.relative_to(docs).as_posix()
        text = _renamed(page.read_text("utf-8"), notebooks)
        source = work.pages.get(path)  # none of a notebook's page
        if source is None or take_away.is_worthwhile(source):
            text = _with_notebook(text, take_away.name(path))
        page.write_text(text, "utf-8")
    configuration = place / CONFIGURATION
    text = (work.folder / CONFIGURATION).read_text("utf-8")
    configuration.write_text(_renamed(text, notebooks), "utf-8")
    return configuration


def _renamed(text: str, notebooks: list[str]) -> str:
    """Return a text in which whatever names a notebook names the page that is made of it."""
    for name in map(Path, notebooks):
        text = text.replace(name.name, name.with_suffix(".md").name)
    return text


def _with_notebook(text: str, name: str) -> str:
    """Return a page whose front matter tells the template which notebook lies beside it."""
    told_before = text.removeprefix("---\n") if text.startswith("---\n") else f"---\n{text}"
    return f"---\nnotebook: {name}\n{told_before}"


def _as_markdown(notebook: Path) -> str:
    """Return a notebook's text, with a place for each cell of code."""
    return "\n\n".join(
        _place(cell) if cell["cell_type"] == "code" else "".join(cell["source"])
        for cell in _cells(notebook)
    )


def _show_cells(docs: Path, name: str, folder: Path) -> None:
    """Put the cells of a notebook into their places on its page, which lies in `folder`.

    The links to its source lead to the notebook again.
    """
    notebook = docs / name
    page = folder / "index.html"
    source = Path(docs.name, name)
    made = source.with_suffix(".md").as_posix()
    html = page.read_text("utf-8").replace(f'/{made}"', f'/{source.as_posix()}"')
    for cell in _cells(notebook):
        if cell["cell_type"] == "code":
            shown = block.cell(f"cell-id={cell['id']}", "".join(cell["source"]), output_of(cell))
            html = html.replace(_place(cell), shown)
    shutil.copy(notebook, folder)
    page.write_text(html, "utf-8")


def _cells(notebook: Path) -> list[dict]:
    return json.loads(notebook.read_text("utf-8"))["cells"]


def _place(cell: dict) -> str:
    return f'<div class="cell-{cell["id"]}"></div>'


def main() -> int:
    """Read the command line, and build the site of the working folder.

    Returns the exit code; where anything is wrong, nothing is moved.
    """
    parser = argparse.ArgumentParser(
        prog="python -m drift.generators.zensical", description=__doc__
    )
    parser.add_argument("site", type=Path, help="the folder to build the site into, made anew")
    target = parser.parse_args().site
    with tempfile.TemporaryDirectory(prefix="zensical-", ignore_cleanup_errors=True) as place:
        try:
            site = build(workshop.renew(), Path(place))
        except Exception as error:
            # Zensical tells what Python raised, with the way through the code that led there.
            told = str(error).removeprefix("Python error: Drift: ").partition("\nTraceback ")[0]
            print(f"drift: {told}", file=sys.stderr)
            return 1
        shutil.rmtree(target, ignore_errors=True)
        shutil.move(site, target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
