"""Nobody is shut out: every page as axe judges it, and as assistive technology is told of it.

Each page is loaded once, on a phone, with its expandables open and its sliders moved. Then its window
is made wider and narrower, and the palette is switched as a reader's system switches it.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import axe_playwright_python
import pytest
import yaml

from tests.browser.conftest import until
from tests.navigation import ADDRESSES

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
# Every rule that axe has, with the best practices and those it leaves out unless asked (the size of
# what is touched); not its trials, nor level AAA, which W3C itself says no whole site can meet.
# What does not depend on colours is judged once, in the first palette.
JUDGE = """tags => {
  const left = ["wcag2aaa", "experimental"];
  const rules = axe.getRules(tags ?? undefined).filter(rule => !rule.tags.some(tag => left.includes(tag)));
  const enabled = rules.map(rule => [rule.ruleId, {enabled: true}]);
  const runOnly = {type: "rule", values: rules.map(rule => rule.ruleId)};
  return axe.run(document, {runOnly, rules: Object.fromEntries(enabled), resultTypes: ["violations"]});
}"""
ALL = None
PALETTES = {"light": "default", "dark": "slate"}
WIDTHS = (390, 1280)
NARROWEST = 320  # pixels: what is left of a screen of 1280 when its reader enlarges it fourfold
LANDMARKS = {
    "banner",
    "complementary",
    "contentinfo",
    "form",
    "main",
    "navigation",
    "region",
    "search",
}
LEDGERS = [path for path in ADDRESSES if path.startswith(("how-this-site", "ledger/"))]
SAYS_NOTHING = {"", "here", "click here", "this", "link", "this link", "more", "read more", "¶"}
SAYS_NOTHING |= {"go", "information", "learn more", "more information", "start"}  # by Lighthouse


@dataclass
class Told:
    """One element of a page, as a screen reader is told of it."""

    role: str
    name: str
    level: int
    target: str


def told(page) -> list[Told]:
    """Return all that a page tells assistive technology, in its order."""
    return list(elements(yaml.safe_load(page.locator("body").aria_snapshot()), page.url))


def elements(tree: object, address: str) -> Iterator[Told]:
    """Yield the elements of an accessibility tree, whose links are relative to an address."""
    for node in tree if isinstance(tree, list) else []:
        line, inner = next(iter(node.items())) if isinstance(node, dict) else (node, None)
        found = re.fullmatch(r'([a-z]+)(?: ("(?:[^"\\]|\\.)*"))?((?: \[[^]]*\])*):?', line)
        if not found:
            continue  # a text, or a property of the element around it
        role, name, states = found.groups()
        level = re.search(r"\[level=(\d)\]", states)
        target = next(
            (e["/url"] for e in inner or [] if isinstance(e, dict) and "/url" in e)
            if isinstance(inner, list)
            else iter(()),
            "",
        )
        name = json.loads(name) if name else ""
        yield Told(role, name, int(level[1]) if level else 0, urljoin(address, target))
        yield from elements(inner, address)


@dataclass
class Seen:
    """A page at one width, as it was found."""

    path: str
    told: list[Told]  # in the page's order
    title: str | None  # the anchor of its first heading
    faults: list[str]  # what axe says of it, in either palette


@dataclass
class Narrow:
    """A page in the narrowest window."""

    width: int  # of all that it shows
    cut: list[str]  # what lies beyond the edge, where nothing scrolls to it


def use(page) -> None:
    """Open the expandables of a page, and move its sliders."""
    page.emulate_media(reduced_motion="reduce")  # nothing is judged half faded in
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    for slider in page.get_by_role("slider").all():
        slider.press("ArrowRight")


def wear(page, palette: str) -> None:
    """Have a page follow the palette of a reader's system."""
    page.emulate_media(color_scheme=palette)
    worn = "document.body.getAttribute('data-md-color-scheme')"
    assert until(lambda: page.evaluate(worn) == PALETTES[palette])


