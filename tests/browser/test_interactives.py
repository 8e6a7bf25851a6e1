"""What each page has its readers move, in a real browser: by mouse, finger, key, number and link.

The pages are those that have an interactive; each is moved by the first handle that its script
offers, or else by its first slider. tests/test_interactives.py sees to all that it computes.

What a page's own drawing, numbers and words decide is tried on each page, as it was visited; what the
script that they share does alone, in `make test`, on one page of each kind of script.
"""

import re

import pytest

from tests.browser.conftest import SHIFTED, lay_out, on, until
from tests.browser.playground import Playground
from tests.browser.test_playground import TRANSLATE
from tests.browser.test_reach import faults_by_axe
from tests.navigation import address_of
from tests.test_interactives import ENTRIES, HOME, NAMED, program_of, script_of

PAGES = {name: address_of(page) for name, page in NAMED.items()}
NAMES = {address: name for name, address in PAGES.items()}
on_each = on(NAMES, names=NAMES)
ASKING = [name for name in PAGES if name != HOME]  # which have a table and fields, too
# Scripts differ in these: which of many points is moved, several panels, a state to glide to.
KINDS = [
    next(name for name in ASKING if kind in script_of(name).read_text("utf-8"))
    for kind in ("pick:", "panel:", "presets:")
]
LATER = [pytest.param(name, marks=pytest.mark.exhaustive) for name in ASKING if name not in KINDS]
of_each_kind = pytest.mark.parametrize("name", [*KINDS, *LATER])
and_home = pytest.mark.parametrize("name", [HOME, *KINDS, *LATER])
# All numbers of a drawing, in its order, and its words.
DRAWN = """svg => [...svg.querySelectorAll("path, use, text, rect")].map(each =>
  ["d", "x", "y", "width", "height"].map(name => each.getAttribute(name) ?? "").join(" ")
  + (each.localName === "text" ? each.textContent : ""))"""
# How high it is, and how high before its script came.
HEIGHTS = """root => {
  const height = () => root.getBoundingClientRect().height;
  const now = height(), sheet = root.querySelector(".interactive-sheet");
  root.classList.remove("live");
  sheet.remove();
  const before = height();
  root.classList.add("live");
  root.append(sheet);
  return [now, before];
}"""
# How much of a screen is needed to see all from the drawing to the end of the table.
NEEDED = """root => root.querySelector("table").getBoundingClientRect().bottom
  - root.querySelector(".snippet-figure svg").getBoundingClientRect().top
  + document.querySelector(".md-header").getBoundingClientRect().height"""
# Goes to a state, and waits until the page has followed.
FOLLOW = """hash => new Promise(followed => {
  const before = location.hash;
  addEventListener("hashchange", () => followed(), { once: true });
  location.hash = hash;
  if (location.hash === before) followed();
})"""
# Waits until a status says these words, and perhaps more.
HEARD = """(status, words) => new Promise((heard, missed) => {
  const listen = () => status.textContent.includes(words) && heard();
  new MutationObserver(listen).observe(status, { childList: true, subtree: true, characterData: true });
  setTimeout(() => missed(Error(`"${words}" was not said, but "${status.textContent}"`)), 300_000);
  listen();
})"""
# The looks of a drawing from now on.
WATCH = """svg => {
  window.seen = new Set();
  const note = () => window.seen.add(svg.innerHTML);
  new MutationObserver(note).observe(svg, { subtree: true, attributes: true, childList: true });
}"""
# Has a handle or a slider note, whenever a key is let go, the least that it can be, what it is, and the most.
NOTE = """handle => {
  window.noted = [];
  handle.addEventListener("keyup", ({ key }) => key === "Shift" || noted.push([
    handle.ariaValueMin ?? handle.min, handle.ariaValueNow ?? handle.value, handle.ariaValueMax ?? handle.max,
  ].map(Number)));
  handle.focus();
}"""
KEYS = ["End", "Shift+PageUp", "ArrowDown", "PageDown", "Home", "ArrowUp", "PageUp"]
# Here one handle comes to lie upon another.
UPON = {"pull": {"trees": [1, 2, 3, 4, 27]}, "touch": {"best_rain": 7, "best_magpies": 0}}
MARKS = "all => all.map(of => of.parentNode.className + getComputedStyle(of, '::after').content)"
CELLS = "table td, table th, .result"
TEXTS = "all => all.map(cell => cell.innerText.trim())"
# The cells and the drawing of a page as it is published, which no script has touched.
STILL = f"""async () => {{
  const source = await (await fetch(location)).text();
  const page = new DOMParser().parseFromString(source, "text/html").querySelector(".interactive");
  return [({TEXTS})([...page.querySelectorAll("{CELLS}")]),
    ({DRAWN})(page.querySelector(".snippet-figure svg"))];
}}"""


