"""Formulas: coloured where a colour means something, in their font, and to be selected and heard."""

from tests.browser.conftest import ACCENTS, evaluate_all, until
from tests.navigation import address_with

STEP_BY_STEP = address_with("/l1_in_four_steps.py", "/l2_in_four_steps.py")

# The texts of formulas, and of their parts in a colour.
COLOURED = """(all, accent) => all.map(math => {
  const parts = [...math.querySelectorAll("mi, mo, mn, mtext")];
  const coloured = parts.filter(part => getComputedStyle(part).color === accent);
  return [math.textContent, coloured.map(part => part.textContent).join("")];
})"""
NAMES = {"l1": ("MAE", "L1"), "l2": ("MSE", "L2")}


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
