"""What programs are given: data, each with a note beside it, and one set of numbers for one story."""

from pathlib import Path

import pytest

from drift.project import givens, project
from drift.project.givens import Rules
from drift.project.snippet import Snippet
from tests.guard.small_site import FENCE, PAGE, Site, project_of

READ = "import pathlib\n\nprint(pathlib.Path('harvest.csv').read_text())\n"
NOTE = "snippets/harvest.csv.toml"
JOINED = Rules(sections={"apples": ["article"]}, names={"forecasts": ["y_pred"]})


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


SPOILED = {
    "no note": (lambda site: (site.folder / NOTE).unlink(), f"{NOTE}: is missing. Lay it beside harvest.csv: data, source, licence, sha256"),
    "a number for a name": (lambda site: site.write_table("snippets/mean-is-668.csv", "a\n"), "snippets/mean-is-668.csv: a name in which a number could be typed. Take letters, - and _ alone."),
    "no source": (lambda site: site.replace(NOTE, "Ours.", " "), f"{NOTE}: does not give the source."),
    "a number for a text": (lambda site: site.replace(NOTE, '"CC0"', "0"), "does not give the licence."),
    "no TOML": (lambda site: site.replace(NOTE, "source =", "source :"), f"{NOTE}, line 2: does not parse"),
    "a sentence": (lambda site: site.write_table("snippets/harvest.csv", "apples\n6,The loss is low\n"), f"{NOTE}: does not list 'The loss is low', which harvest.csv holds. Take it out; or, if it is the name of a column or a kind, and no result: words = ['apples', 'The loss is low']"),
    "one in JSON": (lambda site: site.write_table("snippets/a.json", '{"apples": ["six point six"]}'), "a.json.toml: does not list 'six point six', which a.json holds."),
    "words that are one text": (lambda site: site.replace(NOTE, '["apples", "pears"]', "'apples'"), 'words is no list of texts. Write: words = ["…"]'),
    "a number that is said": (lambda site: site.replace(NOTE, "Apples.", "Apples, 6.67 off."), f"{NOTE}: a numeral in `data`, or a comment (#). Say it in words."),
    "a number of its source": (lambda site: site.replace(NOTE, "Ours.", "Ours, 6.67 off, 1965."), f"{NOTE}: a numeral in `source` or `licence` of no reference. Take it out."),
    "a comment": (lambda site: site.replace(NOTE, "source =", "# 6.68 apples\nsource ="), f"{NOTE}: a numeral in `data`, or a comment (#). Say it in words."),
    "a word with a number": (lambda site: site.write_table("snippets/harvest.csv", "apples\n6,A6.67\n"), "'A6.67' of harvest.csv holds a numeral. Say it in letters."),
    "more than a note has": (lambda site: site.replace(NOTE, "source =", "result = 'low'\nsource ="), f"{NOTE}: has result, which no note has. Take it out."),
    "other data": (lambda site: site.write("snippets/harvest.csv", "100\n121\n"), f"{NOTE}: is not about this harvest.csv, which has changed."),
    "a note without data": (lambda site: site.write("snippets/pears.csv.toml", "data = 'Pears.'\n"), "snippets/pears.csv.toml: the data it describes are gone. Delete it."),
}  # fmt: skip


@pytest.mark.parametrize("spoil, told", SPOILED.values(), ids=SPOILED)
def test_a_spoiled_note_is_a_fault_that_no_accepting_mends(site_with_data, spoil, told):
    spoil(site_with_data)
    found = project.read(site_with_data.folder).faults_of_sources
    assert any(told in str(fault) for fault in found)


def programs(**sources: str) -> dict[str, Snippet]:
    """Return programs by name; two underscores stand for a slash."""
    names = {name.replace("__", "/") + ".py": source for name, source in sources.items()}
    return {name: Snippet(Path("snippets"), name, source) for name, source in names.items()}


PAIRS = {
    "a number": ("actual = 100", "actual = 100", 0),
    "a number and an array of it": ("actual = 100", "actual = np.array([100, 100])", 0),
    "a column": ("a = [90, 95]", "a = np.array([[90], [95]])", 0),
    "several at once": ("first, second = 90, 95", "second = 95\nfirst = 90", 0),
    "one that is computed": ("errors = [10, 5]", "errors = actual - forecasts", 0),
    "one that is bound twice": ("total = 0\ntotal = 5", "total = 1\ntotal = 5", 0),
    "a text": ("name = 'a'", "name = 'b'", 0),
    "a truth": ("is_on = True", "is_on = 1", 0),
    "another number": ("actual = 100", "actual = 101", 1),
    "another sign": ("a = [5, -5]", "a = [5, 5]", 1),
    "a missing one": ("a = [5, 6]", "a = [5, np.nan]", 1),
}


@pytest.mark.parametrize("one, other, count", PAIRS.values(), ids=PAIRS)
def test_givens_of_one_folder_that_differ_are_found_and_no_others(one, other, count):
    found = [*map(str, givens.faults(programs(article__a=one, article__b=other), Rules()))]
    assert len(found) == count and all("One story has one set of givens" in it for it in found)


def test_the_one_that_most_programs_contradict_is_named_with_both_places():
    told = programs(a__a="x = 1\ny = 5", a__b="y = 6", a__c="y = 6")
    (fault,) = givens.faults(told, Rules())
    assert str(fault) == (
        "snippets/a/a.py, line 2: y is 5 here, and y is 6 in snippets/a/b.py, line 1. One story has "
        "one set of givens: change both, or say in givens.toml why they differ."
    )


SECTIONS = programs(article__l1__a="actual = 100", article__l2__b="actual = 101")
NAMES = programs(article__a="forecasts = [90, 95]", article__b="y_pred = [90, 96]")
DIFFER = Rules(differ={"a/b.py: x": "On purpose."})
IDLE = "'a/b.py: x' differs from nothing. Take it out."
RULED = {
    "folders are sections": (SECTIONS, Rules(), []),
    "which can be put together": (SECTIONS, JOINED, ["One story"]),
    "two names are two givens": (NAMES, Rules(), []),
    "or names for one thing": (NAMES, JOINED, ["One story"]),
    "a reason lets one program differ": (programs(a__a="x = 1", a__b="x = 2"), DIFFER, []),
    "and no other": (programs(a__a="x = 1", a__b="x = 2", a__c="x = 3"), DIFFER, ["One story"]),
    "a reason for no difference is found": (programs(a__a="x = 1", a__b="x = 1"), DIFFER, [IDLE]),
    "so is one of what is not there": (programs(a__a="x = 1", a__b=""), DIFFER, [IDLE]),
}


@pytest.mark.parametrize("told, rules, expected", RULED.values(), ids=RULED)
def test_sections_names_and_reasons_rule_what_has_to_be_the_same(told, rules, expected):
    found = [*map(str, givens.faults(told, rules))]
    assert len(found) == len(expected) and all(text in it for text, it in zip(expected, found))


def test_two_numbers_of_one_story_are_a_fault_of_the_project(tmp_path):
    two = {"snippets__one_py": "actual = 100\n", "snippets__two_py": "actual = 108\n"}
    known = project_of(tmp_path, snippets__givens_toml="", **two)
    told = "snippets/two.py, line 1: actual is 108 here, and actual is 100 in snippets/one.py"
    assert any(str(fault).startswith(told) for fault in known.faults)
