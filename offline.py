"""`make offline`: the whole site in one zip, to be unpacked and read without a server or a network.

From a file a browser refuses what a page on a server may do, so this is a build of its own: pages
are named as files, and the search has its index as a script. It is checked as every build is.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent
NAME = "l1-and-l2-loss"
SITE = PROJECT / ".build" / "offline"
# For servers and search engines; the index, which is there as a script too; what the search needs
# for other languages than English; and what shows a developer the sources of the theme.
LEFT_OUT = re.compile(
    r"404\.html|sitemap\.xml(\.gz)?|search/search_index\.json|.*/javascripts/lunr/.*|.*\.map"
)
READ_ME = "Open index.html in a browser. Nothing has to be installed, and no network is needed.\n"
OLDEST_DAY = (1980, 1, 1, 0, 0, 0)  # that a zip can tell: the same site gives the same zip


def build(site: Path) -> None:
    """Build the site of files into the folder `site`, and check it.

    Raises subprocess.CalledProcessError where it does not hold; what is wrong has been printed.
    """
    run = [sys.executable, "-m"]
    subprocess.run(
        [*run, "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=PROJECT,
        env=os.environ | {"OFFLINE": "true", "LEFT_OUT": ""},
        check=True,
    )
    check = [*run, "drift", "check", str(site), "--without-policy"]
    subprocess.run(check, cwd=PROJECT, check=True)


def pack(site: Path, archive: Path) -> None:
    """Write the folder `site` into the zip `archive`, below one folder, with a line on its use."""
    contents = {"README.txt": READ_ME.encode()}
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not LEFT_OUT.fullmatch(name):
            contents[name] = path.read_bytes()
    style = "assets/site.css"  # from a file, a font always comes too late to be taken as an option
    if style in contents:
        contents[style] = re.sub(rb"(?<=font-display:) ?optional", b"swap", contents[style])
    with zipfile.ZipFile(archive, "w") as packed:
        for name, content in sorted(contents.items()):
            entry = zipfile.ZipInfo(f"{NAME}/{name}", OLDEST_DAY)
            entry.create_system = 3  # and on Windows the same zip too
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=9)


def main() -> int:
    """Write the zip beside this file. Returns the exit code."""
    archive = PROJECT / f"{NAME}.zip"
    try:
        build(SITE)
    except subprocess.CalledProcessError as failed:
        print("offline: the site does not hold; no zip was written.", file=sys.stderr)
        return failed.returncode
    pack(SITE, archive)
    print(f"{archive.name} holds the site. Unpack it and open {NAME}/index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main())