def resize(page, width: int) -> None:
    """Change the width of a page's window, and let all that follows it follow."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("new Promise(end => requestAnimationFrame(() => requestAnimationFrame(end)))")


def judged(page, path: str, width: int) -> Seen:
    """Return what is found of an open page at a width; it wears the first palette again then."""
    resize(page, width)
    faults = []
    for palette, tags in {"light": ALL, "dark": ["cat.color"]}.items():
        wear(page, palette)
        judged = page.evaluate(JUDGE, tags)
        least = 10 if tags is ALL else 1
        assert len(judged["passes"]) >= least, "axe did not judge the page"
        faults += [
            f"{rule['id']} on /{path}, {width} px, {palette}: {rule['help']}\n    {node['html']}"
            for rule in judged["violations"]
            for node in rule["nodes"]
        ]
    wear(page, "light")
    return Seen(path, told(page), page.locator("h1").first.get_attribute("id"), faults)


def narrowed(page) -> Narrow:
    """Return what is found of an open page in the narrowest window."""
    resize(page, NARROWEST)
    # What is too wide has to lie in a box that scrolls, and not beyond an edge that cuts it off.
    cut = page.locator("main *:not(svg *)").evaluate_all(
        """(all, width) => all.filter(element => {
          const box = element.getBoundingClientRect();
          if (box.right <= width + 1 || !box.height) return false;
          for (let around = element.parentElement; around; around = around.parentElement)
            if (["auto", "scroll"].includes(getComputedStyle(around).overflowX)) return false;
          return true;
        }).map(element => element.outerHTML.slice(0, 200))""",
        NARROWEST,
    )
    return Narrow(page.evaluate("document.documentElement.scrollWidth"), cut)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(
            path,
            id=path or "home",
            marks=pytest.mark.xdist_group(f"reach of {path}"),  # opened once, by one worker
        )
        for path in ADDRESSES
    ],
)
def looked_at(request, browser, address) -> dict[int, Seen | Narrow]:
    """A page as it was found, by the width of its window."""
    path = request.param
    page = browser.new_page(viewport={"width": min(WIDTHS), "height": 900})
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    use(page)
    page.evaluate(AXE)
    found = {width: judged(page, path, width) for width in WIDTHS}
    found[NARROWEST] = narrowed(page)
    page.context.close()
    return found


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width} px")
def seen(request, looked_at) -> Seen:
    return looked_at[request.param]


def test_axe_finds_nothing_in_either_palette(seen):
    assert not seen.faults, "\n".join(seen.faults)


def test_headings_begin_with_the_title_and_skip_no_level(seen):
    headings = [element for element in seen.told if element.role == "heading"]
    levels = [heading.level for heading in headings]
    assert levels[0] == 1 and levels.count(1) == 1, headings
    for above, below in zip(headings, headings[1:]):
        assert below.level <= above.level + 1, f"“{below.name}” skips a level after “{above.name}”"


def test_a_landmark_that_occurs_more_than_once_has_a_name_of_its_own(seen):
    landmarks = [element for element in seen.told if element.role in LANDMARKS]
    roles = Counter(mark.role for mark in landmarks)
    assert roles["main"] == roles["banner"] == roles["contentinfo"] == 1
    names = Counter((mark.role, mark.name) for mark in landmarks)
    assert [mark for mark, count in names.items() if count > 1] == []
    assert [mark for mark in landmarks if roles[mark.role] > 1 and not mark.name] == []


def test_the_text_of_a_link_says_where_it_goes(seen):
    targets: dict[tuple[str, str], set[str]] = {}
    program = ""
    for element in seen.told:
        # In the ledger a link is one of the program's above it, whose name is a heading: many
        # programs have a value named mae, and many stand on the page about the real difference.
        if element.role == "heading":
            program = element.name if element.level == 4 and seen.path in LEDGERS else ""
        if element.role != "link":
            continue
        assert element.name.strip(" .…→").lower() not in SAYS_NOTHING, element
        if "/glossary/#" in element.target:
            continue  # a term: its tooltip, read out as its description, tells where it goes
        top = urldefrag(element.target)
        # The title of a page is the page: a link to either goes to its top.
        target = top.url if top.fragment in ("", seen.title) else element.target
        targets.setdefault((element.name.casefold(), program), set()).add(target)
    assert targets
    assert {name: where for name, where in targets.items() if len(where) > 1} == {}


def test_enlarged_fourfold_a_page_is_scrolled_one_way_only(looked_at):
    narrow = looked_at[NARROWEST]
    assert narrow.width <= NARROWEST
    assert narrow.cut == []


def test_axe_sees_what_is_planted(open_page):
    page = open_page("article/l1/")
    use(page)
    page.evaluate(AXE)
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<h4>Deep</h4>')")
    page.evaluate("document.querySelector('.toclink').style.color = '#ccc'")
    judged = page.evaluate(JUDGE, ALL)
    assert {"heading-order", "color-contrast"} <= {rule["id"] for rule in judged["violations"]}
