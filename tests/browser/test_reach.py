"""Nobody is shut out: every page as axe judges it, and as assistive technology hears of it.

Each page is judged with its expandables open and its sliders moved.
"""

import json
import re
from collections import Counter, namedtuple
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

import pytest
import yaml

from tests.browser.conftest import (
    KINDS,
    ROWS_ONCE,
    SCHEMES,
    TOO_WIDE,
    bring_axe,
    evaluate_all,
    lay_out,
    unfold,
)
from tests.navigation import SOURCES, address_of, address_with

# Every rule that axe has, with the best practices and those it leaves out unless asked (the size of
# what is touched); not its trials, nor level AAA, which W3C itself says no whole site can meet.
JUDGE = """([within, colours]) => {
  const left = ["wcag2aaa", "experimental", ...(colours ? [] : ["cat.color"])];
  const rules = axe.getRules().filter(rule => !rule.tags.some(tag => left.includes(tag)));
  const enabled = rules.map(rule => [rule.ruleId, {enabled: true}]);
  const runOnly = {type: "rule", values: rules.map(rule => rule.ruleId)};
  return axe.run(within, {runOnly, rules: Object.fromEntries(enabled), resultTypes: ["violations"]});
}"""
# Of all words of programs that look alike, axe judges one: they are two thirds of a page. So it does
# with the colours of all texts that look alike, in themselves and behind, and never of one sign.
JUDGED_ONCE = """() => {
  scrollTo(0, 0); // what lies below the page's header is covered by it
  const once = new Set();
  const isFirst = look => once.size < once.add(look).size;
  for (const word of document.querySelectorAll("pre span[class]:not([id])")) {
    const look = `${word.className} in ${word.parentElement.closest("[class]").className}`;
    if (!isFirst(look)) word.replaceWith(...word.childNodes);
  }
  const known = new Map([[null, ""]]);
  const colours = node => {
    if (!known.has(node)) {
      const { color, backgroundColor, backgroundImage, opacity, position } = getComputedStyle(node);
      const own = [color, backgroundColor, backgroundImage, opacity, position];
      known.set(node, `${own} on ${colours(node.parentElement)}`);
    }
    return known.get(node);
  };
  const nodes = [...document.querySelectorAll("body, body *")];
  const boxes = new Map(nodes.map(node => [node, node.getBoundingClientRect()]));
  const painted = nodes.filter(node => {
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    return backgroundColor !== "rgba(0, 0, 0, 0)" || backgroundImage !== "none";
  });
  for (const node of nodes) {
    const says = [...node.childNodes].some(each => /[^\\W_].*[^\\W_]/.test(each.data ?? ""))
      || node.matches("input, select, textarea, button");
    const { fontSize, fontWeight, textShadow, visibility } = getComputedStyle(node);
    const { left, right, top, bottom } = boxes.get(node);
    const behind = !says || painted.filter(other => {
      const it = boxes.get(other);
      return it.left < right && left < it.right && it.top < bottom && top < it.bottom
        && !other.contains(node) && !node.contains(other);
    }).map(colours);
    const look = [fontSize, fontWeight, textShadow, visibility, left < right, right > 0, bottom > 0];
    const first = says && isFirst(`${look} ${node.matches(":disabled")} ${colours(node)} ${behind}`);
    node.toggleAttribute("data-first", first);
  }
  axe.configure({ rules: [{ id: "color-contrast", selector: "[data-first]" }] });
}"""
WIDTHS = (390, 1280)
NARROWEST = 320  # pixels: what is left of a screen of 1280 when its reader enlarges it fourfold
ROLES = "banner complementary contentinfo form main navigation region search"
LEDGERS = [address_of(page) for page, source in SOURCES.items() if "```ledger" in source]
GLOSSARY = address_with("\n# Glossary\n")
SAYS_NOTHING = {"", "here", "click here", "this", "link", "this link", "more", "read more", "¶"}
SAYS_NOTHING |= {"go", "information", "learn more", "more information", "start"}  # by Lighthouse
# What is too wide has to lie in a box that scrolls, and not beyond an edge that cuts it off.
CUT_OFF = """(all, width) => all.filter(element => {
  const box = element.getBoundingClientRect();
  if (box.right <= width + 1 || !box.height) return false;
  for (let around = element.parentElement; around; around = around.parentElement)
    if (["auto", "scroll"].includes(getComputedStyle(around).overflowX)) return false;
  return true;
}).map(element => element.outerHTML.slice(0, 200))"""
FORMULAS = ".formula-box:not(.playground-sheet *)"  # the playground sets its own
# Lines of programs that take more rows than one, though they are no longer than what fits.
TORN = """(all, most) => all.filter(line =>
  line.textContent.length <= most
  && line.clientHeight > 1.5 * parseFloat(getComputedStyle(line).lineHeight)
).map(line => line.textContent)"""
# Words of programs that do not stand in the row of their line.
ALONE = """all => all.filter(word => getComputedStyle(word).display !== "inline")
  .map(word => word.textContent)"""
