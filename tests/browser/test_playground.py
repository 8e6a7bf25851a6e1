"""The playground in a real browser: what it shows, says and copies, and that squares are squares."""

import math
import re

import pytest

from tests.browser.conftest import CLIPBOARD, SHIFTED, copied, pages_at, unfold, until
from tests.browser.playground import PLAYGROUND, Playground
from tests.navigation import address_with

PAGES = [PLAYGROUND, address_with('class="playground"', "/two_growers.py")]
FLIP = "Two rankings that flip"
ROWS = ".playground table:not([class*=playground]) tr:has(data)"
SPOKEN = """window.spoken = [];
new MutationObserver(() => spoken.push(document.querySelector("[role=status]").textContent))
  .observe(document.querySelector("[role=status]"), {childList: true});"""


def test_without_scripts_a_figure_and_a_table_make_the_argument_on_both_pages(open_page):
    tables = set()
    for path in PAGES:
        root = open_page(path, java_script_enabled=False).locator(".playground")
        assert root.locator(".snippet-figure").is_visible()
        rows = root.locator("table tr:has(data)").all_inner_texts()
        assert len(rows) == 6 and any("17.50" in row and "662.50" in row for row in rows)
        assert not root.get_by_role("slider").count()
        tables.add(tuple(rows))
    assert len(tables) == 1


@pytest.mark.parametrize("path", PAGES)
def test_the_script_replaces_the_figure_and_shows_the_presets_of_the_table(open_page, path):
    sheet = Playground(open_page(path))
    assert sheet.page.locator(".playground > .snippet > .snippet-figure").count() == 0
    assert sheet.sliders.count() == 4 and sheet.losses()[::2] == ["6.67", "50.00", "7.07"]
    cells = "all => all.map(row => [...row.cells].map(cell => cell.textContent))"
    rows = sheet.page.locator(ROWS).evaluate_all(cells)
    presets = {row[0] for row in rows}
    assert len(presets) == sheet.page.locator("[name=preset]").count()
    for label, which, actual, forecasts, l1, l2 in rows:
        sheet.press(label)
        if which == "B":
            sheet.press("Set B")
        fields = sheet.sheet.locator("input:visible")
        values = fields.evaluate_all("all => all.map(field => field.value)")
        assert values == [actual, *forecasts.split(", ")], label
        assert sheet.losses()[:3:2] == [l1, l2], label
    if path == PLAYGROUND:  # which says in words how many there are
        names = {4: "four", 6: "six"}
        text = sheet.page.locator(".playground ~ p").first.inner_text()
        assert f"{names[len(rows)]} sets of forecasts" in text
        assert f"{names[len(presets)]} presets" in text
    assert sheet.page.complaints == []


def test_the_script_holds_no_number_of_the_presets(published_site):
    script = (published_site / "assets/playground.js").read_text("utf-8")
    for number in ("90", "95", "105", "106", "112", "150"):
        assert not re.search(rf"(?<![\w.-]){number}(?![\w.])", script), number


def test_the_copy_buttons_copy_the_program_and_a_link_to_the_state(open_page):
    sheet = Playground(open_page(PLAYGROUND, **CLIPBOARD))
    sheet.press(FLIP)
    sheet.press("Copy as NumPy")
    assert until(lambda: sheet.status.inner_text() == "Copied the program")
    program = copied(sheet.page)
    assert program.count("forecasts = np.array([") == 2
    assert "np.array([100.0, 100.0, 100.0, 106.0])" in program
    sheet.field("Forecast 4").fill("107.25")
    sheet.press("Copy link")
    assert until(lambda: "107.25" in copied(sheet.page))
    other = Playground(open_page(PLAYGROUND + copied(sheet.page).partition(PLAYGROUND)[2]))
    assert other.losses() == sheet.losses()
    assert other.now("Forecast 4") == 107.25
    sheet.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    sheet.press("Copy link")
    assert until(lambda: "refused" in sheet.status.inner_text())


