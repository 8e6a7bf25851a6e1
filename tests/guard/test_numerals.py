"""No numeral that a reader meets was typed: each is a value, ran, or is allowed with a reason."""

import json
import re

import pytest

from drift.check import allowed, drawings, files, numerals, results, search, styles
from drift.check.document import Document
from drift.fault import FaultsFound
from drift.project import phrases
from tests.guard.small_site import KINDS, PAGE, own, project_of, site_of

REFUSED = ""  # the closed list has no such place for a numeral
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
    "an ordinal": ("<p>the 7th</p>", "7th"),
    "as a molecule": ("<p>CO₂.5</p>", "CO₂.5"),
    "as a molecule of no element": ("<p>X₆ apples</p>", "X₆"),
    "as the power of no unit": ("<p>x² apples</p>", "x²"),
    "as a unit with a power of ten": ("<p>m²³</p>", "m²³"),
    "as a place in a row": ("<p>the 7th largest</p>", "7th"),
    "as a time in seconds": ("<p>it took 1980s</p>", "1980s"),
    "as a time in seconds, by the article": ("<p>the 1980s it took</p>", "1980s"),
    "as a decade that is none": ("<p>the 1985s</p>", "1985s"),
    "as a name with an index of two digits": ("<p>x₆₇</p>", "x₆₇"),
    "as a standard": ("<p>ISO 6.68 apples</p>", "6.68"),
    "as a standard with a hyphen": ("<p>ISO-6.68 apples</p>", "6.68"),
    "as a version and above": ("<p>in Python 3.3+ apples</p>", "3.3"),
    "as a version": ("<p>in Python 3.3 apples</p>", "3.3"),
    "as a version of something else": ("<p>Mean 3.11, and so on</p>", "3.11"),
    "as a product": ("<p>GPT-4.68</p>", "4.68"),
    "as a size of paper": ("<p>A4.68 apples</p>", "A4.68"),
    "as an index": ("<p>errors[6.68]</p>", "6.68"),
    "as the address of a work": ("<p>10.1214/x</p>", "10.1214"),
    "an entity": ("<p>&#54;</p>", "6"),
    "torn apart": ("<p>6<b>.6</b>7</p>", "6.67"),
    "torn by a soft hyphen": ("<p>6&shy;.67</p>", "6.67"),
    "torn by a space without width": ("<p>L1\u200b5</p>", "L15"),
    "of another script": ("<p>٣</p>", "٣"),
    "in letters of another script": ("<p>\u0431.\u0431 apples</p>", "\u0431.\u0431"),
    "a letter of another script among ours": ("<p>L1 \u0430pples</p>", "\u0430pples"),
    "in letters like naughts": ("<p>It is O.O.</p>", "O.O"),
    "on a clock": ("<p>\U0001f556 apples</p>", "\U0001f556"),
    "on a die": ("<p>\u2685 apples</p>", "\u2685"),
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
    "in a description for the ear": ('<a aria-description="7">x</a>', REFUSED),
    "in what a slider says": ('<span aria-valuetext="7 apples"></span>', REFUSED),
    "in the name of a role": ('<div aria-roledescription="7">x</div>', REFUSED),
    "on a button": ('<input type="button" value="7 apples">', "7"),
    "in a choice": ("<select><option>7</option></select>", "7"),
    "in a summary": ("<details><summary>7 apples</summary></details>", "7"),
    "in a tooltip": ('<span data-tip="7">x</span>', REFUSED),
    "as the number of a list": ('<ol start="7"><li>x</li></ol>', REFUSED),
    "as the number of an item": ('<ol><li value="7">x</li></ol>', "7"),
    "in a drawing": ("<svg><text>7</text></svg>", "7"),
    "in a section of a drawing": ("<svg><text><![CDATA[7]]></text></svg>", "7"),
    "in a drawing's title": ("<svg><title>7 apples</title></svg>", "7"),
    "in a figure that only looks like a snippet's": (
        '<figure class="snippet-figure">7</figure>',
        REFUSED,
    ),
    "beside a block, for the ear": ('<pre aria-label="7">x</pre>', "7"),
    "inside a block, for the ear": ('<pre><span title="7">x</span></pre>', REFUSED),
    "for social networks": ('<meta property="og:description" content="7 apples">', "7"),
    "for search engines": ('<script type="application/ld+json">{"name": "7"}</script>', REFUSED),
    "in a style": ("<style>p::after { content: '7' }</style>", "7"),
    "in a style of one element": ("""<p style='--x: "7"'></p>""", REFUSED),
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
    "behind a title that holds a style": ("<TITLE><STYLE></TITLE> 6.68", "6.68"),
    "in a section that HTML has not": ("<![CDATA[>6.68]]>", "6.68"),
    "put before its table by a browser": ("<table>6.68<tr><td>x</td></tr></table>", "6.68"),
    "where a browser runs no scripts": ("<noscript>7 apples</noscript>", "7"),
    "in a drawing's description": ("<svg><desc>7 apples</desc></svg>", "7"),
    "in markup inside a drawing": ("<svg><foreignObject><p>7</p></foreignObject></svg>", "7"),
    "in a style of a drawing": ("<svg><style>a { content: '7' }</style></svg>", "7"),
    "in a note of a formula": (
        "<math><annotation-xml encoding='text/html'>7</annotation-xml></math>",
        "7",
    ),
    "in a sign of a formula": ('<math><mglyph alt="7"/></math>', "7"),
    "inside a formula, for the ear": ('<math><mi title="7">x</mi></math>', "7"),
    "with capitals": ('<P TITLE="7">x</P>', "7"),
    "in a second body": ('</body><body title="7">', "7"),
    "in a template": ("<template><p>7 apples<template>x</template></p></template>", "7"),
    "as the name of a file": ('<a href="x.html" download="7 apples.pdf">x</a>', REFUSED),
    "in an address that shows it": ('<img src="data:image/svg+xml,7" alt="x">', REFUSED),
    "in a choice of pictures": ('<img srcset="7.png 2x" alt="x">', REFUSED),
    "hidden in a block": ("<pre>1<span hidden>6</span>7</pre>", REFUSED),
    "above in a block": ("<pre>1<sup>7</sup></pre>", REFUSED),
    "in an address for networks": ('<meta name="viewport" property="og:title" content="7">', "7"),
    "around a footnote's number": (
        '<ol><li id="fn:a">x <a class="footnote-backref" href="#fnref:a" title="1.11">y</a></li></ol>',
        "11",
    ),
    "in what the search says": (
        '<script type="application/json">{"translations": {"a": "7 apples"}}</script>',
        "7",
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
    "letters with marks, and signs": "<p>Lübeck, Hawaiʻi, σ, µ, ℝ, A.O. of Ol., ✓ 🍎</p>",
    "a molecule": "<p>H₂O, CO₂ and H<sub>2</sub>O</p>",
    "a unit, and a statistic": "<p>in m³, cm<sup>2</sup> or s⁻¹; R² of it</p>",
    "a disease, a product, a size": "<p>COVID-19 and GPT-4 on A4, open 24/7</p>",
    "a standard, a version": "<p>ISO 8601 in Python 3.11. UTF-8, and Python 3.11 to 3.14</p>",
    "an ordinal": "<p>the 1st of the 20th century</p>",
    "a DOI": "<p>See doi:10.1214/aoms/1177703732</p>",
    "an index": "<code>errors[0] and errors[:2]</code>",
    "an address of a picture": '<img src="x7.svg" alt="apples">',
    "the size of a drawing": '<svg viewBox="0 0 24 24"><path d="M2 20h20"/></svg>',
    "what the page needs to be laid out": '<meta name="viewport" content="initial-scale=1">',
    "what another element describes": '<p aria-describedby="x7">x</p>',
    "a script": "<script>let x = 7</script>",
    "a part of a formula": "<math><mfrac><mn>1</mn><mi>n</mi></mfrac></math>",
    "an address": '<a href="page7.html">x</a>',
}


