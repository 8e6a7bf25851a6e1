"""No numeral that a reader meets was typed: each is a value, ran, or is allowed with a reason."""

import pytest

from drift.check import numerals, style
from drift.fault import Drift
from tests.guard.small_site import FENCE, NUMERALS, PAGE

REFERENCES = '<h2>References</h2><div class="references">{}</div>'
TYPED = {
    "in prose": ("<p>The mean is 6.67 apples.</p>", "6.67"),
    "with a separator": ("<p>1,000 apples</p>", "1,000"),
    "a share": ("<p>50 % of it</p>", "50"),
    "a power": ("<p>10² apples</p>", "10²"),
    "a power in HTML": ("<p>10<sup>2</sup></p>", "102"),
    "a circled one": ("<p>⑦ apples</p>", "⑦"),
    "a wide one": ("<p>７ apples</p>", "７"),
    "a Roman one": ("<p>Ⅶ apples</p>", "Ⅶ"),
    "a picture of one": ("<p>🔟 apples</p>", "🔟"),
    "a squared date": ("<p>on ㏦</p>", "㏦"),
    "a keycap": ("<p>7️⃣ apples</p>", "7"),
    "a fraction": ("<p>½ an apple</p>", "½"),
    "an ordinal": ("<p>the 1st</p>", "1st"),
    "an entity": ("<p>&#54;</p>", "6"),
    "torn apart": ("<p>6<b>.6</b>7</p>", "6.67"),
    "torn by a soft hyphen": ("<p>6&shy;.67</p>", "6.67"),
    "torn by a space without width": ("<p>L1\u200b5</p>", "L15"),
    "of another script": ("<p>٣</p>", "٣"),
    "a longer name": ("<p>L10</p>", "L10"),
    "a name's neighbour": ("<p>L3</p>", "L3"),
    "a name with more behind": ("<p>L1.5</p>", "L1.5"),
    "a name glued to a number": ("<p>L1<span>5</span></p>", "L15"),
    "beside a value": ('<p><data class="value">6</data>,000</p>', "000"),
    "in a heading": ("<h2>7 apples</h2>", "7"),
    "in a cell": ("<table><tr><td>7</td></tr></table>", "7"),
    "in a caption": ("<figure>x<figcaption>7 apples</figcaption></figure>", "7"),
    "in a code span": ("<code>x = 7</code>", "7"),
    "in an alt text": ('<img alt="7 apples">', "7"),
    "in a description for the ear": ('<a aria-description="7">x</a>', "7"),
    "in what a slider says": ('<span aria-valuetext="7 apples"></span>', "7"),
    "in the name of a role": ('<div aria-roledescription="7">x</div>', "7"),
    "on a button": ('<input type="button" value="7 apples">', "7"),
    "in a choice": ("<select><option>7</option></select>", "7"),
    "in a summary": ("<details><summary>7 apples</summary></details>", "7"),
    "in a tooltip": ('<span data-tip="7">x</span>', "7"),
    "as the number of a list": ('<ol start="7"><li>x</li></ol>', "7"),
    "as the number of an item": ('<ol><li value="7">x</li></ol>', "7"),
    "in a drawing": ("<svg><text>7</text></svg>", "7"),
    "in a drawing's title": ("<svg><title>7 apples</title></svg>", "7"),
    "in a figure that only looks like a snippet's": (
        '<figure class="snippet-figure">7</figure>',
        "7",
    ),
    "beside a block, for the ear": ('<pre aria-label="7">x</pre>', "7"),
    "inside a block, for the ear": ('<pre><span title="7">x</span></pre>', "7"),
    "for social networks": ('<meta property="og:description" content="7 apples">', "7"),
    "for search engines": ('<script type="application/ld+json">{"name": "7"}</script>', "7"),
    "in a style": ("<style>p::after { content: '7' }</style>", "7"),
    "in a style of one element": ("""<p style='--x: "7"'></p>""", "7"),
    "in a label": ('<a aria-label="7">x</a>', "7"),
    "in the page's title": ("<title>7 apples</title>", "7"),
    "in the description": ('<meta name="description" content="7 apples">', "7"),
    "in a formula": ("<math><mi>x</mi><mo>=</mo><mn>7</mn></math>", "7"),
    "an index of a formula": ("<math><msub><mi>y</mi><mn>1/n</mn></msub></math>", "y_1"),
    "in the text of a formula": ("<math><mtext>is 7</mtext></math>", "7"),
    "behind what ran": ("<pre>6</pre><p>7</p>", "7"),
    "dressed as a footnote's number": ('<a class="footnote-ref" href="#x">7</a>', "7"),
    "another number than a footnote has": (
        '<a class="footnote-ref" href="#fn:a">7</a><ol><li id="fn:a">x</li></ol>',
        "7",
    ),
    "dressed as a prompt": ("<p>Out [7]:</p>", "7"),
    "among references, without a list": (REFERENCES.format("<p>7 apples</p>"), "7"),
    "between references": (REFERENCES.format("<ul><li>x</li></ul><p>in 1964</p>"), "1964"),
    "a result in a reference": (REFERENCES.format("<ul><li>1964: 6.67 apples</li></ul>"), "6.67"),
    "a count in a reference": (REFERENCES.format("<ul><li>7 apples, 1964</li></ul>"), "7"),
    "a share in a reference": (REFERENCES.format("<ul><li>50 %, p. 7</li></ul>"), "50"),
    "a reference without a heading": (
        '<p>x</p><div class="references"><ul><li>Huber, 1964</li></ul></div>',
        "1964",
    ),
    "in a data element of another kind": ("<data>7</data>", "7"),
}

