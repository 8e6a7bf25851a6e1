"""Each work of the list of references names the pages that cite it, from the pages themselves."""

import pytest
from bs4 import BeautifulSoup

from tests.guard.small_site import CONFIGURATION, PAGE

REFERENCES = """\
---
title: References
---

# References

<div class="references" markdown="1">

- Huber, P. J. (1964). Robust estimation. [doi:10.1214/aoms/1177703732](https://doi.org/10.1214/aoms/1177703732)
  { #huber-1964 }
- Gauss, C. F. (1809). Theoria motus.
  { #gauss-1809 }

</div>
"""
NAV = "nav:\n  - Home: index.md\n  - Robust: deep/robust.md\n  - Works: references.md"


@pytest.fixture
def site_with_references(site):
    site.write("mkdocs.yml", CONFIGURATION.replace("nav: [index.md]", NAV))
    site.write("docs/references.md", REFERENCES)
    cites = "\n[Huber](references.md#huber-1964), [again](references.md#huber-1964).\n"
    site.write("docs/index.md", PAGE + cites)
    site.write(
        "docs/deep/robust.md",
        "# Robust\n\n[H.](../references.md#huber-1964), [G.](../references.md#gauss-1809)\n",
    )
    return site


def test_each_work_names_the_pages_that_cite_it_in_the_order_of_the_navigation(
    site_with_references,
):
    built = site_with_references.make_build()
    assert built.returncode == 0, built.stdout + built.stderr
    page = BeautifulSoup(site_with_references.read("site/references/index.html"), "html.parser")
    told = {
        work["id"]: [(link.text, link["href"]) for link in work.select(".cited-in a")]
        for work in page.select(".references li")
    }
    assert told == {
        "huber-1964": [("Home", "../"), ("Robust", "../deep/robust/")],
        "gauss-1809": [("Robust", "../deep/robust/")],
    }


def test_a_work_that_no_page_cites_stops_the_build(site_with_references):
    site_with_references.write("docs/deep/robust.md", "# Robust\n\nNothing is cited.\n")
    built = site_with_references.make_build()
    assert built.returncode == 1
    expected = "docs/references.md, line 12: no page cites the work 'gauss-1809'."
    assert expected in built.stdout + built.stderr


def test_a_result_in_a_reference_is_still_a_typed_numeral(site_with_references):
    text = REFERENCES.replace("Theoria motus.", "Theoria motus, 6.67 apples.")
    site_with_references.write("docs/references.md", text)
    built = site_with_references.make_build()
    assert built.returncode == 1
    assert "docs/references.md, line 11: the numeral '6.67' was typed" in (
        built.stdout + built.stderr
    )