PHRASES = f'"L1" = "A name."\n"L2" = "A name."\n"1/n" = "A definition."\n{KINDS}'


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """A project with phrases, and one program."""
    folder = tmp_path_factory.mktemp("numerals")
    return project_of(folder, numerals_toml=PHRASES, snippets__l1_py="print(1)\n")


def typed(html, project, source=""):
    found = list(numerals.typed(own(html, source), project))
    return [(re.search("'(.*)' was typed", fault.message)[1], fault) for fault in found]


@pytest.mark.parametrize("html, numeral", TYPED.values(), ids=TYPED)
def test_a_typed_numeral_is_found(known, html, numeral):
    found = [text for text, _ in typed(f"\n\n{html}", known, "references.md")]
    assert found == ([numeral] if numeral else [])
    refused = [*allowed.markup(own(html), known), *results.blocks(own(html), known)]
    assert numeral or refused


@pytest.mark.parametrize("html", NOT_TYPED.values(), ids=NOT_TYPED)
def test_what_ran_and_what_is_a_name_is_left_alone(known, html):
    assert typed(html, known, "references.md") == []


def test_on_any_other_page_a_list_of_references_may_hold_no_numbers(known):
    html = REFERENCES.format("<ul><li>Huber, 1964</li></ul>")
    assert [text for text, _ in typed(html, known, "index.md")] == ["1964"]


