"""Which files are read at all: plain ones, not too large, of text that everybody sees."""

import gzip
import json
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from drift.check.document import Site
from drift.fault import Fault
from drift.project import settings
from drift.project.files import odd
from drift.project.settings import Limits

# What holds no text. Fonts and pictures come from docs or the theme, byte for byte.
BINARY = (".woff2", ".woff", ".png", ".ico", ".gz", ".pdf")
# The kinds of files of docs that the guard reads, that somebody reviewed (policy.py), or that tests
# in a browser try. In any other a typed number could hide.
READ = {".svg", ".css", ".mplstyle", ".js", ".woff2", ".ipynb"}
LICENCE = "licence.txt"


def listed(site: Path) -> dict[str, os.stat_result]:
    """Return what each name below a folder is, folders left out; no link is followed."""
    found = {path.relative_to(site).as_posix(): path.lstat() for path in site.rglob("*")}
    return {name: found[name] for name in sorted(found) if not stat.S_ISDIR(found[name].st_mode)}


def unreadable(found: Mapping[str, os.stat_result], limits: Limits) -> Iterator[Fault]:
    """Yield a fault for each file that is not opened, and why none is: too many, or too large."""
    for name, about in found.items():
        if not name.isprintable() or "\\" in name:
            yield Fault(f"{name!a}", 0, "a name that can't be printed plainly. Name it otherwise.")
        elif problem := odd(about):
            yield Fault(name, 0, problem)
    sizes = sorted((about.st_size, name) for name, about in found.items())
    for size, name in sizes[-1:]:
        yield from _past(limits.file_kb, "file_kb", name, size / 1000)
    yield from _past(limits.site_kb, "site_kb", "the site", sum(each for each, _ in sizes) / 1000)
    yield from _past(limits.files, "files", "the site", len(found), "files")


def _past(limit: float, key: str, what: str, count: float, of: str = "kB") -> Iterator[Fault]:
    """Yield a fault where `what` has more than the settings allow under a key."""
    if count > limit:
        place = f"{key}, [tool.drift.limits] in {settings.FILE}"
        yield Fault(what, 0, f"has {count:.6g} {of}; {limit:g} {of} is the limit ({place}).")


def too_heavy(site: Site) -> Iterator[Fault]:
    """Yield a fault for each page that is too large as it is sent; most are small at any level."""
    limit = site.project.settings.limits.page_kb
    for name in site.documents:
        sizes = (len(gzip.compress(site.files[name], level)) / 1000 for level in (1, 9))
        if all((size := each) > limit for each in sizes):
            yield from _past(limit, "page_kb", name, size)


def no_text(name: str, content: bytes) -> Iterator[Fault]:
    """Yield why a file of text can't be read, as UTF-8 or as JSON."""
    if name.endswith(BINARY):
        return
    try:
        text = content.decode("utf-8")
        if name.endswith(".json"):
            json.loads(text)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        yield Fault(name, line, "no text in UTF-8, so that no check can read it.")
    except json.JSONDecodeError as error:
        yield Fault(name, error.lineno, f"no JSON: {error.msg}.")


def hiding(site: Site) -> Iterator[Fault]:
    """Yield a fault for each file of docs that no check reads."""
    for path in site.project.assets:
        suffix = PurePosixPath(path).suffix
        if suffix not in READ and not path.endswith(LICENCE):
            message = (
                f"a typed number could hide in it, since no check reads a {suffix or 'nameless'} "
                "file. Let a snippet draw it."
            )
            yield Fault(f"{site.project.docs.name}/{path}", 0, message)
