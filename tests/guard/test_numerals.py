"""No numeral that a reader meets was typed: each is a value, ran, or is allowed with a reason."""

import json
import re

import pytest
from nbformat import v4

from drift.check import allowed, files, numerals, programs, results, search, styles
from drift.check.document import Document
from tests.guard.small_site import KINDS, PAGE, own, project_of, site_of

REFUSED = ""  # the closed list has no such place for a numeral
REFERENCES = '<h2>References</h2><div class="references">{}</div>'
TYPED = {
    "in prose": ("<p>The mean is 6.67 apples.</p>", "6.67"),
    "in letters": ("<p>I,OOO apples, XIV pears, IØØ plums</p>", "I,OOO XIV IØØ"),
    "in letters of Greece, of Turkey, and in lines": ("<p>\u0399\u039f\u039f apples, \u03b8.\u03b8\u03b8, \u03c3.\u03c3, \u0131\u0131 of |.||</p>", "\u0399\u039f\u039f \u03b8.\u03b8\u03b8 \u03c3.\u03c3 \u0131\u0131 |.||"),
    "a bar that was typed": ("<p>L1 ███, L2 ▌</p>", "███ ▌"),
    "torn apart, or with a sign": ("<p>6<b>.6</b>7 6&shy;.68 L1\u200b5 10<sup>2</sup> 1,000 50 % 9th</p>", "6.67 6.68 L15 102 1,000 50 9th"),
    "written otherwise": ("<p>10² ⑦ ７ Ⅶ 🔟 ㏦ 7️⃣ ½ ٣ ⁊⁊ ♋ ∅.∅ ☰ 🆡 🎲 🎰 &#54;</p>", "10² ⑦ ７ Ⅶ 🔟 ㏦ 7 ½ ٣ ⁊⁊ ♋ ∅.∅ ☰ 🆡 🎲 🎰 6"),
    "as a molecule, or a unit": ("<p>CO₂.5 of X₆ in x² and m²³</p>", "CO₂.5 X₆ x² m²³"),
    "as an ordinal, a decade, or an index": ("<p>The 7th largest: it took 1980s, the 1990s it took, the 1985s, x₆₇</p>", "7th 1980s 1990s 1985s x₆₇"),
    "as a standard, or a version": ("<p>ISO 6.68, ISO-6.69 apples; Python 3.3+ apples, Python 3.4 pears; Mean 3.11, so</p>", "6.68 6.69 3.3 3.4 3.11"),
    "as a product, or an index": ("<p>GPT-4.68, A4.67, errors[6.68]</p>", "4.68 A4.67 6.68"),
    "as the address of a work": ("<p>10.1214/x</p>", "10.1214"),
    "in what looks like one": ("<p>\u0431.\u0431 of L1 \u0430pples: O.O. On \U0001f556 or \u2685, lOO, lO, \u01bc, 🥈 🎱 📅 ♵ 🔢 ⠋</p>", "\u0431.\u0431 \u0430pples O.O \U0001f556 \u2685 lOO lO \u01bc 🥈 🎱 📅 ♵ 🔢 ⠋"),
    "as a longer name": ("<p>L10, L3, L1.5 and L1<span>6</span></p>", "L10 L3 L1.5 L16"),
    "in any element": ("<h2>1</h2><table><tr><td>2</td></tr></table><figure>x<figcaption>3</figcaption></figure><code>4</code><select><option>5</option></select><details><summary>6</summary></details>", "1 2 3 4 5 6"),
    "in words for the ear, and on buttons": ('<img alt="1"><input type="button" value="2"><ol><li value="3">x</li></ol><pre aria-label="4">x</pre><a aria-label="5">x</a><P TITLE="6">x</P>', "1 2 3 4 5 6"),
    "in a description for the ear": ('<a aria-description="7">x</a>', REFUSED),
    "in what a slider says": ('<span aria-valuetext="7 apples"></span>', REFUSED),
    "in the name of a role": ('<div aria-roledescription="7">x</div>', REFUSED),
    "in a tooltip": ('<span data-tip="7">x</span>', REFUSED),
    "as the number of a list": ('<ol start="7"><li>x</li></ol>', REFUSED),
    "in a drawing": ("<svg><text>1</text><text><![CDATA[2]]></text><title>3</title><desc>4</desc><foreignObject><p>5</p></foreignObject><style>a { content: '6' }</style></svg>", "1 2 3 4 5 6"),
    "in a figure like a snippet's": ('<figure class="snippet-figure">7</figure>', REFUSED),
    "inside a block, for the ear": ('<pre><span title="7">x</span></pre>', REFUSED),
    "for search engines": ('<script type="application/ld+json">{"name": "7"}</script>', REFUSED),
    "in a style": ("<style>p::after { content: '7' }</style>", "7"),
    "in a style of one element": ("""<p style='--x: "7"'></p>""", REFUSED),
    "in the head": ('<title>1</title><meta name="description" content="2"><meta property="og:title" content="3"><meta name="viewport" property="og:title" content="4">', "1 2 3 4"),
    "in a formula": ("<math><mn>1</mn></math><p><math><mtext>is 2</mtext></math><p><math><annotation-xml encoding='text/html'>3</annotation-xml></math><p><math><mglyph alt='4'/></math><p><math><mi title='5'>x</mi></math><p><math><msub><mi>y</mi><mn>1/n</mn></msub></math>", "1 2 3 4 5 y_1"),
    "dressed as what ran, a footnote's number, or a prompt": ('<pre>6</pre><p>7</p><p>Out [8]:</p><a class="footnote-ref" href="#x">9</a><data>5</data><p><data class="value">6</data>,000</p>', "7 8 9 5 000"),
    "among references, without a list": (REFERENCES.format("<p>7 apples</p>"), "7"),
    "a result among references": (REFERENCES.format("<ul><li>1964: 6.67 apples</li><li>7 apples, 1964</li><li>50 %, p. 7</li></ul><p>1965</p>"), "6.67 7 50 1965"),
    "a reference without a heading": ('<p>x</p><div class="references"><ul><li>Huber, 1964</li></ul></div>', "1964"),
    "behind a title that holds a style": ("<TITLE><STYLE></TITLE> 6.68", "6.68"),
    "in a section that HTML has not": ("<![CDATA[>6.68]]>", "6.68"),
    "put before its table by a browser": ("<table>6.68<tr><td>x</td></tr></table>", "6.68"),
    "where a browser runs no scripts": ("<noscript>7 apples</noscript>", "7"),
    "in a second body": ('</body><body title="7">', "7"),
    "in a template": ("<template><p>7 apples<template>x</template></p></template>", "7"),
    "as the name of a file": ('<a href="x.html" download="7 apples.pdf">x</a>', REFUSED),
    "in an address that shows it": ('<img src="data:image/svg+xml,7" alt="x">', REFUSED),
    "in a choice of pictures": ('<img srcset="7.png 2x" alt="x">', REFUSED),
    "hidden in a block": ("<pre>1<span hidden>6</span>7</pre>", REFUSED),
    "above in a block": ("<pre>1<sup>7</sup></pre>", REFUSED),
    "in the search": ('<script type="application/json">{"translations": {"a": "7"}}</script>', "7"),
}  # fmt: skip

