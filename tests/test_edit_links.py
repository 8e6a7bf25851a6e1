"""Below each page: where it is edited, and where its source is seen, in the repository."""

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import PROJECT, REPOSITORY
from tests.navigation import PAGES, address_of

WAYS = {"Edit this page": "edit/main/", "See the source of this page": "blob/main/"}


def links(site, page):
    """Return the addresses to which a page's links lead, by their texts."""
    html = (site / address_of(page) / "index.html").read_text("utf-8")
    links = LexborHTMLParser(html).css("article a[href]")
    return {link.text(strip=True): link.attributes["href"] for link in links}


@pytest.mark.parametrize("text, way", WAYS.items(), ids=WAYS)
def test_every_page_leads_to_its_own_file_in_the_repository(published_site, text, way):
    for page in PAGES:
        address = links(published_site, page).get(text, "")
        file = address.removeprefix(f"{REPOSITORY}/{way}")
        assert file == f"docs/{page}", page
        assert (PROJECT / file).is_file(), page


def test_who_comments_on_a_page_meets_no_form():
    # Else the forge leads from "Comment on this page" to the forms, and forgets the title.
    choices = yaml.safe_load((PROJECT / ".github/ISSUE_TEMPLATE/config.yml").read_text("utf-8"))
    assert choices["blank_issues_enabled"] is True