VALUE = '<data class="value" title="mean, line 3 of a.py">6</data>'
MILLIONS = VALUE.replace("mean", "in_millions")
NOT_ALONE = {
    "two values": (f"{VALUE}{VALUE}", "[value][value]"),
    "two values with a space between": (f"{VALUE}&nbsp;<b>{VALUE}</b>", "[value]\\xa0[value]"),
    "two values with a point between": (f"{VALUE}.{VALUE}", "[value].[value]"),
    "a value as a power": (f"{VALUE}<sup>{VALUE}</sup>", "[value][value]"),
    "two values in a formula": (f"<math><mn>{VALUE}</mn><mn>{VALUE}</mn></math>", "[value][value]"),
    "a letter that looks like a digit": (f"\u0417{VALUE}", "\u0417[value]"),
    "a letter behind": (f"{VALUE}k", "[value]k"),
    "a line over it": (f"{VALUE}\u0305", "[value]\u0305"),
    "a minus": (f"it is \u2212{VALUE}", "\u2212[value]"),
    "a hyphen": (f"(-{VALUE})", "-[value]"),
    "a word for a minus": (f"it is minus {VALUE}", "minus [value]"),
    "a word for a power of ten": (f"it is {VALUE} million", "[value] million"),
    "a word for more": (f"a hundred and {VALUE}", "hundred and [value]"),
    "a point before it": (f"it is .{VALUE}", ".[value]"),
    "a dash": (f"it is \u2014{VALUE}", "\u2014[value]"),
    "a per cent sign": (f"it is {VALUE}%", "[value]%"),
    "a point that is none": (f"{VALUE}\u2024{VALUE}", "[value]\u2024"),
    "a minus with a space": (f"it is \u2212 {VALUE}", "\u2212 [value]"),
    "a minus as wide as a letter": (f"it is \uff0d{VALUE}", "\uff0d[value]"),
    "a root": (f"\u221a{VALUE}", "\u221a[value]"),
    "tens before it": (f"it is twenty-{VALUE}", "twenty-[value]"),
    "words of more than one": (f"it is {VALUE} thousands", "[value] thousands"),
    "a half more": (f"it is {VALUE} and a half", "[value] and a half"),
    "a letter for a power of ten": (f"it is {VALUE} bn", "[value] bn"),
    "a variable of another name": (f"{VALUE} and {MILLIONS}, {VALUE} million", "[value] million"),
}
ALONE = [
    f"L1 {VALUE}, {VALUE} \u2013 {VALUE} and {VALUE}\u2013{VALUE} or {VALUE}/{VALUE} times",
    f"<math><mo>\u2212</mo><mn>{VALUE}</mn><mi>x</mi></math> and {MILLIONS} million",
    f"{VALUE} points, {VALUE} kinds and a {VALUE}-fold few",
    f"<math><msub><mi>log</mi><mn>{VALUE}</mn></msub><mn>{VALUE}</mn></math>",
    f"<p>{VALUE}</p><p>{VALUE}</p><table><tr><td>{VALUE}</td><td>{VALUE}</td></tr></table>",
]