NOT_TYPED = {
    "names, words, signs": "<p>f(\u03bc, \u03c3), a \u03c3. It is |x|, ||x||, \u0131s\u0131, L1, L2's, L<sub>1</sub>, three; Lübeck, Hawaiʻi, Bucureș, σ, µ, ℝ, A.O., Ol., III, Ill-made, CLI, IO. ✓ 🍎</p>",
    "a value": '<p>It is <data class="value">6.67</data>.</p>',
    "a block": "<pre><code>x = 7</code></pre>",
    "a known name": "<p>Source: l1.py</p>",
    "a reference": REFERENCES.format("<ul><li>Huber, P. (1964). Robust estimation of L1. <em>Annals</em>, 35(1), 73–101. https://doi.org/10.1214/aoms/1177703732</li><li>Hampel, 1974b, vol. 69, pp. 383-393, 2nd ed., arXiv:1412.6980</li></ul>"),
    "a molecule, a unit": "<p>H₂O, CO₂, H<sub>2</sub>O; in m³, cm<sup>2</sup> or s⁻¹; R² of it</p>",
    "what has a number in its name": "<p>COVID-19 and GPT-4 on A4, 24/7, the 1st of the 20th century, doi:10.1214/aoms/1177703732</p>",
    "a standard, a version": "<p>ISO 8601 in Python 3.11. UTF-8, and Python 3.11 to 3.14</p>",
    "signs and names of mathematics": "<p>∀x ∝ ‖y‖, a ≡ b ⊂ ⟨c⟩: σ² and χ² of the 95th percentile</p>",
    "an index": "<code>errors[0] and errors[:2]</code>",
    "what nobody reads": '<svg viewBox="0 0 24 24"><path d="M2 20h20"/></svg><script>x = 7</script>',
    "what the page needs to be laid out": '<meta name="viewport" content="initial-scale=1">',
    "a part of a formula": "<math><mfrac><mn>1</mn><mi>n</mi></mfrac></math>",
    "an address": '<a href="p7.html"><img src="x7.svg" alt="x"></a><p aria-describedby="x7">x</p>',
}  # fmt: skip
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
    assert found == numeral.split()
    refused = [*allowed.markup(own(html), known), *results.blocks(own(html), known)]
    assert numeral or refused


