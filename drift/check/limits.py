"""How large a built site may be: its files, its pages as they are sent, the whole, their number."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

WHERE = "[tool.drift.limits] in pyproject.toml"


@dataclass(frozen=True)
class Limits:
    """The table [tool.drift.limits], in kB of 1000 bytes; a page is counted as gzip sends it."""

    file_kb: float
    page_kb: float
    site_kb: float
    files: int

    def of_files(self, found: Mapping[str, os.stat_result]) -> Iterator[str]:
        """Yield a fault for each file that is too large, and where all of them are too much."""
        for name, about in found.items():
            if about.st_size > self.file_kb * 1000:
                yield _told(name, about.st_size, self.file_kb, "file_kb")
        total = sum(about.st_size for about in found.values())
        if total > self.site_kb * 1000:
            yield _told("the site", total, self.site_kb, "site_kb")
        if len(found) > self.files:
            yield f"the site holds {len(found)} files; {self.files} is the limit (files, {WHERE})."

    def of_page(self, name: str, content: bytes) -> str:
        """Return what is wrong with a page's weight; '' where nothing is."""
        if len(content) <= self.page_kb * 1000:
            return ""
        size = len(gzip.compress(content))
        is_heavy = size > self.page_kb * 1000
        return _told(f"{name}, as it is sent,", size, self.page_kb, "page_kb") if is_heavy else ""


def _told(what: str, size: int, limit: float, name: str) -> str:
    return f"{what} has {size / 1000:.1f} kB; {limit:g} kB is the limit ({name}, {WHERE})."
