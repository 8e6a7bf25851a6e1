"""Which files are read at all: plain ones, not too large, of text that everybody sees."""

from __future__ import annotations

import gzip
import html
import json
import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from math import inf
from pathlib import Path, PurePosixPath

from drift.check.document import Site
from drift.fault import Fault
from drift.project import settings
from drift.project.files import odd
from drift.project.settings import Limits

# What holds no text. Fonts and pictures come from docs or the theme, byte for byte.
BINARY = (".woff2", ".woff", ".png", ".ico", ".gz", ".pdf")
# The kinds of files of docs that the guard reads, or that hold no text, or that tests in a browser
# try. In any other a typed number could hide. Licences were reviewed (policy.py).
READ = {".svg", ".css", ".mplstyle", ".js", ".woff2", ".ipynb"}
LICENCE = "licence.txt"
# Of Unicode's categories: controls, formats (no width, directions), separators of lines, and what
# is unassigned, private or half a character. And how a file can name one without holding it.
HIDDEN = {"Cc", "Cf", "Zl", "Zp", "Cn", "Co", "Cs"}
NAMELESS = {"Cc": "control", "Cn": "unassigned", "Co": "private use", "Cs": "half a character"}
REFERENCE = re.compile(r"&#?\w+;?")
NEVER = re.compile(r"(?!)")
ESCAPE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\[\s\S]")
JOINING = re.compile("(?<=(.))([\xad\u200d])(?=(.))")
WRITTEN = {".html": REFERENCE, ".svg": REFERENCE, ".xml": REFERENCE}
WRITTEN |= {".json": ESCAPE, ".ipynb": ESCAPE}


def listed(site: Path) -> dict[str, os.stat_result]:
    """Return what each name below a folder is, folders left out; no link is followed."""
    found = {path.relative_to(site).as_posix(): path.lstat() for path in site.rglob("*")}
    return {name: found[name] for name in sorted(found) if not stat.S_ISDIR(found[name].st_mode)}


def unreadable(found: Mapping[str, os.stat_result], limits: Limits | None) -> Iterator[Fault]:
    """Yield a fault for each file that is not opened: too large, none, a misleading name."""
    for name, about in found.items():
        if not name.isprintable() or "\\" in name:
            yield Fault(f"{name!a}", 0, "a name that can't be told plainly. Name it otherwise.")
        elif problem := odd(about):
            yield Fault(name, 0, problem)
        elif limits and about.st_size > limits.file_kb * 1000:
            yield _too_large(name, about.st_size, limits.file_kb, "file_kb")
    if not limits:
        message = "[tool.drift.limits] is missing: it says how large the site may be. Put it back."
        yield Fault(settings.FILE, 0, message)
    else:
        total = sum(about.st_size for about in found.values())
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
    """Yield a fault for each page that is too large as it is sent."""
    limits = site.project.settings.limits
    most = limits.page_kb * 1000 if limits else inf
    for name, content in ((name, site.files[name]) for name in site.documents):
        # The lower the level, the larger it is, and the sooner that is known.
        sizes = (len(gzip.compress(content, level)) for level in (1, 9))
        if len(content) > most and all((size := each) > most for each in sizes):
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
                "file. Let a snippet draw it, or draw it as .svg whose text is text."
            )
            yield Fault(f"{site.project.docs.name}/{path}", 0, message)


def hidden_characters(name: str, text: str) -> Iterator[Fault]:
    """Yield a fault for the first place of each character in a file that nobody sees.

    Such a one can turn, split or hide what a reader or a reviewer reads.
    """
    text = text.replace("\r\n", "\n")
    written = WRITTEN.get(PurePosixPath(name).suffix, NEVER)
    meant = "".join(map(_meaning, {*written.findall(text)}))
    if not any(map(_is_hidden, {*text, *meant})):  # which is the rule, and the rest takes long
        return
    text = written.sub(lambda form: _meaning(form[0]).replace("\n", " "), text)
    text = JOINING.sub(lambda found: "" if _joins(*found.groups()) else found[0], text)
    for character in filter(_is_hidden, sorted(set(text))):
        line = text.count("\n", 0, text.index(character)) + 1
        category = unicodedata.category(character)
        known = unicodedata.name(character, NAMELESS.get(category, ""))
        message = f"holds U+{ord(character):04X} ({known}), which nobody sees. Take it out."
        yield Fault(name, line, message)


def _joins(before: str, sign: str, behind: str) -> bool:
    """Whether a sign does what it is for: it may break a word, or makes one picture of two."""
    if sign == "\xad":
        return before.isalpha() and behind.isalpha()
    is_picture = before == "\ufe0f" or unicodedata.category(before) in ("So", "Sk")
    return is_picture and unicodedata.category(behind) == "So"


def _is_hidden(character: str) -> bool:
    if character in "\n\t" or " " <= character <= "~":
        return False
    return unicodedata.category(character) in HIDDEN


def _meaning(form: str) -> str:
    """Return the characters that a reference or an escape names."""
    if form.startswith("&"):
        number = re.match(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+))", form)
        code = int(number[1] or number[2], 16 if number[1] else 10) if number else 0
        # Python gives what a browser shows; of what a browser drops it gives nothing.
        return html.unescape(form) or (chr(code) if code < 0x110000 else "")
    return json.loads(f'"{form}"') if form[1] in "ubfnrt" else ""
