"""Each value leads to the line that names it, and says what stands there."""

import posixpath
import re

import pytest
from bs4 import BeautifulSoup

from drift.check import site as finished
from drift.check.numerals import Allowed, typed
from tests.guard.small_site import CONFIGURATION, PAGE, Site

AWKWARD = """\
import re

marks = len("<b> & &lt; \\\\ **_x_** `7`")
low, high = 3, marks * 2  # "both"
print(f"{marks} {low} {high}")
"""
ELSEWHERE = """\
# Pears

Still `#!value mean.mean:.2f`, and `#!value more/pears/awkward.marks`, `#!math x = \\value{more/pears/awkward.low}`.

```math
\\frac{\\value{mean.mean:.1f}}{\\value{more/pears/awkward.high}} + \\value{more/pears/awkward.marks}
```

```python
--8<-- "more/pears/awkward.py"
```

## All

```ledger
```
"""
SITE = "site"
PEARS = "more/pears"


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def made(request, tmp_path_factory):
    """A site of two pages, each page in a folder of its own or a file; the page's file."""
    site = Site(tmp_path_factory.mktemp("origin"))
    pages = "nav: [index.md, more/pears.md]\nuse_directory_urls: " + str(request.param).lower()
    site.write("mkdocs.yml", CONFIGURATION.replace("nav: [index.md]", pages))
    site.write("docs/more/pears.md", ELSEWHERE)
    site.write("docs/index.md", PAGE)
    site.write("snippets/more/pears/awkward.py", AWKWARD)
    accepted = site.run("drift", "accept")
    assert accepted.returncode == 0, accepted.stderr
    done = site.make_build()
    assert done.returncode == 0, done.stdout + done.stderr
    return site, f"{PEARS}/index.html" if request.param else f"{PEARS}.html"


def read(site, page):
    return BeautifulSoup(site.read(f"{SITE}/{page}"), "html.parser")


def line_at(site, page, address):
    """Return the text of the line to which an address on a page leads."""
    place, _, anchor = address.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), place)) if place else page
    if (site.folder / SITE / target).is_dir():
        target = posixpath.normpath(f"{target}/index.html")
    return read(site, target).find(id=anchor).text


def test_each_value_leads_to_the_line_that_names_it_and_says_what_stands_there(made):
    site, page = made
    for where, least in (("index.html", 1), (page, 9)):
        values = read(site, where).select("data.value")
        assert len(values) >= least
        for value in values:
            name, number, snippet = re.fullmatch(
                r"(\w+), line (\d+) of (\S+)", value["title"]
            ).groups()
            line = site.read(f"snippets/{snippet}").splitlines()[int(number) - 1]
            assert re.match(rf"(\w+, )?{name}\b.* = ", line)
            assert line_at(site, where, value["data-source"]).rstrip("\n") == line
            assert value["data-line"] == line.strip()


def test_a_value_of_a_program_on_its_own_page_leads_to_that_page(made):
    site, page = made
    leads = {
        value["title"].split(",")[0]: value["data-source"]
        for value in read(site, page).select("p data.value")
    }
    assert leads["marks"] == "#more-pears-awkward-3"
    assert leads["mean"].startswith("../") and leads["mean"].endswith("#mean-3")


def planted(site, page, before, after):
    """Change a finished page; return what the check says of the site, and put it back."""
    text = site.read(f"{SITE}/{page}")
    assert before in text, before
    site.write(f"{SITE}/{page}", text.replace(before, after, 1))
    said = list(finished.faults(site.folder, site.folder / SITE))
    site.write(f"{SITE}/{page}", text)
    return said


FAULTS = {
    "another line": ('data-source="#more-pears-awkward-3"', 'data-source="#more-pears-awkward-4"', "leads to #more-pears-awkward-4 and not to line 3 of more/pears/awkward.py"),
    "a line of no program": ('data-source="#more-pears-awkward-3"', 'data-source="#all"', "leads to #all and not to line 3"),
    "no line": ('data-source="#more-pears-awkward-3"', "", "leads to no line and not to line 3"),
    "another page": ('#mean-3"', 'x#mean-3"', "leads nowhere"),
    "another text of the line": ("marks * 2", "marks * 3", "names the line"),
    "no text of the line": ("data-line=", "data-other=", "names the line None"),
    "the id of a line at another line": ('id="more-pears-awkward-3"', 'id="more-pears-awkward-1"', "stands at the line 'marks"),
    "an id that no line has": ('id="more-pears-awkward-3"', 'id="more-pears-awkward-99"', "is no line"),
}  # fmt: skip


@pytest.mark.parametrize("before, after, expected", FAULTS.values(), ids=FAULTS)
def test_a_value_that_leads_astray_is_found_in_the_finished_site(made, before, after, expected):
    site, page = made
    said = planted(site, page, before, after)
    assert any(re.match(rf"{page}, line \d+: ", fault) and expected in fault for fault in said), (
        said
    )


@pytest.mark.parametrize(
    "html",
    [
        '<span data-line="x = 7">x</span>',
        '<data class="build" title="python of this build" value="3" data-source="#x-7">3</data>',
        '<data class="other" data-line="x = 7">y</data>',
    ],
)
def test_a_numeral_in_the_words_of_a_value_that_is_none_was_typed(html):
    found = [
        numeral.text
        for numeral in typed(f"<article>{html}</article>", Allowed("numerals.toml", {}), set())
    ]
    assert any("7" in text for text in found)
