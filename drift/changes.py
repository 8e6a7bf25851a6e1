"""`python -m drift.changes BASE`: what differs from a commit, as Markdown for who reviews it.

Each approved output that the present commit gives in another way, before and after, and the pages
that show it. It reads what is committed and runs nothing; what it prints is fit for a job's page
on GitHub, whoever wrote the files.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from html import unescape
from itertools import zip_longest
from pathlib import Path, PurePosixPath

from drift.fault import Drift
from drift.project import page_source as source
from drift.project import settings
from drift.project.snippet import APPROVED, DATA, DRAWN, NOTE, PROGRAM, SESSION, VALUES
from drift.run.notebook import output_of
from drift.visible import cell

NOTEBOOK = ".ipynb"
PAGE = (".md", NOTEBOOK)
# GitHub shows nothing of a summary above 1024 kB. Both parts below it, with their frame.
OUTPUTS_TAKE, PAGES_TAKE = 700_000, 250_000
MOST_ROWS = 50  # of one file
MOST_LINES = 2_000  # that are compared: two long texts without a common line take long

Rows = list[tuple[str, str, str]]  # name, before, after


class Repository:
    """The committed files of a project at two times: at a base, and now."""

    def __init__(self, folder: Path, base: str):
        """Find the base, whatever git takes for a commit; raise Drift where there is none."""
        self._folder = folder
        if base.startswith("-"):
            raise Drift(f"{base!r} is an option, and no commit. Name one, such as main.")
        self._git("rev-parse", "--git-dir", failing="this folder is in no git repository.")
        found = self._git(
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            base + "^{commit}",
            failing=f"git knows no commit {base!r} here. Fetch it, or name another.",
        )
        self.base = found.decode().strip()

    def changed(self) -> list[str]:
        """Return the files that differ, by their path below the project's folder, sorted."""
        listed = self._git(
            *("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative"),
            *(self.base, "HEAD", "--", "."),
        )
        return sorted(os.fsdecode(path) for path in listed.split(b"\0") if path)

    def files(self, folder: str) -> list[str]:
        """Return the files below a folder as they are now, by their path."""
        listed = self._git("ls-tree", "-r", "-z", "--name-only", "HEAD", "--", folder + "/")
        return [os.fsdecode(path) for path in listed.split(b"\0") if path]

    def before(self, path: str) -> str:
        """Return the text of a file at the base; '' where there was none."""
        return self._text(self.base, path)

    def now(self, path: str) -> str:
        """Return the text of a file now; '' where there is none."""
        return self._text("HEAD", path)

    def _text(self, commit: str, path: str) -> str:
        shown = subprocess.run(
            ["git", "cat-file", "blob", f"{commit}:./{path}"],
            cwd=self._folder,
            capture_output=True,
        )
        return shown.stdout.decode("utf-8", "replace") if shown.returncode == 0 else ""

    def _git(self, *arguments: str, failing: str = "") -> bytes:
        try:
            done = subprocess.run(["git", *arguments], cwd=self._folder, capture_output=True)
        except FileNotFoundError:
            raise Drift("git is not installed, or not to be found.") from None
        if done.returncode:
            told = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise Drift(failing or f"git {arguments[0]}: {(told or ['failed'])[0]}")
        return done.stdout


def rows(path: str, before: str, now: str) -> Rows:
    """Return what of an approved file differs: a value, or a line by its number, before and now."""
    if path.endswith(VALUES):
        old, new = _values(before), _values(now)
        return [
            (name, old.get(name, ""), new.get(name, ""))
            for name in sorted(old.keys() | new.keys())
            if old.get(name) != new.get(name)
        ]
    if path.endswith(NOTEBOOK):
        return _different(_outputs(before), _outputs(now))
    if path.endswith(DRAWN):
        return _different(_written(before), _written(now))
    return _different(
        [(str(at), line) for at, line in enumerate(before.splitlines(), start=1)],
        [(str(at), line) for at, line in enumerate(now.splitlines(), start=1)],
    )


def _values(text: str) -> dict[str, str]:
    return dict(line.split(" = ", 1) for line in text.splitlines() if " = " in line)


def _outputs(text: str) -> list[tuple[str, str]]:
    """Return the lines that the cells of a notebook gave, each with the number of its cell."""
    try:
        return [
            (f"cell {number}", line)
            for number, it in enumerate(json.loads(text)["cells"], start=1)
            for line in output_of(it).splitlines()
        ]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return [("", "(no notebook)")] if text else []


def _written(svg: str) -> list[tuple[str, str]]:
    """Return the texts that stand in a drawing."""
    svg = re.sub(r"<(style|metadata|defs)\b.*?</\1>|<!--.*?-->", "", svg, flags=re.DOTALL)
    texts = map(str.strip, re.findall(r">([^<>]+)<", svg))
    return [("text", unescape(text)) for text in texts if text]


def _different(before: list[tuple[str, str]], now: list[tuple[str, str]]) -> Rows:
    """Return the lines, given with their names, that differ; beside each what took its place."""
    before, now = before[:MOST_LINES], now[:MOST_LINES]
    old, new = [line for _, line in before], [line for _, line in now]
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            for left, right in zip_longest(before[a:b], now[c:d], fillvalue=("", "")):
                found.append((right[0] or left[0], left[1], right[1]))
    return found


