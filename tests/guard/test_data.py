"""Each table of data has a note beside it: what it is, its source, its licence, its checksum."""

import pytest

from tests.guard.small_site import FENCE, PAGE

READ = "import pathlib\n\nprint(pathlib.Path('harvest.csv').read_text())\n"
NOTE = "snippets/harvest.csv.toml"


@pytest.fixture
def site_with_data(site):
    site.write_table("snippets/harvest.csv", "100\n120\n")
    site.write("snippets/read.py", READ)
    site.write("snippets/read.out", "100\n120\n\n")
    site.write("docs/index.md", PAGE + "\n" + FENCE.replace("mean.py", "read.py"))
    return site


def test_the_note_is_published_and_the_program_leads_to_it(site_with_data):
    built = site_with_data.make_build()
    assert built.returncode == 0, built.stderr
    assert site_with_data.read(f"site/{NOTE}") == site_with_data.read(NOTE)
    page = site_with_data.read("site/index.html")
    assert 'harvest.csv.toml" download>About harvest.csv</a>' in page


def changed(site, before, after):
    text = site.read(NOTE)
    assert before in text
    site.write(NOTE, text.replace(before, after))


SPOILED = {
    "no note": (
        lambda site: (site.folder / NOTE).unlink(),
        f"{NOTE}: is missing. Lay it beside harvest.csv: data, source, licence, sha256",
    ),
    "no source": (
        lambda site: changed(site, "Our own.", " "),
        f"{NOTE}: does not tell the source.",
    ),
    "no licence": (lambda site: changed(site, "licence", "license"), "does not tell the licence."),
    "a number for a text": (lambda site: changed(site, '"CC0"', "0"), "does not tell the licence."),
    "no TOML": (lambda site: changed(site, "data =", "data :"), f"{NOTE}: is no TOML"),
    "other data": (
        lambda site: site.write("snippets/harvest.csv", "100\n121\n"),
        f"{NOTE}: is not about this harvest.csv, which has changed.",
    ),
    "a note without data": (
        lambda site: site.write("snippets/pears.csv.toml", "data = 'Pears.'\n"),
        "snippets/pears.csv.toml: the data it tells of are gone. Delete it.",
    ),
}


@pytest.mark.parametrize("spoil, told", SPOILED.values(), ids=SPOILED)
def test_a_spoiled_note_stops_the_build(site_with_data, spoil, told):
    spoil(site_with_data)
    built = site_with_data.make_build()
    assert built.returncode == 1
    assert told in built.stdout + built.stderr
    assert not site_with_data.published
