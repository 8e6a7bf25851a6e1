"""`python -m tests.browser.shots`: every page of site/ as pictures, for a person to look at.

In both palettes and at both widths, with the expandables closed and open; an index shows them side
by side.
"""

import html
import shutil
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import chromium
from lighthouse.server import serving
from tests.navigation import ADDRESSES

SITE = Path("site")
SHOTS = Path(".build") / "shots"
WIDTHS = (390, 1280)
PALETTES = {"light": "default", "dark": "slate"}
SETS = {"": "as it opens", "-open": "with all expandables open"}
INDEX = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every page, in both palettes and widths</title>
<style>
  body {{ margin: 2rem; font: 16px/1.4 system-ui, sans-serif; background: #888; }}
  .set {{ display: flex; gap: 1rem; align-items: start; overflow-x: auto; margin-bottom: 3rem; }}
  img {{ display: block; border: 1px solid #444; }}
  a {{ color: #000; }}
</style>
<h1>Every page, in both palettes and widths</h1>
<ul>{contents}</ul>
{pages}
</html>
"""


def name_of(address: str) -> str:
    """Return the name of a page's pictures, by its address relative to the site's."""
    return address.removesuffix(".html").strip("/").replace("/", "-") or "home"


def shoot(page: Page, name: str) -> None:
    """Take the pictures of the page that is open, at the width it has."""
    width = page.viewport_size["width"]
    for suffix in SETS:
        if suffix:
            page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        for palette, scheme in PALETTES.items():
            page.emulate_media(color_scheme=palette, reduced_motion="reduce")
            page.wait_for_selector(f"body[data-md-color-scheme={scheme}]")
            file = SHOTS / f"{name}-{width}-{palette}{suffix}.png"
            page.screenshot(path=file, full_page=True)


def index(names: list[str]) -> str:
    """Return a page that shows the pictures of each page side by side."""
    pages = ""
    for name in names:
        for suffix, state in SETS.items():
            pages += (
                f'<h2 id="{name}{suffix}">{html.escape(name)}, {state}</h2>\n<div class="set">\n'
            )
            for width in WIDTHS:
                for palette in PALETTES:
                    file = f"{name}-{width}-{palette}{suffix}.png"
                    pages += (
                        f'<a href="{file}"><img src="{file}" width="{width // 2}" loading="lazy" '
                        f'alt="{name}, {width} pixels, {palette}, {state}"></a>\n'
                    )
            pages += "</div>\n"
    contents = "".join(f'<li><a href="#{name}">{html.escape(name)}</a></li>\n' for name in names)
    return INDEX.format(contents=contents, pages=pages)


def main() -> None:
    """Take all pictures, and print where the index is."""
    browser_path = chromium.find_or_install()
    shutil.rmtree(SHOTS, ignore_errors=True)
    SHOTS.mkdir(parents=True)
    with serving(SITE, "") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=chromium.FLAGS)
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 900})
            for path in ADDRESSES:
                page.goto(address + path)
                page.wait_for_load_state("networkidle")
                shoot(page, name_of(path))
            page.close()
        browser.close()
    names = [name_of(path) for path in ADDRESSES]
    (SHOTS / "index.html").write_text(index(names), "utf-8")
    print(f"Look at {(SHOTS / 'index.html').resolve()}")


if __name__ == "__main__":
    main()
