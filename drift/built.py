"""Reads the finished site again, as its files are, and trusts nothing that built them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from drift import approval, build_facts, numerals, settings
from drift.build_facts import BuildFacts, Fact
from drift.snippet import DRAWN, PRINTED, Snippets

FIGURE = re.compile(r'<figure class="snippet-figure">(.*?)</figure>', re.DOTALL)
TITLE = re.compile(r"^(?P<name>\w+), line (?P<line>\d+) of (?P<snippet>\S+)$")
NOT_OURS = ("http:", "https:", "mailto:", "data:", "javascript:")


class _Page(HTMLParser):
    """What one page holds that has to be true: blocks, values, links, anchors."""

    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[int, str]] = []
        self.values: list[tuple[int, dict, str]] = []
        self.links: list[tuple[int, str]] = []
        self.anchors: set[str] = set()
        self.repeated: list[tuple[int, str]] = []
        self.canonical = ""
        self._open: list[tuple[str, int, dict, list[str]]] = []
        self.feed(text)
        self.close()

    @property
    def unclosed(self) -> list[tuple[str, int]]:
        """Tags and lines of what was opened and never closed."""
        return [(tag, line) for tag, line, _, _ in self._open]

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        if anchor := attributes.get("id"):
            if anchor in self.anchors:
                self.repeated.append((line, anchor))
            self.anchors.add(anchor)
        if tag == "a" and attributes.get("name"):
            self.anchors.add(attributes["name"])
        if tag == "link" and attributes.get("rel") == "canonical":
            self.canonical = attributes.get("href", "")
        elif tag != "base":
            self.links += [(line, attributes[key]) for key in ("href", "src") if key in attributes]
        if tag in ("pre", "data"):
            self._open.append((tag, line, attributes, []))

    def handle_endtag(self, tag):
        if self._open and self._open[-1][0] == tag:
            _, line, attributes, text = self._open.pop()
            if tag == "pre":
                self.blocks.append((line, "".join(text)))
            else:
                self.values.append((line, attributes, "".join(text)))

    def handle_data(self, data):
        for _, _, _, text in self._open:
            text.append(data)


def faults(project: Path, site: Path) -> Iterator[str]:
    """Yield what is wrong with the built `site` of a project, each with file and line.

    Every block is a whole snippet or what was approved of one, every value its approved text,
    every drawing an approved one, every fact of the build true now; no other numeral was typed;
    every page is there; no internal link or anchor is broken.
    """
    options = settings.read(project)
    docs = project / options.docs
    snippets = Snippets(project / options.snippets)
    blocks = _approved_blocks(snippets) | _notebook_blocks(docs)
    facts = BuildFacts(project)
    drawings = {approval.approved(snippet, DRAWN) for snippet in snippets.by_name.values()}
    texts = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    pages = {path: _Page(text) for path, text in texts.items()}
    if not pages:
        yield f"{site} holds no page. Build the site first: make build"
        return
    yield from _missing_pages(docs, site)
    yield from _typed_numerals(project, options, site, texts, blocks | names_shown(snippets))
    home = pages.get(site / "index.html")
    base = urlsplit(home.canonical).path if home and home.canonical else "/"
    for path, page in pages.items():
        name = path.relative_to(site).as_posix()
        for line, block in page.blocks:
            if block.strip("\n") not in blocks:
                first = block.strip().partition("\n")[0][:80]
                yield f"{name}, line {line}: a block that nothing approved gives: {first}"
        for line, attributes, text in page.values:
            problem = (
                _fact_problem(facts, attributes, text)
                if attributes.get("class") == build_facts.CLASS
                else _value_problem(snippets, attributes, text)
            )
            if problem:
                yield f"{name}, line {line}: {problem}"
        figures = FIGURE.findall(texts[path])
        if len(figures) != texts[path].count("snippet-figure"):
            yield f"{name}: a figure is not in the form that the guard gives it."
        if not drawings.issuperset(map(_as_drawn, figures)):
            yield f"{name}: a figure that nothing approved gives."
        for line, anchor in page.repeated:
            yield f"{name}, line {line}: the id {anchor!r} stands twice on the page."
        for tag, line in page.unclosed:
            yield f"{name}, line {line}: this <{tag}> is never closed, and hides what follows."
        for line, link in page.links:
            if problem := _link_problem(link, path, site, base, pages):
                yield f"{name}, line {line}: {problem}"


def names_shown(snippets: Snippets) -> set[str]:
    """Return the texts by which a page names a snippet: a file's name is no result."""
    return {f"Source: {name}" for name in snippets.by_name}


def _approved_blocks(snippets: Snippets) -> set[str]:
    blocks = set()
    for snippet in snippets.by_name.values():
        printed = approval.approved(snippet, PRINTED)
        source = snippet.source.strip("\n")
        blocks |= (
            {f"{source}\n{printed}".strip("\n")}
            if snippet.is_session
            else {source, printed.strip("\n")}
        )
    return blocks


