"""The switch that shows where numbers come from, and the buttons that copy: a number, a program, its output."""

import functools
import json
import posixpath
import re

import pytest

from tests.browser.conftest import CLIPBOARD, copied, unfold, until
from tests.conftest import parsed
from tests.navigation import SNIPPETS, SOURCES, address_of, address_with, page_with, snippet_named

ARTICLE = address_with("/absolute_errors.py")
FORMULAS = address_with("/l1_in_four_steps.py")
TABLE = address_with("| **L1 loss**{ .l1 } | **L2 loss**{ .l2 } |")
LEDGER = address_with("\n# Ledger: the article\n")
WITH_VALUES = {"home": "", "a page with expandables": ARTICLE, "a page of formulas": FORMULAS}
WITH_VALUES |= {"a table": TABLE, "the ledger": LEDGER}
SESSIONS, NOTEBOOK = address_with("\n```console"), page_with('"nbformat"')
WITHOUT = address_of(NOTEBOOK)
MAE, STEPS = map(snippet_named, ("mean_absolute_error.py", "l1_in_four_steps.py"))
LINE_9 = {name: re.sub("[/_]", "-", f"{name.with_suffix('')}-9") for name in (MAE, STEPS)}


def switch(page):
    return page.get_by_role("switch", name="Show where numbers come from")


def links(page):
    """Return the address, the name and the text of each link to a line."""
    return page.locator("a.origin").evaluate_all(
        "all => all.map(link => [link.getAttribute('href'), link.ariaLabel, link.textContent])"
    )


@pytest.fixture(scope="module")
def line_at(published_site):
    """Give the text of the line that an address leads to, from a page of the site."""

    @functools.cache
    def lines_of(page):
        return {each["id"]: each.text for each in parsed(published_site, page).select("[id]")}

    def line_at(address, path):
        page, _, anchor = address.partition("#")
        return lines_of(posixpath.normpath(posixpath.join(path, page)))[anchor]

    return line_at


@pytest.mark.parametrize("path", WITH_VALUES.values(), ids=WITH_VALUES)
def test_every_number_becomes_a_named_link_to_its_line_for_any_finger(open_page, line_at, path):
    page = open_page(path)
    assert switch(page).get_attribute("aria-checked") == "false" and links(page) == []
    values = page.locator("data[data-source]").evaluate_all(
        "all => all.map(({dataset, textContent: text, title}) => [dataset.source, `${text}: ${title}`, text])"
    )
    assert values
    switch(page).click()
    assert switch(page).get_attribute("aria-checked") == "true"
    assert {tuple(link) for link in links(page)} == {tuple(value) for value in values}
    marked = page.locator("data:is(.origin, :has(> .cited > a.origin))")
    assert marked.count() == len(values)
    for href, name, text in links(page):
        said = re.fullmatch(rf"{re.escape(text)}: (\w+), line (\d+) of (\S+)", name)
        variable, number, snippet = said.groups()
        source = (SNIPPETS / snippet).read_text("utf-8").splitlines()
        line = line_at(href, path)
        assert line.rstrip("\n") == source[int(number) - 1] and variable in line
    page.set_viewport_size({"width": 390, "height": 900})
    unfold(page)
    parts = page.locator(":is(td, dd, .formula-numbers) .cited > *")  # outside of sentences
    boxes = parts.evaluate_all("all => all.map(part => part.getBoundingClientRect().toJSON())")
    assert all(box["width"] >= 24 and box["height"] >= 24 for box in boxes)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.complaints == []


def test_the_numbers_of_a_formula_stand_behind_it_and_lead_to_their_lines_from_in_it(open_page):
    page = open_page(FORMULAS)
    switch(page).click()
    lists = page.get_by_role("group", name="Numbers of this formula")
    assert lists.count() == 4
    shown = [each.locator("a").all_inner_texts() for each in lists.all()[:2]]
    assert shown == [["100", "90", "95", "105", "20"], ["20", "3", "6.67"]]
    page.locator("math data", has_text="6.67").click()
    assert until(lambda: page.locator(":target").count())
    assert page.locator(":target").inner_text().startswith("mae = total / len(forecasts)")


def test_a_page_without_values_has_no_switch_nor_has_one_without_scripts(open_page):
    assert switch(open_page(WITHOUT)).count() == 0
    page = open_page(ARTICLE, java_script_enabled=False)
    assert page.locator("button.origins").count() == 1
    assert not page.locator("button.origins").is_visible()
    page = open_page(ARTICLE, 390)  # where it takes its place without moving the text
    before = page.locator("h1").bounding_box()
    page.evaluate("document.querySelector('button.origins').hidden = true")
    assert page.locator("h1").bounding_box() == before
    assert not switch(page).is_visible()


def test_the_choice_is_remembered_and_turning_it_off_restores_the_page(open_page):
    page = open_page(FORMULAS)
    text = "document.querySelector('article').innerHTML"
    before = page.evaluate(text)
    switch(page).click()
    assert page.evaluate(text) != before
    page.reload()
    assert until(lambda: links(page))
    page.goto(page.url.replace(FORMULAS, TABLE))
    assert until(lambda: links(page))
    page.goto(page.url.replace(TABLE, FORMULAS))
    assert until(lambda: links(page))
    switch(page).click()
    assert page.evaluate(text) == before
    page.reload()
    assert until(lambda: switch(page).is_visible()) and links(page) == []


def test_a_browser_that_stores_nothing_shows_them_all_the_same(open_page):
    none = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('none') }})"
    page = open_page(ARTICLE, before=none)
    of_the_theme = len(page.complaints)
    switch(page).click()
    assert links(page) and len(page.complaints) == of_the_theme


