"""Each file of data has a note beside it: what it is, its source, its licence, its checksum."""

import pytest

from drift.project import project
from tests.guard.small_site import FENCE, PAGE, Site

READ = "import pathlib\n\nprint(pathlib.Path('harvest.csv').read_text())\n"
NOTE = "snippets/harvest.csv.toml"


@pytest.fixture
def site_with_data(tmp_path):
    site = Site(tmp_path)
    site.write_table("snippets/harvest.csv", "100\n120\n")
    site.write("snippets/read.py", READ)
    site.write("snippets/read.out", "100\n120\n\n")
    site.write("docs/index.md", PAGE + "\n" + FENCE.replace("mean.py", "read.py"))
    return site


def test_the_program_leads_to_the_note_which_is_published(site_with_data):
    site_with_data.write("snippets/notes.txt", "The loss is 6.68.\n")  # prose is nobody's
    site_with_data.write_table("snippets/days.csv", "apples,pears\n-1.5e-05,2026-11-24\n")
    known = project.read(site_with_data.folder)
    assert not known.faults
    near = [name for name, _ in known.snippets["read.py"].files]
    assert near == ["days.csv", "harvest.csv"] and "notes.txt" not in known.published
    assert known.published["harvest.csv.toml"].decode() == site_with_data.read(NOTE)
    assert known.snippets["read.py"].links["About harvest.csv"] == "harvest.csv.toml"


def changed(site, before, after):
    text = site.read(NOTE)
    assert before in text
    site.write(NOTE, text.replace(before, after))


SPOILED = {
    "no note": (lambda site: (site.folder / NOTE).unlink(), f"{NOTE}: is missing. Lay it beside harvest.csv: data, source, licence, sha256"),
    "a number for a name": (lambda site: site.write_table("snippets/mean-is-668.csv", "a\n"), "snippets/mean-is-668.csv: a name in which a number could be typed. Take letters, - and _ alone."),
    "no source": (lambda site: changed(site, "Ours.", " "), f"{NOTE}: does not give the source."),
    "no licence": (lambda site: changed(site, "licence", "license"), "does not give the licence."),
    "a number for a text": (lambda site: changed(site, '"CC0"', "0"), "does not give the licence."),
    "no TOML": (lambda site: changed(site, "source =", "source :"), f"{NOTE}, line 2: does not parse"),
    "a sentence": (lambda site: site.write_table("snippets/harvest.csv", "apples\n6,The loss is low\n"), f"{NOTE}: does not list 'The loss is low', which harvest.csv holds. Take it out; or, if it is the name of a column or a kind, and no result: words = ['apples', 'The loss is low']"),
    "one in JSON": (lambda site: site.write_table("snippets/a.json", '{"apples": ["six point six"]}'), "a.json.toml: does not list 'six point six', which a.json holds."),
    "words that are one text": (lambda site: changed(site, '["apples", "pears"]', "'apples'"), 'words is no list of texts. Write: words = ["…"]'),
    "a number that is said": (lambda site: changed(site, "Apples.", "Apples, 6.67 off."), f"{NOTE}: a numeral in `data`. Say it in words"),
    "other data": (lambda site: site.write("snippets/harvest.csv", "100\n121\n"), f"{NOTE}: is not about this harvest.csv, which has changed."),
    "a note without data": (lambda site: site.write("snippets/pears.csv.toml", "data = 'Pears.'\n"), "snippets/pears.csv.toml: the data it describes are gone. Delete it."),
}  # fmt: skip


@pytest.mark.parametrize("spoil, told", SPOILED.values(), ids=SPOILED)
def test_a_spoiled_note_is_a_fault_of_the_project(site_with_data, spoil, told):
    spoil(site_with_data)
    found = project.read(site_with_data.folder).faults
    assert any(told in str(fault) for fault in found)
