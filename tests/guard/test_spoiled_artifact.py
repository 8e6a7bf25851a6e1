"""The built site is read again as it lies there: whatever is spoiled in it is named, and only that."""

import gzip
import hashlib
import shutil

import pytest

from drift.check import site as built
from drift.fault import Drift
from drift.project import settings
from tests.guard.small_site import PROJECT, Site

# The site is built once, by one worker.
pytestmark = pytest.mark.xdist_group("artifact")

LIMITS = (
    "[tool.drift]\n[tool.drift.limits]\nfile_kb = 1500\npage_kb = 10\nsite_kb = 6000\nfiles = 80\n"
)
THEME = "assets/javascripts/bundle."
END = "</article>"


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A small site that holds, with a policy, limits, and a drawing and a style of its own."""
    site = Site(tmp_path_factory.mktemp("artifact"))
    site.write("policy.toml", (PROJECT / "config" / "policy.toml").read_text("utf-8"))
    site.write("pyproject.toml", LIMITS)
    made = site.build("--strict")
    assert made.returncode == 0, made.stderr
    return site


class Spoiled:
    """A copy of the built site, to be spoiled in one way."""

    def __init__(self, sound: Site, folder):
        self.project, self.folder = sound.folder, folder / "site"
        shutil.copytree(sound.folder / "site", self.folder)

    def path(self, name: str):
        (path,) = self.folder.glob(name)
        return path

    def write(self, name: str, content: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def replace(self, name: str, before: str, after: str) -> int:
        """Replace a text of a file where it stands first; return its line."""
        path = self.path(name)
        text = path.read_text("utf-8")
        assert before in text
        path.write_bytes(text.replace(before, after, 1).encode())
        return text[: text.index(before)].count("\n") + 1

    def faults(self) -> list[str]:
        return list(built.faults(self.project, self.folder))


@pytest.fixture
def spoiled(sound, tmp_path):
    return Spoiled(sound, tmp_path)


def test_a_sound_site_has_no_fault(spoiled):
    assert spoiled.faults() == []


# What is given: a file, what stands in it, and what is said of it.
EXTRA = {
    "a page": ("more/index.html", "<p>More", "nothing gives this file"),
    "a page beside the page": ("index/index.html", "<p>More", "nothing gives this file"),
    "a script": ("assets/more.js", "go()", "nothing gives this script, which browsers may run"),
    "a module": ("assets/more.mjs", "go()", "nothing gives this script"),
    "a program for browsers": ("assets/more.wasm", "\0asm", "nothing gives this script"),
    "a hidden file": (".git/config", "[core]", "nothing gives this file"),
    "a font": ("assets/more.woff2", b"\xff", "nothing gives this file"),
    "a snippet": ("snippets/more.py", "print()", "nothing gives this file"),
    "a notebook": ("more.ipynb", "{}", "no page gives this notebook"),
    "a PDF": ("more.pdf", b"%PDF-1.7", "nothing gives this file"),
}


@pytest.mark.parametrize("name, content, expected", EXTRA.values(), ids=EXTRA)
def test_a_file_that_nothing_gives_is_named(spoiled, name, content, expected):
    spoiled.write(name, content)
    faults = spoiled.faults()
    assert any(fault.startswith(f"{name}: ") and expected in fault for fault in faults)
    if not name.endswith(".html"):  # a page has to hold more than that
        assert [fault for fault in faults if not fault.startswith(name)] == []


CHANGED = {
    "a script of the theme": ("assets/javascripts/bundle.*.js", "of an installed package"),
    "a worker of the theme": ("assets/javascripts/workers/search.*.js", "of an installed package"),
    "a script of docs": ("assets/site.js", "is not docs/assets/site.js, byte for byte"),
    "a style of docs": ("assets/site.css", "is not docs/assets/site.css, byte for byte"),
    "a font": ("assets/literata-400-normal.woff2", "is not docs/assets/literata"),
    "a drawing": ("assets/logo.svg", "is not docs/assets/logo.svg"),
    "the source of a snippet": ("snippets/mean.py", "is not snippets/mean.py"),
    "the packed site map": ("sitemap.xml.gz", "does not hold what sitemap.xml holds"),
}


@pytest.mark.parametrize("pattern, expected", CHANGED.values(), ids=CHANGED)
def test_a_file_that_is_not_what_it_was_copied_from_is_named(spoiled, pattern, expected):
    path = spoiled.path(pattern)
    path.write_bytes(path.read_bytes()[:-20] + b" " * 20)
    (fault,) = spoiled.faults()
    assert fault.startswith(f"{path.relative_to(spoiled.folder).as_posix()}: ")
    assert expected in fault


def test_a_packed_site_map_that_holds_too_much_is_named(spoiled):
    spoiled.write("sitemap.xml.gz", gzip.compress(b" " * 10_000_000))
    (fault,) = spoiled.faults()
    assert "sitemap.xml.gz: does not hold what sitemap.xml holds" in fault


def test_a_search_index_as_a_script_holds_the_index_and_nothing_else(spoiled):
    index = '{"docs": []}'
    spoiled.write("search/search_index.json", index)
    spoiled.write("search/search_index.js", f"var __index = {index}")
    assert spoiled.faults() == []
    spoiled.write("search/search_index.js", f"var __index = {index};go()")
    (fault,) = spoiled.faults()
    assert "search_index.js: does not hold what search/search_index.json holds" in fault


def test_the_printed_article_may_lie_in_the_site_where_the_settings_name_it(site):
    assert site.build("--strict").returncode == 0
    (site.folder / "site" / "article.pdf").write_bytes(b"%PDF-1.7")
    (fault,) = built.faults(site.folder, site.folder / "site")
    assert fault.startswith("article.pdf: nothing gives this file")
    site.write("pyproject.toml", '[tool.drift]\nprinted = "article.pdf"\n')
    assert list(built.faults(site.folder, site.folder / "site")) == []
    site.write("site/article.pdf", "<script>")
    (fault,) = built.faults(site.folder, site.folder / "site")
    assert fault.startswith("article.pdf: no PDF")


IN_A_PAGE = {
    "a script that nobody reviewed": ("<script>go()</script>", "nobody has reviewed the inline script 'go()'"),
    "a script behind the address of another": (
        '<svg><script src="assets/site.js">go()</script></svg>',
        "nobody has reviewed the inline script 'go()'",
    ),
    "what runs on an event": ('<p onclick="go()">a</p>', "the policy refuses onclick='go()'"),
    "what runs as an address": ('<a href="java\tscript:go()">a</a>', "the policy refuses the address"),
    "a page in the page": ('<iframe src="assets/logo.svg"></iframe>', "no check reads what this <iframe>"),
    "an object": ('<object data="assets/logo.svg"></object>', "no check reads what this <object>"),
    "what is embedded": ('<embed src="assets/logo.svg">', "no check reads what this <embed>"),
    "a base": ('<base href="assets/">', "<base> moves every link"),
    "a way out": ('<meta http-equiv="Refresh" content="0; url=gone">', "leads a reader away unasked"),
    "a form": ('<form action="https://apples.example"></form>', "action='https://apples.example' of <form>"),
    "a button": ('<button formaction="//apples.example">a</button>', "formaction='//apples.example'"),
    "a picture": ('<img alt="a" src="https://apples.example/a.svg">', "src='https://apples.example/a.svg' of <img>"),
    "a script": ('<script src="https://apples.example/a.js"></script>', "of <script>"),
    "a style": ('<link rel="stylesheet" href="//apples.example/a.css">', "of <link>"),
    "a hint": ('<link rel="preload canonical" href="\\\\apples.example/a">', "of <link>"),
    "an icon": ('<link rel="icon" href="data:image/svg+xml,a">', "of <link>"),
    "a background": ('<table background="HTTP:apples.example"></table>', "of <table>"),
    "what counts clicks": ('<a href="#" ping="a b, https://apples.example">a</a>', "ping="),
    "a part of a drawing": ('<svg><use href="https://apples.example#a"/></svg>', "of <use>"),
    "a picture in a drawing": ('<svg><image xlink:href="//apples.example"/></svg>', "of <image>"),
    "a paint": ('<svg><path fill="url(https://apples.example#a)"/></svg>', "'https://apples.example#a'"),
    "markup in a drawing": ("<svg><foreignObject></foreignObject></svg>", "<foreignobject> hides markup"),
    "a link that changes": ('<svg><set attributeName="href" to="#a"/></svg>', "<set> changes where a link leads"),
    "a link to what is no page": ('<a href="data:text/html,a">a</a>', "leads to what is no page"),
    "an import": ("<style>\n@import 'https://apples.example/a.css';</style>", "'https://apples.example/a.css'"),
    "a link": ('<a href="gone/">a</a>', "the link gone/ leads nowhere"),
    "an anchor": ('<a href="#gone">a</a>', "the link #gone leads to an anchor that is not there"),
    "a picture that is not there": ('<img alt="a" src="gone.svg">', "the link gone.svg leads nowhere"),
    "a script that is not there": ('<script src="gone.js"></script>', "the link gone.js leads nowhere"),
    "a style that is not there": ('<link rel="stylesheet" href="gone.css">', "the link gone.css leads nowhere"),
    "a file of a style": ('<p style="cursor: url(gone.svg)">a</p>', "the link gone.svg leads nowhere"),
    "a reference to what nobody sees": ("<p>a&#x202E;b</p>", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
    "a reference to a control": ("<p>a&#1;b</p>", "U+0001 (control)"),
}  # fmt: skip


@pytest.mark.parametrize("planted, expected", IN_A_PAGE.values(), ids=IN_A_PAGE)
def test_what_stands_in_a_page_and_should_not_is_named_with_its_line(spoiled, planted, expected):
    line = spoiled.replace("index.html", END, f"\n{planted}{END}") + 1
    line += planted.startswith("<style>\n")
    faults = spoiled.faults()
    assert any(
        fault.startswith(f"index.html, line {line}: ") and expected in fault for fault in faults
    ), faults
    assert all(fault.startswith(f"index.html, line {line}: ") for fault in faults)


SOUND = {
    "a link to another host": '<a href="https://apples.example">a</a>',
    "a link to write to": '<a href="mailto:a@apples.example">a</a>',
    "a place to learn more": '<link rel="help" href="https://apples.example/">',
    "a name of a kind of markup": '<svg xmlns:xlink="http://www.w3.org/1999/xlink"></svg>',
    "a part of the same drawing": '<svg><path id="p" fill="url(#p)"/></svg>',
    "a form of the page": "<form></form>",
    "a picture in its own address": '<svg><image href="data:image/png;base64,"/></svg>',
    "a reference that is seen": "<p>&amp;rlm; &nbsp; &lt;</p>",
}


@pytest.mark.parametrize("planted", SOUND.values(), ids=SOUND)
def test_what_a_reader_follows_or_nobody_fetches_is_no_fault(spoiled, planted):
    spoiled.replace("index.html", END, f"{planted}{END}")
    assert spoiled.faults() == []


IN_A_STYLE = {
    "an import": ('@import "https://apples.example/a.css";', "'https://apples.example/a.css'"),
    "a picture": ("p { background: url(//apples.example/a.png) }", "'//apples.example/a.png'"),
    "a picture by a set": ('p { background: image-set("https://apples.example" 1x) }', "'https://apples.example'"),
    "a picture behind escapes": (r"p { background: \75rl(\68ttps://apples.example) }", "'https://apples.example'"),
    "a picture behind a string": ("p::after { content: '\\\"'; background: url(//apples.example) }", "'//apples.example'"),
    "a file that is not there": ("p { background: url('gone.svg') }", "the link gone.svg leads nowhere"),
    "a font that is not there": ("@font-face { src: url(gone.woff2) }", "the link gone.woff2 leads nowhere"),
}  # fmt: skip


@pytest.mark.parametrize("rule, expected", IN_A_STYLE.values(), ids=IN_A_STYLE)
def test_what_a_style_sheet_would_fetch_is_named_with_its_line(spoiled, rule, expected):
    path = spoiled.path("assets/site.css")
    css = path.read_text("utf-8")
    path.write_text(f"{css}\n{rule}", "utf-8", newline="\n")
    changed, fault = spoiled.faults()
    assert changed.startswith("assets/site.css: is not docs/assets/site.css")
    assert fault.startswith(f"assets/site.css, line {css.count(chr(10)) + 2}: ")
    assert expected in fault


IN_A_DRAWING = {
    "a script": "<script>go()</script>",
    "a script by its whole name": '<svg:script href="a.js"/>',
    "what runs on an event": '<path onload="go()"/>',
    "what runs as an address": '<a xlink:href=" javascript:go()"/>',
    "a picture of another host": '<image href="https://apples.example"/>',
    "a style of another host": "<style>@import '//apples.example';</style>",
    "markup": "<foreignObject/>",
    "an instruction": '<?xml-stylesheet href="a.css"?>',
    "an entity": "<!DOCTYPE svg [<!ENTITY a 'b'>]>",
}


@pytest.mark.parametrize("planted", IN_A_DRAWING.values(), ids=IN_A_DRAWING)
@pytest.mark.parametrize("name", ["assets/logo.svg", "sitemap.xml"])
def test_what_a_drawing_or_a_list_could_run_or_fetch_is_named(spoiled, name, planted):
    text = spoiled.path(name).read_text("utf-8")
    spoiled.write(name, f"{text}\n{planted}\n")
    faults = [fault for fault in spoiled.faults() if "byte for byte" not in fault]
    line = text.count("\n") + 2
    assert [fault for fault in faults if fault.startswith(f"{name}, line {line}: ")], faults
    assert all(fault.startswith((f"{name}, line {line}: ", "sitemap.xml.gz")) for fault in faults)


UNSEEN = {
    "a control": ("\x08", "U+0008 (control)"),
    "a second control": ("\x9b", "U+009B (control)"),
    "a lone return": ("a\rb", "U+000D (control)"),
    "a turn": ("\u202e", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
    "an isolate": ("\u2066", "U+2066 (LEFT-TO-RIGHT ISOLATE)"),
    "a space without width": ("\u200b", "U+200B (ZERO WIDTH SPACE)"),
    "a mark of order": ("\ufeff", "U+FEFF (ZERO WIDTH NO-BREAK SPACE)"),
    "a separator": ("\u2028", "U+2028 (LINE SEPARATOR)"),
    "a private one": ("\ue000", "U+E000 (private use)"),
    "one that is none": ("\uffff", "U+FFFF (unassigned)"),
    "a tag": ("\U000e0041", "U+E0041 (TAG LATIN CAPITAL LETTER A)"),
}


@pytest.mark.parametrize("character, expected", UNSEEN.values(), ids=UNSEEN)
def test_a_character_that_nobody_sees_is_named_with_its_line_and_its_code(
    spoiled, character, expected
):
    spoiled.write("snippets/mean.py", f"errors = [10]\n# a{character}b\n")
    changed, fault = spoiled.faults()
    assert changed.startswith("snippets/mean.py: is not")
    assert fault.startswith("snippets/mean.py, line 2: ") and expected in fault


def test_such_a_character_behind_an_escape_of_the_search_is_named(spoiled):
    spoiled.write("search/search_index.json", '{"docs": [],\n "a": "\\\\u202e \\u202e"}')
    (fault,) = spoiled.faults()
    assert fault.startswith("search/search_index.json, line 2: ") and "U+202E" in fault


def test_the_theme_may_hold_such_characters_where_it_is_unchanged(spoiled):
    assert "\u200c" in spoiled.path("assets/javascripts/lunr/min/lunr.sa.min.js").read_text("utf-8")
    assert spoiled.faults() == []


UNREADABLE = {
    "no text": ("snippets/mean.py", b"a\n\xff", "snippets/mean.py, line 2: no text in UTF-8"),
    "a page": ("index.html", b"\xff", "index.html, line 1: no text in UTF-8"),
    "no search index": ("search/search_index.json", b"{\n", "line 2: no JSON"),
    "no notebook": ("index.ipynb", b"{", "index.ipynb: it is no notebook"),
}


@pytest.mark.parametrize("name, content, expected", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cant_be_read_is_named(spoiled, name, content, expected):
    spoiled.write(name, content)
    (fault,) = spoiled.faults()
    assert expected in fault


def test_a_file_that_is_too_large_is_named_and_not_read(spoiled):
    with open(spoiled.folder / "more.html", "wb") as file:
        file.truncate(2_000_000)
    (fault,) = spoiled.faults()
    assert "more.html has 2000.0 kB; 1500 kB is the limit (file_kb, " in fault


def test_a_page_that_is_too_heavy_is_named(spoiled):
    noise = "".join(hashlib.sha256(b"%d" % number).hexdigest() for number in range(300))
    spoiled.replace("index.html", END, f'<p class="{noise}">{END}')
    (fault,) = spoiled.faults()
    assert fault.startswith("index.html, as it is sent, has ") and "(page_kb, " in fault


def test_a_site_of_too_many_or_too_large_files_is_told(spoiled):
    for number in range(60):
        spoiled.write(f"snippets/{number}.py", "#" * 100_000)
    size, count = spoiled.faults()
    assert "the site has " in size and "(site_kb, " in size
    assert "the site holds " in count and "80 is the limit (files, " in count


def test_limits_that_are_misspelt_or_missing_are_refused(tmp_path):
    file = tmp_path / "pyproject.toml"
    file.write_text(LIMITS.replace("files", "count"), "utf-8")
    with pytest.raises(Drift, match=r"\[tool.drift.limits\] has no count"):
        settings.limits(tmp_path)
    file.write_text(LIMITS.replace("files = 80\n", ""), "utf-8")
    with pytest.raises(Drift, match=r"\[tool.drift.limits\] does not say files"):
        settings.limits(tmp_path)


def test_a_worker_that_a_page_asks_for_later_has_to_be_there(spoiled):
    worker = spoiled.path("assets/javascripts/workers/search.*.js")
    worker.unlink()
    faults = spoiled.faults()
    assert {fault.partition(", line ")[0] for fault in faults} == {"index.html", "404.html"}
    assert all(f"{worker.name} leads nowhere" in fault for fault in faults)


def test_a_missing_page_and_a_changed_number_are_named(spoiled):
    line = spoiled.replace("index.html", ">6.67</data>", ">6.68</data>")
    (fault,) = spoiled.faults()
    assert fault.startswith(f"index.html, line {line}: the value 6.68")
    spoiled.path("index.html").unlink()
    assert "docs/index.md: its page is not in the site." in spoiled.faults()