def _notebook_blocks(docs: Path) -> set[str]:
    blocks = set()
    for path in docs.rglob("*.ipynb"):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            blocks.add("".join(cell["source"]).strip("\n"))
            for output in cell.get("outputs", []):
                text = output.get("text") or output.get("data", {}).get("text/plain", "")
                blocks.add("".join(text).strip("\n"))
    return blocks


def _typed_numerals(
    project: Path, options: settings.Settings, site: Path, texts: dict[Path, str], given: set[str]
) -> Iterator[str]:
    permitted = numerals.allowed(project / options.numerals)
    docs = project / options.docs
    sources = {page: path for path in _sources(docs) for page in _places(path, docs, site)}
    found: dict[str, None] = {}
    for page, html in texts.items():
        source = sources.get(page, project / "mkdocs.yml")
        for numeral in numerals.typed(html, permitted, given):
            file = source.relative_to(project).as_posix()
            place = numerals.line_of(numeral, source.read_text("utf-8"), file)
            found[
                f"{place}: the numeral {numeral.text!r} was typed. Compute it in a snippet and "
                "write `#!value folder/name.variable`; if no program can give it, put its phrase "
                f"into {permitted.file}, with the reason."
            ] = None
    yield from found
    yield from permitted.unmet()


def _sources(docs: Path) -> list[Path]:
    return sorted([*docs.rglob("*.md"), *docs.rglob("*.ipynb")])


def _places(page: Path, docs: Path, site: Path) -> tuple[Path, Path]:
    """Return the two places that the generator may give a page, with and without a folder."""
    place = page.relative_to(docs).with_suffix("")
    folder = place.parent if place.name == "index" else place
    return site / folder / "index.html", site / f"{place}.html"


def _missing_pages(docs: Path, site: Path) -> Iterator[str]:
    for page in _sources(docs):
        if not any(place.exists() for place in _places(page, docs, site)):
            yield f"{docs.name}/{page.relative_to(docs).as_posix()}: its page is not in the site."


def _fact_problem(facts: BuildFacts, attributes: dict, text: str) -> str:
    title = build_facts.TITLE.match(attributes.get("title", ""))
    if title is None:
        return f"the fact {text} does not say what of the build it tells."
    try:
        now = facts.fact(title["name"])
    except (LookupError, ValueError) as fault:
        return str(fault)
    if (shown := Fact(text, attributes.get("value", ""))) != now:
        return (
            f"the {title[0]} is not {shown.text} (in full: {shown.exact}) but {now.text} "
            f"(in full: {now.exact}). Build the site again: make build"
        )
    return ""


def _value_problem(snippets: Snippets, attributes: dict, text: str) -> str:
    title = TITLE.match(attributes.get("title", ""))
    snippet = snippets.by_name.get(title["snippet"]) if title else None
    if snippet is None:
        return f"the value {text} does not say which snippet it comes from."
    names = {
        use.partition(":")[0]
        for use, shown in approval.approved_values(snippet).items()
        if shown == text
    }
    if title["name"] not in names or snippet.names.get(title["name"]) != int(title["line"]):
        return f"the value {text} ({attributes['title']}) is not what was approved."
    return ""


def _as_drawn(svg: str) -> str:
    """Return a drawing as its snippet drew it, without what the page added."""
    prefix = re.search(r'aria-labelledby="(.+?)-title"', svg)
    svg = re.sub(r'aria-labelledby="[^"]*" aria-describedby="[^"]*" ', "", svg, count=1)
    svg = re.sub(r"\n <desc id=.*?</desc>", "", svg, count=1, flags=re.DOTALL)
    svg = re.sub(r"<title id=[^>]*>", "<title>", svg, count=1)
    if prefix:
        svg = re.sub(rf'(\bid="|href="#|url\(#){re.escape(prefix[1])}-', r"\g<1>", svg)
    return svg


def _link_problem(link: str, page: Path, site: Path, base: str, pages: dict[Path, _Page]) -> str:
    if link.startswith(NOT_OURS) or link.startswith("//"):
        return ""
    parts = urlsplit(link)
    place = unquote(parts.path)
    if place.startswith("/"):
        if not place.startswith(base):
            return f"the link {link} leaves the site."
        target = site / place.removeprefix(base)
    else:
        target = (page.parent / place).resolve() if place else page
        if not target.resolve().is_relative_to(site.resolve()):
            return f"the link {link} leaves the site."
    if target.is_dir():
        target /= "index.html"
    if not target.exists():
        return f"the link {link} leads nowhere."
    found = pages.get(site / target.resolve().relative_to(site.resolve()))
    anchor = unquote(parts.fragment)
    if anchor and found and anchor not in found.anchors:
        return f"the link {link} leads to an anchor that is not there."
    return ""