def test_by_keyboard_a_number_leads_to_its_line_though_that_is_folded_away(open_page):
    page = open_page(ARTICLE)
    switch(page).focus()
    page.keyboard.press("Space")
    focused = "document.activeElement.ariaLabel || ''"
    while not page.evaluate(focused).startswith("10: first_error"):
        page.keyboard.press("Tab")
    folded, line = page.locator("details").first, page.locator(":target")
    header = page.locator(".md-header").bounding_box()["height"]
    for _ in range(2):  # the second time, the address is there already
        assert folded.get_attribute("open") is None
        page.keyboard.press("Enter")
        assert until(line.is_visible)
        assert line.inner_text().startswith("first_error = abs(actual - first_forecast)")
        lit = line.evaluate("line => getComputedStyle(line).backgroundColor")
        assert lit not in ("rgba(0, 0, 0, 0)", "transparent")
        assert until(lambda: header <= line.bounding_box()["y"] < 900)
        folded.evaluate("part => part.open = false")
        page.get_by_role("link", name="10: first_error").first.focus()


def test_a_number_leads_to_a_line_on_another_page(open_page):
    page = open_page(TABLE)
    switch(page).click()
    page.get_by_role("link", name=f"6.67: mae, line 9 of {MAE}").click()
    assert until(lambda: page.url.endswith(f"{ARTICLE}#{LINE_9[MAE]}"))
    assert until(page.locator(":target").is_visible)
    assert page.locator(":target").inner_text().startswith("mae = total / count")


@pytest.mark.parametrize("path", [TABLE, FORMULAS])
def test_a_number_is_copied_with_its_source_line(open_page, address, path):
    page = open_page(path, **CLIPBOARD)
    switch(page).click()
    page.get_by_role("button", name="Copy 6.67 with its source line").first.click()
    said = page.get_by_role("status")
    assert until(lambda: said.inner_text() == "Copied 6.67 with its source line")
    own = path == FORMULAS
    name, line = (STEPS, "total / len(forecasts)") if own else (MAE, "total / count")
    leads_to = f"{address}{path if own else ARTICLE}#{LINE_9[name]}"
    assert copied(page) == f"6.67 = mae, line 9 of {name}: mae = {line} {leads_to}"
    page.emulate_media(media="print")  # which shows the numbers and no switch
    for hidden in ("button.origins", ".cited > .copy", *[".formula-numbers"] * own):
        assert page.locator(hidden).count(), hidden
        assert not page.locator(hidden).first.is_visible(), hidden


def copied_by(page, name):
    page.get_by_role("button", name=name, exact=True).click()
    said = page.get_by_role("status")
    assert until(lambda: said.inner_text() == name.replace("Copy", "Copied", 1)), said.inner_text()
    return copied(page)


def parts_of_programs(page):
    """Each part of a block that can be copied, by the name of its button, with what it must give."""
    parts = {}
    for link in page.locator(".snippet-source a:first-child").all_inner_texts():
        program = SNIPPETS / link.removeprefix("Source: ")
        source = program.read_text("utf-8")
        if program.suffix == ".console":
            command = source.removeprefix("$ ").rstrip()
            parts[f"Copy the command {command}"] = command
        else:
            parts[f"Copy {program.name}"] = source
            printed = program.with_suffix(".out").read_text("utf-8")
            parts[f"Copy the output of {program.name}"] = printed
    return parts


def parts_of_the_notebook(page):
    cells = json.loads(SOURCES[NOTEBOOK])["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    parts = {}
    for number, cell in enumerate(code, start=1):
        parts[f"Copy cell {number}"] = "".join(cell["source"])
        for output in cell["outputs"]:
            parts[f"Copy the output of cell {number}"] = "".join(output["text"])
    return parts


PARTS = [(path, parts_of_programs) for path in (ARTICLE, SESSIONS)]
PARTS += [(WITHOUT, parts_of_the_notebook)]


@pytest.mark.parametrize("path, parts_of", PARTS)
def test_each_part_of_a_block_is_copied_by_a_button_for_any_finger(open_page, path, parts_of):
    page = open_page(path, 390, **CLIPBOARD)
    unfold(page)
    parts = parts_of(page)
    assert len(parts) > 2
    buttons = page.locator("button.copy")
    assert set(buttons.evaluate_all("all => all.map(button => button.ariaLabel)")) == set(parts)
    assert buttons.count() == len(parts)
    for button in buttons.all():  # none waits for a pointer to hover over its block
        assert button.is_visible()
        box = button.bounding_box()
        assert box["width"] >= 24 and box["height"] >= 24
    for name, text in parts.items():
        assert copied_by(page, name).rstrip("\n") == text.rstrip("\n")
    assert page.complaints == []


def test_a_program_is_copied_by_keyboard_and_a_browser_that_forbids_it_is_named(open_page):
    page = open_page(ARTICLE, **CLIPBOARD)
    unfold(page)
    page.get_by_role("button", name="Copy absolute_errors.py").focus()
    page.keyboard.press("Enter")
    source = (SNIPPETS / snippet_named("absolute_errors.py")).read_text("utf-8")
    assert until(lambda: copied(page) == source)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    page.keyboard.press("Enter")
    assert until(lambda: "refused" in page.get_by_role("status").inner_text())


def test_no_button_is_offered_where_the_browser_can_not_copy(open_page):
    page = open_page(ARTICLE, before="delete Navigator.prototype.clipboard")
    assert page.locator(".snippet").count() > 2
    assert page.locator("button.copy").count() == 0
