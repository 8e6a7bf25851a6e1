"""Nobody is shut out: every page as axe judges it, and as a link of it is called.

Each page is judged with its expandables open and its sliders moved.
"""

import re
from collections import defaultdict
from urllib.parse import urldefrag

import pytest

from tests.browser.conftest import (
    KINDS,
    ROWS_ONCE,
    SCHEMES,
    TOO_WIDE,
    bring_axe,
    evaluate_all,
    lay_out,
    of_each_kind,
    unfold,
)
from tests.navigation import address_with

# Every rule that axe has, with the best practices and those it leaves out unless asked (the size of
# what is touched); not its trials, nor level AAA, which W3C itself says no whole site can meet.
# The sizes of what is touched are judged in the frame around a page with the colours: it is alike on all.
JUDGE = """([within, colours]) => {
  axe.configure({ rules: [{ id: "target-size", selector: colours ? "*" : "main *" }] });
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
GLOSSARY = address_with("\n# Glossary\n")
SAYS_NOTHING = {"", "here", "click here", "this", "link", "this link", "more", "read more", "¶"}
SAYS_NOTHING |= {"go", "information", "learn more", "more information", "start"}  # by Lighthouse
# What is too wide has to lie in a box that scrolls, and not beyond an edge that cuts it off.
CUT_OFF = """all => all.filter(element => {
  const box = element.getBoundingClientRect();
  if (box.right <= innerWidth + 1 || !box.height) return false;
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
# Texts of figures in letters of less than 13 pixels.
SMALL = """all => all.filter(text => {
  const figure = text.ownerSVGElement;
  const scale = figure.getBoundingClientRect().width / figure.viewBox.baseVal.width;
  return parseFloat(getComputedStyle(text).fontSize) * scale < 13;
}).map(text => text.textContent)"""
# Names of the pages before and behind, as the footer of a page has them.
UNNAMED = """all => all.filter(name => !name.clientHeight || name.scrollWidth > name.clientWidth)
  .map(name => name.textContent)"""
# Each link by its name and, in a ledger, its program's, and where it leads: many programs have a value
# named mae. What a page shows at another width alone is among them.
LINKS = """all => all.map(link => [
  (link.ariaLabel ?? (link.textContent.trim() || link.title)).replace(/\\s+/g, " "),
  link.closest(".ledger-entry")?.dataset.snippet ?? "",
  link.href,
])"""
# Navigation without a name: of landmarks, axe lets one of a kind have none.
NAMELESS = "nav:not([aria-label], [aria-labelledby])"
FITS = {390: 36, 1280: 66}  # letters of a line of a program
# The kinds of faults: where each is looked for, and what finds it.
FAULTS = {
    "the page": (":root", TOO_WIDE),
    "cut off": ("main *:not(svg *)", CUT_OFF),
    "formulas": (FORMULAS, TOO_WIDE),
    "programs": (".md-content :is(pre, pre > code)", TOO_WIDE),
    "words": (".highlight code span[class]:not(.ln)", ALONE),
    "names": (".md-footer .md-ellipsis", UNNAMED),
}
OF_ANY_WIDTH = [*FAULTS]
FAULTS |= {"lines": (".snippet pre .ln", TORN), "letters": (".snippet-figure text", SMALL)}
PLANTED = """<p style="color: #bbb">=</p><p style="color: #bbb">Pale.</p>
  <p style="position: relative">Dark.</p>
  <div style="position: absolute; height: 40px; width: 300px; background: #222"></div>
  <p style="position: relative">Dark on dark.</p>"""


def lay_out_used(page, width, palette="light"):
    """Lay a page out as `lay_out` does, with its expandables open and its sliders moved once."""
    lay_out(page, width, palette)
    unfold(page)
    page.keyboard.press("Shift")  # an interactive far below begins for a key
    if page.evaluate("window.isUsed !== (window.isUsed = true)"):
        for slider in page.locator("[role=slider]").all():
            slider.press("ArrowRight")


def wrong(page, width, *kinds) -> dict[str, object]:
    """Return what finds something on a page at a width, of some kinds of faults, and what it finds."""
    lay_out_used(page, width)
    finds = (
        f"({find})([...document.querySelectorAll({where!r})], most)"
        for where, find in map(FAULTS.get, kinds)
    )
    found = page.evaluate(f"most => [{', '.join(finds)}]", FITS.get(width))
    return {kind: parts for kind, parts in zip(kinds, found, strict=True) if parts}


def test_a_page_is_scrolled_one_way_only_and_nothing_in_it_is_cut_or_torn(visited):
    assert visited.locator(FORMULAS).count() or visited.path != address_with("\n```math")
    assert wrong(visited, NARROWEST, *OF_ANY_WIDTH) == {}
    assert wrong(visited, 390, *FAULTS) == {}


@of_each_kind
def test_nor_is_it_on_a_desk(visited):
    assert wrong(visited, 1280, *FAULTS) == {}


def test_a_page_has_one_title_and_its_navigation_names(visited):
    """Axe sees to the levels of the headings below it, and to all other landmarks."""
    assert visited.locator("h1").count() == 1
    assert visited.locator(NAMELESS).count() == 0


def test_the_text_of_a_link_says_where_it_goes(visited):
    title, targets = visited.locator("h1").get_attribute("id"), defaultdict(set)
    for name, program, target in evaluate_all(visited, "a[href]", LINKS):
        assert name.strip(" .…→").lower() not in SAYS_NOTHING, target
        if f"/{GLOSSARY}#" not in target:  # a term: its tooltip tells where it goes
            top = urldefrag(target)
            # The title of a page is the page: a link to either goes to its top.
            is_top = top.fragment in ("", title)
            targets[name.casefold(), program].add(top.url if is_top else target)
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
