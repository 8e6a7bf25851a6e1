"""The ledger holds every snippet, and is checked as every other page is."""

import json

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from drift.check import site as finished
from drift.generators import pages as generator
from tests.guard.small_site import CONFIGURATION, FENCE, PAGE, Site

DRAWING = "import matplotlib.pyplot as plt\n\nplt.plot([1, 2])\nplt.title('Two')\nplt.show()\n"
SESSION = "$ python mean.py\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A site of three pages, the ledger among them, built once."""
    site = Site(tmp_path_factory.mktemp("ledger"))
    pages = (
        "nav: [Apples: index.md, Pears: more/pears.md, Ledger: more/ledger.md]\nplugins: [search]"
    )
    site.write("mkdocs.yml", CONFIGURATION.replace("nav: [index.md]\nplugins: []", pages))
    site.write("docs/more/ledger.md", "# Ledger\n\n## All\n\n```ledger\n```\n")
    site.write("docs/more/pears.md", f"# Pears\n\nAgain `#!value mean.mean:.3f`.\n\n{FENCE}")
    site.write("snippets/draw.py", DRAWING)
    site.write("snippets/mean.console", SESSION)
    shown = FENCE.replace("mean.py", "draw.py")
    shown += "\n" + FENCE.replace("python", "console").replace("mean.py", "mean.console")
    site.write("docs/index.md", f"{PAGE}\n{shown}")
    assert site.run("drift", "accept").returncode == 0
    built(site)
    return site


def built(site):
    done = site.make_build()
    assert done.returncode == 0, done.stdout + done.stderr


def read(site, page="site/more/ledger/index.html"):
    return BeautifulSoup(site.read(page), "html.parser").select_one(".ledger")


def entry(ledger, name):
    return ledger.select_one(f"[data-snippet='{name}']")


def test_it_tells_of_a_program_its_pages_its_output_and_its_values(made):
    mean = entry(read(made), "mean.py")
    assert mean.h4.text == "mean.py"
    assert mean.h4.a["href"] == "../../#mean"
    pages = [(link.text, link["href"]) for link in mean.select(".ledger-pages a")]
    assert pages == [("Apples", "../../#mean"), ("Pears", "../../more/pears/#mean")]
    assert mean.pre.text == "mean error 6.67\n"
    values = [(row.dt.text, row.dt.a["href"], row.dd.text) for row in mean.select("dl > div")]
    assert values == [("mean", "../../#mean-3", "6.67"), ("mean", "../../#mean-3", "6.667")]
    assert mean.data["title"] == "mean, line 3 of mean.py"


def test_a_drawing_and_a_session_are_told_as_what_they_are(made):
    held = read(made)
    drawing = entry(held, "draw.py").details
    assert drawing.summary.text == "Approved and a drawing"
    assert drawing.a["href"] == "../../#draw"
    session = entry(held, "mean.console")
    assert session.pre.text == SESSION + "mean error 6.67\n"
    assert session.h4.a["href"] == "../../#mean-console"


def test_snippets_stand_below_the_page_that_shows_them_first(made):
    held = read(made)
    assert [(title.text, title.a["href"]) for title in held.select("h3")] == [("Apples", "../../")]
    names = [each["data-snippet"] for each in held.select("[data-snippet]")]
    assert names == ["mean.py", "draw.py", "mean.console"]


def test_its_links_lead_there_where_pages_are_files_too(made):
    flat = ["mkdocs", "build", "--strict", "--no-directory-urls", "--site-dir", ".build/flat"]
    assert made.run(*flat).returncode == 0
    assert made.run("drift", "check", ".build/flat").returncode == 0
    mean = entry(read(made, ".build/flat/more/ledger.html"), "mean.py")
    links = [link["href"] for link in mean.select(".ledger-pages a")]
    assert links == ["../index.html#mean", "../more/pears.html#mean"]


def test_on_the_first_page_it_leads_to_its_own_page(site):
    site.write("docs/index.md", f"{PAGE}\n## All\n\n```ledger\n```\n")
    built(site)
    held = read(site, "site/index.html")
    assert held.h3.a["href"] == "./"
    assert held.h4.a["href"] == "#mean"


