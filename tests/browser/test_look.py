"""How the site looks: one colour and one shape for each loss, lines made for reading, formulas.

And where the system chooses all colours: what is drawn is there, and says what it says elsewhere.
"""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from tests.browser.conftest import ACCENTS, KINDS, SCHEMES, bring_axe, evaluate_all, lay_out, until
from tests.browser.playground import PLAYGROUND
from tests.navigation import ADDRESSES, address_with

MARK = """element => {
    const { width, height, borderTopColor } = getComputedStyle(element, "::before");
    return [parseFloat(width), parseFloat(height), borderTopColor];
}"""
# What moves on a page, since the last call.
WATCH = """() => {
    window.moved = [];
    const note = entries => window.moved.push(...entries);
    const observer = new PerformanceObserver(list => note(list.getEntries()));
    observer.observe({ type: "layout-shift" });
    window.shift = () => {
        note(observer.takeRecords());
        return window.moved.splice(0).reduce((sum, { value }) => sum + value, 0);
    };
}"""
PAINTED = "new Promise(end => requestAnimationFrame(() => setTimeout(end, 50)))"
# The contrast of each square of a figure against its paper: of its edge or its area, whichever is the
# stronger, as what covers the paper in part is seen.
SQUARES = """figure => {
    const paper = getComputedStyle(figure.closest(".snippet")).backgroundColor;
    const shown = (style, kind) => style[kind] === "none" ? 1
        : contrast(paper, style[kind], style.opacity * style[`${kind}Opacity`]);
    return [...figure.querySelectorAll("path[clip-path][style*='--figure-1']")]
        .map(path => [path.getBBox(), getComputedStyle(path)])
        .filter(([box]) => box.width > 20 && Math.abs(box.width - box.height) < 0.1)
        .map(([, style]) => Math.max(shown(style, "fill"), shown(style, "stroke")));
}"""
STEP_BY_STEP = address_with("/l1_in_four_steps.py", "/l2_in_four_steps.py")
TABLE = address_with("| **L1 loss**{ .l1 } | **L2 loss**{ .l2 } |")
# Where a loss has its colour: the page, the elements by the number of the loss, and what is coloured.
OF_A_LOSS = [
    (address_with("/penalties.py"), ".snippet-figure path[style*='--figure-{at}']", "stroke"),
    (PLAYGROUND, ".playground-sheet mi:has-text('{name}')", "color"),
    (PLAYGROUND, ".playground-stage :is(.bar, rect):is({shape})", "stroke"),
    (TABLE, "table strong.{loss}", "color"),
    ("", ".of-{loss} .result", "color"),
]
LOSSES = [{"at": 0, "name": "MAE", "loss": "l1", "shape": ".bar"}]
LOSSES += [{"at": 1, "name": "MSE", "loss": "l2", "shape": "rect"}]
# One page of each kind on a phone or a desk, in turn; in `make test-all` all pages on both.
LATE = [(KINDS[::2], 390), (KINDS[1::2], 1280)]
LATE += [pytest.param(ADDRESSES, width, marks=pytest.mark.exhaustive) for width in (390, 1280)]
# The texts of formulas, and of their parts in a colour.
COLOURED = """(all, accent) => all.map(math => {
  const parts = [...math.querySelectorAll("mi, mo, mn, mtext")];
  const coloured = parts.filter(part => getComputedStyle(part).color === accent);
  return [math.textContent, coloured.map(part => part.textContent).join("")];
})"""
NAMES = {"l1": ("MAE", "L1"), "l2": ("MSE", "L2")}


def test_each_loss_keeps_its_colour_and_its_shape_wherever_it_stands(open_page, address):
    page = open_page("404.html")
    for path in dict.fromkeys(path for path, _, _ in OF_A_LOSS):
        page.goto(address + path)
        for palette in SCHEMES:
            lay_out(page, palette=palette)
            accents = page.evaluate(ACCENTS)
            assert len(set(accents)) == 2
            for _, selector, kind in (each for each in OF_A_LOSS if each[0] == path):
                for loss, accent in zip(LOSSES, accents):
                    part = page.locator(selector.format(**loss)).first
                    colour = part.evaluate("(part, kind) => getComputedStyle(part)[kind]", kind)
                    assert colour == accent, (path, selector, palette)
        if path == TABLE:  # each has its shape too, a length and a square
            length, square = (page.locator(f"strong.l{n}").first.evaluate(MARK) for n in (1, 2))
            assert length[0] > 3 * length[1] and square[0] == square[1]
            assert length[2] != square[2]


@pytest.mark.parametrize("paths, width", LATE)
def test_nothing_moves_when_fonts_arrive_late(open_page, address, paths, width):
    page = open_page("404.html", width, fresh=True)
    session = page.context.new_cdp_session(page)
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    waiting = []
    page.route("**/*.woff2", lambda route: waiting.append(route))
    moved = {}
    for path in paths:
        page.goto(address + path, wait_until="domcontentloaded")
        assert until(lambda: waiting), path
        page.wait_for_timeout(200)  # for so long, a browser may wait with what is set in them
        page.evaluate(WATCH)
        page.evaluate("window.shift()")
        while waiting:
            waiting.pop().continue_()
            page.evaluate(PAINTED)
        assert until(lambda: page.evaluate("document.fonts.status == 'loaded'"))
        page.evaluate(PAINTED)
        moved[path] = page.evaluate("window.shift()")
    assert {path: shift for path, shift in moved.items() if shift > 0.02} == {}


