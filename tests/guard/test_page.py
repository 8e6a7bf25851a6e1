"""What a page shows beside its text: values with their origin, the ledger, the glossary."""

import json
import posixpath
import re
import struct

import pytest
from bs4 import BeautifulSoup

from drift.fault import FaultsFound
from drift.page import published
from drift.page.glossary import Terms
from drift.project import page_source
from tests.guard.small_site import ALLOWED, CONFIGURATION, FENCE, PAGE, Site, Spoiled, project_of

AWKWARD = """\
import re

marks = len("<b> & &lt; \\\\ **_x_** `x`")
low, high = 3, marks * 2  # "both"
print(f"{marks} {low} {high}")
"""
TITLE = r"Noise $\sigma$ and $\theta$ \1"
DRAWING = f"""\
import matplotlib.pyplot as plt

plt.plot([1, 2])
plt.title(r"{TITLE}")
plt.show()
print(1)
"""
SETTINGS = 'figure_style = "docs/assets/figure.mplstyle"\nshare_image = "draw.py"\n'
APPLES = f"""{PAGE}
{FENCE.replace("mean.py", "draw.py")}
{FENCE.replace("python", "console").replace("mean.py", "mean.console")}
[Huber](references.md#huber-1964), [again](references.md#huber-1964). The mean loss.
"""
PEARS = """\
# Pears

Still `#!value mean.mean:.2f`, and `#!value more/pears/awkward.marks`, `#!math x = \\value{more/pears/awkward.low}`.

```math
\\frac{\\value{mean.mean:.1f}}{\\value{more/pears/awkward.high}} + \\value{more/pears/awkward.marks}
```

```python
--8<-- "more/pears/awkward.py"
```

[H.](../references.md#huber-1964), [G.](../references.md#gauss-1809)
"""
GLOSSARY = """\
---
title: Glossary
no_terms: mean deviation, loss of face
---

# Glossary

The mean { #mean }
:   The sum divided\n    by the count.

Mean squared error (MSE) { #mse }
:   The mean of the squares.

Loss { #loss }
:   What is to be small.
"""
WORDS = """\
# Loss of apples

Losses are the [loss](../index.md) of `loss` here; the mean of all, not of a lossy one. A loss again.

## The mean

The MSE is the mean squared
error, and **loss** is no news: no-loss.

| loss | MSE |
|---|---|
| a | the mean |

??? note "The mean loss"
    More.
"""
REFERENCES = """\
---
title: References
---

# References

<div class="references" markdown="1">

- Huber, P. J. (1964). Robust estimation. [doi:10.1214/aoms/1177703732](https://doi.org/10.1214/aoms/1177703732)
  { #huber-1964 }
- Gauss, C. F. (1809). Theoria motus.
  { #gauss-1809 }

</div>
"""
MOVED = """---
title: Pears
search: {exclude: true}
---
This page has moved: [Pears](more/pears.md){ .moved }
"""
FILES = {
    "pyproject.toml": ALLOWED.replace("\n", f"\n{SETTINGS}", 1),
    "docs/index.md": APPLES,
    "docs/old.md": MOVED,
    "docs/more/pears.md": PEARS,
    "docs/more/ledger.md": "# Ledger\n\n## All\n\n```ledger\n```\n",
    "docs/more/of_pears.md": "# Of pears\n\n## Pears\n\n```ledger\nmore/pears/\n```\n",
    "docs/deep/words.md": WORDS,
    "docs/glossary.md": GLOSSARY,
    "docs/references.md": REFERENCES,
    "snippets/draw.py": DRAWING,
    "snippets/mean.console": "$ python mean.py\n",
    "snippets/more/pears/awkward.py": AWKWARD,
}
NAV = """\
nav:
  - Apples: index.md
  - Pears: more/pears.md
  - Ledger: more/ledger.md
  - Of pears: more/of_pears.md
  - deep/words.md
  - Glossary: glossary.md
  - Works: references.md
not_in_nav: old.md
plugins: [search]
"""
FAULTS = {
    "a term without its anchor": ("glossary", "Loss { #loss }", "Loss", "docs/glossary.md, line 16: this definition has no term. Write `Term (SHORT) { #anchor }`"),
    "a value in a definition": ("glossary", "The sum", "The `#!value mean.mean:.2f`", "docs/glossary.md, line 8: this definition holds a value, which no link's title can show. Say it in words."),
    "an anchor without a term": ("glossary", "Loss { #loss }", "{ #loss }", "docs/glossary.md, line 16: this definition has no term"),
    "a ledger of no programs": ("more/of_pears", "more/pears/", "more/plums/", "docs/more/of_pears.md, line 5: there is no program in snippets/more/plums/"),
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory, python):
    """A site of all kinds of pages, with what its programs give approved."""
    site = Site(tmp_path_factory.mktemp("page"), python)
    written = CONFIGURATION.replace("nav: [index.md]\nplugins: []\n", NAV)
    site.write_all(FILES | {"mkdocs.yml": written})
    site.accept()
    site.build("--strict")
    return site


