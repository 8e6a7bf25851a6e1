"""Reads the finished site again, as its files are, and trusts nothing that built them."""

from __future__ import annotations

import ast
import json
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

from drift.check import artifact, equations, fetched, numerals, policy, style
from drift.check.belongs import Belonging
from drift.check.links import NOT_OURS, Links
from drift.check.typed import Typed
from drift.generators import share
from drift.generators.pages import MKDOCS, UNSEARCHED, asked_later, packages
from drift.page import claims, take_away
from drift.page import facts as build_facts
from drift.page import provenance as origin
from drift.page.facts import BuildFacts, Fact
from drift.project import approval, settings
from drift.project import page_source as source
from drift.project.snippet import COMPLAINED, DRAWN, PRINTED, Snippets

FIGURE = re.compile(r'<figure class="snippet-figure">(.*?)</figure>', re.DOTALL)
DESCRIPTION = re.compile(r'\n <desc id="[^"]*">(.*?)</desc>', re.DOTALL)
NAMED = rf'aria-labelledby="([^"]+)-title" aria-describedby="\1-desc" (?:{UNSEARCHED}="true" )?'
LEADING = ("href", "src", origin.ADDRESS)
AGAIN = "Build the site again: make build"
SHOWING = {"img", "source", "video", "audio", "iframe", "object", "embed"}


class Page(HTMLParser):
    """What one page holds that has to be true: blocks, values, links, anchors, what it fetches."""

    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[int, str]] = []
        self.values: list[tuple[int, dict, str]] = []
        self.links: list[tuple[int, str]] = []
        self.shown: list[tuple[int, str, str]] = []
        self.anchors: set[str] = set()
        self.lines: dict[str, tuple[int, str]] = {}
        self._named_line = ""
        self.repeated: list[tuple[int, str]] = []
        self.refused: list[tuple[int, str]] = []
        self._style_line = 0
        self.canonical = ""
        self.has_ledger = False
        self.entries: set[str] = set()
        self._open: list[tuple[str, int, dict, list[str]]] = []
        self.feed(text)
        self.close()
        self.links += asked_later(text)

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
            address = attributes.get("href", "")
            self.canonical = address if "://" in address else ""  # else: published nowhere yet
        elif tag != "base":
            self.links += [(line, attributes[key]) for key in LEADING if key in attributes]
        self.refused += [(line, fault) for fault in fetched.refused(tag, attributes)]
        for name, value in attributes.items():
            if fetched.is_styled(value):
                self._read_style(line, value, is_read_elsewhere=name == "style")
        self._style_line = line if tag == "style" else 0
        if any(style.borrowed(attributes.get("style", ""))):
            self.shown.append((line, f"{tag} style", ""))
        if tag in SHOWING:
            address = "" if "srcset" in attributes else attributes.get("src", "")
            self.shown.append((line, tag, address))
        self.has_ledger |= "ledger" in attributes.get("class", "").split()
        if "data-snippet" in attributes:
            self.entries.add(attributes["data-snippet"])
        if tag == "span" and anchor and self._open and self._open[-1][0] == "pre":
            self._named_line = anchor
            self.lines[anchor] = (line, "")
        if tag in ("pre", "data"):
            self._open.append((tag, line, attributes, []))

    def _read_style(self, line, css, is_read_elsewhere=False):
        """Take the files that a style names, and what it would fetch from another host."""
        for below, address, is_file in fetched.in_style(css):
            if is_file:
                self.links.append((line + below - 1, address))
        if not is_read_elsewhere:  # what a style attribute takes from elsewhere is told as such
            found = fetched.from_elsewhere(css)
            self.refused += [(line + below - 1, fault) for below, fault in found]

    def handle_endtag(self, tag):
        self._style_line = 0
        if self._open and self._open[-1][0] == tag:
            _, line, attributes, text = self._open.pop()
            if tag == "pre":
                self.blocks.append((line, "".join(text)))
            else:
                self.values.append((line, attributes, "".join(text)))

    def handle_data(self, data):
        if self._style_line:
            self._read_style(self.getpos()[0], data)
        if claims.MARK in data and not self._open:
            near = " ".join(data.split())[-60:]
            typed = f"{near!r}: {claims.MARK} is the mark of a claim that a program holds. Write "
            self.refused.append((self.getpos()[0], f"{typed}`#!holds folder/name.variable`."))
        for _, _, _, text in self._open:
            text.append(data)
        if self._named_line:
            line, text = self.lines[self._named_line]
            more, is_over, _ = data.partition("\n")
            self.lines[self._named_line] = (line, text + more)
            self._named_line = "" if is_over else self._named_line