@pytest.mark.parametrize("html, shown", NOT_ALONE.values(), ids=NOT_ALONE)
def test_what_makes_another_number_of_a_value_is_found_with_its_line(tmp_path, html, shown):
    html = f"So {html} of them."
    text = html.replace(VALUE, "`#!value a.mean`").replace("``", "`<b></b>`")
    source = f"A mean of `#!value a.mean`, and 7.\n\n{text}\n\nAgain `#!value a.mean`.\n"
    (fault,) = numerals.not_alone(
        own(html, "index.md"), project_of(tmp_path, docs__index_md=source)
    )
    assert f"'{shown}' reads as one number" in fault.message and "Let a program" in fault.message
    assert "<math>" in html or (fault.path, fault.line) == ("docs/index.md", 3)


def test_beside_words_signs_and_cells_a_value_reads_as_itself(known):
    for html in ALONE:
        assert [*numerals.not_alone(own(html), known)] == []


SAID = {
    "# prints 6.68 apples": "6.68",
    "print('mean error 6.68')": "6.68",
    "print(f'{x:8.2f} of 1,000')": "1,000",
    "print('about', '7')": "7",
    "print(b'it is 6.68'.decode())": "6.68",
    "print(f'{x:it is 6.68}')": "6.68",
    "'It is 6.67.'": "6.67",
    "print('{6.68}')": "6.68",
    "print(f'{{6.68}}')": "6.68",
    "print('{:.2f} of 6.68'.format(x))": "6.68",
    "print('it is {:6}')": "6",
    "print(f'{x:6>}')": "6",
    "print('7: apples')": "7",
    "print('7. apples')": "7",
    "print('Picture 6')": "6",
    "mean = 6.68; print('It is 6.68')": "6.68",
    "mean, y = 6.68, x; print('It is 6.68', y)": "6.68",
    "6.68; print('It is 6.68')": "6.68",
    "print('It is 6.68'": "6.68",
    "print(f'L1 of {x:8.2f}, 90 or 0.50', 'C0')  # 12.0 apples, H₂O": "",
    "y = '{:z8.2f} {x:<8}'; print(y.format(x), '{0:.2f}'.format(x))": "",
    "y = .25; print(y, '0.25')  # by ISO\n# 8601, and Python\n# 3.11": "",
}


@pytest.mark.parametrize("line, numeral", SAID.items())
def test_no_comment_and_no_string_of_a_program_holds_a_numeral_of_its_own(tmp_path, line, numeral):
    files = {"snippets__a_py": f"x = [90, .5, 12, None]\n{line}\n", "numerals_toml": PHRASES}
    found = [*map(str, numerals.in_programs(site_of(project_of(tmp_path, **files))))]
    start = f"snippets/a.py, line 2: the numeral {numeral!r} of a string or a comment is no number"
    assert len(found) == bool(numeral) and all(fault.startswith(start) for fault in found)
    assert all("Let the program compute it, or say it in words" in fault for fault in found)


BAD_PHRASES = {
    "no reason": ('"L1" = " "', "has no reason"),
    "no numeral": ('"apples" = "A word."', "holds no numeral"),
    "a bare number": ('"6.67" = "A result."', "a bare number"),
    "a bare fraction": ('"½" = "A result."', "a bare number"),
    "a bare share": ('"±50 %" = "A result."', "a bare number"),
    "a kind that is any number": (
        "[kinds]\n'A mean.' = '[0-9.]+\\ apples'",
        "lets '6.67 apples' pass",
    ),
    "a kind of programs that is any number": ("[programs]\n'A mean.' = '\\d'", "lets '7' pass"),
    "a kind that is nothing": ("[kinds]\n'A mean.' = '('", "is no regular expression"),
}