@pytest.mark.parametrize("html", NOT_TYPED.values(), ids=NOT_TYPED)
def test_what_ran_and_what_is_a_name_is_left_alone(known, html):
    assert typed(html, known, "references.md") == []


def test_on_any_other_page_a_list_of_references_may_hold_no_numbers(known):
    html = REFERENCES.format("<ul><li>Huber, 1964</li></ul>")
    assert [text for text, _ in typed(html, known, "index.md")] == ["1964"]


def test_a_numeral_that_the_notebook_of_a_page_alone_would_say_is_found(tmp_path):
    page = '## [a](https://x.example/(x)6.68)\n\n## So 7\n\n```python\n--8<-- "a.py"\n```\n'
    known = project_of(tmp_path, docs__index_md=page, snippets__a_py="print(1)\n")
    of_page, alone, other = numerals.typed(own("<h2>So 7</h2>", "index.md"), known)
    assert str(alone).startswith("docs/index.md, line 1: the numeral 'a6.68'")
    assert of_page == other and of_page.line == 3  # and is told once


VALUE = '<data class="value" title="mean, line 3 of a.py">6</data>'
MILLIONS, PERCENT = (VALUE.replace("mean", name) for name in ("in_millions", "percent_off"))
NOT_ALONE = {
    "two values": (f"{VALUE}{VALUE}", "[value][value]"),
    "two values with a space between": (f"{VALUE}&nbsp;<b>{VALUE}</b>", "[value]\\xa0[value]"),
    "an equation of values": (f"{VALUE} = ({VALUE})", "[value] = ([value]"),
    "a value and a formula": (f"<math><mn>{VALUE}</mn></math> ≈ {VALUE}", "[value] ≈ [value]"),
    "a long dash as a minus": (f"it is \u2014{VALUE}", "\u2014[value]"),
    "a point in words": (f"it is {VALUE} <b>.</b> {VALUE}", "[value] . [value]"),
    "a sign that is no minus": (f"it is \u00af {VALUE}", "\u00af [value]"),
    "two values with a point between": (f"{VALUE}.{VALUE}", "[value].[value]"),
    "a value as a power": (f"{VALUE}<sup>{VALUE}</sup>", "[value][value]"),
    "two values in a formula": (f"<math><mn>{VALUE}</mn><mn>{VALUE}</mn></math>", "[value][value]"),
    "a letter behind": (f"{VALUE}k", "[value]k"),
    "a hyphen": (f"(-{VALUE})", "-[value]"),
    "a dash at the beginning": (f"this</p><p>\u2013 {VALUE}", "\u2013 [value]"),
    "a picture between two": (f'{VALUE}<img alt="a" src="a.svg">{VALUE}', "[value][value]"),
    "a word for a minus": (f"it is minus {VALUE}", "minus [value]"),
    "a word for more": (f"a hundred and {VALUE}", "hundred and [value]"),
    "a point that is none": (f"{VALUE}\u2024{VALUE}", "[value]\u2024"),
    "a minus with a space": (f"it is \u2212 {VALUE}", "\u2212 [value]"),
    "a drawn line as a minus": (f"it is \u2500 {VALUE}", "\u2500 [value]"),
    "a dash that is equal to a minus": (f"it is = \u2013 {VALUE}", "= \u2013 [value]"),
    "a word on the next line": (f"it is {VALUE}<br>million", "[value] million"),
    "a word behind a bracket": (f"it is ({VALUE}) million", "[value]) million"),
    "points in words": (f"it is zero point {VALUE}", "zero point [value]"),
    "tens before it": (f"it is twenty-{VALUE}", "twenty-[value]"),
    "a word for any power of ten": (f"it is {VALUE} quadrillion", "[value] quadrillion"),
    "a word for a power": (f"it is {VALUE} squared", "[value] squared"),
    "words of more than one": (f"it is {VALUE} lakhs", "[value] lakhs"),
    "three quarters more": (f"it is {VALUE} and three quarters", "[value] and three quarters"),
    "a part of it": (f"it is {VALUE} thirds", "[value] thirds"),
    "a percent of what is none": (f"it is {VALUE} %", "[value] %"),
    "a power in code": (f"it is {VALUE} ** x", "[value] **"),
    "a part of a thousand": (f"it is {VALUE} per mille", "[value] per mille"),
    "a prefix of a unit": (f"it is {VALUE} kilo", "[value] kilo"),
    "an equation with a word": (f"it is {VALUE} \u2248 six", "[value] \u2248"),
    "a hyphen that touches a word": (f"a loss- {VALUE}", "- [value]"),
    "a minus before a bracket": (f"it is \u2212({VALUE})", "\u2212([value]"),
    "a minus in a bracket": (f"it is (\u2212) {VALUE}", "\u2212) [value]"),
    "a hyphen before a sign": (f"it is -~{VALUE}", "-~[value]"),
    "an equation of amounts": (f"it is {VALUE} pears = {VALUE} plums", "[value] pears = [value]"),
    "a formula in an equation": (
        f"it is {VALUE} <math><mo>=</mo></math> {VALUE}",
        "[value] = [value]",
    ),
    "a percent sign in brackets": (f"it is {VALUE} (%)", "[value] (%"),
    "a half more": (f"it is {VALUE} and a half", "[value] and a half"),
    "a letter for a power of ten": (f"it is {VALUE} bn", "[value] bn"),
    "a word in a formula": (f"<math><mn>{VALUE}</mn><mtext>bn</mtext></math>", "[value] bn"),
    "a name in one": (f"<math><mn>{VALUE}</mn><mi>million</mi></math>", "[value]million"),
    "a numeral in one": (f"<math><mn>{VALUE}</mn><mtext>1990s</mtext></math>", "[value] 1"),
    "a variable of another name": (f"{VALUE} and {MILLIONS}, {VALUE} million", "[value] million"),
}
ALONE = [
    f"L1 {VALUE}, {VALUE} \u2013 {VALUE} and {VALUE}\u2013{VALUE} or {VALUE}/{VALUE} times",
    f"<math><mo>\u2212</mo><mn>{VALUE}</mn><mi>k</mi><mtext>L1</mtext></math> and {MILLIONS} million",
    f"{VALUE}\u2014more, \u2248{VALUE}, ${VALUE}, (n={VALUE}), a data point {VALUE}, \u00b1{VALUE}",
    f"{VALUE} squared apples, {VALUE} points, {PERCENT} %, {VALUE} kinds and a {VALUE}-fold few, {VALUE}!",
    f"<math><msub><mi>log</mi><mn>{VALUE}</mn></msub><mn>{VALUE}</mn></math>",
    f"<p>{VALUE}</p><p>{VALUE}</p><table><tr><td>{VALUE}</td><td>{VALUE}</td></tr></table>",
]


