"""The Content-Security-Policy of a published site: what its pages may run was reviewed.

One file holds the policy's directives and, for each script that stands in a page's HTML, its hash
with the reason; what only one generator writes stands in a table of that name.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from drift.fault import Fault, FaultsFound
from drift.project.files import parsed, typed

HASH = re.compile(r"sha256-[A-Za-z0-9+/]{43}=")


@dataclass(frozen=True)
class Written:
    """The tables of the file."""

    directives: dict[str, str] = field(default_factory=dict)
    inline_scripts: dict[str, str | dict[str, str]] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Policy:
    """A reviewed policy: its directives, and the reason of each inline script by its hash.

    `inline` holds the scripts that only one generator writes by its name, and by "" all others;
    `fonts` the reason of each font of docs, whose glyphs may be others than its letters. `address`
    is where the site is published, '' where neither who builds it nor who checks it says so.
    """

    file: str
    directives: Mapping[str, str]
    inline: Mapping[str, Mapping[str, str]]
    fonts: Mapping[str, str]
    address: str = ""

    @property
    def scripts(self) -> dict[str, str]:
        """The reason of each inline script, by its hash."""
        return {each: table[each] for table in self.inline.values() for each in table}

    def of(self, generator: str) -> dict[str, str]:
        """Return the scripts that a site of one generator holds."""
        return {**self.inline[""], **self.inline.get(generator, {})}

    @property
    def text(self) -> str:
        """The policy as each page states it, whatever generator writes it.

        At a known address, what runs comes from one folder of it: a second policy, behind a comma,
        narrows the first, wherever the same pages are looked at. Browsers enforce both.
        """
        hashes = " ".join(f"'{each}'" for each in self.scripts)
        text = "; ".join(
            f"{name} {sources} {hashes if name == 'script-src' else ''}".strip()
            for name, sources in self.directives.items()
        )
        place = f"http://*:*{urlsplit(self.address).path.rstrip('/')}/assets/"
        narrower = f", script-src {place} 'unsafe-inline'; worker-src {place}"
        return text + narrower if self.address else text


def digest(content: bytes) -> str:
    """Return the hash by which a policy names an inline script or a font."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def read(file: str, text: str) -> Policy | None:
    """Return the policy that a file, given as its text, holds; None where there is no text.

    Raises FaultsFound for a table that is not one of ours, for what is no hash, for a script or a
    font without a reason, and for a policy that does not say what a page may load and run.
    """
    if not text:
        return None
    written = typed(file, parsed(file, text), Written)
    scripts = written.inline_scripts
    of_generators = {name: table for name, table in scripts.items() if isinstance(table, dict)}
    others = {name: reason for name, reason in scripts.items() if name not in of_generators}
    inline = {"": others, **of_generators}
    missing = {"default-src", "script-src"} - written.directives.keys()
    problem = ""
    if missing:
        problem = f"[directives] does not say {', '.join(sorted(missing))}."
    for table in (*inline.values(), written.fonts):
        for each, reason in table.items():
            if not HASH.fullmatch(each):
                problem = f"{each!r} is no hash of a script or a font. Write sha256-…"
            elif not reason.strip():
                problem = f"{each!r} has no reason. Say what it is."
    if problem:
        raise FaultsFound(Fault(file, 0, problem))
    address = os.environ.get("SITE_URL", "")
    return Policy(file, written.directives, inline, written.fonts, address)