class Interactive(Playground):
    """The interactive of an open page, pressed and touched as the playground is."""

    def __init__(self, page):
        """Take the page, as Playwright has it."""
        self.page = page
        self.root = page.locator(".interactive")
        self.svg = self.root.locator(".snippet-figure svg")
        self.sheet = self.root.locator(".interactive-sheet")
        self.status = self.sheet.get_by_role("status")
        # The handle that is chosen at first, or a slider.
        self.handle = self.root.locator(".grip.chosen, .interactive-sheet [type=range]").first

    def table(self):
        return self.root.locator(CELLS).evaluate_all(TEXTS)

    def drawn(self):
        return self.svg.evaluate(DRAWN)

    def value(self):
        """Return what a screen reader says of the handle."""
        return self.handle.get_attribute("aria-valuetext")

    def go(self, state):
        """Follow a link to a state."""
        wanted = "&".join(f"{name}={value}" for name, value in state.items())
        self.page.evaluate(FOLLOW, re.sub(r"[\[\] ]", "", wanted))

    def reach(self, state):
        """Go to a state, and type the last of its numbers: a link alone does nobody's task."""
        self.go(state)
        field = self.sheet.get_by_role("spinbutton").last
        field.fill(field.input_value())

    def says(self, words):
        """Wait until it says these words, and perhaps more."""
        self.status.evaluate(HEARD, words)

    def middle(self):
        self.svg.evaluate("svg => svg.scrollIntoView({block: 'center'})")
        self.handle.scroll_into_view_if_needed()
        box = self.handle.bounding_box()
        if self.handle.get_attribute("type") != "range":
            return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        part = self.handle.evaluate("range => (range.value - range.min) / (range.max - range.min)")
        return box["x"] + 8 + part * (box["width"] - 16), box["y"] + box["height"] / 2

    def way(self):
        """Return whether the handle can go across, and down."""
        moves = (self.handle.get_attribute("class") or "moves-x").rpartition("-")[2]
        return "x" in moves, "y" in moves


@pytest.fixture
def opened(open_page):
    """Open an interactive as it begins, where nothing moves by itself."""

    def opened(name, width=1280, hash_of_state="", **options):
        options = {"reduced_motion": "reduce"} | options
        page = open_page(PAGES[name] + hash_of_state, width, **options)
        page.evaluate("document.fonts.ready.then(() => null)")
        page.keyboard.press("Shift")  # for which it begins, far below as well
        return Interactive(page)

    return opened


@pytest.fixture
def live(visited):
    """The interactive of a page that is visited, with no pointer on it afterwards."""
    visited.keyboard.press("Shift")
    yield Interactive(visited)
    visited.mouse.move(0, 0)


@on_each
def test_it_begins_as_the_page_is_without_scripts_and_nothing_moves(live):
    table, drawn = live.page.evaluate(STILL)
    assert live.root.locator("data.value").count() >= 2 and live.table() == table
    for one, other in zip(drawn, live.drawn(), strict=True):
        numbers = [[float(n) for n in re.findall(r"-?[\d.]+", text)] for text in (one, other)]
        assert numbers[1] == pytest.approx(numbers[0], abs=0.3), (one, other)
    assert live.page.evaluate(SHIFTED) < 0.02
    assert len({*live.root.evaluate(HEIGHTS)}) == 1


@pytest.mark.exhaustive
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_it_begins_so_on_a_phone_and_on_a_desk(opened, name, width):
    test_it_begins_as_the_page_is_without_scripts_and_nothing_moves(opened(name, width, fresh=True))


def test_a_page_opens_before_what_is_far_below_and_the_guess_can_be_clicked_at_once(open_page):
    page = open_page(PAGES["both_lines"], 390)
    begun = page.locator(".interactive.live")
    assert page.locator("[name=guess]").count() and not begun.count()
    page.locator(".interactive").scroll_into_view_if_needed()
    begun.wait_for()


