"""Each page on paper: whole, without what only a screen can use, in ink on white."""

import io

import pytest
from pypdf import PdfReader

# What all of them read is made once, by one worker.
pytestmark = pytest.mark.xdist_group("print")

MILLIMETRE = 96 / 25.4  # in the pixels of a style sheet
# What is left of a paper's width between the margins, which take 25 mm each.
PAPERS = {"A4": 210 - 50, "Letter": 216 - 50, "A5": 148 - 50}
ONLY_ON_A_SCREEN = (
    "header, nav, button, .md-header, .md-sidebar, .md-footer, .md-skip, .md-search, .md-top, "
    "[download], .headerlink, .comment, .button, article select, "
    "article input:not(.playground-table input)"  # there it is a number, as the next test says
)
FOLDED_AWAY = """parts => parts.flatMap(part => [...part.children])
    .filter(child => getComputedStyle(child).display != "none" && !child.checkVisibility())
    .map(child => child.textContent.trim().slice(0, 60))"""
VISIBLE = """parts => parts.filter(part => part.checkVisibility({visibilityProperty: true}))
    .map(part => part.outerHTML.slice(0, 60))"""
WIDER_THAN_THE_PAPER = """parts => parts.filter(part =>
    part.getBoundingClientRect().right > document.documentElement.clientWidth + 1
    || getComputedStyle(part).overflowX != "visible" && part.scrollWidth > part.clientWidth + 1
    ).map(part => part.outerHTML.slice(0, 60))"""
# By the formula of WCAG for contrast, against white paper.
TOO_PALE = """parts => {
    const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const contrast = (colour) => {
        canvas.fillStyle = "white";
        canvas.fillRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((level) =>
            level > 10 ? ((level / 255 + 0.055) / 1.055) ** 2.4 : level / 255 / 12.92);
        return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
    };
    const own = (part) => [...part.childNodes].some((n) => n.nodeType == 3 && n.data.trim());
    return parts.filter(part => own(part) && part.checkVisibility() && contrast(getComputedStyle(part).color) < 5.5)
        .map(part => part.outerHTML.slice(0, 60));
}"""


@pytest.fixture(scope="module")
def sheets(browser, address, published_site):
    """Every page, by its path, as it is laid out for a printer on paper of the size A4."""
    context = browser.new_context()
    pages = {}
    for file in sorted(published_site.rglob("*.html")):
        path = file.relative_to(published_site).as_posix()
        pages[path] = context.new_page()
        pages[path].emulate_media(media="print")
        use(pages[path], PAPERS["A4"])
        pages[path].goto(address + path)
    yield pages
    context.close()


def use(page, width):
    page.set_viewport_size({"width": int(width * MILLIMETRE), "height": 900})


def choose(page, scheme):
    page.evaluate(f"document.body.setAttribute('data-md-color-scheme', '{scheme}')")


def printed(page):
    file = page.pdf(format="A4", prefer_css_page_size=True)
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(file)).pages]


def test_no_page_prints_what_only_a_screen_can_use(sheets):
    for path, page in sheets.items():
        assert page.locator(ONLY_ON_A_SCREEN).evaluate_all(VISIBLE) == [], path
        assert page.locator("article h1").first.is_visible(), path


def test_a_field_of_the_playground_prints_as_the_number_in_it(sheets):
    fields = sheets["playground/index.html"].locator(".playground-table input:visible")
    assert fields.evaluate_all("all => all.map(field => field.value)") == ["100", "90", "95", "105"]
    looks = fields.evaluate_all(
        "all => all.map(getComputedStyle).map(s => [s.borderTopWidth, s.backgroundColor])"
    )
    assert set(map(tuple, looks)) == {("0px", "rgba(0, 0, 0, 0)")}


def test_what_is_folded_prints_open(sheets):
    folded = 0
    for path, page in sheets.items():
        parts = page.locator("details")
        parts.evaluate_all(
            "parts => parts.forEach(part => part.open = false)"
        )  # as without scripts
        folded += parts.count()
        assert parts.evaluate_all(FOLDED_AWAY) == [], path
    assert folded > 10


def test_nothing_is_wider_than_the_paper(sheets):
    for path, page in sheets.items():
        for paper, width in PAPERS.items():
            use(page, width)
            wider = page.locator("article :not(svg, svg *)").evaluate_all(WIDER_THAN_THE_PAPER)
            assert wider == [], (path, paper)
        use(page, PAPERS["A4"])


def test_the_summary_sheet_is_one_sheet(sheets):
    sheet = sheets["summary/index.html"]
    for paper in ("A4", "Letter"):
        pages = PdfReader(io.BytesIO(sheet.pdf(format=paper, prefer_css_page_size=True))).pages
        assert len(pages) == 1, paper
    assert sheet.locator(".snippet-figure").is_visible()


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_a_page_prints_dark_on_white_whatever_the_palette(sheets, scheme):
    for path, page in sheets.items():
        choose(page, scheme)
        assert page.locator("article :not(svg, svg *)").evaluate_all(TOO_PALE) == [], path
        page_itself = page.locator("html, body, .md-main, .md-content, article")
        grounds = page_itself.evaluate_all(
            "all => all.map(part => getComputedStyle(part).backgroundColor)"
        )
        assert set(grounds) <= {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}, path


def test_figures_print_in_the_same_ink_from_both_palettes(sheets):
    page = sheets["index.html"]
    inks = set()
    for scheme in ("default", "slate"):
        choose(page, scheme)
        line = page.locator(".snippet-figure path[style*='--figure-0']").first
        inks.add(line.evaluate("element => getComputedStyle(element).stroke"))
    assert len(inks) == 1


def test_the_address_of_an_outside_link_stands_behind_it_and_no_other(sheets):
    page = sheets["article/l1/index.html"]
    page.evaluate(
        """document.querySelector("article p").innerHTML +=
        ' <a href="https://forge.example/a-file">an outside link</a>, <a href="../l2/">ours</a>.'"""
    )
    assert "an outside link (https://forge.example/a-file), ours." in printed(page)[0]


def test_printed_pages_are_numbered_and_none_is_blank(sheets):
    for path, page in sheets.items():
        texts = [text.split() for text in printed(page)]
        assert [text[0] for text in texts] == [str(n + 1) for n in range(len(texts))], path
        assert all(len(text) > 3 for text in texts), path
