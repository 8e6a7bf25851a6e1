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


def unreadable(found: Mapping[str, os.stat_result], limits: Limits | None) -> Iterator[Fault]:
    """Yield a fault for each file that is not opened: too large, none, a misleading name."""
    total = sum(about.st_size for about in found.values())
    for name, about in found.items():
        if not name.isprintable() or "\\" in name:
            yield Fault(f"{name!a}", 0, "a name that can't be printed plainly. Name it otherwise.")
        elif problem := odd(about):
            yield Fault(name, 0, problem)
        elif limits and about.st_size > limits.file_kb * 1000:
            yield _too_large(name, about.st_size, limits.file_kb, "file_kb")
    if not limits:
        message = "[tool.drift.limits] is missing: it says how large the site may be. Put it back."
        yield Fault(settings.FILE, 0, message)
        return
    if total > limits.site_kb * 1000:
        yield _too_large("the site", total, limits.site_kb, "site_kb")
    if len(found) > limits.files:
        message = f"holds {len(found)} files; {limits.files} is the limit (files, {_TABLE})."
        yield Fault("the site", 0, message)


_TABLE = f"[tool.drift.limits] in {settings.FILE}"


def _too_large(what: str, size: int, limit: float, name: str) -> Fault:
    message = f"has {size / 1000:.1f} kB; {limit:g} kB is the limit ({name}, {_TABLE})."
    return Fault(what, 0, message)


def too_heavy(site: Site) -> Iterator[Fault]:
    """Yield a fault for each page that is too large as it is sent; most are small at any level."""
    limits = site.project.settings.limits
    for name in site.documents if limits else ():
        sizes = (len(gzip.compress(site.files[name], level)) for level in (1, 9))
        if all((size := each) > limits.page_kb * 1000 for each in sizes):
            yield _too_large(name, size, limits.page_kb, "page_kb")


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
