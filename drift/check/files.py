"""The files of a built site, as an archive or a build left them: names, kinds, and their text.

A link could show what lies outside of the site, a pipe could keep its reader waiting. So what is
no plain file is told, and nothing else of the site is read then.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

# What holds no text. Fonts and pictures come from docs or the theme, byte for byte.
BINARY = (".woff2", ".woff", ".png", ".ico", ".gz", ".pdf")
JSON = ".json"


def files(site: Path) -> dict[str, os.stat_result]:
    """Return what each name in the folder `site` is, folders left out; links are not followed."""
    found = {}
    for folder, folders, names in os.walk(site):
        for name in [*folders, *names]:
            path = Path(folder, name)
            about = path.lstat()
            if not stat.S_ISDIR(about.st_mode):
                found[path.relative_to(site).as_posix()] = about
    return dict(sorted(found.items()))


def astray(found: dict[str, os.stat_result]) -> Iterator[str]:
    """Yield a fault for each of these that is no plain file, or whose name is not plainly told."""
    for name, about in found.items():
        if not name.isprintable() or "\\" in name:
            yield f"{name!a}: a name that can't be told plainly. Name the file otherwise."
        elif stat.S_ISLNK(about.st_mode):
            yield f"{name}: a symbolic link. A site holds files alone; put the file itself there."
        elif not stat.S_ISREG(about.st_mode):
            yield f"{name}: neither a file nor a folder. Take it out."


def is_text(name: str) -> bool:
    """Whether a file of this name holds text; what has an unknown ending does."""
    return not name.endswith(BINARY)


def unreadable(name: str, content: bytes) -> str:
    """Return why a file of text can't be read, as UTF-8 or as JSON; '' where it can."""
    if not is_text(name):
        return ""
    try:
        text = content.decode("utf-8")
        if name.endswith(JSON):
            json.loads(text)
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        return f"{name}, line {line}: no text in UTF-8, so that no check can read it."
    except json.JSONDecodeError as fault:
        return f"{name}, line {fault.lineno}: no JSON: {fault.msg}."
    return ""