@pytest.mark.parametrize("line, expected", BAD_PHRASES.values(), ids=BAD_PHRASES)
def test_a_phrase_that_allows_too_much_is_refused(line, expected):
    with pytest.raises(FaultsFound, match=expected):
        phrases.read("numerals.toml", line)


def test_each_typed_numeral_of_a_project_has_its_own_place(tmp_path):
    css = 'p::after {\n  content: "\\39";\n}\n\nli::before { content: counter(x) }\n'
    project = project_of(
        tmp_path,
        docs__index_md="---\ndescription: All of 7 apples and 8 pears.\n---\n# Apples\n\nSo it is 6.67.\n",
        mkdocs_yml="a: b\nnav: [8 apples: index.md]\n",
        docs__more_css=css,
        docs__more_svg='<svg xmlns="http://www.w3.org/2000/svg">\n<text>5 apples</text>\n</svg>\n',
        docs__hiding_svg='<svg xmlns="http://www.w3.org/2000/svg">\n<image href="data:,"/></svg>\n',
        docs__photo_png="not read",
    )
    html = (
        '<head><title>8 apples</title><meta name="description" content="All of 7 apples and 8 '
        'pears."></head><nav>8 apples</nav><article><p>So it is 6.67.</p>\n\n<p>9</p></article>'
    )
    found = [*numerals.typed(Document("index.html", html, "index.md"), project)]
    for rule in (styles.faults, drawings.faults, files.hiding):
        found += rule(site_of(project))
    text = "\n".join(map(str, found))
    for place, numeral in (
        ("docs/index.md, line 2", "7"), ("docs/index.md, line 2", "8"),
        ("docs/index.md, line 6", "6.67"), ("index.html, line 3", "9"),
        ("mkdocs.yml, line 2", "8"), ("docs/more.css, line 2", "9"), ("docs/more.svg, line 2", "5"),
    ):  # fmt: skip
        assert f"{place}: the numeral {numeral!r} was typed" in text
    assert "docs/more.css, line 5: counter shows what no check reads" in text
    assert "docs/hiding.svg, line 2: <image> may not stand here" in text
    assert "docs/photo.png: a typed number could hide in it" in text
    assert "`#!value folder/name.variable`" in text


LOOK_ALIKES = {
    "the same sentence twice": ("It is 7 apples.\n\nOr one.\n\nIt is 7 apples.\n", "<p>It is 7 apples.</p><p>Or one.</p><p>It is 7 apples.</p>", [1, 5]),
    "one that is a value": ("It is `#!value a.b7` apples.\n\nIt is 7 apples.\n", '<p>It is <data class="value">7</data> apples.</p><p>It is 7 apples.</p>', [3]),
    "the number of an item": ("3. one\n\n> 3. three\n\nfour 3\n", "<ol><li>one</li></ol><p>four 3</p>", [5]),
    "an address": ("[a](page7.md)\n\n7 pears\n", '<a href="page7.html">a</a><p>7 pears</p>', [3]),
    "a program": ('```python\n--8<-- "l7.py"\n```\n\n7 pears\n', "<pre>7</pre><p>7 pears</p>", [5]),
    "cells of one table": ("| 7 | 9 |\n|---|---|\n\n7 pears\n", "<table><tr><td>7</td><td>9</td></tr></table><p>7 pears</p>", [1, 1, 4]),
    "a formula": ("```math\nx = \\frac{\\value{a.c7}}{7}\n```\n\n7 pears\n", '<math><mi>x</mi><mo>=</mo><mfrac><mn><data class="value">1</data></mn><mn>7</mn></mfrac></math><p>7 pears</p>', [2, 5]),
    "signs and references": ("is **6**.67, &#53;.\n", "<p>is <b>6</b>.67, 5.</p>", [1, 1]),
}  # fmt: skip


