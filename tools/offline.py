"""`python -m tools.offline SITE ZIP`: packs a site that was built with OFFLINE=true.

It is to be unpacked and read without a server or a network. From a file a browser refuses what a
page on a server may do, so `make offline` builds such a site apart: its pages are named as files,
and the search has its index as a script.
"""

import re
import sys
import zipfile
from pathlib import Path

# For servers and search engines; the index, which is there as a script too; what the search needs
# for other languages than English; and what shows a developer the sources of the theme.
LEFT_OUT = re.compile(
    r"404\.html|sitemap\.xml|search/search_index\.json|.*/javascripts/lunr/.*|.*\.map"
)
READ_ME = "Open index.html in a browser. Nothing has to be installed, and no network is needed.\n"
OLDEST_DAY = (1980, 1, 1, 0, 0, 0)  # that a zip can hold: the same site gives the same zip
STYLE = "assets/site.css"


def pack(site: Path, archive: Path) -> None:
    """Write the folder `site` into the zip `archive`, below one folder, with a line on its use."""
    contents = {"README.txt": READ_ME.encode()}
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not LEFT_OUT.fullmatch(name):
            contents[name] = path.read_bytes()
    # From a file, a font always comes too late to be taken as an option.
    contents[STYLE] = re.sub(rb"(?<=font-display:) ?optional", b"swap", contents[STYLE])
    with zipfile.ZipFile(archive, "w") as packed:
        for name, content in sorted(contents.items()):
            entry = zipfile.ZipInfo(f"{archive.stem}/{name}", OLDEST_DAY)
            entry.create_system = 3  # and on Windows the same zip too
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=9)


if __name__ == "__main__":
    built, packed = map(Path, sys.argv[1:])
    pack(built, packed)
    print(f"{packed} holds the site. Unpack it, open {packed.stem}/index.html")