NOT_TYPED = {
    "a name": "<p>L1, L2's and (L1).</p>",
    "a name in two elements": "<p>L<sub>1</sub></p>",
    "a number word": "<p>three apples</p>",
    "a value": '<p>It is <data class="value">6.67</data>.</p>',
    "a block": "<pre><code>x = 7</code></pre>",
    "a known name": "<p>Source: l1.py</p>",
    "a footnote's number": (
        '<p>so<sup><a class="footnote-ref" href="#fn:b">2</a></sup></p><ol><li id="fn:a">x</li>'
        '<li id="fn:b">y <a class="footnote-backref" href="#fnref:b" title="Back to 2">up</a></li>'
        "</ol>"
    ),
    "a reference": REFERENCES.format(
        "<ul><li>Huber, P. (1964). Robust estimation of L1. <em>Annals</em>, 35(1), 73–101. "
        "https://doi.org/10.1214/aoms/1177703732</li>"
        "<li>Hampel, 1974b, vol. 69, pp. 383-393, 2nd ed., arXiv:1412.6980</li></ul>"
    ),
    "what styles do not show": "<style>[id='x7'] { background: url('x7.svg') } /* 7 */</style>",
    "an address of a picture": '<img src="x7.svg" alt="apples">',
    "the size of a drawing": '<svg viewBox="0 0 24 24"><path d="M2 20h20"/></svg>',
    "what the page needs to be laid out": '<meta name="viewport" content="initial-scale=1">',
    "what another element describes": '<p aria-describedby="x7">x</p>',
    "a script": "<script>let x = 7</script>",
    "a part of a formula": "<math><mfrac><mn>1</mn><mi>n</mi></mfrac></math>",
    "an address": '<a href="page7.html">x</a>',
}


@pytest.fixture
def permitted(tmp_path):
    file = tmp_path / "numerals.toml"
    file.write_text('"L1" = "A name."\n"L2" = "A name."\n"1/n" = "A definition."\n')
    return numerals.allowed(file)


@pytest.mark.parametrize("html, numeral", TYPED.values(), ids=TYPED)
def test_a_typed_numeral_is_found(permitted, html, numeral):
    assert [found.text for found in numerals.typed(html, permitted)] == [numeral]


@pytest.mark.parametrize("html", NOT_TYPED.values(), ids=NOT_TYPED)
def test_what_ran_and_what_is_a_name_is_left_alone(permitted, html):
    assert list(numerals.typed(html, permitted, {"Source: l1.py"})) == []


