"""The whole article as one PDF: complete, in order, and its links stay in it where they can."""

import re
import shutil
from collections import Counter
from importlib.metadata import version

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from drift.project.snippet import PRINTED
from tests.conftest import SUB_PATH, parsed, python
from tests.navigation import KNOWN, SECTIONS, address_of, address_with
from tools.press import pages
from tools.press.booklet import Booklet

# What all of them read is made once, by one worker.
pytestmark = pytest.mark.xdist_group("press")

SITE = f"https://pages.example/{SUB_PATH}/"
FIRST = address_of([*SECTIONS["The article"].values()][0])
FOOT = 150  # in points: a heading that begins lower on its sheet stands nearly alone


@pytest.fixture(scope="module")
def file(published_site, tmp_path_factory):
    file = tmp_path_factory.mktemp("press") / "article.pdf"
    made = python("-m", "tools.press", published_site, FIRST, file)
    assert made.returncode == 0, made.stderr
    return file


@pytest.fixture(scope="module")
def reader(file):
    return PdfReader(file)


@pytest.fixture(scope="module")
def texts(reader):
    return [sheet.extract_text() for sheet in reader.pages]


@pytest.fixture(scope="module")
def chapters(published_site):
    """The heading of each page of the article, in the order of the navigation, by its address."""
    addresses = map(address_of, SECTIONS["The article"].values())
    return {each: parsed(published_site, each).article.h1.get_text() for each in addresses}


def links(reader):
    """The sheet, from 0, and the target of each link: a name in the document, or an address."""
    for at, sheet in enumerate(reader.pages):
        for note in sheet.get("/Annots", []):
            link = note.get_object()
            if link["/Subtype"] == "/Link":
                yield at, link.get("/Dest") or link["/A"]["/URI"]


def test_it_has_a_title_tags_a_language_and_the_size_of_paper(reader, chapters):
    assert reader.metadata.title == chapters[FIRST].replace("¶", "").strip()
    assert reader.root_object["/MarkInfo"]["/Marked"].value
    assert reader.root_object["/Lang"] == "en"
    papers = [sheet.mediabox for sheet in reader.pages]
    assert {(round(paper.width), round(paper.height)) for paper in papers} == {(596, 843)}


def test_it_is_the_same_whenever_and_wherever_it_was_printed(file):
    printed = file.read_bytes()
    assert not re.search(rb"/(?:CreationDate|ModDate) \(", printed)
    elements = {int(number) for number in re.findall(rb"\(node(\d{8})\)", printed)}
    assert elements == set(range(len(elements)))


def test_its_contents_lead_to_each_chapter_and_tell_its_page(reader, texts, chapters):
    first = [to for at, to in links(reader) if at == 0 and not to.startswith("http")]
    named = [reader.named_destinations[str(target)] for target in first]
    places = [*map(reader.get_destination_page_number, named)]
    titles = [title.replace("¶", "").strip() for title in chapters.values()]
    assert titles == [entry.title for entry in reader.outline if not isinstance(entry, list)][1:]
    assert f"Version {version('l1-and-l2-loss')}" in texts[0]
    told = [f"{title} {place + 1}" for place, title in zip(places, titles, strict=True)]
    assert texts[0].partition("Contents\n")[2].splitlines() == told
    for place, title in zip(places, titles, strict=True):
        assert title in " ".join(texts[place].split())


def test_every_link_leads_to_a_place_in_it_or_to_an_address(reader):
    targets = Counter(target for _, target in links(reader))
    inside = {target for target in targets if not str(target).startswith("https://")}
    assert inside <= reader.named_destinations.keys()
    assert len(inside) > len(reader.pages[0]["/Annots"])
    assert SITE + address_with("\n# How this site checks itself\n") in targets


def test_it_holds_all_that_the_programs_of_the_article_printed(texts):
    text = re.sub(r"\s", "", "".join(texts))
    for snippet in KNOWN.snippets.values():
        if snippet.name.startswith(FIRST) and (printed := snippet.approved.get(PRINTED)):
            assert re.sub(r"\s", "", printed) in text, snippet.name


def test_its_pages_are_numbered_and_none_is_blank(texts):
    words = [text.split() for text in texts]
    assert [sheet[0] for sheet in words[1:]] == [str(n + 2) for n in range(len(words) - 1)]
    assert all(len(sheet) > 10 for sheet in words)


def test_no_heading_stands_alone_at_the_foot_of_a_page(reader):
    def entries(outline):
        for entry in outline:
            yield from entries(entry) if isinstance(entry, list) else [entry]

    tops = {entry.title: float(entry.top) for entry in entries(reader.outline)}
    assert len(tops) > 30
    assert {title: top for title, top in tops.items() if top < FOOT} == {}


def test_no_id_stands_twice_and_every_name_is_that_of_an_id(published_site):
    booklet = Booklet(published_site, pages.read(published_site, FIRST))
    document = BeautifulSoup(booklet.document({}), "html.parser")
    ids = Counter(element["id"] for element in document.select("[id]"))
    assert [name for name, times in ids.items() if times > 1] == []
    named = [link["href"] for link in document.select("[href^='#']")]
    named += re.findall(r"url\((#[^)]*)\)", str(document))
    named += [f"#{part['aria-describedby']}" for part in document.select("[aria-describedby]")]
    assert len(named) > 100
    assert [name for name in named if name[1:] not in ids] == []
    assert not document.select("details:not([open])")  # what is folded is open


def test_a_file_that_is_not_there_is_told_and_nothing_is_printed(published_site, tmp_path):
    site = shutil.copytree(published_site, tmp_path / "site")
    (site / "assets" / "site.css").unlink()
    sheet = address_with('class="sheet"')
    made = python("-m", "tools.press", site, sheet, tmp_path / "article.pdf")
    assert made.returncode == 1
    assert "cannot be read" in made.stderr and "assets/site.css" in made.stderr
    assert not (tmp_path / "article.pdf").exists()
