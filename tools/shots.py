"""`python -m tools.shots SITE`: every page of a built site as pictures, for a person to look at.

In both palettes and at both widths, with the expandables closed and open. The home page's, by
which the README shows the site, is kept with the words it holds: a test finds it when it is old.
"""

import functools
import http.server
import io
import sys
import threading
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from tools import chromium

OF_THE_README = Path(".github", "site.png")
SHOTS = Path(".build") / "shots"
WIDTHS = (390, 1280)
PALETTES = {"light": "default", "dark": "slate"}


def shoot(page: Page, name: str) -> None:
    """Take the pictures of the page that is open, at the width it has."""
    for suffix in ("", "-open"):
        if suffix:
            page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        for palette, scheme in PALETTES.items():
            page.emulate_media(color_scheme=palette, reduced_motion="reduce")
            page.wait_for_selector(f"body[data-md-color-scheme={scheme}]")
            file = SHOTS / f"{name}-{page.viewport_size['width']}-{palette}{suffix}.png"
            page.screenshot(path=file, full_page=True)


def words(site: Path) -> str:
    """Return what stands at the top of a built site's home page."""
    home = LexborHTMLParser((site / "index.html").read_text("utf-8"))
    return " ".join(home.css_first(".hero").text().split())


def show_in_the_readme(page: Page, site: Path) -> None:
    """Take the picture of the home page, which is open, for the README."""
    page.evaluate("document.fonts.ready.then(() => null)")
    said = PngInfo()
    said.add_itxt("Words", words(site))
    picture = Image.open(io.BytesIO(page.screenshot()))
    picture.quantize(64).save(OF_THE_README, optimize=True, pnginfo=said)


def main(site: Path) -> None:
    """Take all pictures, and print where they are."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with chromium.launched() as browser:
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 900})
            for file in sorted(site.rglob("*.html")):
                address = file.relative_to(site).as_posix()
                page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
                page.evaluate("document.fonts.ready.then(() => null)")
                shoot(page, address.removesuffix("/index.html").replace("/", "-"))
            page.close()
        page = browser.new_page(viewport={"width": 1280, "height": 720}, color_scheme="light")
        page.goto(f"http://127.0.0.1:{server.server_port}/index.html")
        show_in_the_readme(page, site)
    print(f"Look at {SHOTS.resolve()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
