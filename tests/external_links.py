"""`python -m tests.external_links SITE`: asks each outside address that a built site links to.

Links within the site need no network, and are checked by every build (drift check).
"""

import argparse
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests import npm

MILLISECONDS = "30000"  # that one answer may take
# What a publisher tells a program that asks, though a reader's browser would be shown the page.
NOT_FOR_PROGRAMS = ("401", "403", "405", "418", "429", "451")


class CannotTell(Exception):
    """Holds one line that says why no link could be asked."""


def answers(site: Path) -> Iterator[tuple[str, str, int, bool]]:
    """Yield for each link to outside: its page, its address, the answer's status, if it is broken.

    The status is 0 where nobody answers. Raises CannotTell where the site can't be read.
    """
    if not (site / "index.html").is_file():
        raise CannotTell(f"{site} holds no site. Build it first: make build")
    done = subprocess.run(
        [
            *npm.program("linkinator", "build/src/cli.js"),
            *(".", "--recurse", "--format", "json", "--timeout", MILLISECONDS),
            *("--retry", "--retry-errors", "--retry-errors-count", "2"),
            *(option for code in NOT_FOR_PROGRAMS for option in ("--status-code", f"{code}:warn")),
        ],
        cwd=site,
        env=os.environ | {"NODE_USE_SYSTEM_CA": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    try:
        links = json.loads(done.stdout[done.stdout.index("{") :])["links"]
    except ValueError:
        told = done.stderr.strip().splitlines() or ["nothing"]
        raise CannotTell(f"linkinator could not run, saying: {told[-1]}") from None
    for link in links:
        if link["url"].startswith(("http://", "https://")):
            is_broken = link["state"] == "BROKEN"
            yield link.get("parent", "."), link["url"], link.get("status", 0), is_broken


def main() -> int:
    """Read the command line, ask, and tell each broken address with its pages; return the code."""
    parser = argparse.ArgumentParser(prog="python -m tests.external_links", description=__doc__)
    parser.add_argument("site", type=Path)
    options = parser.parse_args()
    asked, broken = set(), defaultdict(set)
    try:
        for page, address, status, is_broken in answers(options.site):
            asked.add(address)
            if is_broken:
                broken[address, status].add(page)
    except CannotTell as problem:
        print(f"links: {problem}", file=sys.stderr)
        return 2
    for (address, status), pages in sorted(broken.items()):
        shown = ", ".join(sorted(pages)[:5]) + (", …" if len(pages) > 5 else "")
        print(f"{address} {f'answers {status}' if status else 'does not answer'} (on {shown})")
    print(f"Addresses outside of the site: {len(asked)}. Broken: {len(broken)}.")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
