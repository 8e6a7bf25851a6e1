"""Formulas: whole on the narrowest screen, and coloured where a colour means something."""

from pathlib import Path

import pytest

from tests.browser.conftest import DOCS, address_of, until

# One worker opens each page with formulas once; the playground sets its own.
pytestmark = pytest.mark.xdist_group("formulas")

BOXES = ".formula-box:not(.playground-sheet *)"
CUT = """all => all.filter(box => box.scrollWidth > box.clientWidth).map(box => box.textContent)"""
# The texts in the colour of one loss, in the formulas that belong to it.
COLOURED = """() => ["l1", "l2"].flatMap(loss => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = `var(--${loss})`;
  const accent = getComputedStyle(probe).color;
  probe.remove();
  return [...document.querySelectorAll(`main .of-${loss} .formula-box math`)].map(math => {
    const parts = [...math.querySelectorAll("mi, mo, mn, mtext")];
    const coloured = parts.filter(part => getComputedStyle(part).color === accent);
    return [loss, math.textContent, coloured.map(part => part.textContent).join("")];
  });
})"""


def with_formulas() -> list[Path]:
    return [page for page in sorted(DOCS.rglob("*.md")) if "```math" in page.read_text("utf-8")]


@pytest.fixture(scope="module")
def seen(browser, address):
    """What each page with formulas shows of them."""
    page = browser.new_page(viewport={"width": 390, "height": 900})
    seen = {}
    for path in map(address_of, with_formulas()):
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        assert until(lambda: page.evaluate("document.fonts.status == 'loaded'"))
        cut = []
        for width in (390, 320):
            page.set_viewport_size({"width": width, "height": 900})
            cut += [
                f"/{path}, {width} px: {text}" for text in page.locator(BOXES).evaluate_all(CUT)
            ]
        seen[path] = cut, page.evaluate(COLOURED)
    page.context.close()
    return seen


def test_no_formula_is_cut_on_a_phone_nor_on_the_narrowest_screen(seen):
    assert len(seen) > 10
    assert [cut for found, _ in seen.values() for cut in found] == []


def test_what_a_formula_colours_is_the_name_of_its_loss(seen):
    coloured = [each for _, found in seen.values() for each in found]
    assert len(coloured) > 10
    names = {"l1": ("MAE", "L1"), "l2": ("MSE", "L2")}
    for loss, text, colour in coloured:
        begins = [name for name in names[loss] if text.startswith(name)]
        assert colour == "".join(begins), text


def test_a_formula_that_does_not_fit_goes_on_below_at_a_sign(open_page):
    page = open_page("article/math/", 390)
    rows = page.locator(".formula-box").nth(4).locator("math > mrow > mrow")
    tops = [
        round(box["y"] + box["height"]) for box in map(type(rows.first).bounding_box, rows.all())
    ]
    assert rows.all_text_contents() == ["(100−90)2", "+(100−95)2", "+(100−105)2", "=150"]
    assert tops[0] < tops[2]
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.locator(".formula-box").nth(4).bounding_box()["height"] < 80