@pytest.mark.parametrize("html, shown", NOT_ALONE.values(), ids=NOT_ALONE)
def test_what_makes_another_number_of_a_value_is_found_with_its_line(tmp_path, html, shown):
    html = f"A mean of {VALUE}, and seven.</p><p>So {html} of them.</p><p>Again {VALUE}."
    text = re.sub("<data.*?</data>", "`#!value a.mean` ", html)
    source = text.replace("</p><p>So", "\n\nSo").replace("</p><p>Again", "\n\nAgain")
    known = project_of(tmp_path, docs__index_md=source)
    (fault,) = numerals.not_alone(own(f"<p>{html}</p>", "index.md"), known)
    assert f"'{shown}' reads as one number" in fault.message and "Let a program" in fault.message
    assert (fault.path, fault.line) == ("docs/index.md", 3)


def test_beside_words_signs_and_cells_a_value_reads_as_itself(known):
    for html in ALONE:
        assert [*numerals.not_alone(own(html), known)] == []


SAID = {
    "# prints 6.68 apples": "6.68",
    "print('mean error 6.68')": "6.68",
    "print(f'{x:8.2f} of 1,000')": "1,000",
    "print(b'it is 6.68'.decode())": "6.68",
    "print(f'{x:it is 6.68}')": "6.68",
    "print('{6.68}')": "6.68",
    "print(f'{{6.68}}')": "6.68",
    "print('{:.2f} of 6.68'.format(x))": "6.68",
    "print('it is {:6}')": "6",
    "print(f'{x:6>}')": "6",
    "print('7: apples')": "7",
    "mean = 6.68; print('It is 6.68')": "6.68",
    "mean, y = 6.68, x; print('It is 6.68', y)": "6.68",
    "6.68; print('It is 6.68')": "6.68",
    "[6.68]; print('It is 6.68')": "6.68",
    "def mean(): return 6.68, 'It is 6.68'": "6.68",
    "print('It is 6.68' if 6.68 else x, 6.68 and x, [y for y in x if 6.68], 6.68 > 0)": "6.68",
    "print('It is 6.68'": "6.68",
    "def the_mean_is_668(): print(the_mean.__name__)": "668",
    "print(f'L1 of {x:8.2f}, 90 or 0.50', 'C0')  # 12.0 apples, H₂O": "",
    "y = '{:z8.2f} {x:<8}'; print(y.format(x), '{0:.2f}'.format(x))": "",
    "print('a mean of %8.2f%% %d' % x)  # noqa: E501, W605": "",
    "print('%.2f' % x)  # noqa: E501 6.68": "6.68",
    "y = .25; print(y, '0.25')  # by ISO\n# 8601, and Python\n# 3.11": "",
}


