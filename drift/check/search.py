"""The search index of a site finds nothing that its pages do not hold."""

import html
import json
import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from drift.check.document import Site
from drift.check.files import SEARCHED
from drift.check.numerals import tokens
from drift.fault import Fault
from drift.project.phrases import has_numeral

TAG = re.compile(r"<[^>]*>")
FORMULA = re.compile(r'<math class="formula".*?</math>', re.DOTALL)
# The tags that the search shows as they are.
SHOWN = re.compile(r"</?(?:p|pre|code|[uo]l|li)>")
# The tags that the search keeps; all others it drops, with no space in their place.
BLOCK = re.compile(r"</?(?:p|pre|[uo]l|li)\b[^>]*>")


def faults(site: Site) -> Iterator[Fault]:
    """Yield a fault for each entry of the search index with a numeral that its page has not."""
    words = cache(lambda path: _words(site.documents[path].text))
    for name, key in SEARCHED.items():
        for entry in json.loads(site.files[name])[key] if name in site.files else ():
            page, _, anchor = entry["location"].partition("#")
            path = page if page.endswith(".html") else f"{page}index.html"
            place = entry["location"] or "its start"
            document = site.documents.get(path)
            if document is None or (anchor and unquote(anchor) not in document.anchors):
                yield Fault(name, 0, f"the search leads to {place}, which is not there.")
                continue
            if found := _not_on_page(entry, words(path)):
                message = f"at {place}, the search finds what does not stand there: {found[:80]}"
                yield Fault(name, 0, message)
            for tag in TAG.findall(SHOWN.sub("", entry["text"])):
                yield Fault(name, 0, f"at {place}, the search would show {tag[:80]}.")


def _words(markup: str) -> str:
    """Return the words of some HTML, each between spaces, without formulas: nobody finds those."""
    read = BLOCK.sub(" ", FORMULA.sub("", markup))
    return " ".join(["", *tokens(html.unescape(TAG.sub("", read))), ""])


def _not_on_page(entry: dict, page: str) -> str:
    """Return the first part of an entry with numerals that is not in a page's words; or ''."""
    for title in (entry["title"], *entry.get("tags", ())):
        if has_numeral(title) and _words(title) not in page:
            return title
    at = 0
    for part in filter(has_numeral, BLOCK.split(entry["text"])):
        words = _words(part)
        at = page.find(words, at)
        if at < 0:
            return words.strip()
    return ""