# Texts of figures in letters of less than 13 pixels, on a phone and where there is more room.
SMALL = """(all, width) => all.filter(text => {
  const figure = text.ownerSVGElement;
  const scale = figure.getBoundingClientRect().width / figure.viewBox.baseVal.width;
  return width >= 390 && parseFloat(getComputedStyle(text).fontSize) * scale < 13;
}).map(text => text.textContent)"""
# Names of the pages before and behind, as the footer of a page has them.
UNNAMED = """all => all.filter(name => !name.clientHeight || name.scrollWidth > name.clientWidth)
  .map(name => name.textContent)"""
FITS = {1280: 66, NARROWEST: 0, 390: 36}  # letters of a line of a program


# One element of a page, as a screen reader hears of it.
Heard = namedtuple("Heard", "role name level target")
PLANTED = """<p style="color: #bbb">=</p><p style="color: #bbb">Pale.</p>
  <p style="position: relative">Dark.</p>
  <div style="position: absolute; height: 40px; width: 300px; background: #222"></div>
  <p style="position: relative">Dark on dark.</p>"""


def elements(tree: object, address: str) -> Iterator[Heard]:
    """Yield the elements of an accessibility tree, whose links are relative to an address."""
    for node in tree if isinstance(tree, list) else []:
        line, inner = next(iter(node.items())) if isinstance(node, dict) else (node, None)
        found = re.fullmatch(r'([a-z]+)(?: ("(?:[^"\\]|\\.)*"))?((?: \[[^]]*\])*):?', line)
        if not found:
            continue  # a text, or a property of the element around it
        role, name, states = found.groups()
        level = re.search(r"\[level=(\d)\]", states)
        properties = [e for e in inner if isinstance(e, dict)] if isinstance(inner, list) else []
        target = next((e["/url"] for e in properties if "/url" in e), "")
        name = json.loads(name) if name else ""
        yield Heard(role, name, int(level[1]) if level else 0, urljoin(address, target))
        yield from elements(inner, address)


def lay_out_used(page, width, palette="light"):
    """Lay a page out as `lay_out` does, with its expandables open and its sliders moved once."""
    lay_out(page, width, palette)
    unfold(page)
    page.keyboard.press("Shift")  # an interactive far below begins for a key
    if page.evaluate("window.isUsed !== (window.isUsed = true)"):
        for slider in page.locator("[role=slider]").all():
            slider.press("ArrowRight")


@pytest.fixture(scope="session")
def laid_out(visited) -> dict[int, tuple[dict, list[Heard]]]:
    """What is too wide on a page, and all that it tells assistive technology, by its width."""
    assert visited.locator(FORMULAS).count() or visited.path != address_with("\n```math")
    found = {}
    for width in FITS:
        lay_out_used(visited, width)
        too_wide = {
            "the page": max(0, visited.evaluate("document.documentElement.scrollWidth") - width),
            "cut off": evaluate_all(visited, "main *:not(svg *)", CUT_OFF, width),
            "formulas": evaluate_all(visited, FORMULAS, TOO_WIDE),
            "programs": evaluate_all(visited, ".md-content :is(pre, pre > code)", TOO_WIDE),
            "lines": evaluate_all(visited, ".snippet pre .ln", TORN, FITS[width]),
            "words": evaluate_all(visited, ".highlight code span[class]:not(.ln)", ALONE),
            "names": evaluate_all(visited, ".md-footer .md-ellipsis", UNNAMED),
            "letters": evaluate_all(visited, ".snippet-figure text", SMALL, width),
        }
        heard = []
        if width in WIDTHS:
            tree = yaml.load(visited.locator("body").aria_snapshot(), yaml.CSafeLoader)
            heard = list(elements(tree, visited.url))
        found[width] = too_wide, heard
    return found