@pytest.fixture
def spoiled(site, tmp_path):
    return Spoiled(site, tmp_path)


def test_a_drawing_has_its_title_as_written_and_lies_there_for_networks(site, spoiled):
    assert f"<title>{TITLE}</title>" in site.read("snippets/draw.svg")
    assert TITLE in read(site, "index.html").select_one(".snippet-figure title").text
    png = (site.folder / "site" / published.PICTURE).read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", png[16:20]) == (published.WIDTH,)
    assert spoiled.faults() == []
    spoiled.write(published.PICTURE, b"another")
    (fault,) = spoiled.faults()
    assert fault.startswith("share.png: is not the approved drawing in pixels")


def read(site: Site, page: str) -> BeautifulSoup:
    return BeautifulSoup(site.read(f"site/{page}"), "html.parser")


def entry(page: BeautifulSoup, name: str):
    return page.select_one(f".ledger [data-snippet='{name}']")


@pytest.mark.parametrize("page, least", [("index.html", 1), ("more/pears/index.html", 6)])
def test_a_value_leads_to_the_line_that_names_it_and_says_what_stands_there(site, page, least):
    values = read(site, page).select("data.value")
    assert len(values) >= least
    for value in values:
        name, number, snippet = re.fullmatch(r"(\w+), line (\d+) of (\S+)", value["title"]).groups()
        line = site.read(f"snippets/{snippet}").splitlines()[int(number) - 1]
        assert re.match(rf"(\w+, )?{name}\b.* = ", line)
        assert value["data-line"] == line.strip()
        place, _, anchor = value["data-source"].partition("#")
        folder = posixpath.normpath(posixpath.join(posixpath.dirname(page), place))
        assert read(site, f"{folder}/index.html").find(id=anchor).text.rstrip("\n") == line


def test_the_ledger_tells_of_a_program_its_pages_and_its_values(site):
    values = read(site, "more/pears/index.html").select("p data.value")
    leads = {value["title"].split(",")[0]: value["data-source"] for value in values}
    assert leads["marks"] == "#more-pears-awkward-3"  # on its own page
    assert leads["mean"] == "../../#mean-3"
    mean = entry(read(site, "more/ledger/index.html"), "mean.py")
    assert (mean.h4.text, mean.h4.a["href"]) == ("mean.py", "../../#mean")
    pages = [(link.text, link["href"]) for link in mean.select(".ledger-pages a")]
    assert pages == [("Apples", "../../#mean"), ("Pears", "../../more/pears/")]
    values = [(row.dt.text, row.dt.a["href"], row.dd.text) for row in mean.select("dl > div")]
    assert values == [("mean", "../../#mean-3", "6.7"), ("mean", "../../#mean-3", "6.67")]
    assert mean.data["title"] == "mean, line 3 of mean.py"
    session = entry(read(site, "more/ledger/index.html"), "mean.console")
    assert session.h4.a["href"] == "../../#mean-console"


def test_programs_stand_below_the_page_that_shows_them_first_and_by_their_folder(site):
    page = read(site, "more/ledger/index.html")
    titles = [(title.text, title.a["href"]) for title in page.select(".ledger h3")]
    assert titles == [("Apples", "../../"), ("Pears", "../../more/pears/")]
    names = [each["data-snippet"] for each in page.select("[data-snippet]")]
    assert names == ["mean.py", "draw.py", "mean.console", "more/pears/awkward.py"]
    of_pears = read(site, "more/of_pears/index.html").select("[data-snippet]")
    assert [each["data-snippet"] for each in of_pears] == ["more/pears/awkward.py"]


