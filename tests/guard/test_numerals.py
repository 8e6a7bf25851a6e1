"""No numeral that a reader meets was typed: each is a value, ran, or is allowed with a reason."""

import pytest

from drift import numerals
from drift.errors import Drift
from tests.guard.small_site import FENCE, NUMERALS, PAGE

TYPED = {
    "in prose": ("<p>The mean is 6.67 apples.</p>", "6.67"),
    "with a separator": ("<p>1,000 apples</p>", "1,000"),
    "a share": ("<p>50 % of it</p>", "50"),
    "a power": ("<p>10² apples</p>", "10²"),
    "a power in HTML": ("<p>10<sup>2</sup></p>", "102"),
    "a fraction": ("<p>½ an apple</p>", "½"),
    "an ordinal": ("<p>the 1st</p>", "1st"),
    "an entity": ("<p>&#54;</p>", "6"),
    "torn apart": ("<p>6<b>.6</b>7</p>", "6.67"),
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
    "in a label": ('<a aria-label="7">x</a>', "7"),
    "in the page's title": ("<title>7 apples</title>", "7"),
    "in the description": ('<meta name="description" content="7 apples">', "7"),
    "in a formula": ("<math><mi>x</mi><mo>=</mo><mn>7</mn></math>", "x=7"),
    "behind what ran": ("<pre>6</pre><p>7</p>", "7"),
    "dressed as a footnote's number": ('<a class="footnote-ref" href="#x">7</a>', "7"),
    "in a data element of another kind": ("<data>7</data>", "7"),
}

NOT_TYPED = {
    "a name": "<p>L1, L2's and (L1).</p>",
    "a name in two elements": "<p>L<sub>1</sub></p>",
    "a number word": "<p>three apples</p>",
    "a value": '<p>It is <data class="value">6.67</data>.</p>',
    "a block": "<pre><code>x = 7</code></pre>",
    "a whole output": "<p>mean error 6.67</p>",
    "a prompt of a notebook": "<div>In&nbsp;[3]:</div>",
    "a footnote's number": '<p>so<sup><a class="footnote-ref" href="#fn:a">3</a></sup></p>',
    "a list of references": '<div class="references"><ul><li>Huber, 1964</li></ul></div>',
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
    assert list(numerals.typed(html, permitted, {"mean error 6.67"})) == []


BAD_PHRASES = {
    "no reason": ('"L1" = " "', "has no reason"),
    "no numeral": ('"apples" = "A word."', "holds no numeral"),
    "a bare number": ('"6.67" = "A result."', "a bare number"),
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


def test_a_typed_numeral_in_the_navigation_names_the_configuration(site):
    site.write("mkdocs.yml", site.read("mkdocs.yml").replace("[index.md]", "[7 apples: index.md]"))
    assert "the numeral '7' was typed" in site.make_build().stderr


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
