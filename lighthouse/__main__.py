"""`python -m lighthouse [--runs 3] [--pages home …]`: prints a table; exits 1 below a limit."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import chromium
from lighthouse import scores
from lighthouse.server import serving
from tests import npm
from tests.navigation import ADDRESSES

SITE = Path(".build") / "lighthouse"
SUB_PATH = "apples"
RUNS = 3
SECONDS = 180  # for one run, which takes about 20
# One page of each kind, and whatever has a place of its own in the navigation.
KINDS = {
    "home": "",
    "with a figure": "article/why-the-math-matters/",
    "the math": "article/math/",
    "the real difference": "article/real-difference/",
    "the notebook": "article/notebook/",
    "a lab": "labs/one-wild-point/",
    "a related article": "related/entropy/",
    "a ledger": "ledger/labs-on-losses/",
    "how it checks itself": "how-this-site-checks-itself/",
} | {
    address.strip("/"): address
    for address in ADDRESSES
    if address.count("/") == 1 and not address.startswith(("article", "how-"))
}
# No name is looked up: whatever asks for another host gets nothing.
CHROME = (
    "--headless --no-sandbox --disable-background-networking "
    '--host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"'
)


def build(address: str) -> None:
    """Build the site as it is published at an address; raise SystemExit where that fails."""
    shutil.rmtree(SITE, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    surroundings = {"SITE_URL": address, "REPO_URL": "https://forge.example/somebody/apples"}
    done = subprocess.run(
        [*command, "--site-dir", str(SITE)],
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | surroundings,
    )
    if done.returncode:
        raise SystemExit("The site could not be built. What is above says why.")


def measure(address: str, browser: str) -> scores.Report:
    """Return Lighthouse's report of one run, on a phone; raise SystemExit where it gives none."""
    done = subprocess.run(
        [
            *npm.program("lighthouse", "cli/index.js"),
            address,
            "--output=json",
            "--quiet",
            "--no-enable-error-reporting",
            f"--only-categories={','.join(scores.LIMITS)}",
            f"--chrome-flags={CHROME}",
        ],
        env=os.environ | {"CHROME_PATH": browser},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
    )
    if done.returncode:
        raise SystemExit(f"Lighthouse failed on {address}:\n{done.stderr.strip()}")
    return json.loads(done.stdout)


def main() -> int:
    """Measure the pages and print what was found. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="lighthouse", description=scores.__doc__)
    parser.add_argument("--runs", type=int, default=RUNS, help="of each page")
    parser.add_argument("--pages", nargs="+", choices=KINDS, default=list(KINDS), metavar="PAGE")
    options = parser.parse_args()
    browser = chromium.find_or_install()
    found: dict[str, dict[str, int]] = {}
    faults: list[object] = []
    taken: list[scores.Report] = []
    with serving(SITE, SUB_PATH) as address:
        build(address)
        for page in options.pages:
            print(f"{page} ...", flush=True)
            reports = [measure(address + KINDS[page], browser) for _ in range(options.runs)]
            taken += reports
            try:
                found[page] = scores.medians(reports)
            except ValueError as error:
                raise SystemExit(f"{page}: {error}") from None
            faults += scores.faults(page, reports)
            asked = {url for report in reports for url in scores.elsewhere(report)}
            faults += [f"{page}: asks another host for {url}" for url in sorted(asked)]
    print(f"\n{scores.table(found)}\n")
    print(
        "Speed of this machine, slowest and fastest run: {} and {}.".format(*scores.speeds(taken))
    )
    print("Far apart, something else ran on it: measure again when it is quiet.")
    if faults:
        print("\n" + "\n".join(map(str, faults)), file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