@pytest.mark.parametrize("page, html, lines", LOOK_ALIKES.values(), ids=LOOK_ALIKES)
def test_a_numeral_is_named_with_its_line_and_not_that_of_a_look_alike(tmp_path, page, html, lines):
    project = project_of(tmp_path, docs__index_md=page)
    found = [fault for _, fault in typed(html, project, "index.md")]
    assert [(fault.path, fault.line) for fault in found] == [
        ("docs/index.md", line) for line in lines
    ]


def test_a_numeral_of_a_notebook_is_named_with_its_cell(tmp_path):
    code = "x = 7\n# 6.68 and 7\n"
    texts = [("markdown", "7 apples"), ("code", code), ("markdown", "so 7 apples"), ("code", "x")]
    cells = [
        {"cell_type": kind, "source": [text], "metadata": {}, "outputs": []} for kind, text in texts
    ]
    project = project_of(
        tmp_path, docs__try_ipynb=json.dumps({"cells": cells, "metadata": {}, "nbformat": 4})
    )
    html = "<p>7 apples</p><pre>x = 7</pre><p>so 7 apples</p>"
    found = [fault.path for _, fault in typed(html, project, "try.ipynb")]
    assert found == ["docs/try.ipynb, cell 1", "docs/try.ipynb, cell 3"]
    (fault,) = numerals.in_programs(site_of(project))
    assert str(fault).startswith(
        "docs/try.ipynb, cell 2, line 2: the numeral '6.68' of a string or"
    )


STYLES = {
    "a string": ("a { content: '7' }", "'7'"),
    "an escape": ("a { content: '\\37 \\000037' }", "'77'"),
    "a comment in a string": ("a { content: '/* 7 */' }", "'7'"),
    "a string in a comment": ("/* '7' */ a { color: red }", ""),
    "a quote in a comment": ("/* it's */ a { content: '7' }", "'7'"),
    "the name of a file": ("a { background: url('x7.svg') } @import 'x7.css';", ""),
    "a selector": ("[id='x7'] { content: 'x' }", ""),
    "a list's mark": ("li { list-style-type: '7 ' }", "'7'"),
    "two lines": ("a { content: '6\\\n7' }", "'67'"),
    "a name for later": ("a { --x: '7' }", "'7'"),
    "a property of its own": ("@property --x { initial-value: '7' }", "'7'"),
    "a rule in a rule": ("@media print { a { b { quotes: '7' '8' } } }", "'7'"),
}


def of_styles(folder, css):
    files = {"docs__x7_svg": "<svg/>", "docs__x7_css": ""}
    site = site_of(project_of(folder, docs__a_css=css, **files))
    return "\n".join(map(str, styles.faults(site)))


@pytest.mark.parametrize(
    "css, expected",
    [*STYLES.values()]
    + [(f"a {{ {css} }}", "shows what no check reads") for css in (
        "content: attr(title)", "content: attr(href)", "content: counter(page)",
        "content: counters(x, '.')", "counter-reset: page 7", "counter-set: list-item 7",
        "--x: \\61ttr(title)",
    )]
    + [("@counter-style a { symbols: 'x' }", "shows what no check reads")]
    + [("a { background: url('data:image/png;,') }", "which is no file of docs")],
)  # fmt: skip
def test_a_style_sheet_is_read_as_a_browser_reads_it(tmp_path, css, expected):
    found = of_styles(tmp_path, css)
    assert expected in found and bool(expected) == bool(found)
    assert not of_styles(tmp_path, f"/* {css.replace('*/', '')} */")


ADDRESS = 'a[href^="http"]::after { content: " (" attr(href) ")"; }'
NUMBER = "@bottom-center { content: counter(page); }"
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


