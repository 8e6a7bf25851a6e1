"""How the site looks: one colour and one shape for each loss, lines made for reading."""

import pytest

from tests.browser.conftest import ACCENTS, KINDS, SCHEMES, bring_axe, lay_out, until
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
TABLE = address_with("| **L1 loss**{ .l1 } | **L2 loss**{ .l2 } |")
# Where a loss has its colour: the page, the elements by the number of the loss, and what is coloured.
OF_A_LOSS = [
    (address_with("/penalties.py"), ".snippet-figure path[style*='--figure-{at}']", "stroke"),
    (PLAYGROUND, ".playground-sheet mi:has-text('{name}')", "color"),
    (PLAYGROUND, ".playground-stage :is(.bar, rect):is({shape})", "stroke"),
    (TABLE, "table strong.{loss}", "color"),
    ("", ".of-{loss} .result", "color"),
]
LOSSES = [
    {"at": 0, "name": "MAE", "loss": "l1", "shape": ".bar"},
    {"at": 1, "name": "MSE", "loss": "l2", "shape": "rect"},
]


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


# One page of each kind on a phone or a desk, in turn; in `make test-all` all pages on both.
LATE = [(KINDS[::2], 390), (KINDS[1::2], 1280)]
LATE += [pytest.param(ADDRESSES, width, marks=pytest.mark.exhaustive) for width in (390, 1280)]


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
