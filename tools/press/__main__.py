"""`python -m tools.press SITE FIRST FILE`: prints an article of a built site as one PDF."""

import io
import re
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from playwright.sync_api import Browser, Route
from pypdf import PdfReader

from tools import chromium
from tools.press import pages
from tools.press.booklet import Booklet

# What changes in a PDF from one moment to the next: the date, and how many elements it made before.
DATE = re.compile(rb"/(?:CreationDate|ModDate) \([^)]*\)\s*")
ELEMENT = re.compile(rb"\(node\d{8}\)")


def printed(browser: Browser, document: str) -> bytes:
    """Return an HTML document as a PDF with tags and an outline.

    Raises SystemExit where a file that the document asks for is not there.
    """
    context = browser.new_context()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "booklet.html"
        file.write_text(document, "utf-8")
        page = context.new_page()
        missing = []
        page.on("requestfailed", lambda request: missing.append(request.url))
        page.route("**/*.css", _wait_for_fonts)
        page.emulate_media(media="print")
        page.goto(file.as_uri())
        page.evaluate("document.fonts.ready")  # or it would print in another font
        printed = page.pdf(format="A4", prefer_css_page_size=True, outline=True, tagged=True)
    context.close()
    if missing:
        raise SystemExit(f"press: cannot be read: {', '.join(missing)}")
    return printed


def _wait_for_fonts(route: Route) -> None:
    """Answer with a style sheet whose fonts are no option: paper has no next page for them."""
    file = Path(url2pathname(urlsplit(route.request.url).path))
    if file.exists():
        style = re.sub(r"(?<=font-display:) ?optional", "block", file.read_text("utf-8"))
        route.fulfill(body=style, content_type="text/css")
    else:
        route.continue_()


def numbers(printed: bytes) -> dict[str, int]:
    """Return the sheet, from 1, on which each part of a PDF begins to which a link leads."""
    reader = PdfReader(io.BytesIO(printed))
    return {
        name.lstrip("/"): reader.get_destination_page_number(place) + 1
        for name, place in reader.named_destinations.items()
    }


def timeless(printed: bytes) -> bytes:
    """Return a PDF of the same length that is the same whenever and wherever it was printed."""
    names = sorted(set(ELEMENT.findall(printed)))
    ranks = {name: b"(node%08d)" % rank for rank, name in enumerate(names)}
    named = ELEMENT.sub(lambda name: ranks[name[0]], printed)
    return DATE.sub(lambda date: b" " * len(date[0]), named)


def main(site: Path, first: str, file: Path) -> None:
    """Bind the article that begins at `first`, print, number the contents, and print again."""
    booklet = Booklet(site, pages.read(site, first))
    with chromium.launched() as browser:
        places = numbers(printed(browser, booklet.document({})))
        result = printed(browser, booklet.document(places))
    if numbers(result) != places:
        raise SystemExit("press: the numbers in the contents moved what they number.")
    file.write_bytes(timeless(result))
    print(f"{file}: {len(booklet.headings)} chapters, {len(result) // 1024} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