@on([PAGES[name] for name in ASKING], names=NAMES)
def test_guesses_are_compared_tasks_noticed_nothing_moves_and_axe_finds_nothing(live):
    lay_out(live.page, 390)
    name = NAMES[live.page.path]
    wrong = live.page.locator("li:not(.right) > label > [name=guess]").first
    wrong.check()
    labels = live.page.locator("label:has([name=guess])")
    assert {*labels.evaluate_all(MARKS)} == {"none", "rightnone"}
    answer = live.page.locator("li.right").locator("xpath=following::details[1]/summary")
    answer.click()  # and not before, a guess is compared
    marked = ['" ✗"', *["none"] * (labels.count() - 2), 'right" ✓"']
    assert until(lambda: sorted(labels.evaluate_all(MARKS)) == marked) and wrong.is_checked()
    given, height = program_of(name).given, live.root.bounding_box()["height"]
    for at, way in reversed([*enumerate(ENTRIES[name].done)]):
        button = live.root.locator("li").nth(at).get_by_role("button")
        words = button.get_attribute("aria-label")
        button.click()
        live.says(words)
        live.reach(way(given))
        live.says(words.replace("Try", "Done"))
        assert button.inner_text() == "✓"
        assert live.root.bounding_box()["height"] == height
    for width, palette in ((390, "light"), (1280, "dark")) if name in KINDS else ():
        assert faults_by_axe(live.page, width, palette, within=".interactive") == []
    if name in KINDS:
        live.page.reload()  # with all that axe was given once


@on_each
def test_in_one_screen_mouse_and_keys_move_it_which_is_said_and_reset_brings_all_back(live):
    for width, screen in {390: 844, 1280: 800}.items():
        lay_out(live.page, width)
        assert live.page.path == PAGES[HOME] or live.root.evaluate(NEEDED) <= screen
    if "#" in live.page.url:  # as those before have left it
        live.press("Reset")
    table, drawn, value = live.table(), live.drawn(), live.value()
    x, y = live.middle()
    across, down = live.way()
    live.page.mouse.move(x, y)
    live.page.mouse.down()
    live.page.mouse.move(x + 40 * across, y + 30 * down, steps=2)
    now = live.handle.bounding_box()
    live.page.mouse.up()
    assert live.value() != value and live.table() != table and live.drawn() != drawn
    if live.handle.get_attribute("type") != "range":  # it is where the mouse is
        assert abs(now["x"] + now["width"] / 2 - x - 40 * across) < 12
        assert abs(now["y"] + now["height"] / 2 - y - 30 * down) < 12
    live.press("Reset")
    assert (live.table(), live.value()) == (table, value) and live.drawn() == drawn
    live.handle.evaluate(NOTE)
    for key in KEYS:
        live.page.keyboard.press(key)
    lows, noted, highs = zip(*live.page.evaluate("noted"), strict=True)
    (low,), (high,), pressed = {*lows}, {*highs}, dict(zip(KEYS, noted, strict=True))
    assert pressed["Home"] == low < pressed["ArrowUp"] < pressed["PageUp"]
    assert pressed["End"] == pressed["Shift+PageUp"] == high > pressed["ArrowDown"]
    assert pressed["ArrowDown"] > pressed["PageDown"]
    numbers = map(float, re.findall(r"-?\d[\d.e-]*", live.value().replace(",", "")))
    assert live.table() != table and pressed["PageUp"] in numbers
    assert live.root.get_by_role("status").count() == 1
    live.says(live.svg.locator("desc").text_content())
    assert live.handle.evaluate("handle => handle === document.activeElement")
    assert live.handle.evaluate("handle => getComputedStyle(handle).outlineStyle") != "none"
    assert live.page.complaints == []


@and_home
def test_a_finger_moves_it_and_elsewhere_scrolls_the_page(opened, name):
    live = opened(name, 390, has_touch=True)
    place, value, before = live.middle(), live.value(), live.page.evaluate("scrollY")
    across, down = live.way()
    live.swipe(*place, 6 * across, 5 * down)
    assert until(lambda: live.value() != value)
    assert live.page.evaluate("scrollY") == pytest.approx(before, abs=1)
    box = live.svg.bounding_box()
    place, value = (box["x"] + box["width"] / 2, box["y"] + 12), live.value()
    if not down:
        place = live.middle()  # up and down scrolls even from the handle
    before = live.page.evaluate("scrollY")
    live.swipe(*place, 0, -12)
    assert until(lambda: live.page.evaluate("scrollY") > before + 50)
    assert live.value() == value


@of_each_kind
def test_a_number_can_be_typed_what_is_none_is_told_and_paper_shows_the_state(opened, name):
    live = opened(name)
    field = live.sheet.get_by_role("spinbutton").last
    before, number = live.table(), field.input_value()
    field.fill("")
    message = field.evaluate("field => field.validationMessage")
    assert message and live.table() == before
    live.says(message)
    field.blur()
    assert field.input_value() == number and field.evaluate("field => field.validity.valid")
    low, high = (float(field.get_attribute(end)) for end in ("min", "max"))
    other = (low + high) / 2 if high < 1e6 else float(number) + 7.25
    field.fill(f"{other}")
    assert live.table() != before and float(field.input_value()) == other
    field.fill("1e300")  # out of range
    assert field.evaluate("field => field.validationMessage") and live.table() != before
    live.handle.press("PageUp")
    table, drawn = live.table(), live.drawn()
    lay_out(live.page, media="print")
    assert live.table() == table and live.drawn() == drawn
    hidden = live.root.locator(".interactive-sheet, button, .grip")
    assert hidden.count() and not hidden.locator("visible=true").count()  # nothing to press
    assert live.root.locator("li").first.inner_text()