def test_on_paper_a_style_sheet_may_show_the_address_of_an_outside_link_and_the_page_number(
    tmp_path,
):
    assert not of_styles(tmp_path, f"p {{ color: red; }}\n.text {ADDRESS} @page {{ {NUMBER} }}")
    for css in MORE_THAN_AN_ADDRESS.values():
        assert of_styles(tmp_path, f"p {{ color: red; }} {css}").count("shows what") == 1, css


ENTRY = {"location": "", "title": "Apples", "text": "<p>It is 6.67 apples.</p>"}
IN_THE_INDEX = {
    "another number": ({"text": "<p>It is 6.68 apples.</p>"}, "at its start, the search finds what does not stand there: "),
    "a number of another order": ({"text": "<p>6.67 It is apples.</p>"}, "does not stand there"),
    "a tag": ({"tags": ["7"]}, "does not stand there: 7"),
    "a title": ({"title": "7 apples"}, "does not stand there: 7 apples"),
    "a page that is not there": ({"location": "gone/"}, "the search leads to gone/"),
    "another host": ({"location": "https://apples.example"}, "the search leads to https://"),
    "an anchor that is not there": ({"location": "#gone"}, "the search leads to #gone"),
    "markup": ({"text": "<img src=x onerror=go()>"}, "the search would show <img"),
}  # fmt: skip


def test_the_search_finds_only_what_pages_hold():
    page = {"index.html": own("<h1 id='a'>Apples</h1><p>It is <b>6.67</b> apples of L1.</p>")}

    def found(**changed):
        index = {"search/search_index.json": json.dumps({"docs": [ENTRY | changed]})}
        return [*search.faults(site_of(None, files=index, documents=page))]

    assert found() == found(tags=["L1"], location="#a") == []
    for changed, expected in IN_THE_INDEX.values():
        (fault,) = found(**changed)
        assert expected in fault.message


def test_a_phrase_is_allowed_and_one_that_no_page_has_is_a_fault(tmp_path):
    project = project_of(tmp_path, numerals_toml='"in 1964" = "A year."\n')
    made = {"index.html": own("<h1>Apples in 1964</h1>")}
    assert typed("<h1>Apples in 1964</h1>", project) == []
    assert [*numerals.unmet_phrases(site_of(project, documents=made))] == []
    without = {"index.html": own("<p>x</p>")}
    (fault,) = numerals.unmet_phrases(site_of(project, documents=without))
    assert str(fault) == "numerals.toml: 'in 1964' stands on no page any more. Take it out."


def test_a_typed_result_stops_the_build_with_its_page_line_and_remedy(site):
    site.write("docs/index.md", f"{PAGE}\nEach one missed by 6.67 apples.\n")
    built = site.make_build()
    assert built.returncode == 1
    assert "docs/index.md, line 9: the numeral '6.67' was typed" in built.stderr
    assert "`#!value folder/name.variable`" in built.stderr
    assert not site.published


ORDINARY = """\
H₂O, H<sub>2</sub>O, CO₂, m³, R², COVID-19, GPT-4, ISO 8601, A4, 24/7, Python 3.11, the 1st.

See doi:10.1214/aoms/1177703732 and <https://doi.org/10.1214/aoms/1177703732>, or `errors[0]`.
The 2nd edition of ISO
8601-1:2019 in the 1980s; x₁ and w₂; Python 3.12+, <code>errors[0]</code> and errors[1].

A mean of `#!value mean.mean:.1f`{ .l1 }. Where a<b and a<c, press <kbd>Ctrl</kbd>; a <small>small</small> <mark>mark</mark>.

<hr>

<abbr title="mean error">ME</abbr> so&shy;ft <!-- a
comment --> \U0001f469\u200d\U0001f52c

<!-- another
of 7 lines

with an empty one -->
"""


def test_ordinary_writing_needs_no_line_of_its_own(site):
    site.write("docs/index.md", f"{PAGE}\n{ORDINARY}")
    site.write("snippets/mean.values", "mean:.1f = 6.7\nmean:.2f = 6.67\n")
    built = site.make_build()
    assert built.returncode == 0, built.stdout + built.stderr
