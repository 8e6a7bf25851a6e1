"""How the playground is drawn: squares are squares, nothing is cut, whatever the numbers and the screen."""

import math
import re

import pytest

from tests.browser.conftest import pages_at, unfold, until
from tests.browser.playground import PLAYGROUND, Playground

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


@pytest.fixture(scope="module", params=[320, 390, 768, 1280])
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