def test_where_pages_are_files_links_lead_there_too(site):
    site.build("--strict", "--no-directory-urls", "--site-dir", "flat")
    site.done("drift", "check", "flat")
    html = BeautifulSoup(site.read("flat/more/ledger.html"), "html.parser")
    links = [link["href"] for link in entry(html, "mean.py").select(".ledger-pages a")]
    assert links == ["../index.html#mean", "../more/pears.html"]
    assert 'href="pears.ipynb" download' in site.read("flat/more/pears.html")
    assert (site.folder / "flat/more/pears.ipynb").exists()
    assert ".ipynb" not in site.read("flat/more/ledger.html")
    moved = BeautifulSoup(site.read("flat/old.html"), "html.parser").select_one("a.moved")
    assert moved["href"] == "more/pears.html"


def test_a_page_that_has_moved_leads_on_from_its_old_address(site):
    leading = [link["href"] for link in read(site, "old/index.html").select("a.moved")]
    assert leading == ["../more/pears/"]


def test_the_search_finds_no_ledger_and_no_page_that_has_moved(site):
    found = json.loads(site.read("site/search/search_index.json"))["docs"]
    assert any("mean error 6.67" in each["text"] for each in found)
    assert {each["text"] for each in found if "ledger" in each["location"]} == {""}
    assert "old/" not in {each["location"] for each in found}


def terms(site, page):
    links = read(site, page).select("a.term")
    return [(link.text, link["href"], (link.abbr or link).get("title")) for link in links]


def test_the_first_use_of_a_term_is_a_link_and_no_other_nor_is_one_in_the_glossary(site):
    assert terms(site, "glossary/index.html") == []
    to = "../../glossary/#"
    assert terms(site, "deep/words/index.html") == [
        ("Losses", to + "loss", "What is to be small."),
        ("the mean", to + "mean", "The sum divided by the count."),
        ("MSE", to + "mse", "Mean squared error: The mean of the squares."),
    ]
    text = "Losses are the loss of loss here; the mean of all, not of a lossy one. A loss again."
    assert read(site, "deep/words/index.html").article.p.text.startswith(text)


def test_a_page_of_programs_leads_to_the_notebook_beside_it_and_another_has_none(site):
    assert 'href="pears.ipynb" download' in site.read("site/more/pears/index.html")
    built = site.folder / "site"
    found = {path.relative_to(built).as_posix() for path in built.glob("**/*.ipynb")}
    assert found == {"index.ipynb", "more/pears/pears.ipynb"}


PHRASES = {
    "It is the mean squared errors' sum.": ["mean squared errors"],
    "The mean deviation is none, the mean is one.": ["the mean"],
    "It is the mean\ndeviation, and mean deviations have no link.": [],
    "A Loss of face is no loss.": ["loss"],
    "The mean deviations' loss.": ["loss"],
}
OF_THE_PHRASES = [("no_terms", text, found) for text, found in PHRASES.items()]
WITHOUT_THEM = ("other", "The mean deviation is none.", ["The mean"])


@pytest.mark.parametrize("name, text, found", [*OF_THE_PHRASES, WITHOUT_THEM])
def test_the_longer_of_two_phrases_that_overlap_is_meant(name, text, found):
    written = GLOSSARY.replace("no_terms: ", f"{name}: ")
    glossary = page_source.read("glossary.md", "docs/glossary.md", written)
    assert [match[0] for match, _ in Terms(glossary, "").found(text)] == found


@pytest.mark.parametrize("page, before, after, expected", FAULTS.values(), ids=FAULTS)
def test_what_can_not_be_shown_is_refused(site, page, before, after, expected):
    site.replace(f"docs/{page}.md", before, after)
    found = site.refusals()
    site.write(f"docs/{page}.md", FILES[f"docs/{page}.md"])
    assert any(fault.startswith(expected) for fault in found), found


