"""Writes one site in three ways, to be measured: under this guard, output pasted, markdown-exec.

The pages have the same words, programs and results in all three; only who puts the results there
differs. Theme and configuration are the project's own, except the plugins.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from string import ascii_lowercase

PROJECT = Path(__file__).resolve().parents[2]
PAGES_IN_A_SECTION = 10
GUARD, PASTED, STOCK = WAYS = ("guard", "pasted", "markdown-exec")

WORDS = (
    "A grower writes down how many apples she expects from each tree. In autumn she counts what "
    "the trees bore, and sets each forecast beside its count. What lies between the two is the "
    "error of that forecast. Some errors are small and some are not, and one number is to stand "
    "for all of them. Which number that is depends on what a large error costs her."
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
best_for_absolute = np.median(errors)
best_for_squared = np.mean(errors)
print(f"best shift by absolute errors {{best_for_absolute:.2f}}")
print(f"best shift by squared errors {{best_for_squared:.2f}}")
""",
    "share": """\
errors = [{forecasts}]

total = sum(abs(error) for error in errors)
largest = max(abs(error) for error in errors)
share = largest / total
print(f"{{largest}} of {{total}} apples: {{share:.1%}}")
""",
}

# Titles hold no results, and the guard lets nobody type a numeral.
TITLES = {
    "site_name": "Orchards",
    "site_description": "What the trees of some orchards bore.",
    "copyright": "Free to copy",
}
# In the place of the guard: what colours a block, and the project's own that change the page.
PLAIN = ["pymdownx.superfences", "pymdownx.highlight", "admonition", "attr_list", "def_list"]
PLAIN += ["md_in_html", "pymdownx.details", "tables", {"toc": {"anchorlink": True}}]


def write(folder: Path, pages: int) -> dict[str, Path]:
    """Write a site of `pages` pages (and a home page) into `folder`, once in each way.

    Returns the folder of each way. The guard approves its own site first; what it approved is what
    is pasted. Raises SystemExit, with what it printed, where it does not approve.
    """
    folders = {way: folder / way for way in WAYS}
    guarded = folders[GUARD]
    for page in range(pages):
        for kind in PROGRAMS:
            file = guarded / "snippets" / name_of(page) / f"{kind}.py"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(program(kind, page), "utf-8")
    settings = (PROJECT / "pyproject.toml").read_text("utf-8")
    # What these name is this site's; the policy is the same.
    settings = re.sub(r"(?m)^(?:share_image|numerals) = .*\n", "", settings)
    guarded.joinpath("pyproject.toml").write_text(settings, "utf-8")
    shutil.copytree(PROJECT / "config", guarded / "config")
    _write_site(guarded, pages, GUARD, guarded / "snippets")
    accept = [sys.executable, "-P", "-m", "drift", "accept"]
    accepted = subprocess.run(accept, cwd=guarded, capture_output=True, text=True)
    if accepted.returncode:
        raise SystemExit(f"bench: {accepted.stdout}{accepted.stderr}")
    for way in (PASTED, STOCK):
        _write_site(folders[way], pages, way, guarded / "snippets")
    return folders


def name_of(page: int) -> str:
    """Return the name of a page (counted from 0), three letters long."""
    hundreds, rest = divmod(page, 26 * 26)
    return "".join(ascii_lowercase[at] for at in (hundreds, *divmod(rest, 26)))


def program(kind: str, page: int) -> str:
    """Return the program of one kind that stands on one page (counted from 0)."""
    forecasts = [90 + page, *(85 + (7 * page + 13 * tree) % 41 for tree in range(3))]
    return PROGRAMS[kind].format(forecasts=", ".join(map(str, forecasts)))


def _write_site(folder: Path, pages: int, way: str, approved: Path) -> None:
    docs = folder / "docs"
    shutil.copytree(PROJECT / "docs" / "assets", docs / "assets")
    docs.joinpath("index.md").write_text(f"# Orchards\n\n{WORDS}\n", "utf-8")
    for page in range(pages):
        parts = [f"# Orchard {name_of(page).upper()}"]
        for kind in PROGRAMS:
            block, value = _block_and_value(way, page, kind, approved / name_of(page) / kind)
            parts += [WORDS, block, f"Of these trees, it says {value}."]
        docs.joinpath(f"{name_of(page)}.md").write_text("\n\n".join(parts) + "\n", "utf-8")
    folder.joinpath("mkdocs.yml").write_text(_configuration(way, pages), "utf-8")


def _block_and_value(way: str, page: int, kind: str, approved: Path) -> tuple[str, str]:
    """Return how a page shows a program with its output, and the last value that it names."""
    source = program(kind, page)
    if way == GUARD:
        name, last = f"{name_of(page)}/{kind}", re.findall(r"(?m)^\w+(?= =)", source)[-1]
        return f'```python\n--8<-- "{name}.py"\n```', f"`#!value {name}.{last}:.2f`"
    value = approved.with_suffix(".values").read_text("utf-8").partition(" = ")[2].strip()
    if way == STOCK:
        return f'```python exec="on" source="above" result="text"\n{source}```', value
    printed = approved.with_suffix(".out").read_text("utf-8")
    return f"```python\n{source}```\n\n```text\n{printed}```", value


def _configuration(way: str, pages: int) -> str:
    """Return the project's configuration with these pages, and without the guard where it is not.

    It is JSON, which is YAML as well.
    """
    names = [f"{name_of(page)}.md" for page in range(pages)]
    sections = [
        {f"From {name_of(first).upper()}": names[first : first + PAGES_IN_A_SECTION]}
        for first in range(0, pages, PAGES_IN_A_SECTION)
    ]
    settings = TITLES | {
        "INHERIT": str(PROJECT / "mkdocs.yml"),
        "docs_dir": "docs",
        "nav": ["index.md", *sections],
        "plugins": ["search", "markdown-exec"] if way == STOCK else ["search"],
        "theme": {"name": "material", "custom_dir": str(PROJECT / "overrides")},
    }
    if way == GUARD:
        settings["hooks"] = [str(PROJECT / "drift" / "generators" / "mkdocs.py")]
    else:
        settings |= {"hooks": [], "watch": [], "edit_uri": "", "markdown_extensions": PLAIN}
    return json.dumps(settings)