@pytest.mark.parametrize("line, numeral", SAID.items())
def test_no_comment_and_no_string_of_a_program_holds_a_numeral_of_its_own(tmp_path, line, numeral):
    files = {"snippets__a_py": f"x = [90, .5, 12, None]\n{line}\n", "numerals_toml": PHRASES}
    found = [*map(str, programs.in_programs(project_of(tmp_path, **files)))]
    start = f"snippets/a.py, line 2: the numeral {numeral!r} of a string, a comment or a name is no number"
    assert len(found) == bool(numeral) and all(fault.startswith(start) for fault in found)
    assert all("Let the program compute it, or say it in words" in fault for fault in found)


def test_each_typed_numeral_of_a_project_has_its_own_place(tmp_path):
    css = 'p::after {\n  content: "\\39";\n}\n\nli::before { content: counter(x) }\n'
    page = "---\ndescription: All of 7 apples and 8 pears.\n---\n# Apples\n\nSo it is 6.67.\n"
    given = {"docs__index_md": page, "docs__more_css": css}
    given |= dict.fromkeys(("docs__photo_png", "docs__a_mplstyle"), "not read")
    project = project_of(tmp_path, mkdocs_yml="a: b\nnav: [8 apples: index.md]\n", **given)
    html = (
        '<head><title>8 apples</title><meta name="description" content="All of 7 apples and 8 '
        'pears."></head><nav>8 apples</nav><article><p>So it is 6.67.</p>\n\n<p>9</p></article>'
    )
    found = [*numerals.typed(Document("index.html", html, "index.md"), project)]
    found += [*styles.faults(site_of(project)), *files.hiding(site_of(project))]
    text = "\n".join(map(str, found))
    for place, numeral in (
        ("docs/index.md, line 2", "7"), ("docs/index.md, line 2", "8"),
        ("docs/index.md, line 6", "6.67"), ("index.html, line 3", "9"),
        ("mkdocs.yml, line 2", "8"), ("docs/more.css, line 2", "9"),
    ):  # fmt: skip
        assert f"{place}: the numeral {numeral!r} was typed" in text
    assert "docs/more.css, line 5: counter shows what no check reads" in text
    for name in ("photo.png", "more.css", "a.mplstyle"):
        assert f"docs/{name}: a typed number could hide in it" in text
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
    found = [(fault.path, fault.line) for _, fault in typed(html, project, "index.md")]
    assert found == [("docs/index.md", line) for line in lines]


def test_a_numeral_of_a_notebook_is_named_with_its_cell(tmp_path):
    code = "x = 7\n# 6.68 and 7\n"
    texts = [(v4.new_markdown_cell, "7 apples"), (v4.new_code_cell, code)]
    texts += [(v4.new_markdown_cell, "so 7 apples"), (v4.new_code_cell, "x")]
    file = json.dumps(v4.new_notebook(cells=[make([text]) for make, text in texts]))
    project = project_of(tmp_path, docs__try_ipynb=file)
    html = "<p>7 apples</p><pre>x = 7</pre><p>so 7 apples</p>"
    found = [fault.path for _, fault in typed(html, project, "try.ipynb")]
    assert found == ["docs/try.ipynb, cell 1", "docs/try.ipynb, cell 3"]
    (fault,) = programs.in_programs(project)
    assert str(fault).startswith("docs/try.ipynb, cell 2, line 2: the numeral '6.68' of a string")


