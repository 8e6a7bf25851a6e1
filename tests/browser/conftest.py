"""A browser for the tests, and pages opened in it that note what they ask for and complain of."""

import time
from contextlib import contextmanager
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import sync_playwright

from tests.browser.playground import PLAYGROUND, Playground
from tests.navigation import ADDRESSES, SOURCES, address_of
from tools import chromium

# What a page may be made of, as its source has it, the rarest first.
PARTS = ['"nbformat"', 'class="playground"', "```ledger", "\n:   ", "\n```math"]
PARTS += ["\n```console", "\n!!! ", "\n| ", "\n??? ", "#!value"]
SCHEMES = {"light": "default", "dark": "slate"}
# What looks for faults; it also computes the contrast of a colour, in part as strong, with its paper.
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
AXE += """; window.contrast = (paper, ink, opacity = 1) => {
  const [below, above] = [paper, ink].map(text => {
    const colour = new axe.commons.color.Color();
    colour.parseString(text);
    return colour;
  });
  above.alpha *= opacity;
  return axe.commons.color.getContrast(below, above);
}; null"""
# The scheme that a page wears after the next frame.
SCHEME_OF_A_FRAME = """new Promise(end => requestAnimationFrame(() => requestAnimationFrame(end)))
    .then(() => document.body.getAttribute("data-md-color-scheme"))"""
# Of all parts of a ledger that look alike, in structure, classes, attributes and lines, leaves one:
# what one of them is in a browser, the others are.
ROWS_ONCE = """() => {
  const look = node => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.trim() && "text";
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    const { localName, className, attributes } = node;
    const size = node.matches("a, summary, code")
      && [node.getClientRects().length, node.getBoundingClientRect().height >= 24];
    const names = [...attributes].map(({ name }) => name);
    return `<${[localName, className, names, size]}>${[...node.childNodes].map(look).join("")}</>`;
  };
  const once = new Set();
  for (const parts of [".ledger-entry dl > div, .ledger-pages li", ".ledger-entry"]) {
    // All are looked at before one goes, which would let the browser lay all out again.
    const looks = [...document.querySelectorAll(parts)].map(part => [part, look(part)]);
    for (const [part, its] of looks) if (once.size === once.add(its).size) part.remove();
  }
}"""
# By how much parts of a page have moved by themselves since it was opened.
SHIFTED = """new Promise(end => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => { sum += each.value; }))
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => end(sum), 50));
})"""
# The colours of the two losses.
ACCENTS = """["--l1", "--l2"].map(name => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = `var(${name})`;
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
})"""
# Of some elements, the texts of those that are wider than what is seen of them.
TOO_WIDE = "all => all.filter(box => box.scrollWidth > box.clientWidth).map(box => box.textContent)"
# Forgets what a page of the site has stored, where its browser stores anything.
FORGET = "() => { try { localStorage.clear(); sessionStorage.clear(); } catch { /* none */ } }"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
NAMES = {"": "home"}  # of pages, where their address is none
MOST_KEPT = 3  # pages that stay open at a time, each in a profile of its own
# What can be changed while a page is open; for all other options, another profile has to be made.
EMULATED = {"forced_colors": "none", "reduced_motion": "no-preference"}


def page_of_each_kind() -> list[str]:
    """Return home, what a lost reader sees, and for each part the shortest page that has it."""
    sources = {address_of(page): source for page, source in SOURCES.items()}
    chosen = [""]
    for part in PARTS:
        if not any(part in sources[path] for path in chosen):
            having = [path for path, source in sources.items() if part in source]
            chosen.append(min(having, key=lambda path: len(sources[path])))
    return [*chosen, "404.html"]


KINDS = page_of_each_kind()


@pytest.fixture(scope="session")
def browser():
    path = chromium.find()
    assert path, chromium.NOTHING_WORKS
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)


@contextmanager
def pages_at(browser, address):
    """Give a function that opens a page of a site, as a reader finds it who never was there.

    It leads on the page that it opened last for the same options, which takes half as long as a
    new one; what was stored is forgotten. One that is `fresh` has a profile that no other has: for
    what can't be taken back, such as routes and clocks.
    `page.asked` has what the page asks for, `page.complaints` what it complains of; whatever it asks
    of others is a complaint. `before` is a script that runs before the page's own.
    """
    kept = {}

    def open_page(path, width=1280, palette="light", before="", fresh=False, **options):
        emulated = {name: options.pop(name, usual) for name, usual in EMULATED.items()}
        key = object() if fresh else (before, repr(options))
        page = kept.pop(key, None) or new_page(before, options)
        kept[key] = page
        while len(kept) > MOST_KEPT:
            kept.pop(next(iter(kept))).context.close()
        page.evaluate(FORGET)
        page.goto("about:blank")
        page.mouse.move(0, 0)
        page.asked.clear()
        page.complaints.clear()
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media="null", color_scheme=palette, **emulated)
        page.goto(address + path)
        page.layout = width, palette, "screen"
        return page

    def new_page(before, options):
        context = browser.new_context(**options)
        context.set_default_timeout(300_000)  # a busy machine is no fault
        page = context.new_page()
        page.asked, page.complaints = [], []
        page.on("console", lambda m: page.complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda request: note_request(page, request.url))
        if before:
            page.add_init_script(before)
        return page

    def note_request(page, url):
        page.asked.append(url)
        if not url.startswith((address, "data:", "blob:", "about:")):
            page.complaints.append(f"asks {url}")

    yield open_page
    for page in kept.values():
        page.context.close()


