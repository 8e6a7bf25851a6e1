"""The published pages state what they may do; nothing they do breaks it, and nothing else runs."""

import re
from urllib.parse import urljoin

import pytest

from tests.browser.conftest import KINDS, unfold, until
from tests.conftest import ADDRESS, SUB_PATH
from tests.navigation import ADDRESSES, KNOWN, snippet_named

COLLECT = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event =>
  window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""


@pytest.fixture
def open_watched(open_page):
    """Open a page that notes, from its first moment on, what its policy refused."""
    return lambda path, **how: open_page(path, before=COLLECT, **how)


def test_the_policy_makes_no_script_of_text_and_the_character_set_is_found_in_time(published_site):
    """That every page states it, the guard's check sees."""
    first, _ = KNOWN.policy.text(ADDRESS).split(", ")
    assert "script-src 'self' 'sha256-" in first and "unsafe-eval" not in first
    assert not re.search(r"script-src[^;]*unsafe", first)
    for page in published_site.rglob("*.html"):  # where browsers look for it
        assert b'<meta charset="utf-8">' in page.read_bytes()[:1024], page


@pytest.mark.parametrize("path", KINDS)
def test_no_page_breaks_its_policy_or_asks_another_host_while_it_is_used(open_watched, path):
    page = open_watched(path, width=390 if KINDS.index(path) % 2 else 1280)  # on either, in turn
    unfold(page)
    page.keyboard.press("s")
    page.keyboard.type("outlier")
    assert until(page.locator(".md-search-result__item").first.is_visible, 60)
    page.keyboard.press("Escape")
    for handle in page.locator("[role=slider]:visible").all():
        handle.press("ArrowRight")
    page.evaluate("document.querySelectorAll('button').forEach(button => button.click())")
    assert [*page.evaluate("window.violations"), *page.complaints] == []
    page.reload()  # now the palette and the switch are remembered
    assert [*page.evaluate("window.violations"), *page.complaints] == []


PROGRAM = f"/{SUB_PATH}/snippets/{snippet_named('mean_absolute_error.py')}"
INTRUDERS = {
    "an inline script": "const s = document.createElement('script'); s.textContent = 'window.ran = 1'",
    "a script of another host": "const s = document.createElement('script'); s.src = 'https://elsewhere.example/a.js'",
    "a script below the programs": f"const s = document.createElement('script'); s.src = '{PROGRAM}'",
    "a worker below the programs": f"const s = document.createElement('p'); new Worker('{PROGRAM}')",
    "a picture of another host": "const s = document.createElement('img'); s.src = 'https://elsewhere.example/a.png'",
    "a frame": "const s = document.createElement('iframe'); s.src = 'https://elsewhere.example/'",
}  # fmt: skip


def test_the_browser_refuses_what_was_not_reviewed(open_watched):
    page = open_watched(ADDRESSES[1])
    for intruder, script in INTRUDERS.items():
        page.evaluate(f"() => {{ window.violations = []; {script}; document.body.append(s) }}")
        assert until(lambda: page.evaluate("window.violations.length > 0")), intruder
    assert page.evaluate("window.ran") is None


@pytest.fixture
def planted(open_watched):
    """Open a page that has some HTML before its title."""

    def planted(markup, anchor=""):
        page = open_watched(ADDRESSES[1], fresh=True)
        html = page.request.get(page.url).text().replace("<h1", f"{markup}<h1", 1)
        place = urljoin(page.url, "../planted/")
        page.route(place, lambda route: route.fulfill(body=html, content_type="text/html"))
        page.goto(place + anchor)
        return page

    return planted


@pytest.mark.parametrize("host", ["", "https://elsewhere.example"])
def test_a_page_that_has_moved_leads_on_within_the_site(planted, address, host):
    page = planted(f'<a class="moved" href="{host}/{SUB_PATH}/{ADDRESSES[2]}"></a>', "#__comments")
    page.wait_for_url(f"{address}{ADDRESSES[2]}#__comments")


def test_the_browser_refuses_a_script_that_was_planted_in_a_page(planted):
    page = planted("<script>window.ran = 1</script>")
    assert page.evaluate("window.ran") is None
    (refused,) = page.evaluate("window.violations")
    assert refused.startswith("script-src-elem: inline")