def test_a_broken_link_is_refused_and_named(open_page, sheet):
    for broken, named in {
        "#actual=100&A=90,x95,105": "“x95” is no number",
        "#actual=100&A=90,95": "3 to 7 forecasts",
        "#actual=100&A=1,2,3,4,5,6,7,8": "3 to 7 forecasts",
        "#actual=100&A=1,2,3&B=1,2": "3 to 7 forecasts",
        "#actual=100": "3 to 7 forecasts",
        "#actual=2e9&A=90,95,105": "“2e9” is out of range",
        "#actual=&A=90,95,105": "it is empty",
        "#actual=100&A=%E0%A4%A&B=%": "is no number",
    }.items():
        sheet.go(broken)
        assert named in sheet.status.inner_text(), broken
        assert sheet.losses()[0] == "6.67"
    opened = Playground(open_page(f"{PLAYGROUND}#actual=100&A=90"))  # and as the page opens
    assert "3 to 7 forecasts" in opened.status.inner_text()
    page = open_page(f"{PLAYGROUND}#three-experiments")  # an anchor is no link to a state
    assert Playground(page).status.inner_text() == ""
    assert page.url.endswith("#three-experiments")


# A browser's own translation wraps each text in <font>, and changes the words, but where it may not.
TRANSLATE = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const all = [];
  while (texts.nextNode()) if (texts.currentNode.data.trim()) all.push(texts.currentNode);
  const isKept = text => text.parentElement.closest("[translate=no]");
  for (const text of all.filter(text => !isKept(text))) {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    text.replaceWith(outer);
    outer.append(inner);
    inner.append(text.data.replace(/[a-z]+/gi, "parole"));
  }
}"""


def test_a_page_that_the_browser_translated_works(open_page):
    sheet = Playground(open_page(PLAYGROUND, **CLIPBOARD))
    page = sheet.page
    program = page.locator(".playground details .snippet code").first.text_content()
    page.evaluate(TRANSLATE)

    def click(name, at=0):
        sheet.sheet.locator(f"button[name={name}]:visible font font").nth(at).click()

    clicks = [("preset", 1, 5, "17.50"), ("add", 6, "14.00"), ("remove", 3, 5, "5.00")]
    for *button, count, l1 in [*clicks, ("reset", 5, "17.50")]:
        click(*button)
        assert sheet.sliders.count() == count and sheet.losses()[0] == l1
    click("program")
    assert until(lambda: "150.0" in copied(page))
    assert copied(page) == program.replace("105.0]", "105.0, 150.0]")
    click("link")
    assert until(lambda: copied(page).endswith("&A=90,95,105,150"))
    click("preset", 3)
    click("set", 1)
    assert sheet.now("Forecast 1") == 98
    pressed = sheet.sheet.locator("[aria-pressed=true]")
    assert pressed.evaluate_all("all => all.map(each => each.name)") == ["preset", "set"]
    sheet.drag("Forecast 1", 30)
    assert sheet.now("Forecast 1") > 98
    assert page.complaints == []


@pytest.mark.parametrize("colours", ["none", "active"], ids=["our colours", "forced colours"])
def test_presets_and_sets_say_which_is_on(open_page, colours):
    page = open_page(PLAYGROUND, forced_colors=colours, reduced_motion="reduce")
    presets, sets = page.locator("[name=preset]"), page.locator("[name=set]")
    paint = "all => all.map(b => [b.ariaPressed, getComputedStyle(b).backgroundColor])"

    def on(buttons):
        """Which of them say that they are on; those that look so must be the same."""
        page.mouse.move(0, 0)
        seen = buttons.evaluate_all(paint)
        off = {colour for pressed, colour in seen if pressed == "false"}
        assert len(off) == 1
        assert all((pressed == "true") == (colour not in off) for pressed, colour in seen)
        return [at for at, (pressed, _) in enumerate(seen) if pressed == "true"]

    assert on(presets) == [0]
    presets.nth(3).click()
    assert on(presets) == [3] and on(sets) == [0]
    sets.nth(1).click()
    assert on(presets) == [3] and on(sets) == [1]
    page.get_by_role("slider", name="Forecast 1").press("ArrowRight")  # now it is another one
    assert on(presets) == []


def test_three_to_seven_forecasts_can_be_had_and_reset_brings_the_last_preset_back(sheet):
    add = sheet.page.get_by_role("button", name="Add a forecast")
    removes = sheet.page.get_by_role("button", name=re.compile("Remove"))
    assert removes.count() == 3 and all(each.is_disabled() for each in removes.all())
    for count in (5, 6, 7, 8):
        add.click()
        assert sheet.sliders.count() == count
    assert add.is_disabled() and sheet.now("Forecast 7") == 100
    sheet.press("Remove forecast 2")
    assert sheet.sliders.count() == 7 and sheet.now("Forecast 2") == 105
    assert sheet.page.evaluate("document.activeElement.ariaLabel") == "Forecast 2"
    assert add.is_enabled()
    sheet.press("One wild outlier")
    wild = sheet.losses()
    sheet.field("Forecast 4").fill("3")
    assert sheet.losses() != wild
    sheet.press("Reset")
    assert sheet.losses() == wild


def test_changes_are_spoken_once_after_a_pause(sheet):
    sheet.page.evaluate(SPOKEN)
    # All within one task of the browser: however slow the machine, there is no pause between them.
    sheet.slider("Forecast 1").evaluate(
        """handle => { for (let step = 0; step < 5; step++) handle.dispatchEvent(
          new KeyboardEvent("keydown", {key: "ArrowRight", bubbles: true})); }"""
    )
    assert until(lambda: sheet.page.evaluate("spoken"))
    assert sheet.page.evaluate("spoken") == ["L1 5.00, L2 25.00, RMSE 5.00"]
    live = ".playground :is([role=status], [role=alert], [aria-live], output)"
    assert sheet.page.locator(live).count() == 1


def test_nothing_moves_by_itself_and_it_comes_in_one_piece(open_page):
    page = open_page(PLAYGROUND, 412, fresh=True)
    # Below 0.1 a page is called stable (the measure of Cumulative Layout Shift).
    assert page.evaluate(SHIFTED) < 0.1
    moving = page.evaluate(
        """() => {
          let frames = 0;
          const ask = window.requestAnimationFrame;
          window.requestAnimationFrame = step => { frames += 1; return ask(step); };
          document.querySelectorAll("[name=preset]")[1].click();
          return frames + document.getAnimations()
            .filter(each => each.effect.target.closest(".playground-stage")).length;
        }"""
    )
    assert moving == 0


CUT = """() => [...document.querySelectorAll(".playground-sheet .formula-box")]
  .map(box => box.scrollWidth > box.clientWidth)"""
IN_THE_DRAWING = """stage => [...stage.querySelectorAll("text, span, rect")].every(each => {
  const [box, frame] = [each.getBoundingClientRect(), stage.getBoundingClientRect()];
  return !box.width || box.left >= frame.left - 1 && box.right <= frame.right + 1
    && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
})"""
TOO_SMALL = """all => all.filter(each => {
  const box = each.getBoundingClientRect();
  return box.width < 24 || box.height < 24;
}).map(each => each.outerHTML)"""
LARGEST = "#actual=1000000&A=-1000000,-999999.1234567,0.1,1,2,3,4"
LONGEST = ["#actual=100&A=90,95,105,150,81,119,99.5", "#actual=1000000&A=0,1,2,3,4,5,-6"]


@pytest.fixture(scope="module", params=[320, 768, 1280])
def sized(request, browser, address):
    """The playground at a width, opened once."""
    with pages_at(browser, address) as opened:
        page = opened(PLAYGROUND, request.param, reduced_motion="reduce")
        unfold(page)
        yield Playground(page)
        assert page.complaints == []


def presets(sheet):
    """Choose each preset in turn; yield its number."""
    for number, button in enumerate(sheet.page.locator("[name=preset]").all()):
        button.click()
        yield number


def test_squares_are_squares_on_their_residuals_and_bars_as_long(sized):
    for number in presets(sized):
        shapes = sized.stage.locator("svg")
        corners = "all => all.map(r => ['x', 'y', 'width', 'height'].map(n => +r.getAttribute(n)))"
        squares = shapes.locator("rect").evaluate_all(corners)
        ends = "all => all.map(bar => bar.getAttribute('d').match(/[\\d.]+/g).map(Number))"
        bars = shapes.locator(".bar").evaluate_all(ends)
        line = float(re.search(r"M([\d.]+)", shapes.locator(".actual").get_attribute("d"))[1])
        assert squares, number
        for left, top, wide, high in squares:
            assert wide == high and top >= 0
            assert math.isclose(left, line) or math.isclose(left + wide, line)
        lengths = sorted(abs(end - middle) for end, _, middle in bars)
        assert lengths == pytest.approx(sorted(wide for *_, wide, _ in squares))


def test_whatever_the_numbers_nothing_is_cut_too_small_or_wider_than_the_screen(sized):
    width = sized.page.viewport_size["width"]
    pressed = sized.sheet.locator(":is(button, input, [role=slider]):visible")

    def is_whole():
        assert sized.page.evaluate("document.documentElement.scrollWidth") <= width
        assert sized.stage.evaluate(IN_THE_DRAWING)
        assert pressed.count() > 12 and pressed.evaluate_all(TOO_SMALL) == []

    for number in presets(sized):
        is_whole()
        assert sized.page.evaluate(CUT) == [False, False], number
    for state in LONGEST:
        sized.go(state)
        assert sized.sliders.count() == 8
        is_whole()
        assert sized.page.evaluate(CUT) == [False, False], state
    sized.go(LARGEST)
    is_whole()


def test_all_is_in_the_drawing_while_the_axis_gives_way(sized):
    sized.page.locator("[name=preset]").first.click()
    sized.stage.scroll_into_view_if_needed()
    for name, sign in (("Forecast 3", 1), ("Actual harvest", -1)):
        sized.press("Reset")
        sized.drag(name, sign * sized.page.viewport_size["width"], up=False)
        inside = sized.stage.evaluate(IN_THE_DRAWING)
        sized.page.mouse.up()
        assert inside, name


def test_what_is_wider_than_its_box_shows_that_it_scrolls(open_page):
    """At an edge with more behind it there is a shade, and none at an edge with nothing behind it."""
    page = open_page(f"{PLAYGROUND}#actual=1000000&A=-1000000,1,2", 320)
    table = page.locator(".playground-scroll")
    assert table.evaluate("box => box.scrollWidth > box.clientWidth")
    table.evaluate("box => { box.firstElementChild.style.visibility = 'hidden'; }")
    table.scroll_into_view_if_needed()

    def edges():
        box = table.bounding_box()
        place = {"y": box["y"] + 9, "width": 2, "height": 2}
        ends = box["x"] + 1, box["x"] + box["width"] - 3
        return [page.screenshot(clip=place | {"x": x}) for x in ends]

    plain, shaded = edges()
    assert plain != shaded
    table.evaluate("box => { box.scrollLeft = box.scrollWidth; }")
    left, right = edges()
    assert right == plain and left != plain


def test_each_loss_keeps_its_sign_and_the_drawing_follows_the_width_of_its_page(sheet):
    for kind, is_square in (("l1", False), ("l2", True)):
        signs = sheet.sheet.locator(f".{kind} > i:visible").all()
        assert signs
        for sign in signs:
            box = sign.bounding_box()
            assert math.isclose(box["width"], box["height"], rel_tol=0.1) == is_square
    sheet.page.set_viewport_size({"width": 500, "height": 900})
    ends = "svg => svg.querySelector('.axis').getAttribute('d').split('H')[1] - svg.clientWidth"
    assert until(lambda: abs(sheet.stage.locator("svg").evaluate(ends)) < 1)
    assert sheet.page.evaluate("document.documentElement.scrollWidth") <= 500
    sheet.page.set_viewport_size({"width": 1280, "height": 900})


def test_forced_colours_leave_every_shape_to_be_seen(open_page):
    sheet = Playground(open_page(PLAYGROUND, forced_colors="active"))
    canvas = sheet.page.evaluate("getComputedStyle(document.body).backgroundColor")
    paints = {".bar": "stroke", "rect": "stroke", ".actual": "stroke", "text": "fill"}
    for shape, paint in paints.items():
        part = sheet.stage.locator(shape).first
        colour = part.evaluate("(part, paint) => getComputedStyle(part)[paint]", paint)
        assert colour not in (canvas, "none"), shape
    handle = sheet.slider("Forecast 1").locator("span")
    assert handle.evaluate("each => getComputedStyle(each).borderColor") != canvas