@and_home
def test_a_link_leads_to_the_same_state_and_a_spoilt_one_says_what_is_wrong(opened, name):
    live = opened(name)
    begun = live.table()
    live.handle.press("PageUp")
    live.handle.press("ArrowDown")
    assert until(lambda: live.page.evaluate("location.hash"))
    moved = live.table(), live.drawn()
    again = opened(name, hash_of_state=live.page.evaluate("location.hash"))
    assert (again.table(), again.drawn()) == moved and again.table() != begun
    again.says(again.svg.locator("desc").text_content())  # what waits for a rest keeps its address
    first = next(iter(program_of(name).given))
    for spoilt in ("x", "1,2,3,4,5,6,7,8,9,10,11,12", "", "1e300"):
        again.go({first: spoilt})
        again.says("This link can't be followed: ")
        again.says(first)
        assert again.table() == begun


def test_a_link_leads_where_a_slider_leads_and_does_nobodys_task(opened):
    live = opened("every_threshold")
    state = ENTRIES["every_threshold"].done[0](program_of("every_threshold").given)
    live.go(state | {"missed_price": 0})
    live.says("This link can't be followed: missed_price takes 1 number from 1 to 60.")
    live.go(state)
    live.says(live.svg.locator("desc").text_content())
    assert not live.root.locator("li.done").count()


@of_each_kind
@pytest.mark.parametrize("motion, is_calm", [("reduce", True), ("no-preference", False)])
def test_it_glides_to_a_state_and_not_where_motion_is_unwanted(opened, name, motion, is_calm):
    live = opened(name, reduced_motion=motion)
    live.go(ENTRIES[name].done[0](program_of(name).given))
    assert until(lambda: not live.root.locator("data.value:visible").count())
    live.svg.evaluate(WATCH)
    live.press("Reset")
    assert until(lambda: live.root.locator("data.value:visible").count())
    assert (live.page.evaluate("window.seen.size") == 1) == is_calm


@and_home
def test_forced_colours_leave_handles_and_lines_to_be_seen(opened, name):
    live = opened(name, forced_colors="active")
    ground = live.page.evaluate("getComputedStyle(document.body).backgroundColor")
    ring = "grip => getComputedStyle(grip, '::before').borderTopColor"
    assert ground not in live.root.locator(".grip").evaluate_all(f"all => all.map({ring})")
    stroke = "all => all.map(path => getComputedStyle(path).stroke)"
    assert ground not in live.svg.locator("path[style*='--figure']").evaluate_all(stroke)


def test_a_task_is_noticed_where_the_reader_rests_and_no_preset_does_it(opened):
    live = opened("wrong_belief", fresh=True)
    done, mouse, begun = live.root.locator("li.done"), live.page.mouse, live.value()
    live.page.clock.install(time=0)
    live.page.clock.pause_at(3_600)
    live.go(ENTRIES["wrong_belief"].done[0](program_of("wrong_belief").given))
    assert until(lambda: live.value() != begun)
    x, y = live.middle()
    mouse.move(x, y)
    away, back = (lambda: mouse.move(x + 40, y)), (lambda: mouse.move(x, y))
    for step in (mouse.down, away, mouse.up, mouse.down, back, mouse.up):
        assert not done.count()  # held there, or let go of elsewhere
        step()
        live.page.clock.run_for(5_000)
    assert done.count() == 1
    live = opened("your_line", fresh=True)
    live.page.clock.install()
    live.press("Let it learn")
    live.page.clock.run_for(5_000)
    assert live.root.locator("li.done, data.value:visible").count() == 0


@pytest.mark.parametrize("name, state", UPON.items())
def test_of_two_handles_that_meet_each_can_be_hit(opened, name, state):
    live = opened(name, 390)
    live.reach(program_of(name).given | state)
    spots = []
    for grip in live.root.locator(".grip").all():
        grip.click(trial=True, timeout=9_000)  # which nothing covers
        spots.append(complex(*list(grip.bounding_box().values())[:2]))
    assert abs(spots[0] - spots[1]) >= 24


@of_each_kind
def test_it_begins_and_moves_on_a_page_that_the_browser_translated(open_page, name):
    page = open_page(PAGES[name], 390)
    page.evaluate(TRANSLATE)
    page.keyboard.press("Shift")
    live = Interactive(page)
    table, drawn = live.table(), live.drawn()
    live.handle.press("PageUp")
    assert live.table() != table and live.drawn() != drawn
    assert page.complaints == []
