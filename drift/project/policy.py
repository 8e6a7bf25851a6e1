"""The Content-Security-Policy of a published site: what its pages may run was reviewed.

One file holds the policy's directives and, for each script that stands in a page's HTML, its hash
with the reason, in a table named like the generator that writes it.
"""

import base64
import hashlib
import re
from collections import ChainMap
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from drift.fault import Fault, FaultsFound
from drift.project.files import parsed, typed

EVERY = "every"
HASH = re.compile(r"sha256-[A-Za-z0-9+/]{43}=")


@dataclass(frozen=True)
class Policy:
    """A reviewed policy: its directives, and reasons by the hash of what they are for.

    `inline_scripts` holds a table for each generator, and EVERY for what all of them write; `files`
    has each file of docs that no check reads: fonts, drawings by hand, licences.
    """

    directives: dict[str, str] = field(default_factory=dict)
    inline_scripts: dict[str, dict[str, str]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def scripts(self, *tables: str) -> dict[str, str]:
        """Return the reason of each inline script of these tables, or of all, by its hash."""
        found = (self.inline_scripts.get(name, {}) for name in tables or self.inline_scripts)
        return dict(ChainMap(*found))

    def text(self, address: str) -> str:
        """Return the policy as each page states it, whatever generator writes it.

        At a known address, what runs comes from one folder of it: a second policy, behind a comma,
        narrows the first, wherever the same pages are looked at. Browsers enforce both.
        """
        hashes = " ".join(f"'{each}'" for each in self.scripts())
        text = "; ".join(
            f"{name} {sources} {hashes if name == 'script-src' else ''}".strip()
            for name, sources in self.directives.items()
        )
        place = f"http://*:*{urlsplit(address).path.rstrip('/')}/assets/"
        narrower = f", script-src {place} 'unsafe-inline'; worker-src {place}"
        return text + narrower if address else text


def digest(content: bytes) -> str:
    """Return the hash by which a policy names an inline script or a file."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def read(file: str, text: str) -> Policy | None:
    """Return the policy in a file's text, None for no text; raise FaultsFound if it is unsound."""
    if not text:
        return None
    policy = typed(file, parsed(file, text), Policy)
    problem = ""
    if missing := {"default-src", "script-src"} - policy.directives.keys():
        problem = f"[directives] does not say {', '.join(sorted(missing))}."
    for table in (*policy.inline_scripts.values(), policy.files):
        for each, reason in table.items():
            if not HASH.fullmatch(each):
                problem = f"{each!r} is no hash. Write sha256-…"
            elif not reason.strip():
                problem = f"{each!r} has no reason. Say what it is."
    if problem:
        raise FaultsFound(Fault(file, 0, problem))
    return policy