class Reading:
    """All that may stand on the pages of a project's site, and what is wrong with one."""

    def __init__(self, project: Path, site: Path, generator: str = MKDOCS):
        """Read the project's snippets, notebooks and approved files; `site` is the built folder."""
        options = settings.read(project)
        self.docs, self.site = project / options.docs, site
        self.permitted = numerals.allowed(project / options.numerals)
        self.policy = policy.read(project / options.policy, generator)
        self.sources = {
            page: path for path in _sources(self.docs) for page in places(path, self.docs, site)
        }
        self.typed = Typed(project, self.docs, self.permitted, self.sources)
        self.snippets = Snippets(project / options.snippets)
        self.belonging = Belonging(self.docs, self.snippets, packages(generator), options.printed)
        self._names = names_shown(self.snippets, self.docs)
        self._facts = BuildFacts(project)
        self._blocks = _approved_blocks(self.snippets)
        for text, following in _notebook_blocks(self.docs):
            self._blocks[text].add(following)
        self._lines = {
            f"{snippet.anchor}-{number}": line
            for snippet in self.snippets.by_name.values()
            for number, line in enumerate(snippet.lines, start=1)
        }
        self._drawings = {
            drawn: snippet
            for snippet in self.snippets.by_name.values()
            if (drawn := approval.approved(snippet, DRAWN))
        }

    def of_page(self, path: Path, html: str, page: Page) -> Iterator[str]:
        """Yield what is wrong with one page, given as HTML and as what was read of it.

        That is all but its links, which depend on other pages too.
        """
        given = self._names | _prompts(self.sources.get(path))
        yield from self.typed.on_page(path, FIGURE.sub("", html), given)
        name = path.relative_to(self.site).as_posix()
        for line, problem in self._of_what_ran(page, html):
            yield f"{name}, line {line}: {problem}"

    def _of_what_ran(self, page: Page, html: str) -> Iterator[tuple[int, str]]:
        yield from self._of_blocks(page.blocks)
        for line, attributes, text in page.values:
            problem = (
                _fact_problem(self._facts, attributes, text)
                if attributes.get("class") == build_facts.CLASS
                else _value_problem(self.snippets, attributes, text)
            )
            if problem:
                yield line, problem
        figures = [*FIGURE.finditer(html)]
        if len(figures) != html.count("snippet-figure"):
            yield 1, "a figure is not in the form that the guard gives it."
        for figure in figures:
            if problem := self._figure_problem(figure[1]):
                yield html.count("\n", 0, figure.start()) + 1, problem
        for anchor, (line, text) in page.lines.items():
            if (expected := self._lines.get(anchor)) != text:
                named = "no line" if expected is None else repr(expected)
                yield line, f"{anchor} stands at the line {text!r} and is {named}. {AGAIN}"
        for fault in equations.faults(html):
            yield html.count("\n", 0, fault.start) + 1, fault.message
        yield from page.refused
        for line, anchor in page.repeated:
            yield line, f"the id {anchor!r} stands twice on the page."
        for tag, line in page.unclosed:
            yield line, f"this <{tag}> is never closed, and hides what follows."
        for line, tag, address in page.shown:
            if tag != "img" or not address.endswith(".svg") or address.startswith(NOT_OURS):
                yield (
                    line,
                    f"no check reads what this <{tag}> shows. Let a snippet draw it, or show an "
                    ".svg file of docs.",
                )

    def _of_blocks(self, blocks: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        """Yield a fault for each block that nothing gives, or that another program gave."""
        texts = [text.strip("\n") for _, text in blocks]
        for at, (line, _) in enumerate(blocks):
            first = texts[at].strip().partition("\n")[0][:80]
            expected = self._blocks.get(texts[at])
            if expected is None:
                yield line, f"a block that nothing approved gives: {first}"
            elif not any(
                tuple(texts[at + 1 : at + 1 + len(following)]) == following
                for following in expected
            ):
                yield line, f"below this program stands what it did not give: {first}"

    def _figure_problem(self, svg: str) -> str:
        drawn, description = _as_drawn(svg)
        snippet = self._drawings.get(drawn)
        if snippet is None:
            return "a figure that nothing approved gives."
        if unescape(description) != approval.approved(snippet, PRINTED):
            return f"the description of this figure is not what {snippet.shown_path} prints."
        return ""


def faults(
    project: Path, site: Path, states_policy: bool = True, generator: str = MKDOCS
) -> Iterator[str]:
    """Yield what is wrong with the `site` that `generator` built of a project, with file and line.

    Every block is a whole snippet or what was approved of one, every value its approved text,
    every drawing an approved one, every fact of the build true now; no other numeral was typed;
    every page is there, with its notebook; its ledgers hold every snippet; no internal link or
    anchor is broken; every script in a page's HTML was reviewed, and every page states the policy
    that says so, or, where `states_policy` is false, none. Every other file is given by something,
    within the limits, and holds no character that nobody sees; a browser asks no other host for
    anything. Where a file can't be read, nothing else is told.
    """
    limits = settings.limits(project)
    contents, unread = artifact.read(site, limits)
    if unread:
        yield from unread
        return
    reading = Reading(project, site, generator)
    texts = {
        site / name: content.decode("utf-8")
        for name, content in contents.items()
        if name.endswith(artifact.PAGE)
    }
    pages = {path: Page(text) for path, text in texts.items()}
    if not pages:
        yield f"{site} holds no page. Build the site first: make build"
        return
    links = _links(site, contents, pages)
    yield from artifact.faults(contents, _made(reading, contents), reading.belonging, links, limits)
    yield from _missing_pages(reading.docs, site)
    yield from _notebooks_astray(reading, pages)
    told = (of for path, page in pages.items() for of in reading.of_page(path, texts[path], page))
    yield from dict.fromkeys(told)  # the frame around pages stands on each
    yield from _left_out_of_the_ledgers(reading.snippets, pages)
    yield from reading.typed.in_files()
    yield from reading.typed.in_search(site, texts)
    yield from reading.permitted.unmet()
    yield from share.faults(project, settings.read(project), reading.snippets, site)
    yield from _broken_links(site, pages, links)
    if reading.policy:
        named = {path.relative_to(site).as_posix(): text for path, text in texts.items()}
        yield from reading.policy.faults(named, states_policy)


def not_computed(site: Path) -> Iterator[str]:
    """Yield each formula of a site that holds numbers alone and is not computed, and why."""
    for path in sorted(site.rglob(f"*{artifact.PAGE}")):
        for fault in equations.not_computed(path.read_text("utf-8")):
            yield f"{path.relative_to(site).as_posix()}: {fault.message}"


def _left_out_of_the_ledgers(snippets: Snippets, pages: dict[Path, Page]) -> Iterator[str]:
    """Yield a fault where a site has ledgers, and a snippet stands in none of them."""
    left_out = snippets.by_name.keys() - set().union(*(page.entries for page in pages.values()))
    if left_out and any(page.has_ledger for page in pages.values()):
        yield f"no ledger lists {', '.join(sorted(left_out))}."


def _notebooks_astray(reading: Reading, pages: dict[Path, Page]) -> Iterator[str]:
    """Yield a fault for each notebook to take away that is not what its page and docs give."""
    expected = {}
    for file, page in pages.items():
        path = reading.sources.get(file)
        text = path.read_text("utf-8") if path else ""
        if path and path.suffix == ".ipynb":
            expected[file.with_name(path.name)] = text
        elif take_away.is_worthwhile(shown := source.read(text)):
            try:
                notebook = take_away.written(shown, reading.snippets, page.canonical)
            except LookupError as missing:
                yield f"{path.name}: shows {missing.args[0]}, which is no file of the snippets."
                continue
            expected[file.with_name(take_away.name(path.name))] = notebook
    for file in sorted({*expected, *reading.site.rglob("*.ipynb")}):
        name = file.relative_to(reading.site).as_posix()
        if file not in expected:
            yield f"{name}: no page gives this notebook. {AGAIN}"
        elif not file.exists():
            yield f"{name}: this notebook is not in the site. {AGAIN}"
        elif astray := take_away.difference(expected[file], file.read_text("utf-8")):
            yield f"{name}: {astray} {AGAIN}"


def _links(site: Path, names: Iterable[str], pages: dict[Path, Page]) -> Links:
    home = pages.get(site / "index.html")
    base = urlsplit(home.canonical).path if home and home.canonical else "/"
    anchors = {path.relative_to(site).as_posix(): page.anchors for path, page in pages.items()}
    return Links(names, base, anchors)


def _broken_links(site: Path, pages: dict[Path, Page], links: Links) -> Iterator[str]:
    for path, page in pages.items():
        name = path.relative_to(site).as_posix()
        for line, link in page.links:
            if problem := links.problem(link, name):
                yield f"{name}, line {line}: {problem}"


def names_shown(snippets: Snippets, docs: Path) -> set[str]:
    """Return the texts by which a page names snippets, their values and other pages below `docs`.

    A name is no result, whatever digits are in it.
    """
    values = {
        use.partition(":")[0]
        for snippet in snippets.by_name.values()
        for use in approval.approved_values(snippet)
    }
    pages = {path.relative_to(docs).as_posix() for path in _sources(docs)}
    sources = {" ".join(snippet.sources) for snippet in snippets.by_name.values()}
    return pages | sources | snippets.by_name.keys() | values


def _approved_blocks(snippets: Snippets) -> dict[str, set[tuple[str, ...]]]:
    """Return each text that may stand in a block, with those that must then stand below it."""
    blocks = defaultdict(set)
    for snippet in snippets.by_name.values():
        printed = approval.approved(snippet, PRINTED).strip("\n")
        source = snippet.source.strip("\n")
        if snippet.is_session:
            blocks[f"{source}\n{printed}".strip("\n")].add(())
        else:
            complained = approval.approved(snippet, COMPLAINED).strip("\n")
            told = tuple(filter(None, (printed, complained)))
            blocks[source].add(told)
            for text in told:
                blocks[text].add(())
    return blocks


def _notebook_blocks(docs: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    for path in docs.rglob("*.ipynb"):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            outputs = []
            for output in cell.get("outputs", []):
                text = output.get("text") or output.get("data", {}).get("text/plain", "")
                outputs.append("".join(text).strip("\n"))
            yield "".join(cell["source"]).strip("\n"), tuple(outputs)
            yield from ((output, ()) for output in outputs)


def _prompts(source: Path | None) -> set[str]:
    """Return the numbers that a notebook's page shows beside its cells."""
    if source is None or source.suffix != ".ipynb":
        return set()
    cells = json.loads(source.read_text("utf-8"))["cells"]
    counts = [cell.get("execution_count") for cell in cells]
    return {f"{word} [{count}]:" for count in counts for word in ("In", "Out")}


def _sources(docs: Path) -> list[Path]:
    return sorted([*docs.rglob("*.md"), *docs.rglob("*.ipynb")])


def places(page: Path, docs: Path, site: Path) -> tuple[Path, Path]:
    """Return the two places that the generator may give a page, with and without a folder."""
    place = page.relative_to(docs).with_suffix("")
    folder = place.parent if place.name == "index" else place
    return site / folder / "index.html", site / f"{place}.html"


def _missing_pages(docs: Path, site: Path) -> Iterator[str]:
    for page in _sources(docs):
        if not any(place.exists() for place in places(page, docs, site)):
            yield f"{docs.name}/{page.relative_to(docs).as_posix()}: its page is not in the site."


def _made(reading: Reading, names: Container[str]) -> set[str]:
    """Return the names of the files that are made of pages of docs, each at one place.

    Which notebooks there have to be is looked at with what they hold.
    """
    made = set()
    for page in _sources(reading.docs):
        at = [
            path.relative_to(reading.site).as_posix()
            for path in places(page, reading.docs, reading.site)
        ]
        made |= {*[name for name in at if name in names][:1]}
    return made


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
            f"(in full: {now.exact}). {AGAIN}"
        )
    return ""


def _value_problem(snippets: Snippets, attributes: dict, text: str) -> str:
    title = origin.TITLE.match(attributes.get("title", ""))
    snippet = snippets.by_name.get(title["snippet"]) if title else None
    if snippet is None:
        return f"the value {text} does not say which snippet it comes from."
    is_claim = attributes.get("class") == claims.CLASS
    expected = claims.HELD if is_claim and text == claims.MARK else text
    formats = [
        use.partition(":")[2]
        for use, shown in approval.approved_values(snippet).items()
        if shown == expected and use.partition(":")[0] == title["name"]
    ]
    exact = attributes.get("value", "")
    is_same = exact == expected or any(_formatted(exact, spec) == expected for spec in formats)
    if not formats or snippet.names.get(title["name"]) != int(title["line"]) or not is_same:
        return f"the value {text} ({attributes['title']}: {exact}) is not what was approved."
    if astray := origin.problem(snippet, attributes):
        return f"the value {text} ({attributes['title']}) {astray} {AGAIN}"
    return ""


def _formatted(exact: str, spec: str) -> str:
    try:
        return format(ast.literal_eval(exact), spec)
    except (SyntaxError, TypeError, ValueError):  # no number at all, or several
        return ""


def _as_drawn(svg: str) -> tuple[str, str]:
    """Return a drawing as its snippet drew it, and the description that the page added."""
    prefix = re.search(NAMED, svg)
    if prefix:  # else it is named by nothing, and stays what no snippet drew
        svg = svg.replace(prefix[0], "", 1)
        svg = svg.replace(f'<title id="{prefix[1]}-title">', "<title>", 1)
    description = DESCRIPTION.search(svg)
    if description and prefix and description[0].startswith(f'\n <desc id="{prefix[1]}-desc">'):
        svg = DESCRIPTION.sub("", svg, count=1)
    if prefix:
        svg = re.sub(rf'(\bid="|href="#|url\(#){re.escape(prefix[1])}-', r"\g<1>", svg)
    return svg, description[1] if description else ""
