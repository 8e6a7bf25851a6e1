"""The zip of `make offline`: unpacked anywhere, the site works as files, with no server."""

import os
import re
import zipfile

import pytest

from tests.browser.conftest import KINDS, SCHEME_OF_A_FRAME, choose_palette, pages_at, until
from tests.conftest import python
from tests.navigation import PAGES, address_of, page_with
from tools import offline

FILES = {page: page.rpartition(".")[0] + ".html" for page in PAGES}
_, START, *_ = FILES.values()
OUTLIER = FILES[page_with("\n# The real difference\n")]
# What all of them read is made once, by one worker.
pytestmark = pytest.mark.xdist_group("offline")
# One page of each kind; in `make test-all` all of them.
OF_EACH_KIND = {file for page, file in FILES.items() if address_of(page) in KINDS}


@pytest.fixture(scope="session")
def built(offline_site):
    checked = python("-m", "drift", "check", offline_site, OFFLINE="true")
    assert checked.returncode == 0, checked.stderr
    return offline_site


@pytest.fixture(scope="session")
def archive(built, tmp_path_factory):
    archive = tmp_path_factory.mktemp("archive") / "site.zip"
    offline.pack(built, archive)
    return archive


@pytest.fixture(scope="session")
def unpacked(archive, tmp_path_factory):
    """The one folder of the zip, in a place whose name is as awkward as a reader's may be."""
    folder = tmp_path_factory.mktemp("Äpfel & Birnen #1")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    (only,) = folder.iterdir()
    return only


@pytest.fixture
def open_file(browser, unpacked):
    """Open a page of the unpacked site; whatever it asks for outside of it is a complaint."""
    with pages_at(browser, f"{unpacked.as_uri()}/") as opened:
        yield opened


def test_the_zip_says_which_page_to_open_and_is_the_same_again(built, archive, unpacked, tmp_path):
    assert (unpacked / "index.html").is_file()
    assert "Open index.html" in (unpacked / "README.txt").read_text("utf-8")
    os.utime(built / "index.html", (2e9, 2e9))
    offline.pack(built, tmp_path / archive.name)
    assert (tmp_path / archive.name).read_bytes() == archive.read_bytes()


def test_without_an_address_the_links_that_need_it_are_absent(built):
    for page in PAGES:
        text = (built / FILES[page]).read_text("utf-8")
        for said in ("Comment on", "issues/new", "Edit this page", "See the source of this page"):
            assert said not in text, page
        assert not re.search(r"""["'/]None["'/?]""", text)  # an address that is not known


@pytest.mark.parametrize("few", [True, pytest.param(False, marks=pytest.mark.exhaustive)])
def test_every_page_opens_as_a_file_and_asks_only_for_files_beside_it(open_file, unpacked, few):
    page = open_file("index.html")
    for file in OF_EACH_KIND if few else FILES.values():
        page.goto((unpacked / file).as_uri())
        assert page.locator("h1").first.is_visible(), file
        assert page.complaints == [], file
    assert not [url for url in page.asked if "search_index" in url or "/workers/" in url]


def test_the_text_is_set_in_the_font_of_the_site(open_file, unpacked):
    style = (unpacked / "assets" / "site.css").read_text("utf-8")
    assert "Literata" in style and "optional" not in style  # a file is always late
    page = open_file("index.html")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": ".lead"})["nodeId"]

    def fonts():
        used = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        return [font["familyName"] for font in used]

    assert until(lambda: fonts() == ["Literata"]), fonts()


@pytest.mark.parametrize("width", [390, 1280])
def test_search_finds_the_outlier_and_leads_to_it(open_file, width):
    page = open_file(START, width)
    if width == 390:
        page.locator(".md-header__button[for=__search]").click()
    else:
        page.keyboard.press("s")
    page.keyboard.type("outlier")
    found = page.locator(f".md-search-result__item a[href*='{OUTLIER}']").first
    assert until(found.is_visible)
    found.click()
    assert until(lambda: f"/{OUTLIER}" in page.url)
    assert until(page.locator("h1", has_text="difference").is_visible)
    assert page.complaints == []


def test_the_palette_changes_and_stays_on_the_next_page(open_file):
    page = open_file("index.html", palette="light")
    choose_palette(page, "slate")
    page.locator(".md-footer__link--next").click()
    assert until(lambda: page.url.endswith(f"/{START}"))
    assert until(lambda: page.evaluate(SCHEME_OF_A_FRAME) == "slate")


def test_the_playground_and_an_interactive_move_and_keep_their_state_in_the_address(open_file):
    page = open_file(FILES[page_with("/three_experiments.py")])
    losses = page.locator(".playground-sheet dd b")
    before = losses.all_inner_texts()
    page.get_by_role("slider", name="Forecast 1").press("ArrowRight")
    assert losses.all_inner_texts() != before
    assert until(lambda: "A=91,95,105" in page.evaluate("location.hash"))
    assert page.complaints == []
    page = open_file(FILES[page_with('class="interactive"', "\n## Guess first\n")])
    page.keyboard.press("Shift")
    page.locator(".grip.chosen, .interactive-sheet [type=range]").first.press("PageUp")
    assert page.locator(".interactive data.value:visible").count() == 0
    assert until(lambda: "=" in page.evaluate("location.hash"))
    assert page.complaints == []


def test_where_numbers_come_from_leads_from_file_to_file(open_file):
    page = open_file(FILES[page_with("#!value")])
    page.locator("button.origins").click()
    page.locator("a.origin").first.click()
    assert until(lambda: ".html#" in page.url)
    assert until(page.locator(":target").is_visible)
