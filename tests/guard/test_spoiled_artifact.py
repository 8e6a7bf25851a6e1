"""The built site is read again as it lies there: whatever is spoiled in it is named, and only that."""

from dataclasses import replace

import pytest

from drift.check import allowed
from drift.check import site as finished
from drift.check.document import Document
from drift.fault import FaultsFound
from drift.project.settings import Settings
from drift.run import shapes
from tests.guard.small_site import FENCE, PAGE, Site, Spoiled, own, project_of, site_of

# The site is built once, by one worker.
pytestmark = pytest.mark.xdist_group("artifact")

END = "</article>"
DRAWS = "import matplotlib.pyplot as plt\n\nplt.plot([1, 2])\nplt.title('Two')\n"
DRAWS += "print('from 1 to 2')\nplt.show()\n"
UNREAD = {"literata-400-normal.woff2": "Literata, upright", "literata-licence.txt": "Literata's", "logo.svg": "The logo"}  # fmt: skip
CHANGED = {
    "a script of the theme": ("assets/javascripts/bundle.*.js", "of an installed package"),
    "a script of docs": ("assets/site.js", "is not docs/assets/site.js, byte for byte"),
    "a style of the theme": ("assets/stylesheets/main.*.css", "of an installed package"),
    "a style of docs": ("assets/site.css", "is not docs/assets/site.css, byte for byte"),
    "a font": ("assets/literata-400-normal.woff2", "is not docs/assets/literata"),
    "the source of a snippet": ("snippets/mean.py", "is not snippets/mean.py"),
}
SOUND = {
    "a link to another host": '<a href="https://apples.example">a</a>',
    "a link to write to": '<a href="mailto:a@apples.example">a</a>',
    "a place of the page": '<a href="#mean-3">a</a>',
    "a drawing of docs": '<img alt="apples" src="assets/logo.svg">',
    "a reference that is seen": "<p>&amp;rlm; &nbsp; &lt;</p>",
    "what Markdown writes": "<blockquote><p><del>a</del><kbd>b</kbd></p></blockquote><hr>",
}
UNREADABLE = {
    "no text": ("snippets/mean.py", b"a\n\xff", "snippets/mean.py, line 2: no text in UTF-8"),
    "a page": ("index.html", b"\xff", "index.html, line 1: no text in UTF-8"),
    "no search index": ("search/search_index.json", b"{\n", "line 2: no JSON"),
    "no notebook": ("index.ipynb", b"{", "index.ipynb: is not what was approved of its page"),
    "a character that nobody sees, behind an escape of the search": ("search/search_index.json", b'{"docs": [],\n "a": "\\\\u202e \\u202e"}', "search/search_index.json, line 2: holds U+202E"),
}  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A small site that holds, with a drawing and a style of its own."""
    site = Site(tmp_path_factory.mktemp("artifact"))
    site.write("snippets/draw.py", DRAWS)
    site.write("snippets/sum.py", "print(6 + 1)\n")
    fences = [FENCE.replace("mean", name) for name in ("draw", "sum")]
    site.write("docs/index.md", "\n".join([PAGE, *fences]))
    site.accept()
    site.build("--strict")
    return site


@pytest.fixture
def spoiled(sound, tmp_path):
    return Spoiled(sound, tmp_path)


def test_a_sound_site_has_no_fault(spoiled):
    # The theme may hold what nobody sees, where it is unchanged.
    assert "\u200c" in spoiled.path("assets/javascripts/lunr/min/lunr.sa.min.js").read_text("utf-8")
    assert spoiled.faults() == []


# What is given: a file, what stands in it, and what is said of it.
EXTRA = {
    "a page": ("more/index.html", "<p>More", "nothing gives this file"),
    "a script": ("assets/more.js", "go()", "nothing gives this file: no page, no file of docs"),
    "a program for browsers": ("assets/more.wasm", "\0asm", "nothing gives this file"),
    "a hidden file": (".git/config", "[core]", "nothing gives this file"),
    "a snippet": ("snippets/more.py", "print()", "nothing gives this file"),
    "a notebook": ("more.ipynb", "{}", "nothing gives this file"),
    "a PDF": ("more.pdf", b"%PDF-1.7", "nothing gives this file"),
}


@pytest.mark.parametrize("name, content, expected", EXTRA.values(), ids=EXTRA)
def test_a_file_that_nothing_gives_is_named(spoiled, name, content, expected):
    spoiled.write(name, content)
    faults = spoiled.faults()
    assert any(fault.startswith(f"{name}: ") and expected in fault for fault in faults)
    if not name.endswith(".html"):  # a page has to hold more than that
        assert [fault for fault in faults if not fault.startswith(name)] == []


@pytest.mark.parametrize("pattern, expected", CHANGED.values(), ids=CHANGED)
def test_a_file_that_is_not_what_it_was_copied_from_is_named(spoiled, pattern, expected):
    path = spoiled.path(pattern)
    path.write_bytes(path.read_bytes()[:-20] + b" " * 20)
    (fault,) = spoiled.faults()
    assert fault.startswith(f"{path.relative_to(spoiled.folder).as_posix()}: ")
    assert expected in fault


def test_a_style_sheet_of_the_theme_has_what_the_site_uses_and_nothing_else(sound, tmp_path):
    spoiled = Spoiled(sound, tmp_path, is_cut=True)
    assert spoiled.faults() == []
    for before, after in {"html{": "html{}html{", "body{": "b{"}.items():
        spoiled.replace("assets/stylesheets/main.*.css", before, after)
        (fault,) = spoiled.faults()
        assert fault.startswith("assets/stylesheets/main") and "of an installed package" in fault


def test_a_search_index_as_a_script_holds_the_index_and_nothing_else(spoiled):
    index = '{"docs": []}'
    spoiled.write("search/search_index.json", index)
    spoiled.write("search/search_index.js", f"var __index = {index}")
    assert spoiled.faults() == []
    spoiled.write("search/search_index.js", f"var __index = {index};go()")
    (fault,) = spoiled.faults()
    assert "search_index.js: does not hold what search/search_index.json holds" in fault


def test_the_printed_article_may_lie_in_the_site_where_the_settings_name_it(spoiled):
    spoiled.write("article.pdf", b"%PDF-1.7\n%%EOF\n")
    (fault,) = spoiled.faults()
    assert fault.startswith("article.pdf: nothing gives this file")
    with_it = replace(spoiled.project.settings, printed="article.pdf")
    spoiled.project = replace(spoiled.project, settings=with_it)
    assert spoiled.faults() == []
    for content in ("<script>", "%PDF-1.7", "%PDF-1.7<script>"):
        spoiled.write("article.pdf", content)
        (fault,) = spoiled.faults()
        assert fault == "article.pdf: no PDF. Print it again: make pdf"


def test_nothing_is_published_without_a_policy_and_little_without_settings(spoiled):
    spoiled.project = replace(spoiled.project, policy=None)
    (fault,) = spoiled.faults()
    assert fault.startswith("policy.toml: is missing") and fault.endswith("from the history.")
    assert (Settings().imports, Settings().classes) == ({}, [])  # no library, and no class


@pytest.mark.parametrize("name, reason", UNREAD.items(), ids=UNREAD)
def test_a_font_a_licence_or_a_drawing_by_hand_that_nobody_reviewed_is_named(spoiled, name, reason):
    spoiled.with_asset(f"assets/{name}", "Other than 6.68")
    fault, gone = spoiled.faults()
    start = f"docs/assets/{name}: nobody has reviewed this file, which no check reads: "
    assert fault.startswith(start) and 'into policy.toml: "sha256-' in fault
    assert f"Its reason was: {reason}" in gone


VALUE = (
    '<data class="value" data-line="mean = sum(errors) / count" data-source="#mean-3" '
    'title="mean, line 3 of mean.py" value="6.666666666666667">6.67</data>'
)
LISTED = "may not stand here. What may stand on a page is a closed list"
IN_A_PAGE = {
    "what runs as an address with a blank": ('<a href=" javascript:go()">a</a>', LISTED),
    "what runs as an address that exists": ('<a href="java&#10;script:index.html">a</a>', LISTED),
    "a host behind backslashes": ('<a href="/&#92;apples.example">a</a>', LISTED),
    "a set of pictures": ('<img alt="a" srcset="//apples.example/a.svg 2x">', LISTED),
    "what a browser mends": ("<P ONCLICK=go()>a</P>", LISTED),
    "a shadow": ('<div><template shadowrootmode="open">a</template></div>', LISTED),
    "a part that the theme hides": ('<p class="tabbed-block">a</p>', "class='tabbed-block' of <p> may not stand here. "),
    "a part that covers others": ('<p class="note md-overlay">a</p>', LISTED),
    "a class of a notebook, on another page": ('<p>6<i class="jp-InputPrompt">a</i></p>', LISTED),
    "an output that nothing printed": ('<div class="snippet-output">a</div>', "'a' stands where the source asks for 'nothing'"),
    "a word as a value": ('<p><em class="value">a</em></p>', "class='value' of <em> may not stand here. "),
    "a picture that is none": ('<p><img alt="a" src="#a.svg"></p>', LISTED),
    "what is there, and takes no room": ("<math><mphantom><mi>x</mi></mphantom></math>", "<mphantom> may not"),
    "a value that is turned round": (f'<p style="transform: scaleX(-1)">{VALUE}</p>', LISTED),
    "a hidden part": ("<p hidden>a</p>", LISTED),
    "a way to draw": ('<pre class="mermaid">a</pre>', "may not stand in a block"),
    "a mark of a claim": ("<p>All agree &check;</p>", "the mark of a claim"),
    "another mark of a claim": ("<p>All agree \u2714</p>", "the mark of a claim"),
    "a mark in a block": ("<pre>All agree \u2713</pre>", "the mark of a claim"),
    "a line with no word": ("<p><s>&nbsp;</s>a</p>", "<s> without words is a drawn line"),
    "a fraction of blanks": ("<math><mi>x</mi><mfrac><mtext> </mtext><mrow></mrow></mfrac></math>", "<mtext> without words is a drawn line"),
    "a line over a blank": ("<math><mi>x</mi><mover><mspace/><mo>^</mo></mover></math>", "<mspace> without words is a drawn line"),
    "a root of a blank": ("<math><msqrt><mrow><mtext> </mtext></mrow></msqrt></math>", "<mrow> without words is a drawn line"),
    "words that nobody can read": ('<math><mstyle mathsize="1%"><mi>x</mi></mstyle></math>', "mathsize='1%' of <mstyle> may not stand here. "),
    "a cell over others": ('<table><tr><td colspan="2">a</td></tr></table>', "colspan='2' of <td> may not stand here. "),
    "words far away": ('<math><mspace width="300em"/></math>', "width='300em' of <mspace> may not stand here. "),
    "a class of a template": ('<p class="place">a</p>', "class='place' of <p> may not stand here. "),
    "a root as a mark": ("<p>All agree \u221a.</p>", "the mark of a claim"),
    "a mark for the ear": ('<abbr title="&#10003;">a</abbr>', "the mark of a claim"),
    "another order of Tab": ("<div tabindex=5>a</div>", "tabindex='5' of <div> may not stand here"),
    "an aside of another class": ("<aside class=md-overlay>Apples.</aside>", "class='md-overlay' of <aside> may not stand here"),
    "a script in an aside": ("<aside><script src=assets/site.js></script></aside>", "<script> may not stand here"),
    "an equation that does not hold": ("<p><math><mn>2</mn><mo>=</mo><mn>3</mn></math></p>", "the equation 2 = 3 does not hold"),
    "a value once more": (VALUE, "stands where the source asks for"),
    "a value for the ear": (VALUE.replace("6.67<", '<span aria-label="6.68">6.67</span><'), "is not what was approved"),
    "a value in a template": (f"<template>{VALUE.replace('>6.67', '>6.68')}</template>", "<template> may not"),
    "a claim that was typed": ('<data class="claim" value="True" title="mean, line 3 of mean.py">\u2713</data>', "is not what was approved"),
    "a typed fact": ('<data class="build" value="3" title="python of this build">3</data>', 'and not <data class="build" value="3"'),
    "a figure": ('<figure class="snippet-figure">a</figure>', "stands where the source asks for 'nothing'"),
    "a block": ("<pre>6.67</pre>", "'6.67' stands where the source asks for 'nothing'"),
    "a program of another page": ('<div class="snippet"><span class="snippet-begin" id="sum"></span></div>', "'nothing' stands where the source asks for 'print(6 + 1)'"),
    "a script that nobody reviewed": ("<script>go()</script>", "nobody has reviewed the inline script 'go()'"),
    "a script behind the address of another": ('<svg><script src="assets/site.js">go()</script></svg>', "nobody has reviewed the inline script 'go()'"),
    "what runs as an address": ('<a href="java\tscript:go()">a</a>', LISTED),
    "a page in the page": ('<iframe src="assets/logo.svg"></iframe>', LISTED),
    "a base": ('<base href="assets/">', LISTED),
    "a way out": ('<meta http-equiv="Refresh" content="0; url=gone">', LISTED),
    "a form": ('<form action="https://apples.example"></form>', LISTED),
    "a picture": ('<img alt="a" src="https://apples.example/a.svg">', LISTED),
    "a script": ('<script src="https://apples.example/a.js"></script>', LISTED),
    "a style": ('<link rel="stylesheet" href="//apples.example/a.css">', LISTED),
    "a hint": ('<link rel="preload canonical" href="\\\\apples.example/a">', LISTED),
    "what counts clicks": ('<a href="#" ping="a b, https://apples.example">a</a>', LISTED),
    "an import": ("<style>@import 'https://apples.example/a.css';</style>", LISTED),
    "a link": ('<a href="gone/">a</a>', "the link gone/ leads nowhere"),
    "a place twice": ('<p id="apples">a</p>', "the id 'apples' stands twice on the page. Name one otherwise."),
    "an anchor": ('<a href="#gone">a</a>', "the link #gone leads to an anchor that is not there"),
    "a picture that is not there": ('<img alt="a" src="gone.svg">', "the link gone.svg leads nowhere"),
    "a reference to what nobody sees": ("<p>a&#x202E;b</p>", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
    "a reference to a control": ("<p>a&#1;b</p>", "U+0001 (control)"),
}  # fmt: skip


@pytest.mark.parametrize("planted, expected", IN_A_PAGE.values(), ids=IN_A_PAGE)
def test_what_stands_in_a_page_and_should_not_is_named_with_its_line(spoiled, planted, expected):
    line = spoiled.replace("index.html", END, f"\n{planted}{END}") + 1
    faults, place = spoiled.faults(), f"index.html, line {line}: "
    assert any(fault.startswith(place) and expected in fault for fault in faults), faults
    assert all(fault.startswith(place) for fault in faults), faults


@pytest.mark.parametrize("planted", SOUND.values(), ids=SOUND)
def test_what_a_reader_follows_or_nobody_fetches_is_no_fault(spoiled, planted):
    spoiled.replace("index.html", END, f"{planted}{END}")
    assert spoiled.faults() == []


IN_A_STYLE = {
    "an import": '@import "https://apples.example/a.css";',
    "a picture": "p { background: url(//apples.example/a.png) }",
    "an address by a variable": ':root { --a: "https://apples.example/a.svg" }',
    "a picture by a set": 'p { background: image-set("https://apples.example" 1x) }',
    "a picture behind escapes": r"p { background: \75rl(\68ttps://apples.example) }",
    "a picture behind a string": "p[title='\\\"'] { background: url(//apples.example) }",
    "a picture behind letters of another charset": ".\u3042{ background: url(//apples.example) }",
    "a file that is not there": "p { background: url('gone.svg') }",
    "a font that is not there": "@font-face { src: url(gone.woff2) }",
}


@pytest.mark.parametrize("rule", IN_A_STYLE.values(), ids=IN_A_STYLE)
def test_what_a_style_sheet_would_fetch_is_named_with_its_line(spoiled, rule):
    spoiled.with_asset("assets/more.css", f'@charset "gbk";\n{rule}')
    (fault,) = spoiled.faults()
    assert fault.startswith("docs/assets/more.css, line 2: the browser would ask for ")


def test_a_style_sheet_that_is_nested_too_deeply_is_named(spoiled):
    spoiled.with_asset("assets/more.css", "a{" * 3000)
    with pytest.raises(
        FaultsFound, match="^docs/assets/more.css: is nested too deeply to be read."
    ):
        spoiled.faults()


def test_what_a_list_of_pages_could_run_or_hide_is_named(spoiled):
    text = spoiled.path("sitemap.xml").read_text("utf-8")
    others = ('<?xml-stylesheet href="a.css"?>', "<!DOCTYPE a [<!ENTITY a 'b'>]>", "6.67")
    for planted in (*DRAWN.values(), *others):
        spoiled.write("sitemap.xml", text.replace("</urlset>", f"{planted}</urlset>"))
        assert any(each.startswith("sitemap.xml: is no plain list") for each in spoiled.faults())


def test_a_character_that_nobody_sees_is_named_with_its_line_and_its_code(spoiled):
    spoiled.write("snippets/mean.py", "errors = [10]\n# a\u202eb\n")
    fault, changed = spoiled.faults()
    assert changed.startswith("snippets/mean.py: is not")
    assert fault.startswith("snippets/mean.py, line 2: holds U+202E (RIGHT-TO-LEFT OVERRIDE)")


@pytest.mark.parametrize("name, content, expected", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cant_be_read_is_named(spoiled, name, content, expected):
    spoiled.write(name, content)
    (fault,) = spoiled.faults()
    assert expected in fault


def test_a_worker_that_a_page_asks_for_later_has_to_be_there(spoiled):
    worker = spoiled.path("assets/javascripts/workers/search.*.js")
    worker.unlink()
    faults = spoiled.faults()
    assert {fault.partition(", line ")[0] for fault in faults} == {"index.html", "404.html"}
    assert all(f"{worker.name} leads nowhere" in fault for fault in faults)


IN_THE_SETTINGS = {
    "a style": ("extra_css: [assets/gone.css]", '<link rel="stylesheet" href="{}assets/gone.css">', "the link assets/gone.css leads nowhere. Mend its name, or put there what it names."),
    "a script": ("extra_javascript: [assets/gone.js]", '<script src="{}assets/gone.js"></script>', "the link assets/gone.js leads nowhere."),
    "one of another host": ("extra_css: [//a.example/a.css]", '<link rel="stylesheet" href="//a.example/a.css">', "href='//a.example/a.css' of <link> may not stand here."),
}  # fmt: skip


@pytest.mark.parametrize("setting, html, said", IN_THE_SETTINGS.values(), ids=IN_THE_SETTINGS)
def test_what_the_settings_name_and_is_not_there_is_told_once(tmp_path, setting, html, said):
    known = project_of(tmp_path, mkdocs_yml=f"theme: a\n{setting}\n")
    ways = {"index.html": "", "a/index.html": "../", "a/b/index.html": "../../", "404.html": "/"}
    pages = {path: Document(path, html.format(up)) for path, up in ways.items()}
    found = finished.faults(site_of(known, files=dict.fromkeys(pages, b""), documents=pages))
    (fault,) = [str(each) for each in found if said in each.message]
    assert fault.startswith(f"mkdocs.yml, line 2: {said}")


# Each of these changes the finished page, as a hook, a theme or a person might.
FIRST = '<pre translate="no"><code>mean error 6.67\n</code></pre>'
SECOND = FIRST.replace("mean error 6.67", "7")
TAMPERED = {
    "the output of a block": ("mean error 6.67\n<", "mean error 6.68\n<", "'mean error 6.68' stands where the source asks for 'mean error 6.67'"),
    "an output that is missing": (FIRST, "", "'nothing' stands where the source asks for 'mean error 6.67'"),
    "another output": (FIRST, SECOND, "'7' stands where the source asks for 'mean error 6.67'"),
    "the text of a value": (">6.67</data>", ">6.68</data>", "is not what was approved"),
    "the source of a value": ("line 3 of mean.py", "line 2 of mean.py", "is not what was approved"),
    "a value without a source": ('title="mean, line 3 of mean.py"', "", "does not say which snippet"),
    "the exact number of a value": ('value="6.66', 'value="6.77', "is not what was approved"),
    "the line of a value": ('data-line="mean', 'data-line="men', "does not lead to line 3 of mean.py"),
    "a value that is not closed": ("6.67</data>", "6.68", "is not what was approved"),
    "a value that is gone": (VALUE, "", "'nothing' stands where the source asks for 'mean, line 3"),
    "a link": ('href="snippets/mean.py"', 'href="snippets/men.py"', "leads nowhere"),
    "a link out of the site": ('href="snippets/mean.py"', 'href="../mkdocs.yml"', "leaves the site"),
    "a colour of a figure": ("var(--figure-0)", "var(--figure-1)", "var(--figure-1)"),
    "what a figure says": ('">from 1 to 2', '">from 1 to 3', "from 1 to 3"),
    "the form of a figure": ('"snippet-figure">', '"snippet-figure x">', "snippet-figure x\">"),
    "what runs, in a second body": ("</body>", "<body onload=go()></body>", "onload='go()' of <body>"),
    "the order of programs": ('id="mean"', 'id="sum"', "'sum' stands where the source asks for 'mean'"),
    "a script that is not there": ('src="assets/site.js"', 'src="assets/gone.js"', "the link assets/gone.js leads nowhere"),
    "a part of a formula": ("</body>", "6<mi>.</mi>7</body>", "<mi> may not stand here"),
    "words that the frame hides": ("</body>", "<p hidden>a</p></body>", "hidden='' of <p> may not stand here"),
    "a direction": ('dir="ltr"', 'dir="rtl"', "dir='rtl' of <body> may not stand here"),
    "the policy": ("default-src 'none'", "default-src *", "it states another policy"),
    "an encoding": ('charset="utf-8"', 'charset="shift_jis"', "may not stand here"),
    "where the search looks": ('"search": "', '"search": "//a', "the search would ask for '//a"),
}  # fmt: skip


@pytest.mark.parametrize("before, after, expected", TAMPERED.values(), ids=TAMPERED)
def test_what_was_changed_in_the_finished_page_is_named(spoiled, before, after, expected):
    spoiled.replace("index.html", before, after)
    found = [fault for fault in spoiled.faults() if expected in fault]
    assert found and all(fault.startswith("index.html") for fault in found)


DRAWN = {
    "a script": "<script href=snippets/evil.txt></script>",
    "a script behind what is no comment": "<!--><script href=snippets/evil.txt></script>-->",
    "a style": "<style>p { display: none }</style>",
    "a picture": '<image href="data:image/png,a"/>',
    "markup": "<foreignObject>6.68</foreignObject>",
    "what ends the drawing": "</svg><p>6.68",
    "text over the page": '<text style="position: fixed">6.68</text>',
    "a paint of another host": '<path style="fill: url(//apples.example)"/>',
    "a paint behind an escape": '<path fill="\\75rl(//apples.example)"/>',
    "a part of another file": '<use href="snippets/evil.txt#a"/>',
    "what runs on an event": '<path onload="go()"/>',
    "a class of the theme": '<path class="md-overlay"/>',
}


@pytest.mark.parametrize("planted", DRAWN.values(), ids=DRAWN)
def test_what_a_snippet_draws_is_a_drawing_and_nothing_else(spoiled, planted):
    assert not shapes.problem("<svg><path/></svg>")
    assert shapes.HOW_TO_DRAW in shapes.problem(f"<svg><path/>{planted}</svg>")
    line = spoiled.replace("index.html", "</svg>\n</fig", f"\n{planted}</svg>\n</fig") + 1
    place, said = f"index.html, line {line}: ", "may not stand here. What may stand in a drawing"
    assert any(fault.startswith(place) and said in fault for fault in spoiled.faults())


@pytest.mark.parametrize("planted", ["6.68", "<text>6.68</text>", "<svg></svg>", "<!-- -->"])
def test_a_figure_of_a_snippet_holds_one_drawing_and_nothing_beside_it(spoiled, planted):
    figure = '<figure class="snippet-figure">'
    line = spoiled.replace("index.html", figure, f"{figure}{planted}")
    expected = f"index.html, line {line}: a figure of a snippet is one drawing, and nothing else. "
    assert any(fault.startswith(expected) for fault in spoiled.faults())


def test_what_may_not_stand_is_named_with_its_line_in_docs(tmp_path):
    known = project_of(tmp_path, docs__index_md="# A\n\nb{ .gone }\n\n<b dir=rtl>c</b>\n")
    page = own('<p class="gone">b</p><b dir="rtl">c</b>', "index.md")
    assert [fault.line for fault in allowed.markup(page, known)] == [3, 5]
    with pytest.raises(FaultsFound, match="index.html: is nested too deeply to be read"):
        print(own("<b>" * 3000).texts)


def test_a_missing_page_is_named(spoiled):
    spoiled.path("index.html").unlink()
    message = "its page is not in the site: exclude_docs names it, or it is in templates/."
    assert f"docs/index.md: {message}" in spoiled.faults()
