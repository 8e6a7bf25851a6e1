"""The Content-Security-Policy of a published site: what its pages may run was reviewed.

One file holds the policy's directives and, for each script that stands in a page's HTML, its hash
with the reason; what only one generator writes stands in a table of that name. A browser refuses
every other one, so the finished site is checked for them too.
"""

from __future__ import annotations

import base64
import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from drift.check.fetched import is_script
from drift.fault import Drift
from drift.generators.pages import GENERATORS, MKDOCS

HASH = re.compile(r"sha256-[A-Za-z0-9+/]{43}=")
# What a browser never runs: data that the page's scripts, or a search engine, read.
DATA = {"application/json", "application/ld+json"}
SHOWN_OF_A_SCRIPT = 60


@dataclass(frozen=True)
class Policy:
    """A reviewed policy: its directives, and the hashes of inline scripts with their reasons."""

    file: str
    directives: Mapping[str, str]
    scripts: Mapping[str, str]

    @property
    def text(self) -> str:
        """The policy as a page states it."""
        hashes = " ".join(f"'{each}'" for each in self.scripts)
        return "; ".join(
            f"{name} {sources} {hashes if name == 'script-src' else ''}".strip()
            for name, sources in self.directives.items()
        )

    def faults(self, pages: Mapping[str, str], stated: bool = True) -> Iterator[str]:
        """Yield what is wrong with the pages of a site, given as HTML by their names.

        Each page states this policy before all else, or, where `stated` is false, none.
        """
        standing: dict[str, list[str]] = {}
        expected = self.text if stated else ""
        for name, html in pages.items():
            page = _Scripts(html)
            if (found := ", ".join(page.policies)) != expected:
                yield f"{name}: {self._differs(found, stated)}"
            elif stated and not page.begins_with_policy:
                yield f"{name}: its policy is not first in <head>, and lets pass what is before."
            for line, what in page.handlers:
                yield (
                    f"{name}, line {line}: the policy refuses {what}. Let a script of the site "
                    "listen for it."
                )
            for line, script in page.scripts:
                standing.setdefault(script, []).append(f"{name}, line {line}")
        hashes = {digest(script): script for script in standing}
        for each in hashes.keys() - self.scripts.keys():
            yield self._told(hashes[each], each, standing[hashes[each]])
        for each in self.scripts.keys() - hashes.keys():
            yield (
                f"{self.file}: no page has the script {each} any more, of which it says: "
                f"{self.scripts[each]} Take it out."
            )

    def _differs(self, found: str, stated: bool) -> str:
        if not stated:
            return "it states a policy; a site that is opened as files states none."
        if not found:
            return f"it states no policy. The template puts that of {self.file} first into <head>."
        return f"it states another policy than {self.file}: {found}. Build again: make build"

    def _told(self, script: str, its_hash: str, places: list[str]) -> str:
        shown = " ".join(script.split())[:SHOWN_OF_A_SCRIPT]
        others = f" (and {len(places) - 1} more)" if len(places) > 1 else ""
        return (
            f"{places[0]}{others}: nobody has reviewed the inline script {shown!r}; browsers "
            "refuse it. A script in a file needs no review of this kind. If it has to stand here, "
            f'read it, and put its hash with the reason into {self.file}: "{its_hash}"'
        )


def digest(script: str) -> str:
    """Return the hash by which a policy names an inline script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


def read(file: Path, generator: str = MKDOCS) -> Policy | None:
    """Return the reviewed policy of what `generator` builds.

    Returns None for a project without the file, whose pages state none.

    Raises Drift for a table that is not one of ours, for what is no hash, and for one without a
    reason; and for a policy that does not say what a page may load and run.
    """
    if not file.exists():
        return None
    tables = tomllib.loads(file.read_text("utf-8"))
    directives, scripts = tables.pop("directives", {}), tables.pop("inline_scripts", {})
    if tables:
        raise Drift(f"has {', '.join(tables)}; there are directives, inline_scripts.", file.name)
    if missing := {"default-src", "script-src"} - directives.keys():
        raise Drift(f"[directives] does not say {', '.join(sorted(missing))}.", file.name)
    of_generators = {name: scripts.pop(name, {}) for name in GENERATORS}
    reviewed = scripts | of_generators[generator]
    for table in of_generators.values():
        scripts |= table
    for each, reason in scripts.items():
        if not HASH.fullmatch(each):
            raise Drift(f"{each!r} is no hash of a script. Write sha256-…", file.name)
        if not isinstance(reason, str) or not reason.strip():
            raise Drift(f"{each!r} has no reason. Say which script it is.", file.name)
    return Policy(file.name, directives, reviewed)


class _Scripts(HTMLParser):
    """What a page states as its policy, and what stands in its HTML that a browser would run."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.policies: list[str] = []
        self.scripts: list[tuple[int, str]] = []
        self.handlers: list[tuple[int, str]] = []
        self.begins_with_policy = False
        self._last = ""
        self._script: list[str] | None = None
        self._line = 0
        self._is_in_file = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take a policy, the begin of a script, and what runs without being one."""
        named = {name: value or "" for name, value in attributes}
        if tag == "meta" and named.get("http-equiv", "").lower() == "content-security-policy":
            self.policies.append(named.get("content", ""))
            self.begins_with_policy |= self._last == "head"
        self._last = tag
        for name, value in named.items():
            if name.startswith("on"):
                self.handlers.append((self.getpos()[0], f"{name}={value!r}"))
            elif is_script(value):
                self.handlers.append((self.getpos()[0], f"the address {value!r}"))
        if tag == "script" and named.get("type", "") not in DATA:
            self._script, self._line = [], self.getpos()[0]
            self._is_in_file = "src" in named

    def handle_data(self, data: str) -> None:
        """Take the text of a script."""
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        """End a script."""
        if tag == "script" and self._script is not None:
            script = "".join(self._script)
            if script.strip() or not self._is_in_file:  # in a drawing, src counts for nothing
                self.scripts.append((self._line, script))
            self._script = None
