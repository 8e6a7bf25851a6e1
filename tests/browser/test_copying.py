"""Programs, outputs and commands go to the clipboard as they are."""

import json

import pytest

from drift.project import approval
from drift.project.snippet import COMPLAINED, PRINTED, Snippets
from tests.browser.conftest import until
from tests.conftest import PROJECT

SNIPPETS = Snippets(PROJECT / "snippets").by_name
PROGRAMS = "article/l1/"
SESSIONS = "article/cli-output/"
NOTEBOOK = "article/notebook/"


@pytest.fixture
def copying_page(open_page):
    """Open a page that may use the clipboard, with its expandables open."""

    def copying_page(path, *view):
        page = open_page(path, *view)
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        return page

    return copying_page


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


def copied(page, name):
    page.get_by_role("button", name=name, exact=True).click()
    said = page.get_by_role("status")
    assert until(lambda: said.inner_text() == name.replace("Copy", "Copied", 1)), said.inner_text()
    return clipboard(page)


@pytest.mark.parametrize("path", [PROGRAMS, SESSIONS])
def test_each_part_of_a_block_is_copied_as_itself(copying_page, path):
    page = copying_page(path)
    links = page.locator(".snippet-source a:first-child").all_inner_texts()
    assert len(links) > 2
    expected = set()
    for link in links:
        snippet = SNIPPETS[link.removeprefix("Source: ")]
        if snippet.is_session:
            command = snippet.source.removeprefix("$ ").rstrip()
            expected.add(f"Copy the command {command}")
            assert copied(page, f"Copy the command {command}") == command
        else:
            name = snippet.path.name
            expected |= {f"Copy {name}", f"Copy the output of {name}"}
            assert copied(page, f"Copy {name}") == snippet.source
            printed = approval.approved(snippet, PRINTED) or approval.approved(snippet, COMPLAINED)
            assert copied(page, f"Copy the output of {name}") == printed
    buttons = page.locator(".snippet button")
    names = buttons.evaluate_all("all => all.map(button => button.ariaLabel)")
    assert len(names) == len(expected) and set(names) == expected
    assert page.complaints == []


def test_each_cell_of_the_notebook_and_its_output_is_copied_as_itself(copying_page):
    page = copying_page(NOTEBOOK)
    cells = json.loads((PROJECT / "docs/article/notebook.ipynb").read_text("utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    for number, cell in enumerate(code, start=1):
        assert copied(page, f"Copy cell {number}").rstrip("\n") == "".join(cell["source"])
        for output in cell["outputs"]:
            printed = "".join(output["text"])
            assert copied(page, f"Copy the output of cell {number}") == printed
    assert page.locator(".jp-Cell button").count() > len(code)


def test_a_program_is_copied_by_keyboard(copying_page):
    page = copying_page(PROGRAMS)
    page.get_by_role("button", name="Copy absolute_errors.py").focus()
    page.keyboard.press("Enter")
    source = SNIPPETS["article/l1/absolute_errors.py"].source
    assert until(lambda: clipboard(page) == source)


@pytest.mark.parametrize("path", [PROGRAMS, SESSIONS, NOTEBOOK])
def test_a_copy_button_is_seen_without_hovering_and_large_enough_for_a_finger(copying_page, path):
    page = copying_page(path, 390)
    for button in page.locator("button.copy").all():
        assert button.is_visible()
        box = button.bounding_box()
        assert box["width"] >= 24 and box["height"] >= 24


@pytest.mark.parametrize("path", [PROGRAMS, SESSIONS, NOTEBOOK])
def test_a_block_adds_no_landmark_and_its_buttons_are_not_printed(copying_page, path):
    page = copying_page(path)
    assert page.locator("article nav").count() == 0
    page.emulate_media(media="print")
    buttons = page.locator("button.copy")
    assert buttons.count() > 2
    assert not any(button.is_visible() for button in buttons.all())


def test_a_browser_that_forbids_copying_is_named(open_page):
    page = open_page(PROGRAMS)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    page.locator("button.copy:visible").last.click()
    said = page.get_by_role("status")
    assert until(lambda: "did not allow" in said.inner_text())


def test_no_button_is_offered_where_the_browser_can_not_copy(browser, address):
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(address + PROGRAMS)
    assert page.locator(".snippet").count() > 2
    assert page.locator("button.copy").count() == 0
    context.close()