LISTED = ["Literata", "Georgia", "serif", "italic", "--serif", "--plain", "7"]
LISTED += ['a[href^="http"]::after { content: " (" attr(href) ")" }']
LISTED += ["@bottom-center { content: counter(page) }"]
STYLES = {
    "a string": ("a { content: '7' }", "'7'"),
    "an escape": ("a { content: '\\37 \\000037' }", "'77'"),
    "a comment in a string": ("a { content: '/* 7 */' }", "'7'"),
    "a string in a comment": ("/* '7' */ a { color: red }", ""),
    "a quote in a comment": ("/* it's */ a { content: '7' }", "'7'"),
    "the name of a file": ("a { background: url('x7.svg') } @import 'x7.css';", ""),
    "a selector": ("[id='x7'] { content: '' }", ""),
    "a list's mark": ("li { list-style-type: '7 ' }", "'7'"),
    "two lines": ("a { content: '6\\\n7' }", "'67'"),
    "a name for later": ("a { --x: '7' }", "'7'"),
    "a property of its own": ("@property --x { initial-value: '7' }", "'7'"),
    "a rule in a rule": ("@media print { a { b { quotes: '7' '8' } } }", "'7'"),
}


def of_styles(folder, css):
    files = {"docs__x7_svg": "<svg/>", "docs__x7_css": ""}
    listed = f"[tool.drift]\nstyles = {LISTED}\n"
    site = site_of(project_of(folder, docs__a_css=css, pyproject_toml=listed, **files))
    return "\n".join(map(str, styles.faults(site)))


@pytest.mark.parametrize(
    "css, expected",
    [*STYLES.values()]
    + [(f"a {{ {css} }}", "shows what no check reads") for css in (
        "content: attr(title)", "content: attr(href)", "content: counter(page)",
        "content: counters(x, '.')", "counter-reset: page 7", "counter-set: list-item 7",
        "display: list-item", "--x: block list-item",
        "--x: \\61ttr(title)", "list-style: inside upper-roman", "list-style-type: var(--x)",
    )]
    + [(f"a {{ {css} }}", "may make another number of a value. Take one of") for css in (
        "content: 'OO'", "content: 'I.'", "content: '−'", "content: '%'", "--x: ' million'",
        "quotes: '−' ''", "font-family: Wingdings", "font: 1em/1 'Wingdings 2', serif",
        "--plain: serif, Wingdings", "font-family: var(--serif, Wingdings)",
        "font-family: var(--x)", "--md-code-font: Wingdings",
    )]
    + [("@font-face { src: local('Wingdings 2') }", "'Wingdings 2' may make another number")]
    + [("@font-face { src: local(Wingdings) }", "'Wingdings' may make another number")]
    + [("a { font: italic 1em/1 var(--serif) } b { --serif: 'Literata', Georgia }", "")]
    + [("@counter-style a { symbols: 'x' }", "shows what no check reads")]
    + [("a { background: url('data:image/png;,') }", "which is no file of docs")],
)  # fmt: skip
def test_a_style_sheet_is_read_as_a_browser_reads_it(tmp_path, css, expected):
    found = of_styles(tmp_path, css)
    assert expected in found and bool(expected) == bool(found)
    assert not of_styles(tmp_path, f"/* {css.replace('*/', '')} */")


OPEN = {
    "a rule": (".a {}\n.b { color: red;\n\n.c { color: blue }\n", 2),
    "rules of a medium": ("@media print {\n.a { color: red }\n", 1),
    "a bracket": (".a {}\n\n.b { color: var(--c }\n.c {}\n", 3),
    "a comment": (".a {}\n/* b\n.c {}\n", 2),
}


@pytest.mark.parametrize("css, line", OPEN.values(), ids=OPEN)
def test_what_is_open_at_the_end_of_a_style_sheet_is_named_with_its_line(tmp_path, css, line):
    how = "what begins here is not closed. Write } or */ where it ends."
    assert of_styles(tmp_path, css) == f"docs/a.css, line {line}: {how}"


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


def test_on_paper_a_style_sheet_may_show_an_outside_address_and_the_page_number(tmp_path):
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
    site.make_build()
