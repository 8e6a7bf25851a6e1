"""Programs, outputs and commands go to the clipboard as they are."""

import json

import pytest

from tests.browser.conftest import CLIPBOARD, copied, unfold, until
from tests.navigation import SNIPPETS, SOURCES, address_of, address_with, page_with, snippet_named

PROGRAMS = address_with("/absolute_errors.py")
SESSIONS = address_with("\n```console")
NOTEBOOK = page_with('"nbformat"')


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


PARTS = [(path, parts_of_programs) for path in (PROGRAMS, SESSIONS)]
PARTS += [(address_of(NOTEBOOK), parts_of_the_notebook)]


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
    page = open_page(PROGRAMS, **CLIPBOARD)
    unfold(page)
    page.get_by_role("button", name="Copy absolute_errors.py").focus()
    page.keyboard.press("Enter")
    source = (SNIPPETS / snippet_named("absolute_errors.py")).read_text("utf-8")
    assert until(lambda: copied(page) == source)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    page.keyboard.press("Enter")
    assert until(lambda: "refused" in page.get_by_role("status").inner_text())


def test_no_button_is_offered_where_the_browser_can_not_copy(open_page):
    page = open_page(PROGRAMS, before="delete Navigator.prototype.clipboard")
    assert page.locator(".snippet").count() > 2
    assert page.locator("button.copy").count() == 0