# Each of these changes a finished page, as a hook, a theme or a person might.
PEARS_PAGE, LEDGER_PAGE = "more/pears/index.html", "more/ledger/index.html"
SPOILT = {
    "the text of a value": (LEDGER_PAGE, ">6.67</data>", ">6.68</data>", "is not what was approved"),
    "two numbers for one": (LEDGER_PAGE, 'value="6.67"', 'value="6,67"', "is not what was approved"),
    "the line in the ledger": (LEDGER_PAGE, "#mean-3", "#mean-30", "leads to an anchor that is not there"),
    "a place twice": ("glossary/index.html", 'id="mean"', 'id="loss"', "docs/glossary.md, line 15: the id 'loss' stands twice on the page"),
    "a typed number": (LEDGER_PAGE, "Used on", "Used 2 times on", "the numeral '2' was typed"),
    "another line": (PEARS_PAGE, 'data-source="#more-pears-awkward-3"', 'data-source="#more-pears-awkward-4"', "does not lead to line 3 of more/pears/awkward.py, or names another line"),
    "a line of no program": (PEARS_PAGE, 'data-source="#more-pears-awkward-3"', 'data-source="#all"', "does not lead to line 3 of more/pears/awkward.py"),
    "no line": (PEARS_PAGE, 'data-source="#more-pears-awkward-3"', "", "does not lead to line 3 of more/pears/awkward.py"),
    "another page": (PEARS_PAGE, '#mean-3"', 'x#mean-3"', "leads nowhere"),
    "another text of the line": (PEARS_PAGE, "marks * 2", "marks * 3", "or names another line"),
    "no text of the line": (PEARS_PAGE, "data-line=", "data-other=", "or names another line"),
    "the id of a line at another line": (PEARS_PAGE, 'id="more-pears-awkward-3"', 'id="more-pears-awkward-1"', "more-pears-awkward-1 stands at the line 'marks"),
    "an id that no line has": (PEARS_PAGE, 'id="more-pears-awkward-3"', 'id="more-pears-awkward-99"', "more-pears-awkward-99 stands at the line 'marks"),
    "a numeral in the words of no value": (PEARS_PAGE, "Still ", '<span data-line="x = 7">Still</span> ', "7"),
}  # fmt: skip


@pytest.mark.parametrize("page, before, after, expected", SPOILT.values(), ids=SPOILT)
def test_what_was_changed_on_a_finished_page_is_found(spoiled, page, before, after, expected):
    spoiled.replace(page, before, after)
    places = (page, f"docs/{page.removesuffix('/index.html')}.md", "no ledger")
    found = [fault for fault in spoiled.faults() if fault.startswith(places)]
    assert any(expected in fault for fault in found), found


SCRIPT = """\
// why
/** @type {any} */
const link = "https://apples.example//a"; // what it says stays
const text = `a
  /* b */ c`;
const half = 4 / 2 / 1;
"""
PUBLISHED = {
    "a.js": (SCRIPT, 'const link="https://apples.example//a";const text=`a\n  /* b */ c`;const half=4/2/1;'),
    "a.css": ("/* why */\na { color: red; }\n", "a{color:red}"),
    "a.svg": ("<!-- why -->\n<svg />\n", "<!-- why -->\n<svg />\n"),
}  # fmt: skip


UNDRAWN = {
    "mean.py": "snippets/mean.py has no approved drawing. Name a program that draws, or approve what it draws: make accept",
    "maen.py": "there is no snippet snippets/maen.py. The nearest names: mean.py.",
}  # fmt: skip


@pytest.mark.parametrize("name", UNDRAWN)
def test_a_share_image_that_is_no_drawing_is_named(tmp_path, name):
    settings = f'[tool.drift]\nshare_image = "{name}"\nfigure_style = "a.mplstyle"\n'
    files = {"pyproject_toml": settings, "a_mplstyle": ""}
    known = project_of(tmp_path, **files, snippets__mean_py="print(1)\n")
    stopped = pytest.raises(FaultsFound, published.picture, known)
    assert str(stopped.value) == f"pyproject.toml: share_image of [tool.drift]: {UNDRAWN[name]}"


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_style_or_a_script_is_published_without_comments_and_means_the_same(name):
    text, expected = PUBLISHED[name]
    assert published.shortened(name, text.encode()) == expected.encode()