BAD_PHRASES = {
    "no reason": ('"L1" = " "', "has no reason"),
    "no numeral": ('"apples" = "A word."', "holds no numeral"),
    "a bare number": ('"6.67" = "A result."', "a bare number"),
    "a bare fraction": ('"½" = "A result."', "a bare number"),
    "a bare share": ('"±50 %" = "A result."', "a bare number"),
}


@pytest.mark.parametrize("line, expected", BAD_PHRASES.values(), ids=BAD_PHRASES)
def test_a_phrase_that_allows_too_much_is_refused(tmp_path, line, expected):
    file = tmp_path / "numerals.toml"
    file.write_text(line + "\n")
    with pytest.raises(Drift, match=expected):
        numerals.allowed(file)


def test_a_typed_result_stops_the_build_with_its_page_line_and_remedy(site):
    site.write("docs/index.md", f"{PAGE}\nEach one missed by 6.67 apples.\n")
    built = site.make_build()
    assert built.returncode == 1
    assert "docs/index.md, line 9: the numeral '6.67' was typed" in built.stderr
    assert "`#!value folder/name.variable`" in built.stderr
    assert not site.published


def test_each_typed_numeral_of_a_site_is_told_with_its_own_place(site):
    front = "---\ndescription: All of 7 apples and 8 pears.\n---\n"
    text = "\nIt is `#!value mean.mean:.2f`, so it is 6.67.\n\nSo it is 6.67.\n"
    site.write("docs/index.md", front + PAGE + text)
    configuration = site.read("mkdocs.yml").replace("[index.md]", "[8 apples: index.md]")
    site.write("mkdocs.yml", configuration)
    styles = 'p::after {\n  content: "\\39";\n}\n\nli::before { content: counter(x) }\n'
    site.write("docs/assets/more.css", styles)
    site.write("docs/assets/more.svg", "<svg>\n<text>5 apples</text>\n</svg>\n")
    site.write("docs/assets/hiding.svg", '<svg>\n<image href="data:image/png;base64,"/></svg>\n')
    site.write("docs/assets/photo.png", "not read")
    said = site.make_build().stderr
    line = configuration[: configuration.index("8 apples")].count("\n") + 1
    assert "docs/index.md, line 2: the numeral '8' was typed" in said
    for place, numeral in {
        "docs/index.md, line 2": "7",
        "docs/index.md, line 12": "6.67",
        "docs/index.md, line 14": "6.67",
        f"mkdocs.yml, line {line}": "8",
        "docs/assets/more.css, line 2": "9",
        "docs/assets/more.svg, line 2": "5",
    }.items():
        assert f"{place}: the numeral {numeral!r} was typed" in said
    assert "docs/assets/more.css, line 5: counter shows what no check reads" in said
    assert "docs/assets/hiding.svg, line 2: <image> can hide a typed number" in said
    assert "docs/assets/photo.png: a typed number could hide in it" in said
    assert "10 faults" in said


UNREAD = {
    "a picture of pixels": "![apples](assets/photo.png)",
    "a picture in the page itself": "![apples](data:image/svg+xml;base64,PHN2Zy8+)",
    "a picture of another host": "![apples](https://example.org/apples.svg)",
}


@pytest.mark.parametrize("picture", UNREAD.values(), ids=UNREAD)
def test_a_page_shows_no_picture_that_no_check_reads(site, picture):
    site.write("docs/index.md", f"{PAGE}\n{picture}\n")
    (site.folder / "docs/assets/photo.png").write_bytes(b"")
    said = site.make_build().stderr
    assert "index.html, line " in said and "no check reads what this <img> shows" in said


def test_a_drawing_of_docs_can_be_shown(site):
    site.write("docs/index.md", f"{PAGE}\n![apples](assets/logo.svg)\n")
    built = site.make_build()
    assert built.returncode == 0, built.stderr


STYLES = {
    "a string": ("a { content: '7' }", ["7"]),
    "an escape": ("a { content: '\\37 \\000037' }", ["77"]),
    "a comment in a string": ("a { content: '/* 7 */' }", ["/* 7 */"]),
    "a string in a comment": ("/* '7' */ a { color: red }", []),
    "a quote in a comment": ("/* it's */ a { content: '7' }", ["7"]),
    "the name of a file": ("a { background: url('x7.svg') } @import 'x7.css';", []),
    "a selector": ("[id='x7'] { content: 'x' }", ["x"]),
    "a list's mark": ("li { list-style-type: '7 ' }", ["7 "]),
    "two lines": ("a { content: '6\\\n7' }", ["67"]),
}


