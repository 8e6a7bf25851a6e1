"""`python -m tools.shots SITE`: every page of a built site as pictures, for a person to look at.

In both palettes and at both widths, with the expandables closed and open.
"""

import functools
import http.server
import sys
import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tools import chromium

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


def main(site: Path) -> None:
    """Take all pictures, and print where they are."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find_or_install(), args=chromium.FLAGS
        )
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 900})
            for file in sorted(site.rglob("*.html")):
                address = file.relative_to(site).as_posix()
                page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
                page.evaluate("document.fonts.ready.then(() => null)")
                shoot(page, address.removesuffix("/index.html").replace("/", "-"))
            page.close()
        browser.close()
    print(f"Look at {SHOTS.resolve()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
