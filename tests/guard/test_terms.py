"""The first use of a term on a page leads to its definition, which a tooltip tells at once."""

import pytest
from bs4 import BeautifulSoup

from tests.guard.small_site import CONFIGURATION, PAGE

GLOSSARY = """\
# Glossary

The mean { #mean }
:   The sum divided by the count.

Mean squared error (MSE) { #mse }
:   The mean of the squares.

Loss { #loss }
:   What is to be small.
"""
WORDS = """\
# Loss of apples

Losses are the [loss](../index.md) of `loss` here; the mean of all, not of a lossy one. A loss again.

## The mean

The MSE is the mean squared
error, and **loss** is no news: no-loss.

| loss | MSE |
|---|---|
| a | the mean |

??? note "The mean loss"
    More.
"""
NAV = "nav: [index.md, deep/words.md, glossary.md]"


@pytest.fixture
def site_with_glossary(site):
    site.write("mkdocs.yml", CONFIGURATION.replace("nav: [index.md]", NAV))
    site.write("docs/glossary.md", GLOSSARY)
    site.write("docs/deep/words.md", WORDS)
    return site


def links(site, page):
    html = BeautifulSoup(site.read(f"site/{page}"), "html.parser")
    return [
        (link.text, link["href"], (link.abbr or link).get("title"))
        for link in html.select("a.term")
    ]


def test_the_first_use_of_a_term_is_a_link_and_no_other(site_with_glossary):
    built = site_with_glossary.make_build()
    assert built.returncode == 0, built.stdout + built.stderr
    to = "../../glossary/#"
    assert links(site_with_glossary, "deep/words/index.html") == [
        ("Losses", to + "loss", "What is to be small."),
        ("the mean", to + "mean", "The sum divided by the count."),
        ("MSE", to + "mse", "Mean squared error: The mean of the squares."),
    ]


def test_the_longer_of_two_overlapping_terms_is_meant(site_with_glossary):
    site_with_glossary.write(
        "docs/deep/words.md", "# Words\n\nIt is the mean squared errors' sum.\n"
    )
    assert site_with_glossary.make_build().returncode == 0
    found = links(site_with_glossary, "deep/words/index.html")
    assert [word for word, *_ in found] == ["mean squared errors"]


def test_text_around_terms_stays_as_it_was(site_with_glossary):
    assert site_with_glossary.make_build().returncode == 0
    html = site_with_glossary.read("site/deep/words/index.html")
    said = BeautifulSoup(html, "html.parser").article.p.text
    assert said.startswith(
        "Losses are the loss of loss here; the mean of all, not of a lossy one. A"
    )


def test_the_glossary_does_not_lead_to_itself(site_with_glossary):
    assert site_with_glossary.make_build().returncode == 0
    assert links(site_with_glossary, "glossary/index.html") == []


def test_a_site_without_a_glossary_has_no_such_links(site):
    site.write("docs/index.md", PAGE + "\nThe mean loss.\n")
    assert site.make_build().returncode == 0
    assert links(site, "index.html") == []


@pytest.mark.parametrize("term", ["Loss", "Loss (of apples) { #loss }", "{ #loss }"])
def test_a_definition_whose_term_cannot_be_found_stops_the_build(site_with_glossary, term):
    text = GLOSSARY.replace("Loss { #loss }", term)
    site_with_glossary.write("docs/glossary.md", text)
    built = site_with_glossary.make_build()
    assert built.returncode == 1
    told = (
        "docs/glossary.md, line 10: this definition has no term. Write `Term (SHORT) { #anchor }`"
    )
    assert told in built.stdout + built.stderr


def words_linked(site, text, glossary=GLOSSARY):
    site.write("docs/glossary.md", glossary)
    site.write("docs/deep/words.md", f"# Words\n\n{text}\n")
    built = site.make_build()
    assert built.returncode == 0, built.stdout + built.stderr
    return [word for word, *_ in links(site, "deep/words/index.html")]


NO_TERMS = "---\ntitle: Glossary\nno_terms: mean deviation, loss of face\n---\n\n"


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("The mean deviation is none, the mean is one.", ["the mean"]),
        ("It is the mean\ndeviation, and mean deviations have no link.", []),
        ("A Loss of face is no loss.", ["loss"]),
        ("The mean deviations' loss.", ["loss"]),
    ],
)
def test_a_longer_phrase_that_means_something_else_is_no_term(site_with_glossary, text, linked):
    assert words_linked(site_with_glossary, text, NO_TERMS + GLOSSARY) == linked


def test_without_that_line_the_phrase_holds_a_term(site_with_glossary):
    assert words_linked(site_with_glossary, "The mean deviation is none.") == ["The mean"]


def test_a_page_can_leave_one_occurrence_unlinked(site_with_glossary):
    text = 'No <span class="no-term">**loss** or MSE</span> is meant; the MSE here is.'
    assert words_linked(site_with_glossary, text) == ["MSE"]
    html = site_with_glossary.read("site/deep/words/index.html")
    said = BeautifulSoup(html, "html.parser").article.p
    assert said.text == "No loss or MSE is meant; the MSE here is."
    assert said.select_one(".no-term strong").text == "loss"
