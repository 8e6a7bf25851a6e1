"""`python -m drift check SITE` and `… accept`; `--help` lists the options."""

import argparse
import os
import signal
import sys
from pathlib import Path

from drift.check.files import GENERATORS, MKDOCS
from drift.fault import Fault, FaultsFound, never_swallowed
from drift.project import project
from drift.project.snippet import APPROVED


def check(folder: Path, move_to: Path | None, generator: str) -> int:
    """Check a built site; move it to `move_to` when all holds. Returns the exit code."""
    from drift.check import site

    known = project.read(Path.cwd())
    if not (site.is_apart(known, folder) and (folder / site.INDEX).is_file()):
        message = "is no built site. Build one first: make build"
        raise FaultsFound(*known.faults, Fault(f"{folder}", 0, message))
    if move_to and not site.may_replace(known, move_to):
        how = "is no built site. Name another folder, such as site"
        raise FaultsFound(Fault(f"--move-to {move_to}", 0, how))
    with site.taken(folder) as taken:
        # Whoever checks says so, as whoever builds did: a spoiled site can't.
        is_offline = os.environ.get("OFFLINE") == "true"
        built, unread = site.read(known, taken, generator, is_offline)
        faults = [*known.faults, *unread, *(site.faults(built) if built else ())]
        for fault in faults:
            print(f"drift: {fault}", file=sys.stderr)
        if faults:
            kept = f"; {move_to}/ is as it was" if move_to else ""
            print(f"drift: {len(faults)} faults, nothing is published{kept}.", file=sys.stderr)
            return 1
        if move_to:
            site.publish(taken, move_to)
    print(f"The site holds all that was approved, and is in {move_to or folder}/")
    return 0


def main() -> int:
    """Read the command line and run one command."""
    parser = argparse.ArgumentParser(prog="python -m drift", description="The guard against drift.")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="read a built site again, and move it if it holds")
    checking.add_argument("site", type=Path)
    checking.add_argument("--move-to", type=Path)
    checking.add_argument("--generator", choices=GENERATORS, default=MKDOCS, help="what built it")
    about = f"approve what snippets give now ({', '.join(APPROVED)})"
    accepting = commands.add_parser("accept", help=about)
    accepting.add_argument("below", nargs="?", default="", help="only these, such as article/l1/")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # it tidies up as after Ctrl-C
    try:
        if options.command == "check":
            return never_swallowed(check)(options.site, options.move_to, options.generator)
        from drift import accept  # runs programs, which a check does not

        return never_swallowed(accept.accept)(Path.cwd(), options.below)
    except FaultsFound as found:
        print(*(f"drift: {fault}" for fault in found.faults), sep="\n", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("drift: stopped. What was not shown as changed is as it was.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