def test_the_search_does_not_find_it(made):
    found = json.loads(made.read("site/search/search_index.json"))["docs"]
    assert any("mean error 6.67" in each["text"] for each in found)
    assert [each["text"] for each in found if "more/ledger" in each["location"]] == ["", ""]


# Each of these changes the finished ledger, as a hook, a theme or a person might.
TAMPERED = {
    "an entry gone": ('data-snippet="mean.py"', "", "no ledger lists mean.py."),
    "the text of a value": (">6.667</data>", ">6.668</data>", "is not what was approved"),
    "two numbers for one": ('value="6.667"', 'value="6,667"', "is not what was approved"),
    "the line of a value": ("#mean-3", "#mean-30", "leads to an anchor that is not there"),
    "an output": ("mean error 6.67\n</code>", "mean error 6.68\n</code>", "a block that nothing approved"),
    "a typed number": ("Shown on", "Shown 2 times on", "the numeral '2' was typed"),
}  # fmt: skip


@pytest.mark.parametrize("before, after, expected", TAMPERED.values(), ids=TAMPERED)
def test_it_is_read_again_in_the_finished_site(made, before, after, expected):
    page = made.read("site/more/ledger/index.html")
    assert before in page
    made.write("site/more/ledger/index.html", page.replace(before, after))
    try:
        faults = list(finished.faults(made.folder, made.folder / "site"))
    finally:
        made.write("site/more/ledger/index.html", page)
    places = ("more/ledger/index.html", "docs/more/ledger.md", "no ledger")
    assert any(fault.startswith(places) and expected in fault for fault in faults)


def test_two_ledgers_share_the_programs_by_their_folders(site):
    site.write("snippets/pears/mean.py", "print('pears')\n")
    site.write("snippets/pears/mean.out", "pears\n")
    site.write("docs/pears.md", "# Pears\n\n" + FENCE.replace("mean.py", "pears/mean.py"))
    site.write("snippets/apples/mean.py", "print('apples')\n")
    site.write("snippets/apples/mean.out", "apples\n")
    site.write("docs/apples.md", "# Apples\n\n" + FENCE.replace("mean.py", "apples/mean.py"))
    site.write("docs/index.md", "# Home\n\n## Apples\n\n```ledger\napples/\n```\n")
    site.write("docs/more.md", "# More\n\n## Pears\n\n```ledger\npears/\n```\n")
    for name in ("mean.py", "mean.out", "mean.values"):
        (site.folder / "snippets" / name).unlink()
    nav = "nav: [index.md, more.md, apples.md, pears.md]"
    site.write("mkdocs.yml", CONFIGURATION.replace("nav: [index.md]", nav))
    built(site)
    for page, name in {"index.html": "apples/mean.py", "more/index.html": "pears/mean.py"}.items():
        names = [
            each["data-snippet"] for each in read(site, f"site/{page}").select("[data-snippet]")
        ]
        assert names == [name]
    site.write("docs/more.md", "# More\n")
    done = site.make_build()
    assert done.returncode == 1
    assert "no ledger lists pears/mean.py." in done.stdout + done.stderr


def test_a_ledger_of_a_folder_without_programs_stops_the_build(site):
    site.write("docs/index.md", f"{PAGE}\n## Pears\n\n```ledger\npears/\n```\n")
    done = site.make_build()
    assert done.returncode == 1
    assert (
        "docs/index.md, line 11: there is no program in snippets/pears/"
        in done.stdout + done.stderr
    )


def test_it_is_made_without_mkdocs_as_well(made):
    # Mutants are judged by Markdown alone, beside pages that hold without a fault.
    trial = made.run("tools.mutants", "--sample", "1", "--builds", "0")
    assert trial.returncode == 0, trial.stdout + trial.stderr


def test_a_generator_that_tells_no_addresses_has_a_folder_for_each_page():
    pages = generator.pages_at(["b/index.md", "index.md", "b/c.md"], Markdown())
    assert [(page.path, page.url) for page in pages] == [
        ("b/c.md", "b/c/"),
        ("b/index.md", "b/"),
        ("index.md", ""),
    ]
