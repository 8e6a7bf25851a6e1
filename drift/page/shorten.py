"""Styles and scripts as a site publishes them: without what only their authors read."""

from __future__ import annotations

from pathlib import PurePosixPath

import rcssmin
import rjsmin

_BY_SUFFIX = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}


def shortened(path: str, content: bytes) -> bytes:
    """Return what a site publishes of a file of docs; of all but styles and scripts, the same."""
    shorten = _BY_SUFFIX.get(PurePosixPath(path).suffix)
    return shorten(content.decode("utf-8")).encode() if shorten else content