def table(path: str, before: str, now: str) -> str:
    """Return the Markdown that tells how one approved file changed."""
    found = rows(path, before, now)
    what = "changed" if before and now else "added" if now else "removed"
    lines = [f"**{cell(path)}** {what}", ""]
    if found:
        lines += ["| | before | after |", "|---|---|---|"]
        lines += [f"| {cell(name)} | {cell(a)} | {cell(b)} |" for name, a, b in found[:MOST_ROWS]]
    elif path.endswith(DRAWN):
        lines.append("Its lines differ, and no text in it.")
    elif path.endswith(NOTEBOOK):
        lines.append("None of its outputs differs.")
    else:
        lines.append("No line of it differs that is compared.")
    if len(found) > MOST_ROWS:
        lines += ["", f"… and {len(found) - MOST_ROWS} rows more."]
    return "\n".join(lines) + "\n"


def reasons(
    repository: Repository, changed: list[str], docs: str, snippets: str
) -> dict[str, list[str]]:
    """Return the pages that change, by path, each with what it changes for, as Markdown."""
    of = defaultdict(list)
    present = [path for path in repository.files(docs) if path.endswith(PAGE)]
    for path in changed:
        if path.startswith(f"{docs}/") and path.endswith(PAGE):
            of[path].append("its own text" if path in present else "it is removed")
    programs, beside, values = _of_snippets(repository, changed, snippets)
    for path in present:
        if path.endswith(NOTEBOOK):
            continue
        page = source.read(repository.now(path))
        shown = {fence.content for fence in page.fences if fence.is_snippet}
        listed = [fence.content for fence in page.fences if fence.language == "ledger"]
        for name in sorted(programs):
            if name in shown:
                of[path].append(f"the program {cell(name)}, or what it gives")
            elif any(not it or name.startswith(tuple(it.splitlines())) for it in listed):
                of[path].append(f"the entry of {cell(name)} in its ledger")
        for name in sorted(shown - programs):
            if str(PurePosixPath(name).parent) in beside:
                of[path].append(f"the data beside {cell(name)}")
        for use in dict.fromkeys(use.text for use in page.uses):
            if use in values:
                of[path].append(f"the value {cell(use)}")
    return of


def _of_snippets(
    repository: Repository, changed: list[str], snippets: str
) -> tuple[set[str], set[str], set[str]]:
    """Return the programs, the folders of data, and the values that changed."""
    programs, beside, values = set(), set(), set()
    for path in changed:
        if not path.startswith(f"{snippets}/"):
            continue
        name = path.removeprefix(f"{snippets}/")
        place = PurePosixPath(name)
        if place.suffix in (PROGRAM, SESSION):
            programs.add(name)
        elif place.suffix in (*DATA, NOTE):
            beside.add(str(place.parent))
        elif place.suffix == VALUES:
            text = rows(path, repository.before(path), repository.now(path))
            values |= {f"{place.with_suffix('')}.{use}" for use, _, _ in text}
        elif place.suffix in APPROVED:
            stem = str(place.with_suffix(""))
            programs.add(stem if stem.endswith(SESSION) else stem + PROGRAM)
    return programs, beside, values


def told(folder: Path, base: str) -> Iterator[str]:
    """Yield the Markdown, part by part; raise Drift where the base is none."""
    options = settings.read(folder)
    repository = Repository(folder, base)
    changed = repository.changed()
    approved = [
        path
        for path in changed
        if (path.startswith(f"{options.snippets}/") and path.endswith(APPROVED))
        or (path.startswith(f"{options.docs}/") and path.endswith(NOTEBOOK))
    ]
    yield "## Approved outputs that change\n"
    tables = (table(path, repository.before(path), repository.now(path)) for path in approved)
    yield from _as_many_as_fit(tables, len(approved), OUTPUTS_TAKE) if approved else ["None.\n"]
    pages = reasons(repository, changed, options.docs, options.snippets)
    yield "## Pages that change\n"
    lines = (f"- {cell(path)}: {_listed(pages[path], 20)}" for path in sorted(pages))
    yield from _as_many_as_fit(lines, len(pages), PAGES_TAKE) if pages else ["None.\n"]
    known = (f"{options.snippets}/", *pages)
    if others := [path for path in changed if not path.startswith(known)]:
        yield "\n## Other files that change\n"
        yield "No page is read for these, and any page can change by them:\n"
        yield _listed([*map(cell, others)], 50)


def _listed(texts: list[str], most: int) -> str:
    rest = f", and {len(texts) - most} more" if len(texts) > most else ""
    return ", ".join(texts[:most]) + rest


def _as_many_as_fit(parts: Iterator[str], count: int, size: int) -> Iterator[str]:
    """Yield the parts that fit into a number of bytes, and then how many are left out."""
    for shown, part in enumerate(parts):
        size -= len(part.encode()) + 1
        if size < 0:
            yield f"\n… and {count - shown} more, which have no room here.\n"
            return
        yield part


def main() -> int:
    """Read the command line and print what differs. Returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m drift.changes",
        description="What the present commit changes, as Markdown: outputs, values, pages.",
    )
    parser.add_argument("base", help="the commit to compare with, such as main or HEAD^1")
    options = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        for part in told(Path.cwd(), options.base):
            print(part)
    except Drift as fault:
        print(f"drift: {fault}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