@pytest.mark.parametrize("path", ["", address_with("/squares.py")], ids=["home", "L2 loss"])
def test_squares_stand_out_from_their_paper(open_page, path):
    page = open_page(path)
    bring_axe(page)
    for palette in SCHEMES:
        lay_out(page, palette=palette)
        squares = page.locator(".snippet-figure svg").first.evaluate(SQUARES)
        assert len(squares) >= 3
        assert min(squares) >= 3, palette


@pytest.mark.parametrize("path", ["", ADDRESSES[1]], ids=["home", "an article page"])
def test_lines_are_made_for_reading(open_page, path):
    page = open_page(path)
    lines = page.locator("article p:not([class])").evaluate_all(
        """all => all.map(p => {
            const range = document.createRange();
            range.selectNodeContents(p);
            const tops = new Set([...range.getClientRects()].map(r => Math.round(r.bottom / 12)));
            return [p.textContent.length, tops.size];
        }).filter(([length, lines]) => lines > 2)"""
    )
    assert lines and all(length / count < 80 for length, count in lines)


def test_the_home_page_shows_the_idea_at_first_sight(open_page):
    page = open_page("")
    figure = page.locator(".hero .snippet-figure svg")
    box = figure.bounding_box()
    assert box["y"] + box["height"] < 900
    assert "L1 is 6.67 apples, L2 50 squared" in figure.locator("title").text_content()
    assert page.locator(".two .result").all_inner_texts() == ["6.67 apples", "50 squared apples"]


def test_what_a_formula_colours_is_the_name_of_its_loss(visited):
    for (loss, names), accent in zip(NAMES.items(), visited.evaluate(ACCENTS)):
        formulas = f"main .of-{loss} .formula-box math"
        coloured = evaluate_all(visited, formulas, COLOURED, accent)
        for text, colour in coloured:
            assert colour == "".join(name for name in names if text.startswith(name)), text
        assert coloured or visited.path != STEP_BY_STEP


def test_a_formula_is_set_in_the_math_font_and_goes_on_below_at_a_sign(open_page):
    page = open_page(STEP_BY_STEP, 390)
    loaded = """[...document.fonts].some(f => f.family.includes("Math") && f.status == "loaded")"""
    assert until(lambda: page.evaluate(loaded))
    rows = page.locator(".formula-box").nth(4).locator("math > mrow > mrow")
    assert rows.all_text_contents() == ["(100−90)2", "+(100−95)2", "+(100−105)2", "=150"]
    bottoms = [round(box["y"] + box["height"]) for box in (r.bounding_box() for r in rows.all())]
    assert bottoms[0] < bottoms[2]
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.locator(".formula-box").nth(4).bounding_box()["height"] < 80
    # It can be selected, and is a formula to a screen reader.
    page.evaluate("getSelection().selectAllChildren(document.querySelectorAll('.formula-box')[2])")
    assert "".join(page.evaluate("getSelection().toString()").split()) == "MAE=203≈6.67"
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node.get("role", {}).get("value") for node in tree]
    assert "MathMLMath" in roles and "MathMLFraction" in roles


def ink(page, x, y, width, height) -> float:
    """Return which part of a place on the page is not as the paper around it."""
    clip = {"x": x, "y": y, "width": width, "height": height}
    picture = Image.open(BytesIO(page.screenshot(clip=clip))).convert("L")
    paper = Image.open(BytesIO(page.screenshot(clip=clip | {"width": 1, "height": 1})))
    ground = paper.convert("L").getpixel((0, 0))
    return float(np.mean(np.abs(np.asarray(picture, float) - ground) > 100))


@pytest.fixture(params=SCHEMES)
def opened(request, open_page):
    def opened(path):
        forced = {"forced_colors": "active", "reduced_motion": "reduce"}
        page = open_page(path, palette=request.param, **forced)
        assert until(lambda: page.evaluate("document.fonts.status == 'loaded'"))
        return page

    return opened


def test_the_switch_shows_whether_it_is_on(opened):
    page = opened(address_with("#!value"))
    switch = page.locator(".origins")
    switch.scroll_into_view_if_needed()
    box = switch.bounding_box()
    half = {"width": 13, "height": box["height"]}
    left, right = ({"x": box["x"] + at, "y": box["y"]} | half for at in (1, 14))
    off = [ink(page, **left), ink(page, **right)]
    switch.evaluate("switch_ => switch_.click()")
    on = [ink(page, **left), ink(page, **right)]
    assert off[0] > 1.5 * off[1]
    assert on[1] > 1.5 * on[0]


def test_the_mark_of_each_loss_is_drawn(opened):
    page = opened(TABLE)
    for loss, least in {"l1": 0.1, "l2": 0.25}.items():
        box = page.locator(f"table strong.{loss}").first.bounding_box()
        mark = {"x": box["x"] - 1, "y": box["y"], "width": 12, "height": box["height"]}
        assert ink(page, **mark) > least


def test_the_arrow_and_the_icon_of_what_is_folded_away_are_drawn(opened):
    page = opened(address_with("\n??? "))
    summary = page.locator("details:not(.snippet-program) > summary").first
    summary.scroll_into_view_if_needed()
    box = summary.bounding_box()
    for x in (box["x"] + 4, box["x"] + box["width"] - 32):
        place = {"x": x, "y": box["y"] + 4, "width": 28, "height": box["height"] - 8}
        assert ink(page, **place) > 0.01