@pytest.fixture(scope="session")
def open_page(browser, address):
    """Open a page of the published site."""
    with pages_at(browser, address) as opened:
        yield opened


@pytest.fixture(scope="session")
def reader(browser, address):
    """A page that is led from page to page: what runs in it has to be compiled once."""
    with pages_at(browser, address) as opened:
        # Nothing is judged half faded in.
        yield opened("404.html", reduced_motion="reduce")


def visits(paths, *, wanted=ADDRESSES, names=NAMES) -> list:
    """Return pages, each for one worker; those not `wanted` are for `make test-all`."""
    group, later = pytest.mark.xdist_group, pytest.mark.exhaustive
    marks = {path: [group(f"page {path}"), *[later][path in wanted :]] for path in paths}
    return [
        pytest.param(path, id=names.get(path, path), marks=each) for path, each in marks.items()
    ]


def on(paths, **how):
    """Have a test visit these pages, and no other."""
    return pytest.mark.parametrize("visited", visits(paths, **how), indirect=True)


# For faults of what a page is made of: in `make test`, one page of each kind is looked at.
of_each_kind = pytest.mark.parametrize("visited", visits(ADDRESSES, wanted=KINDS), indirect=True)


@pytest.fixture(scope="session", params=visits(ADDRESSES))
def visited(request, reader, address):
    """A page of the site as it was opened, on a phone or a desk, in turn.

    Each test lays it out as it needs it, and may find it moved by those before it.
    """
    reader.goto("about:blank")
    reader.layout = [390, 1280][ADDRESSES.index(request.param) % 2], "light", "screen"
    reader.set_viewport_size({"width": reader.layout[0], "height": 900})
    reader.emulate_media(color_scheme="light", media="screen")
    reader.context.new_cdp_session(reader).send("Network.clearBrowserCache")  # as on a first visit
    reader.path = request.param
    reader.asked.clear()
    reader.complaints.clear()
    reader.goto(address + reader.path)
    reader.evaluate("document.fonts.ready.then(() => null)")
    if reader.path in KINDS:  # for what its scripts ask for late; "networkidle" may never come
        reader.wait_for_timeout(500)
    reader.first_load = list(reader.asked)
    yield reader
    assert reader.complaints == []


def lay_out(page, width=1280, palette="light", media="screen"):
    """Give an open page a width, a palette and a medium, and let all that follows these follow.

    A page that lies so already is left as it is.
    """
    layout = int(width), palette, media
    if page.layout == layout:
        return
    page.set_viewport_size({"width": int(width), "height": 900})
    if page.layout[1:] != layout[1:]:
        page.emulate_media(color_scheme=palette, media=media)
    assert until(lambda: page.evaluate(SCHEME_OF_A_FRAME) == SCHEMES[palette])
    page.layout = layout


def choose_palette(page, scheme):
    """Press the button for the palette until the page wears this one."""
    while page.locator("body").get_attribute("data-md-color-scheme") != scheme:
        page.locator(".palette button:visible").click()


def evaluate_all(page, selector, script, argument=None):
    """Return what a script gives of the elements that a selector finds, and an argument.

    The browser itself finds them, much sooner than Playwright, which reads selectors on its own.
    """
    found = "([selector, argument]) => (%s)([...document.querySelectorAll(selector)], argument)"
    return page.evaluate(found % script, [selector, argument])


def unfold(page):
    """Open all that is folded away on a page."""
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")


def bring_axe(page):
    if not page.evaluate("window.axe"):
        page.evaluate(AXE)


def copied(page):
    """Return what the clipboard holds, on a page that was opened with CLIPBOARD."""
    return page.evaluate("navigator.clipboard.readText()")


def until(condition, seconds=300):
    """Wait until a condition holds; return what it gave last."""
    deadline, pause = time.monotonic() + seconds, 0.01
    while not (answer := condition()) and time.monotonic() < deadline:
        pause = min(1.5 * pause, 0.2)  # to ask takes longer than to wait
        time.sleep(pause)
    return answer


@pytest.fixture
def sheet(open_page):
    """The playground as it opens, on a desk, where nothing moves by itself."""
    page = open_page(PLAYGROUND, reduced_motion="reduce")
    yield Playground(page)
    assert page.complaints == []
