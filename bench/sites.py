"""Writes one site in three ways, to be measured: under this guard, output pasted, markdown-exec.

The pages have the same words, programs and results in all three; only who puts the results there
differs. Configuration, theme and plugins are the project's own.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

PROJECT = Path(__file__).resolve().parents[1]
BLOCKS_ON_A_PAGE = 4
PAGES_IN_A_SECTION = 10
GUARD, PASTED, STOCK = WAYS = ("guard", "pasted", "markdown-exec")

WORDS = (
    "A grower writes down how many apples she expects from each tree. In autumn she counts what "
    "the trees bore, and sets each forecast beside its count. What lies between the two is the "
    "error of that forecast. Some errors are small and some are not, and one number is to stand "
    "for all of them. Which number that is depends on what a large error costs her. "
)

# Four programs as those of the article are: what each page's differ in is the forecasts.
PROGRAMS = {
    "absolute": """\
import numpy as np

actual = np.array([100, 120, 90, 110])
forecast = np.array([{forecasts}])

mean_absolute_error = np.mean(np.abs(actual - forecast))
print(f"mean absolute error {{mean_absolute_error:.2f}}")
""",
    "squared": """\
import numpy as np

actual = np.array([100, 120, 90, 110])
forecast = np.array([{forecasts}])

squared_errors = (actual - forecast) ** 2
for tree, squared_error in enumerate(squared_errors, start=1):
    print(f"tree {{tree}}: {{squared_error:5d}}")
mean_squared_error = np.mean(squared_errors)
print(f"mean squared error {{mean_squared_error:.2f}}")
""",
    "shift": """\
import numpy as np

actual = np.array([100, 120, 90, 110])
forecast = np.array([{forecasts}])

errors = actual - forecast
best_for_l1 = np.median(errors)
best_for_l2 = np.mean(errors)
print(f"best shift under L1 {{best_for_l1:.2f}}")
print(f"best shift under L2 {{best_for_l2:.2f}}")
""",
    "share": """\
errors = [{forecasts}]

total = sum(abs(error) for error in errors)
largest = max(abs(error) for error in errors)
share = largest / total
print(f"{{largest}} of {{total}} apples: {{share:.1%}}")
""",
}
VALUES = {"absolute": "mean_absolute_error", "squared": "mean_squared_error"}
VALUES |= {"shift": "best_for_l2", "share": "share"}


def program(kind: str, page: int) -> str:
    """Return the program of one kind that stands on one page (counted from 0)."""
    forecasts = [90 + page, *(85 + (7 * page + 13 * tree) % 41 for tree in range(3))]
    return PROGRAMS[kind].format(forecasts=", ".join(map(str, forecasts)))


def write(folder: Path, pages: int, way: str, approved: Path | None = None) -> None:
    """Write a site of `pages` pages into `folder`.

    What is pasted comes from `approved`, a site of the same size with approved outputs.
    """
    shutil.copytree(PROJECT / "docs" / "assets", folder / "docs" / "assets")
    docs = folder / "docs"
    for page in range(pages):
        name = f"page-{page:03}"
        parts = [f"# Orchard {page}\n"]
        for kind in PROGRAMS:
            source = program(kind, page)
            given = approved / "snippets" / name if approved else None
            parts += [WORDS + "\n", _block(way, name, kind, source, given)]
            parts += [f"Of these trees, this says {_value(way, name, kind, given)}.\n"]
            if way == GUARD:
                file = folder / "snippets" / name / f"{kind}.py"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(source, "utf-8")
        docs.joinpath(f"{name}.md").write_text("\n".join(parts), "utf-8")
    docs.joinpath("index.md").write_text(f"# Orchards\n\n{WORDS}\n", "utf-8")
    folder.joinpath("mkdocs.yml").write_text(_configuration(way, pages), "utf-8")


def _block(way: str, name: str, kind: str, source: str, given: Path | None) -> str:
    if way == GUARD:
        return f'```python\n--8<-- "{name}/{kind}.py"\n```\n'
    if way == STOCK:
        return f'```python exec="on" source="above" result="text"\n{source}```\n'
    printed = given.joinpath(f"{kind}.out").read_text("utf-8")
    return f"```python\n{source}```\n\n```text\n{printed}```\n"


def _value(way: str, name: str, kind: str, given: Path | None) -> str:
    if way == GUARD:
        return f"`#!value {name}/{kind}.{VALUES[kind]}:.2f`"
    return given.joinpath(f"{kind}.values").read_text("utf-8").partition(" = ")[2].strip()


def _configuration(way: str, pages: int) -> str:
    """Return the project's mkdocs.yml, with these pages, and without the guard where it is not."""
    settings = yaml.load(PROJECT.joinpath("mkdocs.yml").read_text("utf-8"), _Loader)
    names = [f"page-{page:03}.md" for page in range(pages)]
    sections = [
        {f"Section {at // PAGES_IN_A_SECTION}": names[at : at + PAGES_IN_A_SECTION]}
        for at in range(0, pages, PAGES_IN_A_SECTION)
    ]
    settings |= {"nav": ["index.md", *sections]}
    settings["theme"]["custom_dir"] = str(PROJECT / "overrides")
    if way == GUARD:
        settings["hooks"] = [str(PROJECT / "drift" / "mkdocs_edge.py")]
    else:
        del settings["hooks"], settings["watch"]
        ours = ("drift.page", "pymdownx.snippets", "pymdownx.superfences", "pymdownx.inlinehilite")
        settings["markdown_extensions"] = [
            extension
            for extension in settings["markdown_extensions"]
            if not (set(extension) if isinstance(extension, dict) else {extension}) & set(ours)
        ] + ["pymdownx.superfences", "pymdownx.highlight"]
        if way == STOCK:
            settings["plugins"].append("markdown-exec")
    return yaml.dump(settings, Dumper=_Dumper, sort_keys=False)


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose tags MkDocs resolves."""


class _Dumper(yaml.SafeDumper):
    """Writes the tags as they were."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: node)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: node)
_Dumper.add_multi_representer(yaml.Node, lambda dumper, node: node)