@pytest.mark.parametrize("css, said", STYLES.values(), ids=STYLES)
def test_the_strings_of_a_style_sheet_are_read_as_a_browser_reads_them(css, said):
    assert [text for _, text in style.said(css)] == said


@pytest.mark.parametrize(
    "css",
    [
        "content: attr(title)",
        "content: attr(href)",
        "content: counter(page)",
        "content: counters(x, '.')",
        "counter-reset: page 7",
        "counter-set: list-item 7",
        "background: url('data:image/png;,')",
    ],
)
def test_a_style_sheet_shows_nothing_that_stands_elsewhere(css):
    assert len(list(style.borrowed(f"a {{ {css} }}"))) == 1
    assert not list(style.borrowed(f"/* {css} */"))


ADDRESS = 'a[href^="http"]::after { content: " (" attr(href) ")"; }'
NUMBER = "@bottom-center { content: counter(page); }"


def test_on_paper_a_style_sheet_may_show_the_address_of_an_outside_link_and_the_page_number():
    css = f"p {{ color: red; }}\n.text {ADDRESS} @page {{ {NUMBER} }}"
    assert not list(style.borrowed(css)) and not list(style.said(css))


MORE_THAN_AN_ADDRESS = {
    "on another element": ADDRESS.replace('a[href^="http"]', "b"),
    "on any link": ADDRESS.replace('[href^="http"]', ""),
    "on others as well": f"b::after, {ADDRESS}",
    "on others as well, behind a comment": "b::after, /* } */ " + ADDRESS,
    "another attribute": ADDRESS.replace("attr(href)", "attr(title)"),
    "as a number": ADDRESS.replace("attr(href)", "attr(href number)"),
    "or something else": ADDRESS.replace("attr(href)", 'attr(href, "x")'),
    "another count": NUMBER.replace("page", "apples"),
    "a count of another place": NUMBER.replace("@bottom-center", "p::after"),
}


@pytest.mark.parametrize("css", MORE_THAN_AN_ADDRESS.values(), ids=MORE_THAN_AN_ADDRESS)
def test_nothing_more_than_an_address_and_a_page_number_is_shown(css):
    assert len(list(style.borrowed(f"p {{ color: red; }} {css}"))) == 1


def test_the_search_finds_only_what_pages_hold(site):
    site.write("mkdocs.yml", site.read("mkdocs.yml").replace("plugins: []", "plugins: [search]"))
    site.write("docs/index.md", PAGE.replace("apples.", r"apples `#!math \frac{a}{b}` of L1."))
    assert site.build("--strict").returncode == 0
    assert site.run("drift", "check", "site").returncode == 0
    index = site.read("site/search/search_index.json")
    site.write("site/search/search_index.json", index.replace("6.67 apples", "6.68 apples"))
    said = site.run("drift", "check", "site").stderr
    assert "search_index.json: at its start, the search finds what does not stand there" in said
    assert "6.68" in said
    tagged = index.replace('"title":', '"tags":["L1"],"title":')
    site.write("site/search/search_index.json", tagged)
    assert site.run("drift", "check", "site").returncode == 0
    site.write("site/search/search_index.json", tagged.replace('["L1"]', '["7"]'))
    assert "what does not stand there: 7" in site.run("drift", "check", "site").stderr


def test_a_phrase_is_allowed_and_an_unmatched_one_is_an_error(site):
    site.write("docs/index.md", f"# Apples in 1964\n\n{FENCE}")
    site.write("snippets/mean.values", "")
    site.write("numerals.toml", NUMERALS + '"in 1964" = "A year."\n')
    (site.folder / "snippets/mean.values").unlink()
    assert site.make_build().returncode == 0
    site.write("docs/index.md", f"# Apples\n\n{FENCE}")
    built = site.make_build()
    assert built.returncode == 1
    assert "numerals.toml: 'in 1964' stands on no page any more" in built.stderr
