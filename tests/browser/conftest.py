"""A browser for the tests, and pages opened in it that tell what they complain of."""

import time
from contextlib import contextmanager

import pytest
from playwright.sync_api import sync_playwright

from tests.conftest import PROJECT
from tools import chromium

DOCS = PROJECT / "docs"


def address_of(source):
    """Where the page of a source is, below the address of the site."""
    place = source.relative_to(DOCS).with_suffix("")
    folder = (place.parent if place.name == "index" else place).as_posix()
    return "" if folder == "." else f"{folder}/"


PAGES = sorted(address_of(path) for kind in ("*.md", "*.ipynb") for path in DOCS.rglob(kind))


# For each page that is opened, Chromium keeps two of its own ready, in processes of their own: what
# its address bar would show below it. No test looks at the address bar, and both together take
# longer than a page of the site.
UNUSED = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"]
WITHOUT = "--disable-features="


@pytest.fixture(scope="session")
def browser():
    path = chromium.find()
    assert path, chromium.NOTHING_WORKS
    with sync_playwright() as playwright:

        def launched(*flags):
            flags = [*chromium.FLAGS, *flags]
            return playwright.chromium.launch(executable_path=path, args=flags)

        # A second list would replace Playwright's own, so that is asked for, and made longer.
        with launched("--enable-automation") as first:
            asked = "Browser.getBrowserCommandLine"
            words = first.new_browser_cdp_session().send(asked)["arguments"]
        off = [word.removeprefix(WITHOUT) for word in words if word.startswith(WITHOUT)]
        with launched(WITHOUT + ",".join([*off, *UNUSED])) as browser:
            yield browser


@contextmanager
def pages_at(browser, address):
    """Give a function that opens a page of a site, in a fresh profile each.

    What the page asks for, and what it complains of, is collected. Whatever it asks of others is a
    complaint. `before` is a script that runs before the page's own.
    """
    contexts = []

    def open_page(path, width=1280, palette="light", before="", **options):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=palette, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda m: page.complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        if before:
            page.add_init_script(before)
        page.asked = []
        page.on("request", lambda request: note_request(page, request.url))
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
        return page

    def note_request(page, url):
        page.asked.append(url)
        if not url.startswith((address, "data:", "blob:")):
            page.complaints.append(f"asks {url}")

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(browser, address):
    """Open a page of the published site."""
    with pages_at(browser, address) as opened:
        yield opened


def until(condition, seconds=10):
    """Wait until a condition holds; return what it gave last."""
    deadline = time.monotonic() + seconds
    while not (answer := condition()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return answer
