"""A page by keyboard alone: each stop of the Tab key is seen, in the page and clear of the header."""

import pytest

from tests.browser.conftest import KINDS, ROWS_ONCE, lay_out, until
from tests.browser.playground import PLAYGROUND
from tests.navigation import ADDRESSES, SECTIONS, address_with

HERE, THERE = ADDRESSES[1:3]
FOLLOWING = [*SECTIONS["The article"]][1]

# What a stop looks like. The look without the focus is that of the same element a moment later.
STOP = """() => {
  const shown = document.activeElement;
  if (shown === document.body) return null;
  const box = shown.getBoundingClientRect();
  const header = document.querySelector(".md-header");
  const bottom = header.getBoundingClientRect().bottom;
  const inside = (x, y) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (shown.contains(top) || top.contains(shown));
  };
  // The first line of what has the focus, where it may have several; of what is larger than the
  // window, the part in it.
  const large = box.height > innerHeight - bottom;
  const line = large ? new DOMRect(box.left, Math.max(box.top, bottom), box.width, 20)
    : [...shown.getClientRects()].find(part => part.width && part.height) ?? box;
  const y = line.top + Math.min(line.height, 20) / 2;
  const style = getComputedStyle(shown);
  const look = `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor} ${style.boxShadow}`;
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  let opacity = 1;
  for (let part = shown; part; part = part.parentElement) opacity *= getComputedStyle(part).opacity;
  window.stops ??= [];
  window.stops.push([shown, look, outlined || style.boxShadow !== "none"]);
  const wrong = [];
  if (!box.width || !box.height || opacity < 0.5 || style.visibility !== "visible")
    wrong.push("cannot be seen");
  else if (line.top < 0 || line.left < 0 || y > innerHeight || line.left >= innerWidth)
    wrong.push("lies outside the window");
  else if (!header.contains(shown) && getComputedStyle(header).position === "sticky"
      && line.top < bottom
      && !shown.closest(".md-sidebar, .md-skip"))
    wrong.push("lies under the header");
  else if (!inside(line.left + Math.min(line.width, 40) / 2, y)) wrong.push("is covered");
  return {wrong, html: shown.outerHTML.slice(0, 160)};
}"""
# Those of the stops that look the same without the focus.
UNMARKED = """() => {
  document.activeElement.blur();
  return window.stops.splice(0).filter(([shown, look, marked]) => {
    const style = getComputedStyle(shown);
    return !marked || look ===
      `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor} ${style.boxShadow}`;
  }).map(([shown]) => shown.outerHTML.slice(0, 160));
}"""
PRESS = "Input.dispatchKeyEvent"  # without letting go, which no stop waits for
MOST_STOPS = 1000  # far above what any page has: a key that is caught would go on for ever


# One page of each kind on a phone or a desk, in turn; in `make test-all` all pages on both.
STOPS = [pytest.param(path, [390, 1280][at % 2 :][:1], id=path) for at, path in enumerate(KINDS)]
STOPS += [pytest.param(path, [390, 1280], marks=pytest.mark.exhaustive) for path in ADDRESSES]
WITH_KEYS_OF_THEIR_OWN = [".playground [role=slider]", ".playground input", ".playground button"]
# The switch, and the choice of the palette.
WITH_KEYS_OF_THEIR_OWN += [".origins", ".palette button:not([hidden])"]
OF_TALL_PARTS = ['class="references"', "\n# Which loss should I use?\n", "/l1_in_four_steps.py"]
# A phone, and a screen of 1280 pixels that is enlarged to 200 %; in `make test-all` with both motions.
NARROW = [(390, "no-preference"), (640, "reduce")]
LATER = [(390, "reduce"), (640, "no-preference")]
NARROW += [pytest.param(*each, marks=pytest.mark.exhaustive) for each in LATER]
# Has a page lead to a place in itself where it would lead to another, and counts how often it did: it
# may not stay in the address, where the playground keeps its state.
LEAVE = """() => {
  window.left = 0;
  addEventListener("hashchange", ({ newURL }) => { left += newURL.endsWith("#left"); });
  for (const to of document.querySelectorAll("link:is([rel=prev], [rel=next])")) to.href = "#left";
}"""
IN_DRAWER = "document.activeElement.closest('.md-sidebar--primary') !== null"