@pytest.fixture
def heard(laid_out) -> dict[int, list[Heard]]:
    """All that a page tells assistive technology, in its order, by the width of its window."""
    return {width: laid_out[width][1] for width in WIDTHS}


def test_at_any_width_a_page_is_scrolled_one_way_only_and_nothing_in_it_is_cut_or_torn(laid_out):
    for width, (too_wide, _) in laid_out.items():
        assert {what: where for what, where in too_wide.items() if where} == {}, width


def test_headings_begin_with_the_title_and_skip_no_level(heard):
    for spoken in heard.values():
        headings = [element for element in spoken if element.role == "heading"]
        levels = [heading.level for heading in headings]
        assert levels[0] == 1 and levels.count(1) == 1, headings
        for above, below in zip(headings, headings[1:]):
            assert below.level <= above.level + 1, f"“{below.name}” skips one after “{above.name}”"


def test_a_landmark_that_occurs_more_than_once_has_a_name_of_its_own(heard):
    for spoken in heard.values():
        landmarks = [element for element in spoken if element.role in ROLES.split()]
        roles = Counter(mark.role for mark in landmarks)
        assert roles["main"] == roles["banner"] == roles["contentinfo"] == 1
        names = Counter((mark.role, mark.name) for mark in landmarks)
        assert [mark for mark, count in names.items() if count > 1] == []
        assert [mark for mark in landmarks if roles[mark.role] > 1 and not mark.name] == []


def test_the_text_of_a_link_says_where_it_goes(visited, heard):
    title = visited.locator("h1").first.get_attribute("id")
    for spoken in heard.values():
        targets: dict[tuple[str, str], set[str]] = {}
        program = ""
        for element in spoken:
            # In the ledger a link is one of the program's above it, whose name is a heading: many
            # programs have a value named mae, and many stand on the page about the real difference.
            if element.role == "heading":
                program = element.name if element.level == 4 and visited.path in LEDGERS else ""
            if element.role != "link":
                continue
            assert element.name.strip(" .…→").lower() not in SAYS_NOTHING, element
            if f"/{GLOSSARY}#" in element.target:
                continue  # a term: its tooltip, read out as its description, tells where it goes
            top = urldefrag(element.target)
            # The title of a page is the page: a link to either goes to its top.
            target = top.url if top.fragment in ("", title) else element.target
            targets.setdefault((element.name.casefold(), program), set()).add(target)
        assert targets
        assert {name: where for name, where in targets.items() if len(where) > 1} == {}


def faults_by_axe(page, width, palette, colours=True, within="html") -> list[str]:
    lay_out_used(page, width, palette)
    bring_axe(page)
    page.evaluate(JUDGED_ONCE)
    judged = page.evaluate(JUDGE, [within, colours])
    assert len(judged["passes"]) >= 10, "axe did not judge the page"
    place = f"on {page.url}, {width} px, {palette}"
    found = [(rule, node["html"]) for rule in judged["violations"] for node in rule["nodes"]]
    return [f"{rule['id']} {place}: {rule['help']}\n    {html}" for rule, html in found]


def test_a_text_is_judged_though_a_sign_looks_like_it_and_over_what_lies_beside_it(open_page):
    page = open_page("404.html", 390)
    page.evaluate("html => document.querySelector('article').innerHTML += html", PLANTED)
    faults = faults_by_axe(page, 390, "light")
    assert [re.search(r">(.+)<", fault)[1] for fault in faults] == ["Pale.", "Dark on dark."]


def test_axe_finds_nothing_on_a_phone_and_of_each_kind_in_the_colours_of_both_palettes(visited):
    is_of_a_kind = visited.path in KINDS
    lay_out_used(visited, 390)
    visited.evaluate(ROWS_ONCE)
    faults = faults_by_axe(visited, 390, "light", colours=is_of_a_kind)
    if is_of_a_kind:
        faults += faults_by_axe(visited, 1280, "dark")
    assert not faults, "\n".join(faults)


@pytest.mark.exhaustive
@pytest.mark.parametrize("palette", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_at_either_width_in_either_palette(visited, width, palette):
    faults = faults_by_axe(visited, width, palette)
    assert not faults, "\n".join(faults)
