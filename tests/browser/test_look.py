"""How the site looks: one colour and one shape for each loss, lines made for reading."""

import pytest

from tests.browser.conftest import PAGES, until

COLOUR = "element => getComputedStyle(element).color"
ACCENTS = """names => names.map(name => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = `var(${name})`;
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
})"""
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
    const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
    const paper = numbers(getComputedStyle(figure.closest(".snippet")).backgroundColor);
    const over = (colour, opacity) =>
        numbers(colour).slice(0, 3).map((part, at) => opacity * part + (1 - opacity) * paper[at]);
    const light = colour => colour.slice(0, 3)
        .map(part => part / 255)
        .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
    const contrast = colour => {
        const [low, high] = [light(colour), light(paper)].sort((one, other) => one - other);
        return (high + 0.05) / (low + 0.05);
    };
    return [...figure.querySelectorAll("path[clip-path][style*='--figure-1']")]
        .map(path => [path.getBBox(), getComputedStyle(path)])
        .filter(([box]) => box.width > 20 && Math.abs(box.width - box.height) < 0.1)
        .map(([, style]) => Math.max(
            contrast(over(style.fill === "none" ? "rgb(0, 0, 0, 0)" : style.fill,
                style.fill === "none" ? 0 : style.opacity * style.fillOpacity)),
            contrast(over(style.stroke, style.opacity * style.strokeOpacity)),
        ));
}"""


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_each_loss_keeps_its_colour_in_figures_formulas_tables_and_on_the_home_page(
    open_page, palette
):
    stroke = "element => getComputedStyle(element).stroke"
    page = open_page("article/why-the-math-matters/", palette=palette)
    accents = page.evaluate(ACCENTS, ["--l1", "--l2"])
    assert len(set(accents)) == 2
    for at, accent in enumerate(accents):
        line = page.locator(f".snippet-figure path[style*='--figure-{at}']").first
        assert line.evaluate(stroke) == accent
    page = open_page("article/math/", palette=palette)
    names = {"MAE": accents[0], "MSE": accents[1]}
    for name, accent in names.items():
        for part in page.locator(".formula-box mi", has_text=name).all():
            assert part.evaluate(COLOUR) == accent
    page = open_page("playground/", palette=palette)
    for name, accent in names.items():
        assert page.locator(".playground-sheet mi", has_text=name).evaluate(COLOUR) == accent
    for path, kind in {"article/key-takeaways/": "table strong.l", "": ".of-l"}.items():
        page = open_page(path, palette=palette)
        for number, accent in enumerate(accents, start=1):
            part = page.locator(f"{kind}{number} .result" if not path else f"{kind}{number}").first
            assert part.evaluate(COLOUR) == accent


def test_each_loss_has_its_shape_too_a_length_and_a_square(open_page):
    page = open_page("article/key-takeaways/")
    length, square = (page.locator(f"strong.l{n}").first.evaluate(MARK) for n in (1, 2))
    assert length[0] > 3 * length[1]
    assert square[0] == square[1]
    assert length[2] != square[2]


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_fonts_arrive_late(browser, address, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    session = page.context.new_cdp_session(page)
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    waiting = []
    page.route("**/*.woff2", lambda route: waiting.append(route))
    moved = {}
    for path in PAGES:
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
    page.context.close()
    assert {path: shift for path, shift in moved.items() if shift > 0.02} == {}


@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "article/l2/"], ids=["home", "L2 loss"])
def test_squares_stand_out_from_their_paper(open_page, path, palette):
    figure = open_page(path, palette=palette).locator(".snippet-figure svg").first
    squares = figure.evaluate(SQUARES)
    assert len(squares) >= 3
    assert min(squares) >= 3


@pytest.mark.parametrize("path", ["", "article/l1/"], ids=["home", "an article page"])
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
    assert lines
    for length, count in lines:
        assert length / count < 80


def test_the_home_page_shows_the_idea_at_first_sight(open_page):
    page = open_page("")
    figure = page.locator(".hero .snippet-figure svg")
    box = figure.bounding_box()
    assert box["y"] + box["height"] < 900
    assert "Three forecasts" in figure.locator("title").text_content()
    assert page.locator(".two .result").all_inner_texts() == ["6.67 apples", "50 squared apples"]


def test_light_dark_and_the_choice_of_the_system_can_be_had(open_page):
    page = open_page("", palette="dark")
    inputs = page.locator("form[data-md-component=palette] input")
    assert inputs.evaluate_all("all => all.map(each => each.dataset.mdColorMedia)") == [
        "(prefers-color-scheme)", "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)",
    ]  # fmt: skip
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_a_tab_has_an_icon_and_a_shared_link_a_picture_with_its_title(open_page, published_site):
    page = open_page("article/l2/")
    icon = page.locator("link[rel=icon]").evaluate("link => link.href")
    assert page.request.get(icon).ok
    told = page.locator("meta[property^='og:']").evaluate_all(
        "all => Object.fromEntries(all.map(each => [each.getAttribute('property'), each.content]))"
    )
    assert told["og:title"] == "L2 loss"
    assert told["og:image"] == "https://pages.example/apples/share.png"
    assert (published_site / "share.png").exists()
    assert told["og:image:alt"] and told["og:description"]


def test_a_formula_can_be_selected_and_is_a_formula_to_a_screen_reader(open_page):
    page = open_page("article/math/")
    told = page.evaluate(
        """() => {
            getSelection().selectAllChildren(document.querySelectorAll(".formula-box")[2]);
            return getSelection().toString().replace(/\\s/g, "");
        }"""
    )
    assert told == "MAE=203≈6.67"
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node.get("role", {}).get("value") for node in tree]
    assert "MathMLMath" in roles and "MathMLFraction" in roles