@pytest.mark.parametrize("path, widths", STOPS)
def test_each_stop_of_tab_is_seen_and_marked_there_and_back(open_page, path, widths):
    page = open_page(path, widths[0], reduced_motion="reduce")
    devtools = page.context.new_cdp_session(page)
    tab = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
    if len(widths) == 1:
        page.evaluate(ROWS_ONCE)
    for width in widths:
        lay_out(page, width)
        faults = []
        for key, modifiers in {"Tab": 0, "Shift+Tab": 8}.items():
            stops = 0
            devtools.send(PRESS, tab | {"modifiers": modifiers})
            while (stop := page.evaluate(STOP)) and stops < MOST_STOPS:
                stops += 1
                if stop["wrong"]:  # the theme opens its search a moment after it has the focus
                    until(lambda: not page.evaluate(STOP)["wrong"], seconds=60)
                    stop = page.evaluate(STOP)
                faults += [f"by {key}, this {wrong}: {stop['html']}" for wrong in stop["wrong"]]
                devtools.send(PRESS, tab | {"modifiers": modifiers})
            assert 3 < stops < MOST_STOPS
        faults += [f"the focus does not show on: {html}" for html in page.evaluate(UNMARKED)]
        assert not faults, "\n".join(dict.fromkeys(faults))


@pytest.mark.parametrize("width, motion", NARROW)
def test_the_navigation_opens_keeps_the_focus_and_leads_on_by_keys(open_page, width, motion):
    page = open_page(HERE, width, reduced_motion=motion)
    button = page.get_by_role("button", name="Navigation")
    links = page.locator(".md-sidebar--primary a").filter(visible=True)
    assert not links.count()
    button.press("Enter")
    assert page.evaluate(IN_DRAWER)
    assert until(lambda: links.count() > 10)
    assert button.get_attribute("aria-expanded") == "true"
    order = []
    for _ in range(links.count()):
        order.append(page.evaluate("document.activeElement.href"))
        page.keyboard.press("Tab")
    assert order == links.evaluate_all("all => all.map(link => link.href)")
    page.keyboard.press("Tab")  # from the last link on: not to what the open navigation covers
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(IN_DRAWER)
    assert page.locator("[data-md-toggle=drawer]").is_checked()
    page.keyboard.press("Escape")
    assert until(lambda: not links.count())
    assert page.evaluate("document.activeElement.ariaLabel") == "Navigation"
    assert button.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Space")
    while page.evaluate("document.activeElement.innerText.trim()") != FOLLOWING:
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{THERE}")


def test_a_window_made_wide_has_its_page_back_and_no_button_opens_what_is_open_there(open_page):
    page = open_page(HERE, 390)
    button = page.get_by_role("button", name="Navigation")
    button.press("Enter")
    assert page.locator("[inert]").count()
    page.set_viewport_size({"width": 1280, "height": 900})
    assert until(lambda: not page.locator("[inert]").count()) and button.count() == 0
    assert page.locator(".md-sidebar--primary").get_by_role("link", name="Home").is_visible()


def test_a_letter_turns_the_page_but_where_something_is_typed_in_or_moved(open_page):
    page = open_page(PLAYGROUND)
    page.evaluate(LEAVE)
    for selector in WITH_KEYS_OF_THEIR_OWN:
        control = page.locator(selector).first
        control.focus()
        for key in ".,npfs/":
            page.keyboard.press(key)
            stayed = "element => element === document.activeElement && left === 0"
            assert control.evaluate(stayed), (selector, key)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("n")  # where nothing has the focus
    assert until(lambda: page.evaluate("left")) == 1


@pytest.mark.parametrize("path", [*map(address_with, OF_TALL_PARTS)])
def test_the_table_of_contents_lights_the_section_that_it_led_to(open_page, path):
    page = open_page(path, reduced_motion="reduce")
    contents = page.locator(".md-sidebar--secondary")
    links = contents.locator(".md-nav__link[href]").filter(visible=True)
    lit = contents.locator(".md-nav__link--active")
    assert links.count() > 1
    for section in links.all_inner_texts():
        links.filter(has_text=section).first.click()
        assert until(lambda section=section: lit.all_inner_texts() == [section]), section
